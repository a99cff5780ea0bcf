//! S08 En veckodag sticker ut: absent days gather on one weekday.
//!
//! Window: known days, Monday to Friday, of the last 15 school weeks; a miss is an absent day (P8). Fires when some
//! weekday stands out by [`super::contrast`]. Needs 28 such days. Source: method, section 1.3; a normal Friday lies
//! 1–2 points above other days.

use domain::Answer;
use text::{Arg, Message};

use super::contrast::{Contrast, Outstanding};
use crate::explain::{self, Explained};
use crate::scan::{View, Window};

const WEEKS: usize = 15;
const LEAST_DAYS: i64 = 28;
const WEEKDAYS: [&str; 5] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5"];

/// The numbers behind S08.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The last fifteen school weeks.
    pub window: Window,
    /// Known days per weekday.
    pub contrast: Contrast,
}

impl Figures {
    /// Measures the last fifteen school weeks.
    pub fn measure(view: &View<'_>) -> Figures {
        let days = view.last_weeks(WEEKS);
        let mut contrast = Contrast::default();
        for day in days.iter().filter(|day| day.known() && day.date.weekday() <= 5) {
            contrast.count(u16::from(day.date.weekday()), day.is_absent_day());
        }
        Figures { window: Window::of(days), contrast }
    }

    /// Whether a weekday stands out.
    pub fn judge(&self, limit: &pack::thresholds::Contrast) -> Answer {
        Answer::when(self.contrast.total() >= LEAST_DAYS, !self.which(limit).is_empty())
    }

    /// The weekdays that stand out, Monday 1 to Friday 5.
    pub fn which(&self, limit: &pack::thresholds::Contrast) -> Vec<u16> {
        let mut days: Vec<u16> = self.contrast.outstanding(limit).iter().map(|found| found.part.key).collect();
        days.sort_unstable();
        days
    }

    /// What the school is told: one sentence a weekday.
    pub fn explain(&self, limit: &pack::thresholds::Contrast) -> Explained {
        let mut found = self.contrast.outstanding(limit);
        found.sort_by_key(|found| found.part.key);
        let weekday = |found: &Outstanding| {
            let place = usize::from(found.part.key).saturating_sub(1);
            WEEKDAYS.get(place).copied().unwrap_or("weekday-1")
        };
        let sentence = |found: &Outstanding| {
            Message::new("explain-s08")
                .with("weekday", Arg::Code(weekday(found)))
                .with("missed", Arg::Count(found.part.missed))
                .with("days", Arg::Count(found.part.of))
                .with("other-missed", Arg::Count(found.others_missed))
                .with("other-days", Arg::Count(found.others_of))
        };
        let missing = explain::too_few_days(self.contrast.total(), LEAST_DAYS);
        explain::many_with_basis(self.judge(limit), found.iter().map(sentence).collect(), missing, &self.window, None)
    }
}
