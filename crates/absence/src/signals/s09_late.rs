//! S09 Sena ankomster: late to the first lesson on five or more of twenty days.
//!
//! Window: the last 20 school days. Late is a reported first lesson (lowest start) with an absence of 5 minutes or
//! more that is not the whole lesson. Fires at 5 days. Needs 10 reported first lessons. Source: method, section 1.3.

use domain::Answer;
use pack::thresholds::Late;
use text::{Arg, Message};

use crate::explain::{self, Explained};
use crate::scan::{SchoolDay, View, Window};

const DAYS: usize = 20;
const LEAST_REPORTED: i64 = 10;

/// The numbers behind S09.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The last twenty school days.
    pub window: Window,
    /// Reported first lessons.
    pub reported: i64,
    /// Late to that many of them.
    pub late: i64,
    /// Minutes late, all together.
    pub minutes: i64,
}

impl Figures {
    /// Measures the last twenty school days.
    pub fn measure(view: &View<'_>) -> Figures {
        let days = view.last_days(DAYS);
        let sum = |count: fn(&SchoolDay) -> i64| days.iter().map(count).sum();
        Figures {
            window: Window::of(days),
            reported: sum(|day| i64::from(day.first_reported)),
            late: sum(|day| i64::from(day.late > 0)),
            minutes: sum(|day| i64::from(day.late)),
        }
    }

    /// Whether the pupil is late that often.
    pub fn judge(&self, limit: &Late) -> Answer {
        Answer::when(self.reported >= LEAST_REPORTED, self.late >= limit.days)
    }

    /// What the school is told.
    pub fn explain(&self, limit: &Late) -> Explained {
        let average = (2 * self.minutes + self.late).checked_div(2 * self.late).unwrap_or(0);
        let headline = Message::new("explain-s09")
            .with("late", Arg::Count(self.late))
            .with("first-lessons", Arg::Count(self.reported))
            .with("minutes", Arg::Count(average));
        let missing = explain::too_few_lessons(self.reported, LEAST_REPORTED);
        explain::with_basis(self.judge(limit), headline, missing, &self.window, None)
    }
}
