//! The two canonical files of the demo, with a bar while they are made.

use std::path::{Path, PathBuf};

use absence::synth::demo::{Demo, write as write_files};
use domain::Day;
use tempfile::TempDir;
use text::{Language, Message, render};

use crate::absence::progress::bar;

/// The seed of Björkstad.
const SEED: u64 = 7;

/// The two files, `pupils` and `lessons`. They hold names, and go when this is dropped: nothing beside the room may.
pub struct Files {
    /// Who they are.
    pub pupils: PathBuf,
    /// What they missed.
    pub lessons: PathBuf,
    _folder: TempDir,
}

/// Writes the files to a folder within the demo's own.
pub fn write(folder: &Path, pupils: i32, threads: u8, language: Language) -> anyhow::Result<Files> {
    let kept = tempfile::Builder::new().prefix("files-").tempdir_in(folder)?;
    let folder = kept.path();
    let demo = of(pupils);
    let shown = bar(0, &render(&Message::new("demo-parts"), language));
    let written = write_files(&demo, folder, usize::from(threads), &mut |done, of| {
        shown.set_length(u64::try_from(of).unwrap_or(u64::MAX));
        shown.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    });
    shown.finish_and_clear();
    let written = written?;
    Ok(Files { pupils: written.pupils, lessons: written.lessons, _folder: kept })
}

/// Björkstad with so many pupils.
pub fn of(pupils: i32) -> Demo {
    Demo { pupils, seed: SEED, as_of: Day::of(cast::clock::DEMO_DAY) }
}
