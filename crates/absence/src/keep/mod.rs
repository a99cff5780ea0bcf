//! Kept figures: for each pupil, signal and day asked for, the numbers and not only the answer, as open Parquet.
//!
//! `own/part-*.parquet` holds the signals of the pupil's own days, by pupil and day; `peers.parquet` S10 and S12b, by
//! day and pupil; `sums.parquet` the week sums. Written part by part: memory does not grow with the number of days.

mod long;
mod sums;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::Signal;
use pack::Thresholds;

use crate::columns::{LessonFile, Subjects};
use crate::failure::{Result, io, refuse};
use crate::history::disk::entries;
use crate::overview::Since;
use crate::scan::{PupilScan, Question, Sink, Sums, WeekSum, peers, scan};
use crate::signals::{Answers, OwnFigures};
use long::{Long, LongFile};

/// How much was kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Number of pupils.
    pub pupils: usize,
    /// Number of days.
    pub days: usize,
}

struct Own<'a> {
    question: &'a Question,
    thresholds: &'a Thresholds,
    subjects: &'a Subjects,
    file: LongFile,
    sums: Vec<(i32, Box<[WeekSum]>)>,
}

impl Sink for Own<'_> {
    fn pupil(&mut self, scan: PupilScan, sums: Box<[WeekSum]>) -> Result<()> {
        let mut since = Since::default();
        for (day, own) in self.question.days().iter().zip(&scan.figures) {
            let answers = own.as_ref().map(|own| Answers::judge_own(own, self.thresholds)).unwrap_or_default();
            since.follow(*day, &answers, |_| true);
            let Some(own) = own else { continue };
            let row = |signal: Signal| long::own(signal, own, self.thresholds, self.subjects);
            for signal in Signal::ALL.into_iter().filter(|signal| !from_peers(*signal)) {
                let (answer, since) = (answers.of(signal).known(), since.of(signal));
                self.file.add(Long { pupil: scan.pupil, day: *day, signal, answer, since, ..row(signal) })?;
            }
        }
        self.sums.push((scan.pupil, sums));
        Ok(())
    }
}

fn from_peers(signal: Signal) -> bool {
    matches!(signal, Signal::S10 | Signal::S12b)
}

/// Scans the files and keeps the figures in a folder.
pub fn keep(
    files: &[LessonFile],
    question: &Question,
    thresholds: &Thresholds,
    threads: usize,
    folder: &Path,
) -> Result<Kept> {
    let (own, unfinished) = (folder.join("own"), folder.join("own.part"));
    std::fs::create_dir_all(folder).map_err(io(folder))?;
    parts_in(&own)?;
    parts_in(&unfinished)?.iter().try_for_each(|part| std::fs::remove_file(part).map_err(io(part)))?;
    std::fs::create_dir_all(&unfinished).map_err(io(&unfinished))?;
    let subjects = Subjects::default();
    let next = AtomicUsize::new(0);
    let sink = || {
        let path = unfinished.join(format!("part-{:04}.parquet", next.fetch_add(1, Ordering::Relaxed)));
        Ok(Own { question, thresholds, subjects: &subjects, file: LongFile::create(&path)?, sums: Vec::new() })
    };
    let mut sums = Sums::new();
    for part in scan(files, None, question, &subjects, threads, sink)? {
        sums.extend(part.sums);
        part.file.finish()?;
    }
    let (peers_path, sums_path) = (unfinished.join("peers.parquet"), unfinished.join("sums.parquet"));
    sums::write(&sums_path, &sums)?;

    let mut file = LongFile::create(&peers_path)?;
    let mut since: std::collections::BTreeMap<i32, Since> = std::collections::BTreeMap::new();
    for &day in question.days() {
        for (pupil, figures) in peers(&sums, question, day, threads) {
            let answers = Answers::judge(&OwnFigures::default(), &figures, thresholds);
            let since = since.entry(pupil).or_default();
            since.follow(day, &answers, from_peers);
            for signal in [Signal::S10, Signal::S12b] {
                let (answer, since) = (answers.of(signal).known(), since.of(signal));
                file.add(Long { pupil, day, signal, answer, since, ..long::peers(signal, &figures) })?;
            }
        }
    }
    file.finish()?;
    // all is written: now it takes the place of what was kept before
    let place = |from: &Path, to: &Path| std::fs::rename(from, to).map_err(io(to));
    place(&sums_path, &folder.join("sums.parquet"))?;
    place(&peers_path, &folder.join("peers.parquet"))?;
    parts_in(&own)?.iter().try_for_each(|part| std::fs::remove_file(part).map_err(io(part)))?;
    if own.is_dir() {
        std::fs::remove_dir(&own).map_err(io(&own))?;
    }
    place(&unfinished, &own)?;
    Ok(Kept { pupils: sums.len(), days: question.days().len() })
}

/// The parts in a folder of ours; refused when anything else lies there, which is never removed.
fn parts_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let found = entries(folder)?;
    let ours = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let part = name.starts_with("part-") || name == "peers.parquet" || name == "sums.parquet";
        part && name.ends_with(".parquet") && path.is_file()
    };
    if found.iter().all(ours) { Ok(found) } else { Err(refuse("figures-folder-in-use", folder)) }
}
