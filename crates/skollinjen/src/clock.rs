//! The only place that reads the clock.

use domain::Day;

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
