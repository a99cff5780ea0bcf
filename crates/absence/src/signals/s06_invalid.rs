//! S06 Upprepad ogiltig frånvaro: at least 5 % invalid absence in two months, on several days.
//!
//! Window: the last 40 school days. Fires when `20·ΣU ≥ ΣD` and at least 3 days hold 20 invalid minutes or more.
//! Needs at least 20 days and 80 % coverage. Source: method, section 1.3 (ströfrånvaro, Skolinspektionen 2016).

use domain::Answer;
use pack::thresholds::Invalid;
use text::{Arg, Message};

use crate::explain::{self, Explained};
use crate::scan::view::DAYS_40;
use crate::scan::{SchoolDay, View, Window};

const LEAST_DAYS: i64 = 20;
/// An invalid day holds at least this many invalid minutes. Method, not a setting.
const INVALID_MINUTES: i64 = 20;

/// The numbers behind S06.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The last forty school days.
    pub window: Window,
    /// Days with at least 20 invalid minutes.
    pub invalid_days: i64,
}

impl Figures {
    /// Measures the last forty school days.
    pub fn measure(view: &View<'_>) -> Figures {
        let days = view.last_days(DAYS_40);
        let invalid = |day: &SchoolDay| i64::from(day.invalid >= INVALID_MINUTES);
        Figures { window: view.windows.days40, invalid_days: days.iter().map(invalid).sum() }
    }

    fn enough(&self) -> bool {
        self.window.days >= LEAST_DAYS && self.window.covered()
    }

    /// The highest whole percentage and number of days that are reached. `None` when there is too little data.
    pub fn reach(&self) -> Option<(i64, i64)> {
        let percent = (100 * self.window.invalid).checked_div(self.window.reported);
        percent.filter(|_| self.enough()).map(|percent| (percent, self.invalid_days))
    }

    /// Whether both limits are reached.
    pub fn judge(&self, limit: &Invalid) -> Answer {
        let window = &self.window;
        let hit = 100 * window.invalid >= limit.percent * window.reported && self.invalid_days >= limit.days;
        Answer::when(self.enough(), hit)
    }

    /// What the school is told.
    pub fn explain(&self, limit: &Invalid) -> Explained {
        let window = &self.window;
        let rate = Arg::tenth_rate(window.invalid, window.reported, &[limit.percent]);
        let headline = Message::new("explain-s06")
            .with("rate", rate)
            .with("days", Arg::Count(window.days))
            .with("invalid-days", Arg::Count(self.invalid_days))
            .with("absent", Arg::Hours(window.invalid))
            .with("reported", Arg::Hours(window.reported));
        let missing = explain::too_few_days(window.days, LEAST_DAYS).or_else(|| explain::low_coverage(window));
        let mut explained = explain::with_basis(self.judge(limit), headline, missing, window, None);
        if self.judge(limit) != Answer::TooLittleData && window.reported < window.scheduled {
            explained.extend(self.bounds(limit));
        }
        explained
    }

    /// P13 for the invalid absence: what it would be if the unreported were presence, or all of it invalid.
    fn bounds(&self, limit: &Invalid) -> Explained {
        let window = &self.window;
        let (least, most) = (window.invalid, window.invalid + window.scheduled - window.reported);
        let bounds = Message::new("explain-s06-bounds")
            .with("low", Arg::lower_bound(least, window.scheduled))
            .with("high", Arg::upper_bound(most, window.scheduled, &[limit.percent]));
        let reaches = |minutes: i64| 100 * minutes >= limit.percent * window.scheduled;
        if reaches(least) && self.invalid_days >= limit.days {
            vec![bounds, Message::new("explain-certain-anyway")]
        } else if !reaches(most) {
            vec![bounds, Message::new("explain-surely-not")]
        } else {
            vec![bounds]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, lesson, said, thresholds};

    #[track_caller]
    fn check(days: Days, answer: Answer) {
        assert_eq!(days.see(Figures::measure).judge(&thresholds().s06), answer);
    }

    #[test]
    fn five_per_cent_invalid_fires() {
        // 40 days: D = 12000, 5 % is 600
        check(Days::autumn().present(37).invalid(3, 200), Answer::Yes);
        check(Days::autumn().present(37).invalid(2, 200).invalid(1, 199), Answer::No);
        check(Days::autumn().present(20).full(20), Answer::No); // valid absence is another matter
    }

    #[test]
    fn three_days_with_twenty_invalid_minutes_are_needed() {
        check(Days::autumn().present(37).invalid(2, 290).invalid(1, 20), Answer::Yes); // 600 minutes on 3 days
        check(Days::autumn().present(37).invalid(2, 291).invalid(1, 19), Answer::No); // 601 minutes on 2 days
        check(Days::autumn().present(38).invalid(2, 300), Answer::No);
    }

    #[test]
    fn twenty_days_are_enough_and_forty_are_seen() {
        check(Days::autumn().present(17).invalid(3, 100), Answer::Yes); // 300 of 6000
        check(Days::autumn().present(16).invalid(3, 100), Answer::TooLittleData);
        check(Days::autumn().invalid(3, 210).present(37), Answer::Yes); // 630 of 12000
        check(Days::autumn().invalid(3, 210).present(38), Answer::No); // the first day has left
    }

    #[test]
    fn four_fifths_reported_is_enough() {
        // 20 days with 240 of 300 minutes is 80 %; one unreported minute more is less
        check(Days::autumn().reported(20, 4), Answer::No);
        let last = [lesson("ma", 240), lesson("sv", 61).unreported()];
        check(Days::autumn().reported(19, 4).days(1, &last), Answer::TooLittleData);
    }

    #[test]
    fn the_school_is_told_rate_days_split_and_coverage() {
        // 40 days: D = 12000; U = 9·81 = 729 = 6.075 %; V = 300 = 2.5 %
        let days = Days::autumn().present(30).invalid(9, 81).full(1);
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s06)),
            "Ogiltig frånvaro 6,1 % de senaste 40 skoldagarna, på 9 olika dagar: 12 av 200 rapporterade \
             timmar. Giltig 3 %, ogiltig 6 %. Hela elevens egna schemalagda tid är rapporterad."
        );
    }

    #[test]
    fn a_rate_just_below_the_limit_is_not_shown_as_five() {
        // 599/12000 = 4.99 %, which half up would be 5,0 %
        let days = Days::autumn().present(37).invalid(2, 200).invalid(1, 199);
        assert!(said(&days.see(Figures::measure).explain(&thresholds().s06)).starts_with("Ogiltig frånvaro 4,9 %"));
    }

    #[test]
    fn the_bounds_are_those_of_the_invalid_absence() {
        // 40 days of 5 hours: S = 12000; 8 lessons unreported: D = 11520; U = 12·60 = 720 on 12 days
        // U/S = 6 %, over 5 % whatever the rest holds; (720 + 480)/12000 = 10 %
        let away = |minutes| {
            [lesson("ma", 60).invalid(minutes), lesson("sv", 60), lesson("en", 60), lesson("so", 60), lesson("no", 60)]
        };
        let half =
            [lesson("ma", 60).unreported(), lesson("sv", 60), lesson("en", 60), lesson("so", 60), lesson("no", 60)];
        let told = |days: Days| said(&days.see(Figures::measure).explain(&thresholds().s06));
        let certain = told(Days::autumn().days(12, &away(60)).days(8, &half).present(20));
        assert!(certain.contains("ligger den ogiltiga frånvaron mellan 6 % och 10 %. Säker oavsett"), "{certain}");
        // no invalid minute reported, 8 of 200 lessons unreported: at most 480/12000 = 4 %
        let never = told(Days::autumn().days(8, &half).present(32));
        assert!(never.contains("ligger den ogiltiga frånvaron mellan 0 % och 4 %. Säkert inte"), "{never}");
    }
}
