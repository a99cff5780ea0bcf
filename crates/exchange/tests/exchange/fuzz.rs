//! Any bytes at all: every parser gives rows or a refusal, never a panic, and never a value in a message.
//!
//! The seeds are the fixtures and the folder `fixtures/corpus`, changed at random; what has once failed is kept by
//! proptest beside this file. `PROPTEST_CASES=200000 cargo test -p exchange --release fuzz` runs for minutes;
//! the more cases, the longer.

use std::path::Path;
use std::sync::LazyLock;

use crate::shared::*;
use crate::workbook::*;
use exchange::Format;
use proptest::prelude::*;

/// Every fixture, and the workbook.
static SEEDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut seeds = Vec::new();
    for folder in ["csv", "edlevo", "ss12000", "corpus"] {
        gather(&fixtures().join(folder), &mut seeds);
    }
    seeds.push(packed(&parts()));
    seeds
});

#[cfg(test)]
fn gather(folder: &Path, seeds: &mut Vec<Vec<u8>>) {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    seeds.extend(paths.into_iter().map(|path| std::fs::read(path).unwrap()));
}

/// Looks and reads, as every format that could be asked for. A failure must not hold what the file holds.
#[cfg(test)]
fn try_all(content: &[u8]) {
    let secret = "Elsa";
    let shown = |failure: &exchange::Failure| {
        let text = format!("{failure} {failure:?}");
        assert!(!text.contains(secret), "{text}");
    };
    for format in [None, Some(Format::Csv), Some(Format::Xlsx), Some(Format::EdlevoAbsence), Some(Format::Ss12000)] {
        let mut job = exchange::Job::new(source("file", content.to_vec()), None);
        job.format = format;
        match exchange::read(vec![job], &mut known(), &mut Gathered::default()) {
            Ok(reports) => assert!(!format!("{reports:?}").contains(secret)),
            Err(failure) => shown(&failure),
        }
    }
    for format in [Format::Csv, Format::Xlsx] {
        if let Ok(look) = exchange::look::look(&mut source("file", content.to_vec()), format, None, TODAY) {
            assert!(look.rows.len() <= 10);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64)
    ) })]

    #[test]
    fn any_bytes_are_rows_or_a_refusal(content in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        try_all(&content);
    }

    #[test]
    fn any_text_is_rows_or_a_refusal(text in "[\\PC\n\r\t;,\"<>{}\\[\\]]{0,400}") {
        try_all(text.as_bytes());
    }

    #[test]
    fn a_file_changed_at_random_is_rows_or_a_refusal(
        seed in any::<prop::sample::Index>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in proptest::option::of(any::<prop::sample::Index>()),
        twice in proptest::option::of((any::<prop::sample::Index>(), any::<prop::sample::Index>())),
    ) {
        let mut content = seed.get(&SEEDS).clone();
        for (at, byte) in changes {
            if !content.is_empty() {
                let at = at.index(content.len());
                content[at] = byte;
            }
        }
        if let Some((from, to)) = twice {
            let (from, to) = (from.index(content.len() + 1), to.index(content.len() + 1));
            let piece = content[from.min(to)..from.max(to)].to_vec();
            content.extend(piece);
        }
        if let Some(cut) = cut {
            content.truncate(cut.index(content.len() + 1));
        }
        try_all(&content);
    }

    #[test]
    fn a_workbook_whose_sheet_is_changed_is_rows_or_a_refusal(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut parts = parts();
        let sheet = parts.last_mut().unwrap();
        for (at, byte) in changes {
            let at = at.index(sheet.1.len());
            sheet.1[at] = byte;
        }
        try_all(&packed(&parts));
    }
}

#[test]
fn every_value_reader_takes_any_text() {
    use exchange::value::{self, date, grade, number, time};
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let texts = prop_oneof!["\\PC{0,20}", "[0-9:.,+ T%-]{0,24}", "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:+]{0,12}"];
    runner
        .run(&texts, |text| {
            let _ = (date::day(&text), date::split(&text), time::clock(&text), time::Local::sweden().read(&text));
            let _ = (grade::level(&text), grade::school_form(&text), value::flag(&text), value::protected(&text));
            for unit in [number::Unit::Minutes, number::Unit::Hours, number::Unit::Percent] {
                let _ = number::Amount::read(&text, unit).and_then(|it| it.minutes(Some(i32::MAX)));
            }
            let _ = exchange::Key::read(&text, TODAY);
            Ok(())
        })
        .unwrap();
}
