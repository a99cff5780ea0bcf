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
            window.weeks += i64::from(week != Some(day.week()));
            week = Some(day.week());
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
