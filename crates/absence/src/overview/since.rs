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

    /// Since when a signal has been true; `None` when it is not.
    pub fn of(&self, signal: Signal) -> Option<Day> {
        self.0.get(signal.index()).copied().flatten()
    }

    /// The earliest among the signals about the pupil.
    pub fn first(&self) -> Option<Day> {
        Signal::ALL.into_iter().filter(|signal| signal.about_pupil()).filter_map(|signal| self.of(signal)).min()
    }
}
