//! S05 Lång sammanhängande frånvaro: ten or more full-absent days in a row, up to now.
//!
//! Window: backwards from the latest known day, as long as known days are full-absent (P8: at least 80 % missed).
//! Unknown days are skipped: they neither break nor add. Fires at 10 days; level 2 at 20. Needs one known day.
//! Source: method, section 1.3; two weeks, and «minst en månad» (Skolinspektionen).

use domain::{Answer, Day};
use pack::thresholds::LongRun;
use text::{Arg, Message};

use crate::explain::{self, Explained};
use crate::scan::{View, Window};

/// The numbers behind S05.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The school days from the first day of the run to the latest.
    pub window: Window,
    /// Full-absent known days in the run; `None` when no day is known.
    pub run: Option<i64>,
    /// First day of the run.
    pub from: Option<Day>,
    /// Unknown days after it, not counted.
    pub unknown: i64,
}

impl Figures {
    /// Measures the run that reaches up to the latest known day.
    pub fn measure(view: &View<'_>) -> Figures {
        let (mut run, mut first, mut any) = (0, view.days.len(), false);
        for (at, day) in view.days.iter().enumerate().rev().filter(|(_, day)| day.known()) {
            any = true;
            if !day.is_full_absent_day() {
                break;
            }
            run += 1;
            first = at;
        }
        let days = view.days.get(first..).unwrap_or(&[]);
        Figures {
            window: Window::of(days),
            run: any.then_some(run),
            from: days.first().map(|day| day.date),
            unknown: days.iter().map(|day| i64::from(!day.known())).sum(),
        }
    }

    /// 0 below the limit, 1 from it, 2 from the second limit.
    pub fn level(&self, limit: &LongRun) -> i64 {
        let run = self.run.unwrap_or(0);
        i64::from(run >= limit.days) + i64::from(run >= limit.level2_days)
    }

    /// Whether the run is that long.
    pub fn judge(&self, limit: &LongRun) -> Answer {
        Answer::when(self.run.is_some(), self.level(limit) > 0)
    }

    /// What the school is told.
    pub fn explain(&self, limit: &LongRun) -> Explained {
        let run = Arg::Count(self.run.unwrap_or(0));
        let headline = match self.from {
            Some(from) => Message::new("explain-s05").with("days", run).with("from", Arg::Day(from.date())),
            None => Message::new("explain-s05-none"),
        };
        let missing = explain::too_few_days(i64::from(self.run.is_some()), 1);
        let mut explained = explain::with_basis(self.judge(limit), headline, missing, &self.window, None);
        if self.unknown > 0 && self.run.is_some() {
            explained.insert(1, Message::new("explain-s05-unknown").with("days", Arg::Count(self.unknown)));
        }
        if self.level(limit) == 2 {
            explained.insert(1, Message::new("explain-s05-long"));
        }
        explained
    }
}
