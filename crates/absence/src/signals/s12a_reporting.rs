//! S12a Underlag att åtgärda: lessons that nobody reported.
//!
//! Window: the last 20 school days. Fires when coverage is below 80 %. A question to the head teacher about the
//! reporting; says nothing about the pupil and never puts one on a list. Source: method, section 1.3.

use domain::Answer;
use pack::thresholds::Underlag;
use text::{Arg, Message};

use crate::explain::Explained;
use crate::scan::{View, Window};

/// The numbers behind S12a.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The last twenty school days.
    pub window: Window,
}

impl Figures {
    /// Measures the last twenty school days.
    pub fn measure(view: &View<'_>) -> Figures {
        Figures { window: view.windows.days20 }
    }

    /// The share reported in whole percent, rounded down. `None` when there is too little data.
    pub fn reach(&self) -> Option<i64> {
        (100 * self.window.reported).checked_div(self.window.scheduled)
    }

    /// Whether too little is reported.
    pub fn judge(&self, limit: &Underlag) -> Answer {
        let window = &self.window;
        Answer::when(window.days > 0, 100 * window.reported < limit.coverage_percent * window.scheduled)
    }

    /// What the head teacher is told.
    pub fn explain(&self, limit: &Underlag) -> Explained {
        let reported = Arg::rate(self.window.reported, self.window.scheduled, &[limit.coverage_percent]);
        vec![
            Message::new("explain-s12a")
                .with("reported", reported)
                .with("hours", Arg::Hours(self.window.reported))
                .with("scheduled", Arg::Hours(self.window.scheduled))
                .with("days", Arg::Count(self.window.days)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, lesson, said, thresholds};

    #[track_caller]
    fn check(days: Days, answer: Answer) {
        assert_eq!(days.see(Figures::measure).judge(&thresholds().s12), answer);
    }

    #[test]
    fn below_four_fifths_reported_fires() {
        // 20 days with 240 of 300 minutes is 80 %; one unreported minute more is less
        check(Days::autumn().reported(20, 4), Answer::No);
        let last = [lesson("ma", 240), lesson("sv", 61).unreported()];
        check(Days::autumn().reported(19, 4).days(1, &last), Answer::Yes);
    }

    #[test]
    fn absence_is_reporting_too() {
        check(Days::autumn().full(20), Answer::No);
    }

    #[test]
    fn only_the_last_twenty_school_days_are_seen_and_one_is_enough() {
        check(Days::autumn().unreported(20).present(20), Answer::No);
        check(Days::autumn().unreported(1), Answer::Yes);
        check(Days::autumn().asked_on("2025-08-17"), Answer::TooLittleData);
    }

    #[test]
    fn the_head_teacher_is_told_the_share_and_that_nothing_is_said_of_the_pupil() {
        // 2 days with 4 and 18 days with 3 of 5 lessons: (8 + 54)/100 = 62 %
        let days = Days::autumn().reported(2, 4).reported(18, 3);
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s12)),
            "62 % av den schemalagda tiden de senaste 20 skoldagarna är rapporterad: 62 av 100 timmar. Inga \
             slutsatser dras om eleven."
        );
    }

    #[test]
    fn just_below_the_limit_is_not_shown_as_eighty() {
        // 4800 of 6001 minutes is 79.99 %
        let last = [lesson("ma", 240), lesson("sv", 61).unreported()];
        let days = Days::autumn().reported(19, 4).days(1, &last);
        assert!(said(&days.see(Figures::measure).explain(&thresholds().s12)).starts_with("79,9 % av"));
    }
}
