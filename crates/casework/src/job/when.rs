//! When a recurring job comes next.

use domain::Day;
use jiff::{SignedDuration, Timestamp, civil};
use room::jobs::recurring::Often;

use crate::days::zone;
use crate::{Failure, Result};

/// The first time after now that it comes, counted from when it was due. Times that were missed while nothing ran are
/// made up for once, and not one by one.
pub(crate) fn next(often: Often, due: Timestamp, now: Timestamp) -> Result<Timestamp> {
    match often {
        Often::Every(seconds) => {
            let seconds = i64::from(seconds.max(1));
            let late = now.duration_since(due).as_secs().max(0);
            let rounds = late.div_euclid(seconds).saturating_add(1);
            due.checked_add(SignedDuration::from_secs(rounds.saturating_mul(seconds))).map_err(fault)
        }
        Often::Daily(minute) => {
            let today = Day::of(now.to_zoned(zone()?).date());
            for day in [today, today.plus(1), today.plus(2)] {
                let at = at(day, minute)?;
                if at > now {
                    return Ok(at);
                }
            }
            now.checked_add(SignedDuration::from_hours(24)).map_err(fault)
        }
    }
}

/// That minute of a day in Sweden. One that summer time skips is the same distance later.
fn at(day: Day, minute: u16) -> Result<Timestamp> {
    let hour = i8::try_from(minute / 60).unwrap_or(23).min(23);
    let rest = i8::try_from(minute % 60).unwrap_or(0);
    let time = civil::Time::new(hour, rest, 0, 0).map_err(fault)?;
    Ok(day.date().to_datetime(time).to_zoned(zone()?).map_err(fault)?.timestamp())
}

fn fault(source: jiff::Error) -> Failure {
    Failure::Fault { context: "when a job comes next", source: Box::new(source) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(often: Often, due: &str, now: &str, expected: &str) {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(next(often, at(due), at(now)).unwrap(), at(expected));
    }

    #[test]
    fn what_comes_often_keeps_its_beat_and_makes_up_for_what_was_missed_once() {
        let minute = Often::Every(60);
        check(minute, "2026-11-22T10:00:00Z", "2026-11-22T10:00:01Z", "2026-11-22T10:01:00Z");
        check(minute, "2026-11-22T10:00:00Z", "2026-11-22T10:00:59Z", "2026-11-22T10:01:00Z");
        check(minute, "2026-11-22T10:00:00Z", "2026-11-22T13:30:30Z", "2026-11-22T13:31:00Z");
        check(minute, "2026-11-22T10:00:00Z", "2026-11-22T09:00:00Z", "2026-11-22T10:01:00Z");
    }

    #[test]
    fn what_comes_each_day_comes_by_swedish_clocks() {
        let early = Often::Daily(3 * 60 + 15);
        check(early, "2026-11-22T02:15:00Z", "2026-11-22T02:15:01Z", "2026-11-23T02:15:00Z");
        check(early, "2026-06-01T01:15:00Z", "2026-06-01T01:15:01Z", "2026-06-02T01:15:00Z");
        check(early, "2026-11-20T02:15:00Z", "2026-11-22T01:00:00Z", "2026-11-22T02:15:00Z");
        // The night when summer time begins has no half past two.
        check(Often::Daily(150), "2026-03-28T01:30:00Z", "2026-03-28T01:30:01Z", "2026-03-29T01:30:00Z");
    }
}
