//! The only place that reads the clock.

use domain::Day;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

/// When the demo's day begins: people are at work.
const DEMO_MORNING: civil::Time = civil::time(8, 0, 0, 0);

/// Today, where the machine stands.
#[expect(clippy::disallowed_methods, reason = "the executable reads the clock, and hands the day down as an argument")]
pub fn today() -> Day {
    Day::of(jiff::Zoned::now().date())
}

/// Now, to the microsecond that the rooms keep.
#[expect(clippy::disallowed_methods, reason = "the executable reads the clock, and hands the time down as an argument")]
pub fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

/// Now, and the day that it is in Sweden: for everything that is served.
pub fn moment() -> (Timestamp, Day) {
    let now = now();
    (now, in_sweden(now))
}

/// The demo's clock: it stands at eight in the morning of that day when the demo begins, and goes from there.
pub fn demo(day: Day) -> impl Fn() -> (Timestamp, Day) + Send + Sync + Clone + 'static {
    let began = now();
    let morning = day.date().to_datetime(DEMO_MORNING).to_zoned(sweden());
    let morning = morning.map_or(began, |morning| morning.timestamp());
    move || {
        let moment = morning.saturating_add(now().duration_since(began)).unwrap_or(morning);
        (moment, in_sweden(moment))
    }
}

fn in_sweden(moment: Timestamp) -> Day {
    Day::of(moment.to_zoned(sweden()).date())
}

/// Swedish time since 1996 as a rule, so that it is right also on a machine without a list of time zones.
fn sweden() -> TimeZone {
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC)
}

#[test]
fn the_day_is_swedens_wherever_the_machine_stands() {
    let day = |at: &str| in_sweden(at.parse().unwrap()).to_string();
    assert_eq!([day("2026-11-22T23:30:00Z"), day("2026-11-22T22:30:00Z")], ["2026-11-23", "2026-11-22"]);
    assert_eq!(day("2026-06-01T22:30:00Z"), "2026-06-02");
}
