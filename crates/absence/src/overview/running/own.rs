//! What is kept of a pupil's own days: judged, without the figures behind.

use std::collections::BTreeSet;

use domain::{Day, Signal};
use pack::Thresholds;

use super::super::since::Since;
use super::super::told::band;
use crate::columns::Subjects;
use crate::failure::Result;
use crate::figures::PupilReach;
use crate::scan::together::Together;
use crate::scan::{PupilScan, Question, Sink, WeekSum, scan_together};
use crate::signals::Answers;

/// A pupil's own days on the scan day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Own {
    pub(super) grade: i32,
    pub(super) school: i32,
    /// Every school that the year's rows are from, in rising order.
    pub(super) schools: Box<[i32]>,
    /// Of all signals but S10 and S12b.
    pub(super) answers: Answers,
    /// The first day of the one among them that has been true longest and is about the pupil.
    pub(super) since: Option<Day>,
    pub(super) band: i64,
    pub(super) level5: i64,
    /// Absence and reported minutes of S01.
    pub(super) term: (i64, i64),
}

impl Own {
    /// Whether the pupil has rows of one of the schools; of any, when none are named.
    pub(super) fn is_at(&self, schools: Option<&BTreeSet<i32>>) -> bool {
        schools.is_none_or(|schools| self.schools.iter().any(|school| schools.contains(school)))
    }
}

/// Pupils as they were read.
#[derive(Default)]
pub(super) struct Found {
    pub(super) pupils: Vec<(i32, Own, Box<[WeekSum]>)>,
    /// Those without a school day yet.
    pub(super) planned: Vec<(i32, Box<[i32]>)>,
    /// What a simulator of thresholds reads of the pupils, without what needs others, where it was asked for.
    pub(super) reach: Vec<(i32, PupilReach)>,
}

impl Found {
    fn add(&mut self, more: Found) {
        self.pupils.extend(more.pupils);
        self.planned.extend(more.planned);
        self.reach.extend(more.reach);
    }
}

struct Gather<'a> {
    protected: &'a BTreeSet<i32>,
    question: &'a Question,
    thresholds: &'a Thresholds,
    reaching: bool,
    found: Found,
}

impl Sink for Gather<'_> {
    fn pupil(&mut self, scan: PupilScan, sums: Box<[WeekSum]>) -> Result<()> {
        if self.protected.contains(&scan.pupil) {
            return Ok(());
        }
        let (mut since, mut answers) = (Since::default(), Answers::default());
        for (day, figures) in self.question.days().iter().zip(&scan.figures) {
            answers = figures.as_ref().map(|own| Answers::judge_own(own, self.thresholds)).unwrap_or_default();
            since.follow(*day, &answers, |signal| !matches!(signal, Signal::S10 | Signal::S12b));
        }
        let reach = self.reaching.then(|| PupilReach::of(self.question.days(), &scan));
        let Some(own) = scan.figures.into_iter().next_back().flatten() else { return Ok(()) };
        let term = &own.s01.window;
        let kept = Own {
            grade: scan.grade,
            school: scan.school,
            schools: scan.schools,
            answers,
            since: since.first(),
            band: band(&own, self.thresholds),
            level5: own.s05.level(&self.thresholds.s05),
            term: (term.valid + term.invalid, term.reported),
        };
        self.found.reach.extend(reach.map(|reach| (scan.pupil, reach)));
        self.found.pupils.push((scan.pupil, kept, sums));
        Ok(())
    }

    fn planned(&mut self, pupil: i32, schools: &[i32]) {
        if !self.protected.contains(&pupil) {
            self.found.planned.push((pupil, schools.into()));
        }
    }
}

/// What is read of pupils, and how.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    /// Who is passed over.
    pub(super) protected: &'a BTreeSet<i32>,
    /// The days.
    pub(super) question: &'a Question,
    /// What judges them.
    pub(super) thresholds: &'a Thresholds,
    /// Whether also what a simulator reads is wanted.
    pub(super) reaching: bool,
    /// Threads.
    pub(super) threads: usize,
}

/// Reads pupils from their files.
pub(super) fn gather(all: &[Together<'_>], by: Reader<'_>) -> Result<Found> {
    let Reader { protected, question, thresholds, reaching, threads } = by;
    let subjects = Subjects::default();
    let sink = || Ok(Gather { protected, question, thresholds, reaching, found: Found::default() });
    let mut found = Found::default();
    let parts = scan_together(all, question, &subjects, threads, sink)?;
    parts.into_iter().for_each(|part| found.add(part.found));
    Ok(found)
}
