//! S03 Många frånvarodagar: ten or more absent days in fifteen school weeks.
//!
//! Window: the last 15 school weeks. An absent day is a known day with at least a quarter missed (P8). Fires at 10
//! absent days. Needs at least 20 known days. Source: method, section 1.3 (Kearney's third criterion).

use domain::Answer;
use pack::thresholds::AbsentDays;
use text::{Arg, Message};

use crate::explain::{self, Explained};
use crate::scan::{SchoolDay, View, Window};

const WEEKS: usize = 15;
const KNOWN_DAYS: i64 = 20;

/// The numbers behind S03.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The last fifteen school weeks.
    pub window: Window,
    /// Absent days in them.
    pub absent_days: i64,
}

impl Figures {
    /// Measures the last fifteen school weeks.
    pub fn measure(view: &View<'_>) -> Figures {
        let days = view.last_weeks(WEEKS);
        let absent_days = days.iter().filter(|day| day.is_absent_day()).map(|_: &SchoolDay| 1).sum();
        Figures { window: Window::of(days), absent_days }
    }

    /// Whether there are that many absent days.
    pub fn judge(&self, limit: &AbsentDays) -> Answer {
        Answer::when(self.window.known >= KNOWN_DAYS, self.absent_days >= limit.days)
    }

    /// What the school is told.
    pub fn explain(&self, limit: &AbsentDays) -> Explained {
        let headline = Message::new("explain-s03")
            .with("absent", Arg::Count(self.absent_days))
            .with("days", Arg::Count(self.window.known))
            .with("weeks", Arg::Count(self.window.weeks));
        let missing = explain::too_few_days(self.window.known, KNOWN_DAYS);
        explain::with_basis(self.judge(limit), headline, missing, &self.window, None)
    }
}
