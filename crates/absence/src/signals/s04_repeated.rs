//! S04 Upprepad frånvaro: absent days in five or more of ten school weeks.
//!
//! Window: the last 10 school weeks. Fires when at least 5 distinct weeks hold an absent day (P8). Needs at least 8
//! school weeks. One unbroken illness must last at least 17 school days to fire it. Source: method, section 1.3;
//! «upprepad» of skollagen 7 kap. 19 a §.

use domain::Answer;
use pack::thresholds::AbsentWeeks;
use text::{Arg, Message};

use crate::explain::{self, Explained};
use crate::scan::{SchoolDay, View, Window};

const WEEKS: usize = 10;
const LEAST_WEEKS: i64 = 8;

/// The numbers behind S04.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The last ten school weeks.
    pub window: Window,
    /// Weeks with at least one absent day.
    pub absent_weeks: i64,
    /// Absent days.
    pub absent_days: i64,
    /// Runs of absent days, separated by a known day that is not an absent day.
    pub runs: i64,
}

impl Figures {
    /// Measures the last ten school weeks.
    pub fn measure(view: &View<'_>) -> Figures {
        let days = view.last_weeks(WEEKS);
        let mut figures = Figures { window: Window::of(days), ..Figures::default() };
        let (mut week, mut in_run) = (None, false);
        for day in days.iter().filter(|day: &&SchoolDay| day.known()) {
            let absent = day.is_absent_day();
            if absent {
                figures.absent_days += 1;
                figures.absent_weeks += i64::from(week != Some(day.week()));
                figures.runs += i64::from(!in_run);
                week = Some(day.week());
            }
            in_run = absent;
        }
        figures
    }

    /// Whether that many weeks hold an absent day.
    pub fn judge(&self, limit: &AbsentWeeks) -> Answer {
        Answer::when(self.window.weeks >= LEAST_WEEKS, self.absent_weeks >= limit.weeks)
    }

    /// What the school is told. That the absence is spread out is said only when a known present day parts it.
    pub fn explain(&self, limit: &AbsentWeeks) -> Explained {
        let headline = Message::new("explain-s04")
            .with("absent-days", Arg::Count(self.absent_days))
            .with("days", Arg::Count(self.window.known))
            .with("absent-weeks", Arg::Count(self.absent_weeks))
            .with("weeks", Arg::Count(self.window.weeks));
        let missing = explain::too_few_weeks(self.window.weeks, LEAST_WEEKS);
        let mut explained = explain::with_basis(self.judge(limit), headline, missing, &self.window, None);
        if self.runs >= 2 && self.judge(limit).is_yes() {
            explained.insert(1, Message::new("explain-s04-spread"));
        }
        explained
    }
}
