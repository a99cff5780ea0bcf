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

    fn enough(&self) -> bool {
        self.window.days == DAYS && self.window.covered()
    }

    /// The highest whole percentage that is reached. `None` when there is too little data.
    pub fn reach(&self) -> Option<i64> {
        self.enough().then(|| self.window.percent())
    }

    /// Whether the rate is reached.
    pub fn judge(&self, rate: &Rate) -> Answer {
        Answer::when(self.enough(), self.window.reaches(rate.percent))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, lesson, said, thresholds};

    #[track_caller]
    fn check(days: Days, answer: Answer) {
        assert_eq!(days.see(Figures::measure).judge(&thresholds().s02), answer);
    }

    #[test]
    fn a_quarter_of_ten_days_fires() {
        // D = 3000, a quarter is 750
        check(Days::autumn().missing(10, 750), Answer::Yes);
        check(Days::autumn().missing(10, 749), Answer::No);
    }

    #[test]
    fn exactly_ten_days_are_needed_and_no_more_are_seen() {
        check(Days::autumn().full(10), Answer::Yes);
        check(Days::autumn().full(9), Answer::TooLittleData);
        check(Days::autumn().full(20).missing(10, 749), Answer::No);
    }

    #[test]
    fn four_fifths_reported_is_enough() {
        // 2400 of 3000 minutes is 80 %; 2400 of 3001 is less
        check(Days::autumn().reported(10, 4), Answer::No);
        let last = [lesson("ma", 240), lesson("sv", 61).unreported()];
        check(Days::autumn().reported(9, 4).days(1, &last), Answer::TooLittleData);
    }

    #[test]
    fn the_window_goes_on_over_a_holiday() {
        check(Days::autumn().full(5).on("2025-11-03").present(5), Answer::Yes); // 1500 of 3000
    }

    #[test]
    fn the_school_is_told_hours_split_coverage_and_bounds() {
        // one day unreported: S = 3000 (50 h), D = 2700 (45 h), V = 600, U = 120, A = 720 (12 h)
        // R = 720/2700 = 26.7 %, V/D = 22.2 %, U/D = 4.4 %, D/S = 90 %, A/S = 24 %, (A + S − D)/S = 1020/3000 = 34 %
        let days = Days::autumn().full(2).invalid(1, 120).unreported(1).present(6);
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s02)),
            "Frånvaro 27 % de senaste 10 skoldagarna: 12 av 45 rapporterade timmar. Giltig 22 %, ogiltig 4 %. 90 % av \
             elevens egna schemalagda tid är rapporterad; vad det orapporterade än rymmer ligger frånvaron mellan \
             24 % och 34 %."
        );
    }

    #[test]
    fn the_bounds_say_when_the_unreported_cannot_matter() {
        // A/S = 750/3000 = 25 % reaches the limit whatever the unreported day held
        let certain =
            said(&Days::autumn().missing(9, 750).unreported(1).see(Figures::measure).explain(&thresholds().s02));
        assert!(certain.ends_with(
            "Säker oavsett orapporterat: gränsen är nådd även om eleven var på plats all orapporterad tid."
        ));
        // (A + S − D)/S = (449 + 300)/3000 is below 25 %, and is shown so
        let not = said(&Days::autumn().missing(9, 449).unreported(1).see(Figures::measure).explain(&thresholds().s02));
        assert!(not.ends_with(
            "mellan 14 % och 24,9 %. Säkert inte: gränsen nås inte ens om eleven var borta all orapporterad tid."
        ));
    }
}
