//! S01 Nivå hittills i terminen: the band that the term's absence has reached.
//!
//! Window: term start to the day. Fires when R = A/D ≥ the watch band (default 10 %); the band is the highest of
//! 5, 10, 15, 20, 30 and 50 % with R ≥ band. Needs at least 15 known days and 80 % coverage.
//! Source: method, section 1.3; bands from Skolverket (15, 30, 50), Stockholm (20) and international practice (10).

use domain::Answer;
use pack::thresholds::Level;
use text::{Arg, Message, Rounding};

use crate::explain::{self, Explained};
use crate::scan::{Level as Others, View, Window};

const KNOWN_DAYS: i64 = 15;

/// The numbers behind S01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The term so far.
    pub window: Window,
    /// Whether the term is an autumn term.
    pub autumn: bool,
}

impl Figures {
    /// Measures the term so far.
    pub fn measure(view: &View<'_>) -> Figures {
        let autumn = view.term.is_some_and(|term| term.start.date().month() >= 7);
        Figures { window: Window::of(view.term_days()), autumn }
    }

    /// Whether there is enough to answer.
    pub fn enough(&self) -> bool {
        self.window.known >= KNOWN_DAYS && self.window.covered()
    }

    /// The highest band reached, in percent; 0 below the lowest. `None` when there is too little data.
    pub fn band(&self, level: &Level) -> Option<i64> {
        let reached = |band: &&i64| self.window.reaches(**band);
        self.enough().then(|| level.bands_percent.iter().rev().find(reached).copied().unwrap_or(0))
    }

    /// Whether the watch level is reached.
    pub fn judge(&self, level: &Level) -> Answer {
        Answer::when(self.enough(), self.window.reaches(level.watch_percent))
    }

    /// What the school is told.
    /// `others` is how absent the rest of the pupil's school and grade are.
    pub fn explain(&self, level: &Level, others: Option<&Others>) -> Explained {
        let window = &self.window;
        let term = if self.autumn { "term-autumn" } else { "term-spring" };
        let rate = Arg::rate(window.absent(), window.reported, &level.bands_percent);
        let headline = Message::new("explain-s01")
            .with("rate", rate)
            .with("term", Arg::Code(term))
            .with("absent", Arg::Hours(window.absent()))
            .with("reported", Arg::Hours(window.reported));
        let missing = explain::too_few_days(window.known, KNOWN_DAYS).or_else(|| explain::low_coverage(window));
        let mut explained =
            explain::with_basis(self.judge(level), headline, missing, window, Some(level.watch_percent));
        explained.extend(others.map(of_others));
        explained
    }
}

fn of_others(others: &Others) -> Message {
    let rate = Arg::Percent { part: others.absent, whole: others.reported, rounding: Rounding::Whole };
    match others.grade {
        0 => Message::new("explain-s01-peers-preschool").with("rate", rate),
        grade => Message::new("explain-s01-peers").with("grade", Arg::Count(i64::from(grade))).with("rate", rate),
    }
}
