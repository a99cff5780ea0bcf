//! S06 Upprepad ogiltig frånvaro: at least 5 % invalid absence in two months, on several days.
//!
//! Window: the last 40 school days. Fires when `20·ΣU ≥ ΣD` and at least 3 days hold 20 invalid minutes or more.
//! Needs at least 20 days and 80 % coverage. Source: method, section 1.3 (ströfrånvaro, Skolinspektionen 2016).

use domain::Answer;
use pack::thresholds::Invalid;
use text::{Arg, Message};

use crate::explain::{self, Explained};
use crate::scan::{SchoolDay, View, Window};

const DAYS: usize = 40;
const LEAST_DAYS: i64 = 20;
/// An invalid day holds at least this many invalid minutes. Method, not a setting.
const INVALID_MINUTES: i64 = 20;

/// The numbers behind S06.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The last forty school days.
    pub window: Window,
    /// Days with at least 20 invalid minutes.
    pub invalid_days: i64,
}

impl Figures {
    /// Measures the last forty school days.
    pub fn measure(view: &View<'_>) -> Figures {
        let days = view.last_days(DAYS);
        let invalid = |day: &SchoolDay| i64::from(day.invalid >= INVALID_MINUTES);
        Figures { window: Window::of(days), invalid_days: days.iter().map(invalid).sum() }
    }

    /// Whether both limits are reached.
    pub fn judge(&self, limit: &Invalid) -> Answer {
        let window = &self.window;
        let hit = 100 * window.invalid >= limit.percent * window.reported && self.invalid_days >= limit.days;
        Answer::when(window.days >= LEAST_DAYS && window.covered(), hit)
    }

    /// What the school is told.
    pub fn explain(&self, limit: &Invalid) -> Explained {
        let window = &self.window;
        let rate = Arg::tenth_rate(window.invalid, window.reported, &[limit.percent]);
        let headline = Message::new("explain-s06")
            .with("rate", rate)
            .with("days", Arg::Count(window.days))
            .with("invalid-days", Arg::Count(self.invalid_days));
        let missing = explain::too_few_days(window.days, LEAST_DAYS).or_else(|| explain::low_coverage(window));
        explain::with_basis(self.judge(limit), headline, missing, window, None)
    }
}
