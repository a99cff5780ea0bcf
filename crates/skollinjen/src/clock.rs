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

/// An instant as Swedish clocks show it: `2026-11-22 03:15`.
pub fn said(moment: Timestamp) -> String {
    moment.to_zoned(sweden()).strftime("%Y-%m-%d %H:%M").to_string()
}

fn in_sweden(moment: Timestamp) -> Day {
    Day::of(moment.to_zoned(sweden()).date())
}

/// Swedish time, also on a machine without a database of time zones.
fn sweden() -> TimeZone {
    TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC)
}
