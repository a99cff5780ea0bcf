//! Since when a signal has been true: the first Friday or scan day of its present unbroken run.

use domain::{Day, Signal};

use crate::signals::Answers;

/// For each signal that is true now, the first day asked for of its unbroken run of true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Since([Option<Day>; 13]);

impl Since {
    /// Follows the answers of a day, the days coming oldest first, for the signals that `among` lets through. Too
    /// little data breaks a run, as a no does.
    pub fn follow(&mut self, day: Day, answers: &Answers, among: impl Fn(Signal) -> bool) {
        for signal in Signal::ALL.into_iter().filter(|signal| among(*signal)) {
            if let Some(since) = self.0.get_mut(signal.index()) {
                *since = answers.of(signal).is_yes().then(|| since.unwrap_or(day));
            }
        }
    }

    /// Starts over for a signal.
    pub fn forget(&mut self, signal: Signal) {
        if let Some(since) = self.0.get_mut(signal.index()) {
            *since = None;
        }
    }

    /// The same with another day for a signal.
    pub fn with(mut self, signal: Signal, day: Option<Day>) -> Since {
        if let Some(since) = self.0.get_mut(signal.index()) {
            *since = day;
        }
        self
    }

    /// Since when a signal has been true; `None` when it is not.
    pub fn of(&self, signal: Signal) -> Option<Day> {
        self.0.get(signal.index()).copied().flatten()
    }

    /// The earliest among the signals about the pupil.
    pub fn first(&self) -> Option<Day> {
        Signal::ALL.into_iter().filter(|signal| signal.about_pupil()).filter_map(|signal| self.of(signal)).min()
    }
}

#[cfg(test)]
mod tests {
    use domain::Answer;

    use super::*;
    use crate::signals::testing::{day, thresholds};
    use crate::signals::{OwnFigures, s05_long_absence, s12a_reporting};

    /// Answers of which S05 is yes, no or too little data.
    fn s05(answer: Answer) -> Answers {
        let run = answer.known().map(|fires| if fires { 10 } else { 0 });
        let own = OwnFigures { s05: s05_long_absence::Figures { run, ..Default::default() }, ..Default::default() };
        let answers = Answers::judge_own(&own, &thresholds());
        assert_eq!(answers.of(Signal::S05), answer);
        answers
    }

    /// Four Fridays from 22 August.
    #[track_caller]
    fn check(answers: [Answer; 4], since: Option<&str>) {
        let mut found = Since::default();
        for (weeks, answer) in (0..).zip(answers) {
            found.follow(day("2025-08-22").plus(7 * weeks), &s05(answer), |_| true);
        }
        assert_eq!(found.of(Signal::S05), since.map(day));
        assert_eq!(found.first(), since.map(day));
    }

    use Answer::{No, TooLittleData, Yes};

    #[test]
    fn a_run_of_true_counts_from_its_first_day() {
        check([Yes, Yes, Yes, Yes], Some("2025-08-22"));
        check([No, No, Yes, Yes], Some("2025-09-05"));
        check([TooLittleData, TooLittleData, TooLittleData, Yes], Some("2025-09-12"));
    }

    #[test]
    fn a_no_breaks_the_run() {
        check([Yes, No, Yes, Yes], Some("2025-09-05"));
        check([Yes, Yes, Yes, No], None);
    }

    #[test]
    fn too_little_data_breaks_the_run() {
        check([Yes, Yes, TooLittleData, Yes], Some("2025-09-12"));
        check([Yes, Yes, Yes, TooLittleData], None);
    }

    #[test]
    fn signals_that_are_not_let_through_stay_as_they_were() {
        let mut since = Since::default();
        since.follow(day("2025-08-22"), &s05(Yes), |_| true);
        since.follow(day("2025-08-29"), &s05(No), |signal| signal != Signal::S05);
        assert_eq!(since.of(Signal::S05), Some(day("2025-08-22")));
        since.forget(Signal::S05);
        assert_eq!(since.of(Signal::S05), None);
    }

    #[test]
    fn the_earliest_is_taken_among_signals_about_the_pupil_only() {
        let window = crate::scan::Window { days: 20, scheduled: 100, ..Default::default() };
        let own = OwnFigures { s12a: s12a_reporting::Figures { window }, ..Default::default() };
        let mut since = Since::default();
        since.follow(day("2025-08-22"), &Answers::judge_own(&own, &thresholds()), |_| true);
        assert_eq!((since.of(Signal::S12a), since.first()), (Some(day("2025-08-22")), None));
    }
}
