//! Instants as days in Sweden.

use domain::Day;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::{Failure, Result};

/// Swedish time since 1996 as a rule, so that no list of zones is needed.
const SWEDEN: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// The day of an instant, in Sweden.
pub(crate) fn swedish(at: Timestamp) -> Result<Day> {
    Ok(Day::of(at.to_zoned(zone()?).date()))
}

/// An instant as Swedish clocks show it: `2026-11-22 03:15`.
///
/// # Errors
/// None that happens: the zone is a constant.
pub fn swedish_time(at: Timestamp) -> Result<String> {
    Ok(at.to_zoned(zone()?).strftime("%Y-%m-%d %H:%M").to_string())
}

/// Swedish time.
pub(crate) fn zone() -> Result<TimeZone> {
    TimeZone::posix(SWEDEN).map_err(|source| Failure::Fault { context: "Swedish time", source: Box::new(source) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(at: &str, day: &str) {
        assert_eq!(swedish(at.parse().unwrap()).unwrap().to_string(), day);
    }

    #[test]
    fn a_day_ends_at_midnight_in_sweden_in_summer_and_in_winter() {
        check("2026-11-20T22:59:59Z", "2026-11-20");
        check("2026-11-20T23:00:00Z", "2026-11-21");
        check("2026-06-01T21:59:59Z", "2026-06-01");
        check("2026-06-01T22:00:00Z", "2026-06-02");
    }
}
