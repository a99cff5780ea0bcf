//! Parquet that somebody has changed: rows or a refusal, never a panic. Files come from outside, and their form is ours
//! only by name.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use std::path::Path;
use std::sync::LazyLock;

use absence::canonical::write::{write_lessons, write_pupils};
use absence::canonical::{Against, Roster, read_lesson_file, read_pupil_bytes};
use absence::columns::{LessonFile, Subjects};
use absence::history::Spool;
use absence::history::change::Cover;
use absence::synth::{City, lessons_into, roster};
use domain::SchoolYear;
use proptest::prelude::*;

/// A roster and lessons of twenty pupils.
static FILES: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let [pupils, lessons] = ["pupils.parquet", "lessons.parquet"].map(|name| folder.path().join(name));
    let city = City { pupils: 20, seed: 3, year: SchoolYear(2025), as_of: None };
    write_pupils(&pupils, &roster(&city)).unwrap();
    write_lessons(&lessons, 1, 1, |_, batch| lessons_into(&city, 1, 20, batch), &mut |_| ()).unwrap();
    [pupils, lessons].map(|path| std::fs::read(path).unwrap())
});

fn try_all(content: &[u8]) {
    let (name, bytes) = (Path::new("file"), || bytes::Bytes::copy_from_slice(content));
    drop(read_pupil_bytes(name, bytes()));
    drop(LessonFile::is_one_in_memory(name, bytes()));
    let Ok(file) = LessonFile::in_memory(name, bytes()) else { return };
    let spool = Spool::in_memory(Cover::default());
    let (roster, subjects) = (Roster::default(), Subjects::default());
    drop(read_lesson_file(&file, Against { roster: &roster, subjects: &subjects, spool: &spool }, &mut |_| ()));
}

#[test]
fn the_files_themselves_are_read() {
    let [pupils, lessons] = &*FILES;
    assert_eq!(read_pupil_bytes(Path::new("p"), pupils.clone().into()).unwrap().0.len(), 20);
    assert!(LessonFile::in_memory(Path::new("l"), lessons.clone().into()).unwrap().rows() > 1_000);
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 100, ..ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64)
    ) })]

    #[test]
    fn a_changed_file_is_rows_or_a_refusal(
        which in 0..2_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut content = FILES[which].clone();
        for (at, byte) in changes {
            let at = at.index(content.len());
            content[at] = byte;
        }
        if let Some(cut) = cut {
            content.truncate(cut.index(content.len()));
        }
        try_all(&content);
    }

    #[test]
    fn a_changed_footer_is_rows_or_a_refusal(
        which in 0..2_usize,
        changes in prop::collection::vec((0..2_000_usize, any::<u8>()), 1..8),
    ) {
        let mut content = FILES[which].clone();
        let length = content.len();
        for (from_end, byte) in changes {
            let at = length.saturating_sub(9 + from_end);
            content[at] = byte;
        }
        try_all(&content);
    }
}
