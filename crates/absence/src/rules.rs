//! The rules on single rows: P5 clip, P3 duplicate, P4 overlap, in that order (method, section 1.2).

use std::cmp::Ordering;

use crate::columns::UNREPORTED;

/// A lesson after P5: absence lies within the scheduled minutes, and is `None` when unreported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// School unit code.
    pub school: i32,
    /// Grade level.
    pub grade: i32,
    /// Minutes after midnight.
    pub start: i32,
    /// Subject number.
    pub subject: u16,
    /// Scheduled minutes, above zero.
    pub scheduled: i32,
    /// Valid and invalid absence minutes, when reported.
    pub absence: Option<Absence>,
}

/// Absence minutes of a reported lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Valid minutes.
    pub valid: i32,
    /// Invalid minutes.
    pub invalid: i32,
}

impl Absence {
    /// Valid and invalid together.
    pub fn total(self) -> i32 {
        self.valid + self.invalid
    }
}

/// P5: `v ← min(max(v,0), s)`, `u ← min(max(u,0), s−v)`; either missing means unreported.
pub fn clip(scheduled: i32, valid: i32, invalid: i32) -> Option<Absence> {
    if valid == UNREPORTED || invalid == UNREPORTED {
        return None;
    }
    let valid = valid.max(0).min(scheduled);
    let invalid = invalid.max(0).min(scheduled - valid);
    Some(Absence { valid, invalid })
}

/// P3 and P4 on the lessons of one pupil and date, after P1 and P5. `name` gives a subject's code: ties go by code,
/// not by number. Leaves the kept lessons in order of start.
pub fn resolve(lessons: &mut Vec<Lesson>, name: impl Fn(u16) -> String) {
    lessons.sort_by(|a, b| (a.start.cmp(&b.start)).then_with(|| by_subject(a, b, &name)).then_with(|| preferred(a, b)));
    lessons.dedup_by(|later, kept| later.start == kept.start && later.subject == kept.subject); // P3
    let mut kept: Vec<Lesson> = Vec::with_capacity(lessons.len());
    for lesson in lessons.drain(..) {
        match kept.last_mut() {
            Some(last) if i64::from(lesson.start) < i64::from(last.start) + i64::from(last.scheduled) => {
                if less_absence(&lesson, last) {
                    *last = lesson;
                }
            }
            _ => kept.push(lesson),
        }
    }
    *lessons = kept;
}

fn by_subject(a: &Lesson, b: &Lesson, name: &impl Fn(u16) -> String) -> Ordering {
    if a.subject == b.subject { Ordering::Equal } else { name(a.subject).cmp(&name(b.subject)) }
}

/// P3: reported before unreported, smallest absence, largest schedule, smallest invalid; then school and grade, so
/// that the order of the rows never matters.
fn preferred(a: &Lesson, b: &Lesson) -> Ordering {
    let key = |lesson: &Lesson| {
        let absence = lesson.absence;
        (
            absence.is_none(),
            absence.map(Absence::total),
            -i64::from(lesson.scheduled),
            absence.map(|a| a.invalid),
            lesson.school,
            lesson.grade,
        )
    };
    key(a).cmp(&key(b))
}

/// P4: present somewhere is present; unreported counts as more absence than any. A tie keeps the earlier lesson.
fn less_absence(a: &Lesson, than: &Lesson) -> bool {
    match (a.absence, than.absence) {
        (Some(a), Some(than)) => a.total() < than.total(),
        (a, than) => a.is_some() && than.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: u16 = 1;
    const B: u16 = 0; // numbers are given in order of meeting: "B" was met first

    fn lesson(start: i32, subject: u16, scheduled: i32, valid: i32, invalid: i32) -> Lesson {
        Lesson { school: 1, grade: 7, start, subject, scheduled, absence: clip(scheduled, valid, invalid) }
    }

    fn check(mut lessons: Vec<Lesson>, kept: &[Lesson]) {
        let name = |subject: u16| if subject == A { "A".to_owned() } else { "B".to_owned() };
        let mut turned = lessons.clone();
        turned.reverse();
        resolve(&mut lessons, name);
        assert_eq!(lessons, kept);
        resolve(&mut turned, name);
        assert_eq!(turned, kept, "the order of the rows matters");
    }

    #[test]
    fn absence_is_clipped_to_the_lesson_valid_first() {
        assert_eq!(clip(40, 60, 60), Some(Absence { valid: 40, invalid: 0 }));
        assert_eq!(clip(40, 30, 30), Some(Absence { valid: 30, invalid: 10 }));
        assert_eq!(clip(40, -5, 45), Some(Absence { valid: 0, invalid: 40 }));
        assert_eq!(clip(40, UNREPORTED, 0), None);
        assert_eq!(clip(40, 0, UNREPORTED), None);
    }

    #[test]
    fn of_duplicates_the_reported_one_with_least_absence_stays() {
        let unreported = lesson(480, A, 40, UNREPORTED, UNREPORTED);
        check(vec![unreported, lesson(480, A, 40, 40, 0), lesson(480, A, 40, 10, 0)], &[lesson(480, A, 40, 10, 0)]);
        check(vec![unreported, lesson(480, A, 40, 40, 0)], &[lesson(480, A, 40, 40, 0)]);
    }

    #[test]
    fn of_equal_duplicates_the_longest_then_the_one_with_least_invalid_stays() {
        check(vec![lesson(480, A, 40, 10, 0), lesson(480, A, 60, 10, 0)], &[lesson(480, A, 60, 10, 0)]);
        check(vec![lesson(480, A, 40, 0, 10), lesson(480, A, 40, 10, 0)], &[lesson(480, A, 40, 10, 0)]);
    }

    #[test]
    fn present_somewhere_is_present() {
        check(vec![lesson(480, A, 60, 60, 0), lesson(500, B, 40, 0, 0)], &[lesson(500, B, 40, 0, 0)]);
    }

    #[test]
    fn a_chain_is_walked_from_the_left_against_the_last_kept() {
        let (first, second, third) = (lesson(480, A, 60, 20, 0), lesson(500, B, 60, 10, 0), lesson(550, A, 60, 0, 0));
        check(vec![first, second, third], &[third]);
        let third_worse = lesson(550, A, 60, 30, 0);
        check(vec![first, second, third_worse], &[second]);
        // without the second, the first and the third do not meet
        check(vec![first, third], &[first, third]);
    }

    #[test]
    fn a_tie_keeps_the_earliest_then_the_first_subject_code() {
        check(vec![lesson(480, A, 60, 0, 0), lesson(500, B, 60, 0, 0)], &[lesson(480, A, 60, 0, 0)]);
        check(vec![lesson(480, B, 60, 0, 0), lesson(480, A, 60, 0, 0)], &[lesson(480, A, 60, 0, 0)]);
    }

    #[test]
    fn lessons_that_only_touch_both_stay() {
        let (first, second) = (lesson(480, A, 40, 0, 0), lesson(520, B, 40, 40, 0));
        check(vec![second, first], &[first, second]);
    }
}
