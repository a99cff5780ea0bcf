//! The days to choose among for a follow-up.

use domain::Day;
use domain::calendar::Calendar;

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
