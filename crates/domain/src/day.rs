//! Days and ISO weeks as plain numbers, so that windows are arithmetic and not calendars.

use jiff::civil::{Date, date};

/// A Swedish local date, as days since 1970-01-01. The history stores it so, and counts in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// An ISO week (Monday to Sunday), as weeks since the week of 1970-01-01. Consecutive weeks differ by one, also over
/// a new year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(pub i32);

const EPOCH: Date = date(1970, 1, 1);
/// 1970-01-01 was a Thursday: three days after its Monday.
const EPOCH_WEEKDAY_OFFSET: i32 = 3;

impl Day {
    /// The day of a civil date.
    pub fn of(date: Date) -> Day {
        Day((date - EPOCH).get_days())
    }

    /// The civil date of the day; the nearest one that exists when the number is outside years -9999 to 9999.
    pub fn date(self) -> Date {
        EPOCH.saturating_add(jiff::SignedDuration::from_hours(i64::from(self.0) * 24))
    }

    /// ISO weekday, Monday 1 to Sunday 7.
    #[inline]
    pub fn weekday(self) -> u8 {
        // rem_euclid(7) is 0..=6
        u8::try_from((self.0 + EPOCH_WEEKDAY_OFFSET).rem_euclid(7)).unwrap_or(0) + 1
    }

    /// The ISO week that the day lies in.
    #[inline]
    pub fn week(self) -> Week {
        Week((self.0 + EPOCH_WEEKDAY_OFFSET).div_euclid(7))
    }

    /// The day `n` days later (earlier when negative).
    #[inline]
    pub fn plus(self, n: i32) -> Day {
        Day(self.0.saturating_add(n))
    }

    /// The day itself, or the Friday before it when it is a Saturday or Sunday.
    pub fn weekday_at_or_before(self) -> Day {
        self.plus(5 - i32::from(self.weekday().max(5)))
    }
}

impl Week {
    /// Monday of the week.
    #[inline]
    pub fn monday(self) -> Day {
        Day(self.0 * 7 - EPOCH_WEEKDAY_OFFSET)
    }

    /// Friday of the week.
    pub fn friday(self) -> Day {
        self.monday().plus(4)
    }

    /// The ISO week number as people say it: 1 to 53.
    pub fn number(self) -> u8 {
        u8::try_from(self.monday().date().iso_week_date().week()).unwrap_or(0)
    }
}

impl std::str::FromStr for Day {
    type Err = jiff::Error;

    /// Reads `2026-11-22`.
    fn from_str(text: &str) -> Result<Day, jiff::Error> {
        text.parse::<Date>().map(Day::of)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.date().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_and_weeks_agree_with_the_iso_calendar() {
        let mut day = Day::of(date(2019, 12, 20));
        while day < Day::of(date(2027, 1, 10)) {
            let iso = day.date().iso_week_date();
            assert_eq!(day.weekday(), u8::try_from(iso.weekday().to_monday_one_offset()).unwrap(), "{day}");
            assert_eq!(day.week().number(), u8::try_from(iso.week()).unwrap(), "{day}");
            assert_eq!(day.week().monday().weekday(), 1);
            assert!(day.week().monday() <= day && day < day.week().monday().plus(7));
            assert_eq!(Day::of(day.date()), day);
            day = day.plus(1);
        }
    }

    #[test]
    fn the_last_weekday_of_a_weekend_is_friday() {
        let friday: Day = "2025-12-19".parse().unwrap();
        for later in 0..3 {
            assert_eq!(friday.plus(later).weekday_at_or_before(), friday);
        }
        assert_eq!(friday.plus(3).weekday_at_or_before(), friday.plus(3));
    }
}
