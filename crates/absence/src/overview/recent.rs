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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{day, weeks};

    #[test]
    fn the_last_ten_weeks_are_told_in_whole_percent() {
        // v. 36–47; 19 of 1,000 minutes are 1.9 %, which is told as 1
        let mut sums = weeks(&[500, 500, 0, 19, 20, 300, 400, 0, 600, 700, 1_000, 100]);
        sums.remove(7); // v. 43: no lesson
        sums[7].reported = 0; // v. 44: nobody reported
        assert_eq!(recent(&sums, day("2025-11-21")), [0, 1, 2, 30, 40, 255, 255, 70, 100, 10]);
    }

    #[test]
    fn weeks_before_the_first_are_nothing() {
        assert_eq!(recent(&weeks(&[50]), day("2025-09-03")), [255, 255, 255, 255, 255, 255, 255, 255, 255, 5]);
        assert_eq!(recent(&[], day("2025-09-03")), [255; 10]);
    }

    #[test]
    fn schools_and_weekends_of_a_week_are_told_together() {
        let [week] = *weeks(&[100]) else { panic!("one week") };
        let rows = [week, WeekSum { weekend: true, absent: 500, ..week }, WeekSum { school: 1, absent: 0, ..week }];
        assert_eq!(recent(&rows, day("2025-09-05"))[9], 20); // 600 of 3,000
    }
}
