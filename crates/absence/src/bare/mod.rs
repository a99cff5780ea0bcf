//! A scan of one bare Parquet file, without a history: answers and figures as CSV, for checking and for analysts.

mod figures_csv;
mod signals_csv;

use std::io::Write;
use std::path::Path;

use pack::Thresholds;

use crate::columns::Subjects;
use crate::failure::Result;
use crate::scan::threads::in_parts;
use crate::scan::unsorted::with_sorted;
use crate::scan::{PupilScan, Question, Sink, WeekSum, peers, scan};
use crate::signals::{Answers, OwnFigures, PeerFigures};

/// A pupil with everything that a scan says about it on the scan day.
#[derive(Clone, Debug)]
pub struct Found {
    /// Pupil number.
    pub pupil: i32,
    /// Highest grade level.
    pub grade: i32,
    /// Figures of the pupil's own days.
    pub own: Box<OwnFigures>,
    /// Figures that need all pupils.
    pub peers: PeerFigures,
    /// The answers.
    pub answers: Answers,
}

/// The result of scanning a bare file.
#[derive(Debug, Default)]
pub struct BareScan {
    /// Every pupil with a school day by the scan day, by pupil number.
    pub pupils: Vec<Found>,
    /// Names of the subjects in the figures.
    pub subjects: Subjects,
    threads: usize,
}

#[derive(Default)]
struct Gather {
    found: Vec<(i32, i32, Box<OwnFigures>)>,
    sums: Vec<(i32, Box<[WeekSum]>)>,
}

impl Sink for Gather {
    fn pupil(&mut self, mut scan: PupilScan, sums: Box<[WeekSum]>) -> Result<()> {
        if let Some(own) = scan.figures.pop().flatten() {
            self.found.push((scan.pupil, scan.grade, own));
        }
        self.sums.push((scan.pupil, sums));
        Ok(())
    }
}

/// Scans a bare file on the question's scan day. `scratch` is a folder for a sorted copy, should the file need one.
pub fn scan_file(
    path: &Path,
    question: &Question,
    thresholds: &Thresholds,
    threads: usize,
    scratch: &Path,
) -> Result<BareScan> {
    with_sorted(path, scratch, |file| {
        let subjects = Subjects::default();
        let files = [file];
        let parts = scan(&files, None, question, &subjects, threads, || Ok(Gather::default()))?;
        let (own, sums): (Vec<_>, Vec<_>) = parts.into_iter().map(|part| (part.found, part.sums)).unzip();
        let peers = peers(&sums.into_iter().flatten().collect(), question, question.as_of(), threads);
        let own = own.into_iter().flatten();
        let found = |((pupil, grade, own), (_, peers)): ((i32, i32, Box<OwnFigures>), (i32, PeerFigures))| Found {
            pupil,
            grade,
            own,
            peers,
            answers: Answers::default(),
        };
        let mut pupils: Vec<Found> = own.zip(peers).map(found).collect();
        let judge = |part: &[Found]| -> Vec<Answers> {
            part.iter().map(|found| Answers::judge(&found.own, &found.peers, thresholds)).collect()
        };
        let answers: Vec<Vec<Answers>> = in_parts(&pupils, threads, judge);
        pupils.iter_mut().zip(answers.into_iter().flatten()).for_each(|(found, answers)| found.answers = answers);
        Ok(BareScan { pupils, subjects, threads })
    })
}

impl BareScan {
    /// Writes the answers: a header, then one line a pupil; `true`, `false`, or empty for too little data.
    pub fn write_signals(&self, to: impl Write, thresholds: &Thresholds) -> std::io::Result<()> {
        signals_csv::write(self, to, thresholds)
    }

    /// Writes the figures behind the answers: a header, then one line a pupil.
    pub fn write_figures(&self, to: impl Write, thresholds: &Thresholds) -> std::io::Result<()> {
        figures_csv::write(self, to, thresholds)
    }
}

/// A nullable value as a CSV field.
fn field<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
