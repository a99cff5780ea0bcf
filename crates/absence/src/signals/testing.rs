//! Hand-made pupils for tests: school days one after the other, as rows that go the same way as real ones.
//!
//! A plain day is five lessons of 60 minutes from 8:00: ma, sv, en, no, idh. Days follow each other Monday to Friday.
//! The day asked about is the last one, and the terms are those of 2025/26, unless told otherwise.

use domain::{Day, SchoolYear, Term, Week};
use pack::{Pack, Thresholds};
use text::{Language, render_all};

use crate::columns::{OwnedRows, Rows, Subjects, UNREPORTED};
use crate::explain::Explained;
use crate::scan::{PupilYear, Sums, View, WeekSum};

/// Björkskolan.
pub(crate) const SCHOOL: i32 = 90_000_101;
/// Minutes of a plain day.
pub(crate) const DAY: i64 = 300;
const PLAIN: [&str; 5] = ["ma", "sv", "en", "no", "idh"];

/// A date.
pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The thresholds of the embedded method pack.
pub(crate) fn thresholds() -> Thresholds {
    Pack::embedded().unwrap().thresholds_on(day("2025-08-18")).unwrap().clone()
}

/// What a Swedish reader is told; no-break spaces are made plain.
pub(crate) fn said(explained: &Explained) -> String {
    render_all(explained, Language::Swedish).replace('\u{a0}', " ")
}

/// A lesson of a day; reported and attended unless told otherwise.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taught {
    subject: &'static str,
    minutes: i32,
    valid: i32,
    invalid: i32,
}

/// A lesson of so many minutes.
pub(crate) fn lesson(subject: &'static str, minutes: i32) -> Taught {
    Taught { subject, minutes, valid: 0, invalid: 0 }
}

impl Taught {
    /// With so many minutes of valid absence.
    pub(crate) fn valid(self, minutes: i32) -> Taught {
        Taught { valid: minutes, ..self }
    }

    /// With so many minutes of invalid absence.
    pub(crate) fn invalid(self, minutes: i32) -> Taught {
        Taught { invalid: minutes, ..self }
    }

    /// Reported by nobody.
    pub(crate) fn unreported(self) -> Taught {
        Taught { valid: UNREPORTED, invalid: UNREPORTED, ..self }
    }
}

/// A plain day with each lesson changed, by its place.
fn plain(change: impl Fn(usize, Taught) -> Taught) -> Vec<Taught> {
    PLAIN.iter().enumerate().map(|(place, subject)| change(place, lesson(subject, 60))).collect()
}

/// How many of `minutes` fall in the lesson at a place when they are the last of a plain day.
fn at_the_end(place: usize, minutes: i32) -> i32 {
    let after = i32::try_from(PLAIN.len() - 1 - place).unwrap() * 60;
    (minutes - after).clamp(0, 60)
}

/// A pupil's school days.
#[derive(Debug)]
pub(crate) struct Days {
    next: Day,
    latest: Day,
    as_of: Option<Day>,
    terms: Vec<Term>,
    grade: i32,
    rows: OwnedRows,
    subjects: Subjects,
}

impl Days {
    /// Begins on a date.
    pub(crate) fn from(date: &str) -> Days {
        let term = |start: &str, end: &str| Term { start: day(start), end: day(end) };
        Days {
            next: day(date),
            latest: day(date),
            as_of: None,
            terms: vec![term("2025-08-18", "2025-12-19"), term("2026-01-08", "2026-06-11")],
            grade: 7,
            rows: OwnedRows::default(),
            subjects: Subjects::default(),
        }
    }

    /// Begins with the autumn term: Monday 18 August 2025 (v. 34).
    pub(crate) fn autumn() -> Days {
        Days::from("2025-08-18")
    }

    /// The next day added is this one, also on a weekend.
    pub(crate) fn on(self, date: &str) -> Days {
        Days { next: day(date), ..self }
    }

    /// In another grade than 7.
    pub(crate) fn grade(self, grade: i32) -> Days {
        Days { grade, ..self }
    }

    /// With one term only.
    pub(crate) fn term(self, start: &str, end: &str) -> Days {
        Days { terms: vec![Term { start: day(start), end: day(end) }], ..self }
    }

    /// Asked about on this day: what comes later is planned only.
    pub(crate) fn asked_on(self, date: &str) -> Days {
        Days { as_of: Some(day(date)), ..self }
    }

    /// So many days with these lessons, one after the other from 8:00.
    pub(crate) fn days(mut self, n: usize, lessons: &[Taught]) -> Days {
        for _ in 0..n {
            let mut start = 480;
            for taught in lessons {
                self.rows.extend(Rows {
                    pupil: cast::pupils::PUPILS[0].number,
                    school: &[SCHOOL],
                    grade: &[self.grade],
                    date: &[self.next.0],
                    start: &[start],
                    subject: &[self.subjects.number(taught.subject).unwrap()],
                    scheduled: &[taught.minutes],
                    valid: &[taught.valid],
                    invalid: &[taught.invalid],
                });
                start += taught.minutes;
            }
            self.latest = self.next;
            self.next = self.next.plus(if self.next.weekday() >= 5 { 8 - i32::from(self.next.weekday()) } else { 1 });
        }
        self
    }

    /// Plain days, attended.
    pub(crate) fn present(self, n: usize) -> Days {
        self.days(n, &plain(|_, lesson| lesson))
    }

    /// Plain days missed as a whole, valid.
    pub(crate) fn full(self, n: usize) -> Days {
        self.absent(n, 300)
    }

    /// Plain days of which the last minutes are missed, valid.
    pub(crate) fn absent(self, n: usize, minutes: i32) -> Days {
        self.days(n, &plain(|place, lesson| lesson.valid(at_the_end(place, minutes))))
    }

    /// Plain days of which the last minutes are missed, invalid.
    pub(crate) fn invalid(self, n: usize, minutes: i32) -> Days {
        self.days(n, &plain(|place, lesson| lesson.invalid(at_the_end(place, minutes))))
    }

    /// Plain days with so many minutes missed in all: first whole days, then the rest on one day.
    pub(crate) fn missing(self, n: usize, minutes: i32) -> Days {
        let whole = usize::try_from(minutes / 300).unwrap();
        if whole == n { self.full(n) } else { self.full(whole).absent(1, minutes % 300).present(n - whole - 1) }
    }

    /// Plain days that nobody reported.
    pub(crate) fn unreported(self, n: usize) -> Days {
        self.reported(n, 0)
    }

    /// Plain days, attended, with the first so many lessons reported.
    pub(crate) fn reported(self, n: usize, lessons: usize) -> Days {
        self.days(n, &plain(|place, lesson| if place < lessons { lesson } else { lesson.unreported() }))
    }

    /// Plain days with so many minutes missed of the first lesson.
    pub(crate) fn late(self, n: usize, minutes: i32) -> Days {
        self.days(n, &plain(|place, lesson| if place == 0 { lesson.valid(minutes) } else { lesson }))
    }

    /// Plain days with one lesson missed, in this subject.
    pub(crate) fn skipping(self, n: usize, subject: &str) -> Days {
        self.days(n, &plain(|place, lesson| if PLAIN[place] == subject { lesson.invalid(60) } else { lesson }))
    }

    /// The same days so many times.
    pub(crate) fn repeat(self, n: usize, days: impl Fn(Days) -> Days) -> Days {
        (0..n).fold(self, |so_far, _| days(so_far))
    }

    /// The pupil's rows and the subjects in them.
    pub(crate) fn rows(&self) -> (Rows<'_>, &Subjects) {
        (self.rows.rows(), &self.subjects)
    }

    /// What is seen of the pupil on the day asked about.
    pub(crate) fn see<T>(&self, look: impl Fn(&View<'_>) -> T) -> T {
        let mut year = PupilYear::default();
        year.fill(self.rows.rows(), SchoolYear(2025).start(), SchoolYear(2025).end(), &self.subjects);
        look(&View::on(self.as_of.unwrap_or(self.latest), &year.days, &year.lessons, &self.terms))
    }
}

/// A week of so many minutes, all days Monday to Friday, at Björkskolan in grade 7: reported as a whole.
pub(crate) fn week(week: Week, scheduled: i32, absent: i32) -> WeekSum {
    WeekSum {
        week,
        weekend: false,
        school: SCHOOL,
        grade: 7,
        days: 0b1_1111,
        scheduled,
        reported: scheduled,
        absent,
        invalid: 0,
    }
}

/// Consecutive weeks from v. 36 of 2025, each of 1,000 minutes with so many missed: 10 minutes are one per cent.
pub(crate) fn weeks(absent: &[i32]) -> Vec<WeekSum> {
    let first = day("2025-09-01").week().0;
    (first..).zip(absent).map(|(number, &absent)| week(Week(number), 1_000, absent)).collect()
}

/// The sums of pupils numbered from 1.
pub(crate) fn sums(pupils: impl IntoIterator<Item = Vec<WeekSum>>) -> Sums {
    (1..).zip(pupils.into_iter().map(Vec::into_boxed_slice)).collect()
}
