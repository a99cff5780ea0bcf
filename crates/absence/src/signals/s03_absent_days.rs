//! S03 Många frånvarodagar: ten or more absent days in fifteen school weeks.
//!
//! Window: the last 15 school weeks. An absent day is a known day with at least a quarter missed (P8). Fires at 10
//! absent days. Needs at least 20 known days. Source: method, section 1.3 (Kearney's third criterion).

use domain::Answer;
use pack::thresholds::AbsentDays;
use text::{Arg, Message};

use crate::explain::{self, Explained};
use crate::scan::view::WEEKS_15;
use crate::scan::{SchoolDay, View, Window};

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
        let days = view.last_weeks(WEEKS_15);
        let absent_days = days.iter().filter(|day| day.is_absent_day()).map(|_: &SchoolDay| 1).sum();
        Figures { window: view.windows.weeks15, absent_days }
    }

    /// The highest number of days that is reached. `None` when there is too little data.
    pub fn reach(&self) -> Option<i64> {
        (self.window.known >= KNOWN_DAYS).then_some(self.absent_days)
    }

    /// Whether there are that many absent days.
    pub fn judge(&self, limit: &AbsentDays) -> Answer {
        self.reach().map_or(Answer::TooLittleData, |days| Answer::when(true, days >= limit.days))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, said, thresholds};

    #[track_caller]
    fn check(days: Days, answer: Answer) {
        assert_eq!(days.see(Figures::measure).judge(&thresholds().s03), answer);
    }

    #[test]
    fn ten_days_with_a_quarter_missed_fire() {
        // a quarter of 300 minutes is 75
        check(Days::autumn().present(10).absent(10, 75), Answer::Yes);
        check(Days::autumn().present(11).absent(9, 75), Answer::No);
        check(Days::autumn().present(10).absent(9, 75).absent(1, 74), Answer::No);
    }

    #[test]
    fn twenty_known_days_are_enough() {
        check(Days::autumn().full(20), Answer::Yes);
        check(Days::autumn().full(19), Answer::TooLittleData);
        check(Days::autumn().full(19).unreported(1), Answer::TooLittleData);
        check(Days::autumn().full(10).unreported(5).present(10), Answer::Yes); // no limit on coverage
    }

    #[test]
    fn only_the_last_fifteen_school_weeks_are_seen() {
        check(Days::autumn().full(10).present(65), Answer::Yes); // 75 days are 15 weeks
        check(Days::autumn().full(10).present(66), Answer::No); // the first 5 days have left
        // weeks without school are no school weeks: 2 + 13 with a gap of two between
        check(Days::autumn().full(10).on("2025-09-15").present(65), Answer::Yes);
    }

    #[test]
    fn the_school_is_told_days_weeks_split_coverage_and_bounds() {
        // 40 days in 8 weeks, 2 unreported: S = 12000, D = 11400, V = 10·150 = 1500, U = 2·150 = 300
        // V/D = 13.2 %, U/D = 2.6 %, D/S = 95 %, A/S = 15 %, (A + 600)/S = 20 %
        let days = Days::autumn().absent(10, 150).invalid(2, 150).unreported(2).present(26);
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s03)),
            "Borta minst en fjärdedel av dagen 12 av 38 rapporterade skoldagar, under de senaste 8 skolveckorna. \
             Giltig 13 %, ogiltig 3 %. 95 % av elevens egna schemalagda tid är rapporterad; vad det orapporterade än \
             rymmer ligger frånvaron mellan 15 % och 20 %."
        );
    }
}
