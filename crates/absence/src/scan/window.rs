//! The figures that every signal shares: how long its window is, what was scheduled, reported and missed in it.

use domain::Day;

use super::day::SchoolDay;

/// Sums over a window of school days. `R = absent/reported`; coverage is `reported/scheduled`. Minutes are whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// First and last school day; `None` when there is none.
    pub span: Option<(Day, Day)>,
    /// Number of school days.
    pub days: i64,
    /// Number of known days (P7).
    pub known: i64,
    /// Number of school weeks (P9).
    pub weeks: i64,
    /// Scheduled minutes, S.
    pub scheduled: i64,
    /// Reported minutes, D.
    pub reported: i64,
    /// Valid absence minutes, V.
    pub valid: i64,
    /// Invalid absence minutes, U.
    pub invalid: i64,
}

impl Window {
    /// The window of consecutive school days.
    pub fn of(days: &[SchoolDay]) -> Window {
        let mut window = Window::default();
        let mut week = None;
        for day in days {
            window.days += 1;
            window.known += i64::from(day.known());
            window.weeks += i64::from(week != Some(day.week));
            week = Some(day.week);
            window.scheduled += day.scheduled;
            window.reported += day.reported;
            window.valid += day.valid;
            window.invalid += day.invalid;
        }
        window.span = days.first().zip(days.last()).map(|(first, last)| (first.date, last.date));
        window
    }

    /// Absence minutes, A.
    pub fn absent(&self) -> i64 {
        self.valid + self.invalid
    }

    /// P13: at least 80 % of the scheduled minutes are reported, and something is.
    pub fn covered(&self) -> bool {
        self.reported > 0 && 10 * self.reported >= 8 * self.scheduled
    }

    /// Whether R is at least `percent`.
    pub fn reaches(&self, percent: i64) -> bool {
        self.reported > 0 && 100 * self.absent() >= percent * self.reported
    }

    /// R in whole percent, rounded down: the highest whole percentage that R reaches. 0 when nothing is reported.
    pub fn percent(&self) -> i64 {
        (100 * self.absent()).checked_div(self.reported).unwrap_or(0)
    }

    /// R in whole percent, rounded up: R lies strictly over every whole percentage below it. 0 when nothing is reported.
    pub fn percent_up(&self) -> i64 {
        let whole = self.reported;
        (100 * self.absent() + whole - 1).checked_div(whole).unwrap_or(0)
    }

    /// Absence if all that is unreported were presence: `R_lo = A/S`, as numerator over `scheduled`.
    pub fn least(&self) -> i64 {
        self.absent()
    }

    /// Absence if all that is unreported were absence: `R_hi = (A + S − D)/S`, as numerator over `scheduled`.
    pub fn most(&self) -> i64 {
        self.absent() + self.scheduled - self.reported
    }

    /// P13: what the bounds say of a threshold, whatever the unreported lessons hold.
    pub fn bound(&self, percent: i64) -> Bound {
        if self.scheduled > 0 && 100 * self.least() >= percent * self.scheduled {
            Bound::Certain
        } else if 100 * self.most() < percent * self.scheduled {
            Bound::SurelyNot
        } else {
            Bound::Open
        }
    }
}

/// Whether unreported lessons could change the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// «säker oavsett orapporterat»
    Certain,
    /// «säkert inte»
    SurelyNot,
    /// The unreported lessons decide.
    Open,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, day};

    /// A window with these sums of minutes.
    fn window(scheduled: i64, reported: i64, absent: i64) -> Window {
        Window { scheduled, reported, valid: absent, ..Window::default() }
    }

    #[test]
    fn a_window_adds_up_its_days() {
        let days = Days::autumn().present(4).full(1).invalid(1, 60).unreported(1);
        let expected = Window {
            span: Some((day("2025-08-18"), day("2025-08-26"))),
            days: 7,
            known: 6,
            weeks: 2,
            scheduled: 2100,
            reported: 1800,
            valid: 300,
            invalid: 60,
        };
        assert_eq!(days.see(|view| Window::of(view.days)), expected);
        assert_eq!(Window::of(&[]), Window::default());
    }

    #[test]
    fn four_fifths_reported_is_covered() {
        assert!(window(1000, 800, 0).covered());
        assert!(!window(1001, 800, 0).covered());
        assert!(!window(0, 0, 0).covered());
    }

    #[test]
    fn a_rate_reaches_a_threshold_at_equality_and_nothing_reported_reaches_none() {
        assert!(window(1000, 800, 200).reaches(25));
        assert!(!window(1000, 800, 199).reaches(25));
        assert!(!window(1000, 0, 0).reaches(0));
    }

    #[test]
    fn the_unreported_decide_between_the_bounds() {
        #[track_caller]
        fn check(window: Window, bound: Bound) {
            assert_eq!(window.bound(25), bound);
        }
        // of 1000 scheduled minutes 100 are unreported; the threshold is 250
        check(window(1000, 900, 250), Bound::Certain);
        check(window(1000, 900, 249), Bound::Open);
        check(window(1000, 900, 150), Bound::Open); // 150 + 100 reaches it
        check(window(1000, 900, 149), Bound::SurelyNot);
        check(window(1000, 1000, 249), Bound::SurelyNot);
        check(window(0, 0, 0), Bound::Open);
    }
}
