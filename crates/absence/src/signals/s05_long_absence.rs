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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, day, said, thresholds};

    #[track_caller]
    fn check(days: Days, answer: Answer, run: Option<i64>, level: i64) {
        let (figures, limit) = (days.see(Figures::measure), thresholds().s05);
        assert_eq!((figures.judge(&limit), figures.run, figures.level(&limit)), (answer, run, level));
    }

    #[test]
    fn ten_days_in_a_row_fire_and_twenty_are_level_two() {
        check(Days::autumn().present(5).full(9), Answer::No, Some(9), 0);
        check(Days::autumn().present(5).full(10), Answer::Yes, Some(10), 1);
        check(Days::autumn().present(5).full(19), Answer::Yes, Some(19), 1);
        check(Days::autumn().present(5).full(20), Answer::Yes, Some(20), 2);
    }

    #[test]
    fn four_fifths_of_a_day_is_a_whole_day_away() {
        check(Days::autumn().absent(10, 240), Answer::Yes, Some(10), 1); // 240/300 = 80 %
        check(Days::autumn().absent(1, 239).absent(9, 240), Answer::No, Some(9), 0);
    }

    #[test]
    fn the_run_must_reach_the_latest_known_day() {
        check(Days::autumn().full(30).present(1), Answer::No, Some(0), 0);
    }

    #[test]
    fn unknown_days_neither_break_nor_add() {
        check(Days::autumn().full(5).unreported(2).full(5), Answer::Yes, Some(10), 1);
        check(Days::autumn().full(5).unreported(2).full(4), Answer::No, Some(9), 0);
        check(Days::autumn().full(10).unreported(3), Answer::Yes, Some(10), 1);
        check(Days::autumn().unreported(3).full(9), Answer::No, Some(9), 0);
    }

    #[test]
    fn one_known_day_is_enough_and_none_is_too_little() {
        check(Days::autumn().present(1), Answer::No, Some(0), 0);
        check(Days::autumn().unreported(15), Answer::TooLittleData, None, 0);
    }

    #[test]
    fn the_run_begins_on_its_first_whole_day_and_counts_the_unknown_after_it() {
        let figures = Days::autumn().present(3).unreported(1).full(4).unreported(2).see(Figures::measure);
        assert_eq!((figures.from, figures.unknown), (Some(day("2025-08-22")), 2)); // Friday
        assert_eq!(Days::autumn().full(3).present(1).see(Figures::measure).from, None);
    }

    #[test]
    fn the_school_is_told_the_first_day_the_unknown_days_and_the_coverage() {
        // 14 November 2025 is a Friday; 11 known days of 13: D/S = 3300/3900 = 84.6 %, A/S the same, at most 100 %
        let days = Days::from("2025-11-13").present(1).full(4).unreported(2).full(7);
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s05)),
            "Helt borta 11 skoldagar i rad sedan 14 november. 2 dagar utan rapportering räknas inte. Giltig 100 %, \
             ogiltig 0 %. 85 % av elevens egna schemalagda tid är rapporterad; vad det orapporterade än rymmer ligger \
             frånvaron mellan 84 % och 100 %."
        );
    }

    #[test]
    fn level_two_is_told_as_at_least_a_month() {
        let days = Days::from("2025-11-03").full(15).invalid(5, 300);
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s05)),
            "Helt borta 20 skoldagar i rad sedan 3 november. Så lång frånvaro räknas som minst en månad (nivå 2). \
             Giltig 75 %, ogiltig 25 %. Hela elevens egna schemalagda tid är rapporterad."
        );
    }

    #[test]
    fn no_run_is_told_as_such() {
        assert_eq!(
            said(&Days::autumn().present(1).see(Figures::measure).explain(&thresholds().s05)),
            "Eleven var inte helt borta den senast rapporterade skoldagen."
        );
    }
}
