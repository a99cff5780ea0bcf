//! Every pupil of a history on the scan day, with how long each signal has been true: what a work list is made from.

pub mod incremental;
pub mod line;
pub mod peer_weeks;
pub mod pupil;
pub mod recent;
pub mod reporting;
pub mod running;
pub mod since;
pub mod stored;
#[cfg(test)]
mod testing;
pub mod told;
pub mod weeks;
pub mod worklist;

use std::collections::{BTreeMap, BTreeSet};

use domain::{Answer, Day, Signal};
use pack::Thresholds;

pub use line::{Line, LineWeek};
pub use peer_weeks::{PeerWeek, peer_weeks};
pub use pupil::OnePupil;
pub use recent::recent;
pub use reporting::{ReportingWeek, reporting};
pub use running::Running;
pub use since::Since;
pub use stored::StoredPeers;
pub use told::Told;

use crate::columns::{LessonFile, Subjects};
use crate::explain::Explained;
use crate::failure::Result;
use crate::figures::PupilReach;
use crate::scan::{PupilScan, Question, Sink, Sums, WeekSum, peers, scan};
use crate::signals::{Answers, OwnFigures, PeerFigures};

/// A pupil on the scan day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Pupil number.
    pub pupil: i32,
    /// Highest grade level in the school year so far.
    pub grade: i32,
    /// School of the latest school day.
    pub school: i32,
    /// Every school that the year's rows are from, in rising order: whose files to read for this pupil.
    pub schools: Box<[i32]>,
    /// The latest change of school in the school year.
    pub moved: Option<Day>,
    /// Figures of the pupil's own days.
    pub own: Box<OwnFigures>,
    /// Figures that need all pupils.
    pub peers: PeerFigures,
    /// The answers.
    pub answers: Answers,
    /// How long each signal has been true without a break.
    pub since: Since,
    /// How far each signal reaches on the scan day and each earlier one: what a simulator of thresholds reads. Empty
    /// when one pupil is read alone.
    pub reach: PupilReach,
}

/// All pupils of a school year on the scan day.
#[derive(Debug, Default)]
pub struct Overview {
    /// Every pupil with a school day by the scan day, by pupil number.
    pub pupils: BTreeMap<i32, Standing>,
    /// The pupils' week sums.
    pub sums: Sums,
    /// Names of the subjects in the figures.
    pub subjects: Subjects,
    protected: BTreeSet<i32>,
}

struct Gather<'a> {
    protected: &'a BTreeSet<i32>,
    question: &'a Question,
    thresholds: &'a Thresholds,
    /// Whether what a simulator reads is gathered too.
    simulated: bool,
    found: Vec<(Standing, Box<[WeekSum]>)>,
}

impl Sink for Gather<'_> {
    fn pupil(&mut self, scan: PupilScan, sums: Box<[WeekSum]>) -> Result<()> {
        let mut since = Since::default();
        for (day, figures) in self.question.days().iter().zip(&scan.figures) {
            let answers = figures.as_ref().map(|own| Answers::judge_own(own, self.thresholds)).unwrap_or_default();
            since.follow(*day, &answers, |signal| !matches!(signal, Signal::S10 | Signal::S12b));
        }
        if self.protected.contains(&scan.pupil) {
            return Ok(());
        }
        let reach = if self.simulated { PupilReach::of(self.question.days(), &scan) } else { PupilReach::default() };
        let Some(own) = scan.figures.into_iter().next_back().flatten() else { return Ok(()) };
        let standing = Standing {
            pupil: scan.pupil,
            grade: scan.grade,
            school: scan.school,
            schools: scan.schools,
            moved: scan.moved,
            own,
            peers: PeerFigures::default(),
            answers: Answers::default(),
            since,
            reach,
        };
        self.found.push((standing, sums));
        Ok(())
    }
}

impl Overview {
    /// Scans all pupils of a school year's files but those in `protected`: they are in no list and no peers' level,
    /// even before the next import takes them out of the history.
    pub fn of(
        files: &[LessonFile],
        protected: &BTreeSet<i32>,
        question: &Question,
        thresholds: &Thresholds,
        threads: usize,
    ) -> Result<Overview> {
        let mut overview = Overview { protected: protected.clone(), ..Overview::default() };
        overview.read_rows(files, None, question, thresholds, threads)?;
        overview.finish(question, thresholds, threads);
        Ok(overview)
    }

    /// Reads the rows of all pupils, or of those named, and keeps what they give.
    fn read_rows(
        &mut self,
        files: &[LessonFile],
        only: Option<&BTreeSet<i32>>,
        question: &Question,
        thresholds: &Thresholds,
        threads: usize,
    ) -> Result<()> {
        let protected = &self.protected;
        let sink = || Ok(Gather { protected, question, thresholds, simulated: true, found: Vec::new() });
        let parts = scan(files, only, question, &self.subjects, threads, sink)?;
        for (standing, sums) in parts.into_iter().flat_map(|part| part.found) {
            self.sums.insert(standing.pupil, sums);
            self.pupils.insert(standing.pupil, standing);
        }
        Ok(())
    }

    /// S10, S12b and P15 of every pupil on every day, from the week sums.
    fn finish(&mut self, question: &Question, thresholds: &Thresholds, threads: usize) {
        for standing in self.pupils.values_mut() {
            standing.since.forget(Signal::S10);
            standing.since.forget(Signal::S12b);
        }
        for &day in question.days() {
            for (pupil, peers) in peers(&self.sums, question, day, threads) {
                let Some(standing) = self.pupils.get_mut(&pupil) else { continue };
                let answers = Answers::judge(&OwnFigures::default(), &peers, thresholds);
                standing.since.follow(day, &answers, |signal| matches!(signal, Signal::S10 | Signal::S12b));
                standing.reach.follow(day, &peers);
                standing.peers = peers;
            }
        }
        for standing in self.pupils.values_mut() {
            standing.answers = Answers::judge(&standing.own, &standing.peers, thresholds);
        }
    }
}

impl Standing {
    /// Whether the timetable has stopped (P15): then signals are not shown.
    pub fn is_stale(&self) -> bool {
        self.peers.stale_since.is_some()
    }

    /// The answer of a signal; too little data when the timetable has stopped.
    pub fn answer(&self, signal: Signal) -> Answer {
        if self.is_stale() { Answer::TooLittleData } else { self.answers.of(signal) }
    }

    /// What the school is told about a signal. `reduced` is the first day of a decision on a reduced timetable.
    pub fn explain(
        &self,
        signal: Signal,
        thresholds: &Thresholds,
        subjects: &Subjects,
        reduced: Option<Day>,
    ) -> Explained {
        let mut explained = match signal {
            Signal::S01 => self.own.s01.explain(&thresholds.s01, self.peers.others.as_ref()),
            Signal::S02 => self.own.s02.explain(&thresholds.s02),
            Signal::S03 => self.own.s03.explain(&thresholds.s03),
            Signal::S04 => self.own.s04.explain(&thresholds.s04),
            Signal::S05 => self.own.s05.explain(&thresholds.s05),
            Signal::S06 => self.own.s06.explain(&thresholds.s06),
            Signal::S07 => self.own.s07.explain(&thresholds.s07, subjects),
            Signal::S08 => self.own.s08.explain(&thresholds.s08),
            Signal::S09 => self.own.s09.explain(&thresholds.s09),
            Signal::S10 => self.peers.s10.explain(),
            Signal::S11 => self.own.s11.explain(&thresholds.s11),
            Signal::S12a => self.own.s12a.explain(&thresholds.s12),
            Signal::S12b => self.peers.s12b.explain(reduced),
        };
        if let Some(moved) = self.moved.filter(|moved| self.window_starts_before(signal, *moved)) {
            let date = text::Arg::Day(moved.date());
            explained.push(text::Message::new("explain-moved").with("date", date));
        }
        explained
    }

    /// Whether a change of school lies inside the window of a signal (P12).
    fn window_starts_before(&self, signal: Signal, moved: Day) -> bool {
        let own = &self.own;
        let span = match signal {
            Signal::S01 => own.s01.window.span,
            Signal::S02 => own.s02.window.span,
            Signal::S03 => own.s03.window.span,
            Signal::S04 => own.s04.window.span,
            Signal::S05 => own.s05.window.span,
            Signal::S06 => own.s06.window.span,
            Signal::S07 => own.s07.window.span,
            Signal::S08 => own.s08.window.span,
            Signal::S09 => own.s09.window.span,
            Signal::S10 => self.peers.s10.span(),
            Signal::S11 => own.s11.window.span,
            Signal::S12a | Signal::S12b => own.s12a.window.span,
        };
        span.is_some_and(|(from, _)| from < moved)
    }
}

#[cfg(test)]
mod tests {
    use super::testing::standing;
    use super::*;
    use crate::signals::testing::{day, said, thresholds};

    /// What is told of S02, whose window is 3 to 14 November, when the pupil changed school on a date.
    fn told(moved: &str) -> String {
        let mut standing = standing(1, &[Signal::S02], day("2025-11-14"));
        standing.own.s02.window.span = Some((day("2025-11-03"), day("2025-11-14")));
        standing.moved = Some(day(moved));
        said(&standing.explain(Signal::S02, &thresholds(), &Subjects::default(), None))
    }

    #[test]
    fn a_change_of_school_inside_the_window_is_told() {
        assert!(told("2025-11-04").ends_with("rapporterad. Eleven bytte skola 4 november."));
        assert!(told("2025-11-03").ends_with("rapporterad.")); // the window is at the new school as a whole
    }

    #[test]
    fn a_stopped_timetable_answers_nothing() {
        let mut standing = standing(1, &Signal::ALL, day("2025-11-14"));
        assert!(Signal::ALL.iter().all(|signal| standing.answer(*signal) == Answer::Yes));
        standing.peers.stale_since = Some(day("2025-10-31"));
        assert!(Signal::ALL.iter().all(|signal| standing.answer(*signal) == Answer::TooLittleData));
    }
}
