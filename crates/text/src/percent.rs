//! Percent from exact integers. Rounding is chosen so that a rate never seems to have crossed a limit it has not.

use crate::{
    message::Language,
    number::{NO_BREAK_SPACE, decimal_mark, grouped},
};

/// How a share is rounded when it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// Whole percent, half up.
    Whole,
    /// Whole percent, down.
    Down,
    /// Whole percent, up.
    Up,
    /// One decimal, half up.
    Tenth,
    /// One decimal, down.
    TenthDown,
    /// One decimal, up.
    TenthUp,
}

/// A share beside what is shown of it, so that the two can be compared with a limit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown {
    part: i128,
    whole: i128,
    /// Per mille, that is, tenths of a percent.
    tenths: i128,
}

impl Shown {
    /// A share rounded; `whole` must be positive for the result to mean anything.
    pub(crate) fn new(part: i64, whole: i64, rounding: Rounding) -> Shown {
        let (part, whole) = (i128::from(part), i128::from(whole.max(1)));
        let tenths = match rounding {
            Rounding::Whole => half_up(part * 100, whole) * 10,
            Rounding::Down => (part * 100).div_euclid(whole) * 10,
            Rounding::Up => up(part * 100, whole) * 10,
            Rounding::Tenth => half_up(part * 1000, whole),
            Rounding::TenthDown => (part * 1000).div_euclid(whole),
            Rounding::TenthUp => up(part * 1000, whole),
        };
        Shown { part, whole, tenths }
    }

    /// Whether what is shown reaches the limit (percent) exactly when the share does.
    pub(crate) fn same_side_at_least(self, percent: i64) -> bool {
        let limit = i128::from(percent);
        (self.part * 100 >= limit * self.whole) == (self.tenths >= limit * 10)
    }

    /// Whether what is shown is over the limit (percent) exactly when the share is.
    pub(crate) fn same_side_over(self, percent: i64) -> bool {
        let limit = i128::from(percent);
        (self.part * 100 > limit * self.whole) == (self.tenths > limit * 10)
    }
}

/// A share in percent as a language writes it: `17 %` with a no-break space in Swedish, `17%` in English.
pub(crate) fn percent(part: i64, whole: i64, rounding: Rounding, language: Language) -> String {
    if whole <= 0 {
        return "–".to_owned();
    }
    let tenths = Shown::new(part, whole, rounding).tenths;
    let sign = if tenths < 0 { "−" } else { "" };
    let (size, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    let size = grouped(size, language);
    let number = match rounding {
        Rounding::Whole | Rounding::Down | Rounding::Up => size,
        Rounding::Tenth | Rounding::TenthDown | Rounding::TenthUp => {
            format!("{size}{}{tenth}", decimal_mark(language))
        }
    };
    match language {
        Language::Swedish => format!("{sign}{number}{NO_BREAK_SPACE}%"),
        Language::English => format!("{sign}{number}%"),
    }
}

/// `a / b` rounded half up; `b` is positive.
fn half_up(a: i128, b: i128) -> i128 {
    (2 * a + b).div_euclid(2 * b)
}

/// `a / b` rounded up; `b` is positive.
fn up(a: i128, b: i128) -> i128 {
    -(-a).div_euclid(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Arg;

    #[track_caller]
    fn check(arg: Arg, swedish: &str, english: &str) {
        let Arg::Percent { part, whole, rounding } = arg else { panic!("not a percentage") };
        assert_eq!(percent(part, whole, rounding, Language::Swedish), swedish.replace(' ', "\u{a0}"));
        assert_eq!(percent(part, whole, rounding, Language::English), english);
    }

    fn plain(part: i64, whole: i64, rounding: Rounding) -> Arg {
        Arg::Percent { part, whole, rounding }
    }

    #[test]
    fn rounds_as_told() {
        // 1/8 is 12.5 %; 1/3 is 33.33… %; 2/3 is 66.66… %
        check(plain(1, 8, Rounding::Whole), "13 %", "13%");
        check(plain(1, 8, Rounding::Down), "12 %", "12%");
        check(plain(1, 8, Rounding::Up), "13 %", "13%");
        check(plain(1, 8, Rounding::Tenth), "12,5 %", "12.5%");
        check(plain(1, 3, Rounding::Whole), "33 %", "33%");
        check(plain(1, 3, Rounding::TenthUp), "33,4 %", "33.4%");
        check(plain(2, 3, Rounding::TenthDown), "66,6 %", "66.6%");
        check(plain(1, 4, Rounding::Up), "25 %", "25%");
        check(plain(0, 7, Rounding::Tenth), "0,0 %", "0.0%");
    }

    #[test]
    fn a_share_of_nothing_is_a_dash() {
        check(plain(0, 0, Rounding::Whole), "–", "–");
        check(plain(5, 0, Rounding::Tenth), "–", "–");
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        check(plain(i64::MAX, i64::MAX, Rounding::TenthUp), "100,0 %", "100.0%");
    }

    #[test]
    fn a_rate_below_a_threshold_never_shows_it() {
        let thresholds = [5, 10, 15, 20, 30, 50];
        // 145, 149 and 1499 per mille or per ten thousand all round to 15 % but have not reached it
        check(Arg::rate(145, 1_000, &thresholds), "14,5 %", "14.5%");
        check(Arg::rate(1_499, 10_000, &thresholds), "14,9 %", "14.9%");
        check(Arg::rate(150, 1_000, &thresholds), "15 %", "15%");
        // no threshold between 16.6 and 17
        check(Arg::rate(166, 1_000, &thresholds), "17 %", "17%");
        check(Arg::rate(145, 1_000, &[]), "15 %", "15%");
    }

    #[test]
    fn a_rate_with_a_decimal_never_shows_a_threshold_it_is_below() {
        // 4.96 %
        check(Arg::tenth_rate(496, 10_000, &[5]), "4,9 %", "4.9%");
        check(Arg::tenth_rate(496, 10_000, &[]), "5,0 %", "5.0%");
        check(Arg::tenth_rate(606, 10_000, &[5]), "6,1 %", "6.1%");
    }

    #[test]
    fn a_rate_over_a_limit_shows_that_it_is() {
        check(Arg::rate_over(50, 100, 50), "50 %", "50%");
        check(Arg::rate_over(5_004, 10_000, 50), "50,1 %", "50.1%");
        check(Arg::rate_over(57, 100, 50), "57 %", "57%");
        check(Arg::rate_over(502, 1_000, 50), "50,2 %", "50.2%");
        check(Arg::rate_over(498, 1_000, 50), "49,8 %", "49.8%");
    }

    #[test]
    fn bounds_hold_what_they_bound() {
        check(Arg::lower_bound(169, 1_000), "16 %", "16%");
        check(Arg::upper_bound(211, 1_000, &[15]), "22 %", "22%");
        // 14.2 % rounded up would reach 15
        check(Arg::upper_bound(142, 1_000, &[15]), "14,2 %", "14.2%");
        check(Arg::upper_bound(1_496, 10_000, &[15]), "14,9 %", "14.9%");
    }

    #[test]
    fn no_share_is_shown_on_the_wrong_side_of_a_threshold() {
        for part in 0..=2_000 {
            let Arg::Percent { rounding, .. } = Arg::rate(part, 2_000, &[10, 15]) else { panic!("not a percentage") };
            let shown = Shown::new(part, 2_000, rounding).tenths;
            assert_eq!(shown >= 100, part >= 200, "{part}");
            assert_eq!(shown >= 150, part >= 300, "{part}");
        }
    }
}
