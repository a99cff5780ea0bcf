//! The last ten weeks of a pupil in ten bytes, for a small curve in a list.

use domain::Day;

use crate::scan::WeekSum;

/// Weeks in the curve.
pub const WEEKS: usize = 10;
/// Stands where there is nothing to tell: no lesson, or none that is reported.
pub const NOTHING: u8 = 255;

/// Absence of the ten ISO weeks up to and with that of `as_of`, oldest first: `100·A // D` of all schools together, or
/// [`NOTHING`]. `sums` are the pupil's, as known on `as_of`.
pub fn recent(sums: &[WeekSum], as_of: Day) -> [u8; WEEKS] {
    let mut weeks = [(0_i64, 0_i64); WEEKS];
    let last = as_of.week().0;
    for sum in sums {
        let back = usize::try_from(last - sum.week.0).unwrap_or(usize::MAX);
        let place = (WEEKS - 1).checked_sub(back);
        if let Some((absent, reported)) = place.and_then(|place| weeks.get_mut(place)) {
            *absent += i64::from(sum.absent);
            *reported += i64::from(sum.reported);
        }
    }
    weeks.map(|(absent, reported)| match reported {
        0 => NOTHING,
        _ => u8::try_from(100 * absent / reported).unwrap_or(100),
    })
}
