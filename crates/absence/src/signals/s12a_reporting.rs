//! S12a Underlag att åtgärda: lessons that nobody reported.
//!
//! Window: the last 20 school days. Fires when coverage is below 80 %. A question to the head teacher about the
//! reporting; says nothing about the pupil and never puts one on a list. Source: method, section 1.3.

use domain::Answer;
use pack::thresholds::Underlag;
use text::{Arg, Message};

use crate::explain::Explained;
use crate::scan::{View, Window};

const DAYS: usize = 20;

/// The numbers behind S12a.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The last twenty school days.
    pub window: Window,
}

impl Figures {
    /// Measures the last twenty school days.
    pub fn measure(view: &View<'_>) -> Figures {
        Figures { window: Window::of(view.last_days(DAYS)) }
    }

    /// Whether too little is reported.
    pub fn judge(&self, limit: &Underlag) -> Answer {
        let window = &self.window;
        Answer::when(window.days > 0, 100 * window.reported < limit.coverage_percent * window.scheduled)
    }

    /// What the head teacher is told.
    pub fn explain(&self, limit: &Underlag) -> Explained {
        let reported = Arg::rate(self.window.reported, self.window.scheduled, &[limit.coverage_percent]);
        vec![Message::new("explain-s12a").with("reported", reported)]
    }
}
