//! S09 Sena ankomster: late to the first lesson on five or more of twenty days.
//!
//! Window: the last 20 school days. Late is a reported first lesson (lowest start) with an absence of 5 minutes or
//! more that is not the whole lesson. Fires at 5 days. Needs 10 reported first lessons. Source: method, section 1.3.

use domain::Answer;
use pack::thresholds::Late;
use text::{Arg, Message};

use crate::explain::{self, Explained};
use crate::scan::view::DAYS_20;
use crate::scan::{SchoolDay, View, Window};

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
        let days = view.last_days(DAYS_20);
        let sum = |count: fn(&SchoolDay) -> i64| days.iter().map(count).sum();
        Figures {
            window: view.windows.days20,
            reported: sum(|day| i64::from(day.first_reported)),
            late: sum(|day| i64::from(day.late > 0)),
            minutes: sum(|day| i64::from(day.late)),
        }
    }

    /// The highest number of days that is reached. `None` when there is too little data.
    pub fn reach(&self) -> Option<i64> {
        (self.reported >= LEAST_REPORTED).then_some(self.late)
    }

    /// Whether the pupil is late that often.
    pub fn judge(&self, limit: &Late) -> Answer {
        self.reach().map_or(Answer::TooLittleData, |late| Answer::when(true, late >= limit.days))
    }

    /// What the school is told.
    pub fn explain(&self, limit: &Late) -> Explained {
        let average = (2 * self.minutes + self.late).checked_div(2 * self.late).unwrap_or(0);
        let headline = Message::new("explain-s09")
            .with("late", Arg::Count(self.late))
            .with("first-lessons", Arg::Count(self.reported))
            .with("minutes", Arg::Count(average))
            .with("days", Arg::Count(self.window.days));
        let missing = explain::too_few_lessons(self.reported, LEAST_REPORTED);
        explain::with_basis(self.judge(limit), headline, missing, &self.window, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, lesson, said, thresholds};

    #[track_caller]
    fn check(days: Days, answer: Answer) {
        assert_eq!(days.see(Figures::measure).judge(&thresholds().s09), answer);
    }

    #[test]
    fn five_late_days_fire() {
        check(Days::autumn().late(5, 5).present(15), Answer::Yes);
        check(Days::autumn().late(4, 5).present(16), Answer::No);
    }

    #[test]
    fn late_is_five_minutes_or_more_but_not_the_whole_lesson() {
        check(Days::autumn().late(5, 4).present(15), Answer::No);
        check(Days::autumn().late(5, 59).present(15), Answer::Yes);
        check(Days::autumn().late(5, 60).present(15), Answer::No);
    }

    #[test]
    fn only_the_first_lesson_of_the_day_counts() {
        check(Days::autumn().days(20, &[lesson("ma", 60), lesson("sv", 60).valid(10)]), Answer::No);
        let unreported = [lesson("ma", 60).unreported(), lesson("sv", 60).valid(10)];
        check(Days::autumn().days(10, &unreported).present(10), Answer::No);
    }

    #[test]
    fn ten_reported_first_lessons_are_enough() {
        check(Days::autumn().late(5, 5).present(5), Answer::Yes);
        check(Days::autumn().late(5, 5).present(4), Answer::TooLittleData);
        check(Days::autumn().late(5, 5).present(4).unreported(11), Answer::TooLittleData);
    }

    #[test]
    fn only_the_last_twenty_school_days_are_seen() {
        check(Days::autumn().late(5, 5).present(16), Answer::No);
    }

    #[test]
    fn the_school_is_told_days_average_split_coverage_and_bounds() {
        // late 13, 13, 13, 15, 15 and 15 minutes: 84/6 = 14; one first lesson unreported
        // S = 6000, D = 5940, V = 84 = 1.4 %, D/S = 99 %, A/S = 1.4 %, (A + 60)/S = 144/6000 = 2.4 %
        let first_unreported = [lesson("ma", 60).unreported(), lesson("sv", 240)];
        let days = Days::autumn().late(3, 13).late(3, 15).days(1, &first_unreported).present(13);
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s09)),
            "För sen till första lektionen 6 av 19 dagar bland de senaste 20 skoldagarna, i snitt 14 minuter. Giltig \
             1 %, ogiltig 0 %. 99 % av elevens egna schemalagda tid är rapporterad; vad det orapporterade än rymmer \
             ligger frånvaron mellan 1 % och 3 %."
        );
    }

    #[test]
    fn the_average_is_rounded_half_up() {
        let minutes = |days: Days| days.see(Figures::measure).explain(&thresholds().s09)[0].args[2].1.clone();
        assert_eq!(minutes(Days::autumn().late(5, 6).late(5, 7).present(10)), Arg::Count(7)); // 6.5
        assert_eq!(minutes(Days::autumn().late(6, 6).late(5, 7).present(9)), Arg::Count(6)); // 6.45
        assert_eq!(minutes(Days::autumn().present(20)), Arg::Count(0));
    }
}
