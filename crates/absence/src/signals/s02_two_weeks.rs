//! S02 Hög frånvaro två veckor: a quarter or more of the last ten school days missed.
//!
//! Window: the last 10 school days. Fires when R ≥ 25 %. Needs exactly 10 days and 80 % coverage.
//! Source: method, section 1.3 (Kearney's first criterion).

use domain::Answer;
use pack::thresholds::Rate;
use text::{Arg, Message};

use crate::explain::{self, Explained};
use crate::scan::{View, Window};

const DAYS: i64 = 10;

/// The numbers behind S02.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The last ten school days.
    pub window: Window,
}

impl Figures {
    /// Measures the last ten school days.
    pub fn measure(view: &View<'_>) -> Figures {
        Figures { window: Window::of(view.last_days(10)) }
    }

    /// Whether the rate is reached.
    pub fn judge(&self, rate: &Rate) -> Answer {
        let enough = self.window.days == DAYS && self.window.covered();
        Answer::when(enough, self.window.reaches(rate.percent))
    }

    /// What the school is told.
    pub fn explain(&self, rate: &Rate) -> Explained {
        let window = &self.window;
        let headline = Message::new("explain-s02")
            .with("rate", Arg::rate(window.absent(), window.reported, &[rate.percent]))
            .with("absent", Arg::Hours(window.absent()))
            .with("reported", Arg::Hours(window.reported))
            .with("days", Arg::Count(window.days));
        let missing = explain::too_few_days(window.days, DAYS).or_else(|| explain::low_coverage(window));
        explain::with_basis(self.judge(rate), headline, missing, window, Some(rate.percent))
    }
}
