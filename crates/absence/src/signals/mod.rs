//! The twelve signals, one file each: what it measures, when it fires, what the school is told.
//!
//! Every file has the same three steps: `measure` gives figures from a pupil's days, `judge` compares them with the
//! thresholds of the method pack, `explain` turns them into sentences. Figures are kept also when there is too little
//! data to answer, so that a threshold can be changed without reading a row again.

pub mod contrast;
pub mod s01_level;
pub mod s02_two_weeks;
pub mod s03_absent_days;
pub mod s04_repeated;
pub mod s05_long_absence;
pub mod s06_invalid;
pub mod s07_subject;
pub mod s08_weekday;
pub mod s09_late;
pub mod s10_worsening;
pub mod s11_majority;
pub mod s12a_reporting;
pub mod s12b_timetable;
pub mod season;
#[cfg(test)]
pub(crate) mod testing;

use domain::{Answer, Day, Signal};
use pack::Thresholds;

use crate::scan::{Level, View};

/// The figures that a pupil's own days give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnFigures {
    /// Nivå hittills i terminen.
    pub s01: s01_level::Figures,
    /// Hög frånvaro två veckor.
    pub s02: s02_two_weeks::Figures,
    /// Många frånvarodagar.
    pub s03: s03_absent_days::Figures,
    /// Upprepad frånvaro.
    pub s04: s04_repeated::Figures,
    /// Lång sammanhängande frånvaro.
    pub s05: s05_long_absence::Figures,
    /// Upprepad ogiltig frånvaro.
    pub s06: s06_invalid::Figures,
    /// Ett ämne sticker ut.
    pub s07: s07_subject::Figures,
    /// En veckodag sticker ut.
    pub s08: s08_weekday::Figures,
    /// Sena ankomster.
    pub s09: s09_late::Figures,
    /// Stärkt stöd.
    pub s11: s11_majority::Figures,
    /// Lessons that nobody reported.
    pub s12a: s12a_reporting::Figures,
}

impl OwnFigures {
    /// Measures a pupil's days as they are known on a day.
    pub fn measure(view: &View<'_>) -> OwnFigures {
        OwnFigures {
            s01: s01_level::Figures::measure(view),
            s02: s02_two_weeks::Figures::measure(view),
            s03: s03_absent_days::Figures::measure(view),
            s04: s04_repeated::Figures::measure(view),
            s05: s05_long_absence::Figures::measure(view),
            s06: s06_invalid::Figures::measure(view),
            s07: s07_subject::Figures::measure(view),
            s08: s08_weekday::Figures::measure(view),
            s09: s09_late::Figures::measure(view),
            s11: s11_majority::Figures::measure(view),
            s12a: s12a_reporting::Figures::measure(view),
        }
    }
}

/// The figures that need all pupils: finished from week sums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeerFigures {
    /// Tydlig försämring.
    pub s10: s10_worsening::Figures,
    /// A short timetable.
    pub s12b: s12b_timetable::Figures,
    /// P15: «inget schema sedan …».
    pub stale_since: Option<Day>,
    /// How absent the others of the same school and grade are.
    pub others: Option<Level>,
}

/// The answer of every signal, by [`Signal::index`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers([Answer; 13]);

impl Answers {
    /// Judges a pupil's figures by the thresholds.
    pub fn judge(own: &OwnFigures, peers: &PeerFigures, thresholds: &Thresholds) -> Answers {
        Answers(Signal::ALL.map(|signal| match signal {
            Signal::S10 => peers.s10.judge(&thresholds.s10),
            Signal::S12b => peers.s12b.judge(&thresholds.s12),
            own_signal => judge_own(own, thresholds, own_signal),
        }))
    }

    /// Judges only what the pupil's own days give; S10 and S12b stay without an answer.
    pub fn judge_own(own: &OwnFigures, thresholds: &Thresholds) -> Answers {
        Answers(Signal::ALL.map(|signal| judge_own(own, thresholds, signal)))
    }

    /// The answers that a function gives.
    pub fn from_fn(answer: impl FnMut(Signal) -> Answer) -> Answers {
        Answers(Signal::ALL.map(answer))
    }

    /// The answer of a signal.
    pub fn of(&self, signal: Signal) -> Answer {
        self.0.get(signal.index()).copied().unwrap_or_default()
    }

    /// The signals that fire, in order.
    pub fn firing(&self) -> impl Iterator<Item = Signal> {
        Signal::ALL.into_iter().filter(|signal| self.of(*signal).is_yes())
    }
}

fn judge_own(own: &OwnFigures, thresholds: &Thresholds, signal: Signal) -> Answer {
    match signal {
        Signal::S01 => own.s01.judge(&thresholds.s01),
        Signal::S02 => own.s02.judge(&thresholds.s02),
        Signal::S03 => own.s03.judge(&thresholds.s03),
        Signal::S04 => own.s04.judge(&thresholds.s04),
        Signal::S05 => own.s05.judge(&thresholds.s05),
        Signal::S06 => own.s06.judge(&thresholds.s06),
        Signal::S07 => own.s07.judge(&thresholds.s07),
        Signal::S08 => own.s08.judge(&thresholds.s08),
        Signal::S09 => own.s09.judge(&thresholds.s09),
        Signal::S11 => own.s11.judge(&thresholds.s11),
        Signal::S12a => own.s12a.judge(&thresholds.s12),
        Signal::S10 | Signal::S12b => Answer::TooLittleData,
    }
}
