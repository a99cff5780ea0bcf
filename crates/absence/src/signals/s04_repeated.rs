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
                figures.absent_weeks += i64::from(week != Some(day.week));
                figures.runs += i64::from(!in_run);
                week = Some(day.week);
            }
            in_run = absent;
        }
        figures
    }

    /// The highest number of weeks that is reached. `None` when there is too little data.
    pub fn reach(&self) -> Option<i64> {
        (self.window.weeks >= LEAST_WEEKS).then_some(self.absent_weeks)
    }

    /// Whether that many weeks hold an absent day.
    pub fn judge(&self, limit: &AbsentWeeks) -> Answer {
        self.reach().map_or(Answer::TooLittleData, |weeks| Answer::when(true, weeks >= limit.weeks))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, said, thresholds};

    #[track_caller]
    fn check(days: Days, answer: Answer) {
        assert_eq!(days.see(Figures::measure).judge(&thresholds().s04), answer);
    }

    /// A week with one day away, a quarter of it.
    fn monday_away(days: Days) -> Days {
        days.absent(1, 75).present(4)
    }

    #[test]
    fn five_weeks_with_an_absent_day_fire() {
        check(Days::autumn().repeat(5, monday_away).present(25), Answer::Yes);
        check(Days::autumn().repeat(4, monday_away).present(30), Answer::No);
        // the fifth week has 74 minutes, which is no quarter
        check(Days::autumn().repeat(4, monday_away).absent(1, 74).present(29), Answer::No);
        // many days in the same weeks are no more weeks
        check(Days::autumn().full(20).present(30), Answer::No);
    }

    #[test]
    fn eight_school_weeks_are_enough() {
        check(Days::autumn().repeat(5, monday_away).present(15), Answer::Yes); // 5 + 3 weeks
        check(Days::autumn().repeat(5, monday_away).present(10), Answer::TooLittleData);
        check(Days::autumn().repeat(5, monday_away).present(11), Answer::Yes); // one Monday begins the eighth
    }

    #[test]
    fn only_the_last_ten_school_weeks_are_seen() {
        check(Days::autumn().repeat(5, monday_away).present(26), Answer::No); // the first of the five has left
    }

    #[test]
    fn one_unbroken_illness_must_last_seventeen_days() {
        // from a Friday: 1 + 15 + 1 days reach into five weeks; 16 days into four
        check(Days::autumn().present(4).full(17).present(24), Answer::Yes);
        check(Days::autumn().present(4).full(16).present(25), Answer::No);
    }

    #[test]
    fn a_run_is_parted_only_by_a_known_present_day() {
        let runs = |days: Days| days.see(Figures::measure).runs;
        assert_eq!(runs(Days::autumn().full(3).present(1).full(2)), 2);
        assert_eq!(runs(Days::autumn().full(3).unreported(1).full(2)), 1);
        assert_eq!(
            runs(Days::autumn().full(3).absent(1, 74).full(2)),
            2,
            "less than a quarter away is not an absent day"
        );
        assert_eq!(runs(Days::autumn().present(5)), 0);
    }

    #[test]
    fn the_school_is_told_days_weeks_split_and_that_the_absence_is_spread() {
        // 45 days in 9 weeks, all reported: D = 13500, V = 5·75 = 375 (2.8 %)
        let spread = Days::autumn().repeat(5, monday_away).present(20);
        assert_eq!(
            said(&spread.see(Figures::measure).explain(&thresholds().s04)),
            "Borta minst en fjärdedel av dagen 5 av 45 rapporterade skoldagar, fördelat på 5 av de senaste 9 \
             skolveckorna. Frånvaron är spridd; det är inte en enda sammanhängande period. Giltig 3 %, ogiltig 0 %. \
             Hela elevens egna schemalagda tid är rapporterad."
        );
        // one illness of 17 known days, with an unreported day inside: S = 45·300, D = 44·300, A = 17·300
        // A/D = 38.6 %, D/S = 97.8 %, A/S = 37.8 %, 18/45 = 40 %; nothing says that it is spread
        let one = Days::autumn().present(4).full(8).unreported(1).full(9).present(23);
        assert_eq!(
            said(&one.see(Figures::measure).explain(&thresholds().s04)),
            "Borta minst en fjärdedel av dagen 17 av 44 rapporterade skoldagar, fördelat på 5 av de senaste 9 \
             skolveckorna. Giltig 39 %, ogiltig 0 %. 98 % av elevens egna schemalagda tid är rapporterad; vad det \
             orapporterade än rymmer ligger frånvaron mellan 37 % och 40 %."
        );
    }

    #[test]
    fn too_few_weeks_are_told() {
        let few = said(&Days::autumn().full(35).see(Figures::measure).explain(&thresholds().s04));
        assert!(
            few.starts_with("För lite underlag för att svara: 7 skolveckor att räkna på, men 8 behövs. Giltig 100 %")
        );
    }
}
