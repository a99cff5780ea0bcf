//! The days to choose among for a follow-up, and the day of an instant.

use domain::Day;
use domain::calendar::Calendar;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// School weeks that can be chosen with one click.
const WEEKS: [u8; 4] = [1, 2, 3, 6];
/// The usual number of school weeks.
const USUAL: u8 = 3;

/// Numbers of school weeks and their days.
pub(crate) fn choices(calendar: &Calendar, today: Day) -> Vec<(u8, Day)> {
    WEEKS.into_iter().map(|weeks| (weeks, calendar.school_weeks_after(today, weeks))).collect()
}

/// The usual day.
pub(crate) fn usual(calendar: &Calendar, today: Day) -> Day {
    calendar.school_weeks_after(today, USUAL)
}

/// Swedish time, as the European Union has set it since 1996: told here, for no machine need have a zone database.
const SWEDEN: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// The day in Sweden of an instant.
pub(crate) fn day_of(at: Timestamp) -> Day {
    let zone = TimeZone::posix(SWEDEN).unwrap_or(TimeZone::UTC);
    Day::of(at.to_zoned(zone).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_at_midnight_in_sweden() {
        let check = |at: &str| day_of(at.parse().unwrap()).to_string();
        assert_eq!(check("2026-11-22T22:59:59Z"), "2026-11-22");
        assert_eq!(check("2026-11-22T23:00:00Z"), "2026-11-23");
        assert_eq!(check("2026-06-22T22:00:00Z"), "2026-06-23", "summer time");
    }
}
