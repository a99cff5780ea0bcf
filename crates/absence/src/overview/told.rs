//! What is told of a pupil on the scan day: all that a list looks at, and small enough to keep of everybody.

use domain::{Answer, Day, Signal};
use pack::{Condition, Thresholds};

use super::Standing;
use crate::signals::{Answers, OwnFigures};

/// A pupil as the lists see her or him.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Pupil number.
    pub pupil: i32,
    /// Highest grade level in the school year so far.
    pub grade: i32,
    /// The answers, whether or not the timetable has stopped.
    pub answers: Answers,
    /// The band of S01 in percent; 0 below the lowest and with too little data.
    pub band: i64,
    /// The level of S05, 0 to 2.
    pub level5: i64,
    /// The first day of the signal about the pupil that has been true longest.
    pub since: Option<Day>,
    /// Whether the timetable has stopped (P15): then no signal is told.
    pub stale: bool,
}

impl Told {
    /// What is told of a pupil of a full overview.
    pub fn of(standing: &Standing, thresholds: &Thresholds) -> Told {
        Told {
            pupil: standing.pupil,
            grade: standing.grade,
            answers: standing.answers,
            band: band(&standing.own, thresholds),
            level5: standing.own.s05.level(&thresholds.s05),
            since: standing.since.first(),
            stale: standing.is_stale(),
        }
    }

    /// The answer of a signal; too little data when the timetable has stopped.
    pub fn answer(&self, signal: Signal) -> Answer {
        if self.stale { Answer::TooLittleData } else { self.answers.of(signal) }
    }

    /// The signals about the pupil that fire.
    pub fn firing(&self) -> impl Iterator<Item = Signal> {
        Signal::ALL.into_iter().filter(|signal| signal.about_pupil() && self.answer(*signal).is_yes())
    }

    /// The signals that fire as bits, S12 too: bit [`Signal::index`].
    pub fn mask(&self) -> i64 {
        let fires = |signal: &Signal| self.answer(*signal).is_yes();
        Signal::ALL.into_iter().filter(fires).map(|signal| 1_i64 << signal.index()).sum()
    }

    /// Whether a condition of a list holds.
    pub fn holds(&self, condition: Condition, thresholds: &Thresholds) -> bool {
        let level = match condition.signal {
            Signal::S01 => self.band,
            Signal::S05 => self.level5,
            _ => 0,
        };
        condition.holds(self.answer(condition.signal).is_yes(), level, thresholds)
    }
}

/// The band of S01 in percent; 0 below the lowest and with too little data.
pub(super) fn band(own: &OwnFigures, thresholds: &Thresholds) -> i64 {
    own.s01.band(&thresholds.s01).unwrap_or(0)
}
