//! From a pupil's rows to the school days of a year. The hot path: every lesson row passes here once.

#![expect(clippy::indexing_slicing, reason = "the scan kernel: columns of equal length, walked by index")]

use domain::Day;

use super::day::{LessonMark, SchoolDay};
use crate::columns::{OwnedRows, Rows, Subjects, UNREPORTED};
use crate::rules::{Lesson, clip, resolve};

/// A late arrival is an absence of at least this many minutes from the first lesson (method, S09).
const LATE_MINUTES: i32 = 5;

/// A pupil's school days and lessons in one school year, planned ones included. Reused from pupil to pupil.
#[derive(Debug, Default)]
pub struct PupilYear {
    /// Pupil number.
    pub pupil: i32,
    /// School days in order of date.
    pub days: Vec<SchoolDay>,
    /// Lessons in order of date and start.
    pub lessons: Vec<LessonMark>,
    messy: Vec<Lesson>,
}

impl PupilYear {
    /// Fills in the school days of `rows` from `first` to `last` (R0), after P1, P5, P3 and P4.
    pub fn fill(&mut self, rows: Rows<'_>, first: Day, last: Day, subjects: &Subjects) {
        self.pupil = rows.pupil;
        self.days.clear();
        self.lessons.clear();
        if rows.date.is_sorted() {
            self.walk(rows, first, last, subjects);
        } else {
            self.walk(OwnedRows::by_date(rows).rows(), first, last, subjects);
        }
    }

    fn walk(&mut self, rows: Rows<'_>, first: Day, last: Day, subjects: &Subjects) {
        let mut from = rows.date.partition_point(|&date| date < first.0);
        let end = rows.date.partition_point(|&date| date <= last.0);
        while from < end {
            let date = rows.date[from];
            let mut to = from + 1;
            while to < end && rows.date[to] == date {
                to += 1;
            }
            self.day(rows, from, to, subjects);
            from = to;
        }
    }

    /// One date. Rows in order of start that do not meet need neither P3 nor P4; others take the slow way.
    fn day(&mut self, rows: Rows<'_>, from: usize, to: usize, subjects: &Subjects) {
        let begun = self.lessons.len();
        let mut day = self.empty_day(Day(rows.date[from]));
        let mut free_from = i64::MIN;
        let n = to - from;
        let (school, grade, subject) = (&rows.school[from..to], &rows.grade[from..to], &rows.subject[from..to]);
        let (starts, minutes) = (&rows.start[from..to], &rows.scheduled[from..to]);
        let (valid, invalid) = (&rows.valid[from..to], &rows.invalid[from..to]);
        for at in 0..n {
            let (start, scheduled) = (starts[at], minutes[at]);
            if scheduled <= 0 {
                continue; // P1
            }
            if i64::from(start) < free_from {
                self.lessons.truncate(begun);
                self.messy_day(rows, from, to, subjects);
                return;
            }
            free_from = i64::from(start) + i64::from(scheduled);
            let absence = clip(scheduled, valid[at], invalid[at]);
            let (school, grade, subject) = (school[at], grade[at], subject[at]);
            self.add(&mut day, Lesson { school, grade, start, subject, scheduled, absence });
        }
        self.close(day);
    }

    fn messy_day(&mut self, rows: Rows<'_>, from: usize, to: usize, subjects: &Subjects) {
        let mut messy = std::mem::take(&mut self.messy);
        messy.clear();
        messy.extend((from..to).filter(|&at| rows.scheduled[at] > 0).map(|at| Lesson {
            school: rows.school[at],
            grade: rows.grade[at],
            start: rows.start[at],
            subject: rows.subject[at],
            scheduled: rows.scheduled[at],
            absence: clip(rows.scheduled[at], rows.valid[at], rows.invalid[at]),
        }));
        resolve(&mut messy, |subject| subjects.name(subject));
        let mut day = self.empty_day(Day(rows.date[from]));
        for lesson in &messy {
            self.add(&mut day, *lesson);
        }
        self.close(day);
        self.messy = messy;
    }

    fn empty_day(&self, date: Day) -> SchoolDay {
        let begun = u32::try_from(self.lessons.len()).unwrap_or(u32::MAX);
        SchoolDay {
            date,
            week: date.week(),
            school: 0,
            grade: 0,
            highest_grade: i32::MIN,
            scheduled: 0,
            reported: 0,
            valid: 0,
            invalid: 0,
            first_reported: false,
            late: 0,
            late_valid: 0,
            lessons: (begun, begun),
        }
    }

    #[inline]
    fn add(&mut self, day: &mut SchoolDay, lesson: Lesson) {
        let scheduled = lesson.scheduled;
        day.school = lesson.school;
        day.grade = lesson.grade;
        day.highest_grade = day.highest_grade.max(lesson.grade);
        let (mut reported, mut missed) = (false, false);
        if let Some(absence) = lesson.absence {
            let total = absence.total();
            reported = true;
            missed = 2 * i64::from(total) >= i64::from(scheduled);
            day.reported += i64::from(scheduled);
            day.valid += i64::from(absence.valid);
            day.invalid += i64::from(absence.invalid);
            if day.scheduled == 0 {
                day.first_reported = true;
                if (LATE_MINUTES..scheduled).contains(&total) {
                    (day.late, day.late_valid) = (total, absence.valid);
                }
            }
        }
        day.scheduled += i64::from(scheduled);
        self.lessons.push(LessonMark { subject: lesson.subject, reported, missed });
    }

    fn close(&mut self, mut day: SchoolDay) {
        if day.scheduled > 0 {
            day.lessons.1 = u32::try_from(self.lessons.len()).unwrap_or(u32::MAX);
            self.days.push(day);
        }
    }
}

const _: () = assert!(UNREPORTED < 0, "an unreported lesson must never look like minutes");
