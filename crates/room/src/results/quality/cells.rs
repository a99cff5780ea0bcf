//! The weeks of a course as bytes: five numbers of four bytes for each, most significant byte first.

use domain::Week;

use super::{CourseWeek, FAILED};
use crate::failure::{Result, broken};

/// As they are stored.
pub(super) fn bytes(weeks: &[CourseWeek]) -> Vec<u8> {
    let numbers = |it: &CourseWeek| {
        let counts = [it.lessons, it.silent, it.rows, it.reported].map(u32::to_be_bytes);
        [it.week.0.to_be_bytes().as_slice(), counts.as_flattened()].concat()
    };
    weeks.iter().flat_map(numbers).collect()
}

/// As they were stored.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<CourseWeek>> {
    let (numbers, rest) = bytes.as_chunks::<4>();
    let (weeks, over) = numbers.as_chunks::<5>();
    if !(rest.is_empty() && over.is_empty()) {
        return Err(broken(FAILED));
    }
    let week = |[week, lessons, silent, rows, reported]: &[[u8; 4]; 5]| CourseWeek {
        week: Week(i32::from_be_bytes(*week)),
        lessons: u32::from_be_bytes(*lessons),
        silent: u32::from_be_bytes(*silent),
        rows: u32::from_be_bytes(*rows),
        reported: u32::from_be_bytes(*reported),
    };
    Ok(weeks.iter().map(week).collect())
}

#[test]
fn weeks_come_back_as_they_were_stored() {
    let week = |week, lessons| CourseWeek { week: Week(week), lessons, silent: 1, rows: 70_000, reported: 3 };
    let weeks = [week(2960, 4), week(-1, 5)];
    let stored = bytes(&weeks);
    assert_eq!(stored.len(), 40);
    assert_eq!(read(&stored).unwrap(), weeks);
    assert!(read(&stored[1..]).is_err());
}
