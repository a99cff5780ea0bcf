//! The thresholds of the signals (method, section 1.3): how far a figure must go before it is a reason to ask.
//!
//! What defines a day or a lesson – a quarter of the day, 20 minutes, half a lesson – is method and not a threshold.

use serde::{Deserialize, Serialize};

/// The thresholds of every signal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// Level so far in the term.
    pub s01: Level,
    /// High absence for two weeks.
    pub s02: Rate,
    /// Many days of absence.
    pub s03: AbsentDays,
    /// Repeated absence.
    pub s04: AbsentWeeks,
    /// Long unbroken absence.
    pub s05: LongRun,
    /// Repeated invalid absence.
    pub s06: Invalid,
    /// One subject stands out.
    pub s07: Contrast,
    /// One weekday stands out.
    pub s08: Contrast,
    /// Late arrivals.
    pub s09: Late,
    /// Clear worsening.
    pub s10: Worsening,
    /// Strengthened support.
    pub s11: Majority,
    /// Reporting to put right, a and b.
    pub s12: Underlag,
}

/// S01: absence in bands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Lower ends of the bands, percent, ascending. The band of a rate is the highest that it reaches.
    pub bands_percent: Vec<i64>,
    /// The signal fires from this rate, percent; one of the bands.
    pub watch_percent: i64,
    /// From this rate it is a matter for more than the mentor, percent; one of the bands, not below `watch_percent`.
    pub notify_percent: i64,
}

/// S02: absence as a share of reported time in the last 10 school days.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// Fires at this rate or above, percent.
    pub percent: i64,
}

/// S03: absent days in the last 15 school weeks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AbsentDays {
    /// Fires at this many absent days.
    pub days: i64,
}

/// S04: school weeks with an absent day, of the last 10.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AbsentWeeks {
    /// Fires at this many weeks.
    pub weeks: i64,
}

/// S05: full-absent school days in a row, up to now.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LongRun {
    /// Fires at this many school days.
    pub days: i64,
    /// Level 2 at this many school days.
    pub level2_days: i64,
}

/// S06: invalid absence in the last 40 school days. Both must be reached.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Invalid {
    /// Invalid minutes of reported minutes, percent.
    pub percent: i64,
    /// Days with at least 20 invalid minutes.
    pub days: i64,
}

/// S07 and S08: one subject (lessons) or one weekday (days) against all others. Everything must be reached.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Contrast {
    /// Reported lessons in the subject; `days` in the file of S08: known days of the weekday.
    #[serde(alias = "days")]
    pub lessons: i64,
    /// Missed ones among them.
    pub missed: i64,
    /// Lessons in other subjects, or other days.
    pub others: i64,
    /// Share missed, percent.
    pub percent: i64,
    /// Share missed above the share missed of the others, percentage points.
    pub excess_percent: i64,
}

/// S09: late to the first lesson in the last 20 school days.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Late {
    /// Fires at this many days.
    pub days: i64,
}

/// S10: sum of worsening above the pupil's own earlier level, over at most 8 weeks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Worsening {
    /// Fires at this sum, parts per million times weeks: 400 000 is 40 percentage points for one week.
    pub ppm_weeks: i64,
}

/// S11: absence during a term.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Majority {
    /// Fires strictly over this rate, percent.
    pub over_percent: i64,
}

/// S12: whether the reporting (*underlaget*) can carry a signal at all.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Underlag {
    /// a fires when less than this is reported in the last 20 school days, percent of scheduled time.
    pub coverage_percent: i64,
    /// b fires when the pupil's scheduled time is less than this, percent of the median of school and grade.
    pub schedule_percent: i64,
    /// b needs this many pupils in the same school and grade.
    pub peers: i64,
}
