//! What a school's own files say about how it reports: by group, subject and week, and what was changed late.
//!
//! It is about lessons and never about a pupil's absence. A group is whatever the caller says of a pupil number, such as
//! a class: the history knows none.

pub mod count;
pub mod late;

pub use count::{Cell, Counted, count};
pub use late::{Late, late};

/// The group of pupils that the caller puts in none, such as those who have left.
pub const NO_GROUP: u16 = 0;
/// The highest number of a group.
pub const MOST_GROUPS: u16 = 4_095;

/// A lesson as a number, in the order of group, subject, date and start. Two pupils who sit in the same lesson give the
/// same. `None` for a start that no day has.
fn lesson(group: u16, subject: u16, date: i32, start: i32) -> Option<u64> {
    let date = u64::try_from(date).ok().filter(|date| *date < 1 << 20)?;
    let start = u64::try_from(start).ok().filter(|start| *start < 1 << 12)?;
    Some(u64::from(group.min(MOST_GROUPS)) << 48 | u64::from(subject) << 32 | date << 12 | start)
}

/// The parts of a lesson again: group, subject and date.
fn parts(lesson: u64) -> (u16, u16, i32) {
    let part = |shift: u32, bits: u64| (lesson >> shift) & bits;
    let small = |number: u64| u16::try_from(number).unwrap_or(u16::MAX);
    (small(part(48, 0xffff)), small(part(32, 0xffff)), i32::try_from(part(12, 0xf_ffff)).unwrap_or(i32::MAX))
}

#[test]
fn a_lesson_is_the_same_number_for_all_who_sit_in_it() {
    let day = domain::Day::of(jiff::civil::date(2026, 11, 20));
    let seen = lesson(7, 12, day.0, 480).unwrap();
    assert_eq!(parts(seen), (7, 12, day.0));
    assert!(lesson(7, 12, day.0, 520).unwrap() > seen && lesson(7, 13, day.0, 480).unwrap() > seen);
    assert_eq!(lesson(7, 12, day.0, -1), None);
}
