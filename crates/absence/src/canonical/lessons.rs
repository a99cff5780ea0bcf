//! Reads the `lessons` file against a roster: P1 and P2 are applied, protected pupils' rows go no further.

use std::path::Path;

use domain::Day;
use domain::bad_row::{File, Problem};
use domain::pupil::Span;

use super::csv_file::{CsvFile, Fields};
use super::roster::Standing;
use super::{BadRows, Form, Roster, fields, form, lessons_parquet};
use crate::columns::table::Row;
use crate::columns::{Subjects, Table, UNREPORTED};
use crate::failure::{Failure, Result};

/// The columns of the `lessons` file.
pub const COLUMNS: [&str; 10] = ["pupil", "school", "grade", "date", "start", "subject", "s", "v", "u", "cancelled"];

/// A school day has at most this many minutes.
const DAY_MINUTES: i32 = 24 * 60;
/// Absence minutes beyond this are a slip, not a long lesson; smaller ones are clipped (P5).
const MOST_MINUTES: i32 = 10 * DAY_MINUTES;
/// Subject codes are short.
const LONGEST_SUBJECT: usize = 60;

/// The lessons that were read, and what was left out.
#[derive(Clone, Debug, Default)]
pub struct Lessons {
    /// The rows that go on to the history.
    pub table: Table,
    /// Rows in the file.
    pub rows: u64,
    /// P1: cancelled by the school, or without scheduled minutes.
    pub cancelled: u64,
    /// P2: outside the pupil's enrolment at the school.
    pub elsewhere: u64,
    /// Rows that could not be read.
    pub bad: BadRows,
}

/// Takes the rows of a file one by one.
pub(super) struct Taker<'a> {
    roster: &'a Roster,
    subjects: &'a Subjects,
    progress: &'a mut dyn FnMut(u64),
    pub(super) lessons: Lessons,
    /// The enrolment of the latest row: the next one is often the same pupil's at the same school.
    latest: Option<(i32, i32, Span)>,
    /// Lengths of the subject codes met so far, by number.
    lengths: Vec<usize>,
}

/// How often progress is told, in rows.
const TELL_EVERY: u64 = 100_000;

/// Reads lesson rows. `progress` is told now and then how many rows have been read.
pub fn read_lessons(
    path: &Path,
    roster: &Roster,
    subjects: &Subjects,
    progress: &mut dyn FnMut(u64),
) -> Result<Lessons> {
    let lessons = match form(path)? {
        Form::Csv => {
            let mut taker = Taker::new(roster, subjects, progress);
            read_csv(path, subjects, &mut taker)?;
            taker.lessons
        }
        Form::Parquet => lessons_parquet::read(path, roster, subjects, progress)?,
    };
    progress(lessons.rows);
    Ok(lessons)
}

impl Lessons {
    /// Adds what was read of the rows after these.
    pub(super) fn append(&mut self, mut after: Lessons) {
        self.table.rows.append(&mut after.table.rows);
        self.rows += after.rows;
        self.cancelled += after.cancelled;
        self.elsewhere += after.elsewhere;
        self.bad.append(after.bad);
    }
}

impl<'a> Taker<'a> {
    /// Takes rows against a roster; `progress` is told now and then how many there have been.
    pub(super) fn new(roster: &'a Roster, subjects: &'a Subjects, progress: &'a mut dyn FnMut(u64)) -> Taker<'a> {
        Taker { roster, subjects, progress, lessons: Lessons::default(), latest: None, lengths: Vec::new() }
    }

    /// Takes a row that was read, or what is wrong with it.
    pub(super) fn take(&mut self, number: u64, row: std::result::Result<(Row, bool), (&'static str, Problem)>) {
        self.lessons.rows += 1;
        if self.lessons.rows.is_multiple_of(TELL_EVERY) {
            (self.progress)(self.lessons.rows);
        }
        let checked = row.and_then(|(row, cancelled)| self.check(&row).map(|()| (row, cancelled)));
        match checked {
            Err((column, problem)) => self.lessons.bad.add(File::Lessons, number, column, problem),
            Ok((row, cancelled)) => match self.standing(&row) {
                Standing::Unknown => self.lessons.bad.add(File::Lessons, number, "pupil", Problem::UnknownPupil),
                Standing::Protected => {}
                _ if cancelled || row.scheduled <= 0 => self.lessons.cancelled += 1,
                Standing::Elsewhere => self.lessons.elsewhere += 1,
                Standing::Enrolled => self.lessons.table.rows.push(row),
            },
        }
    }
}

impl Taker<'_> {
    /// What the roster says of a row's pupil, school and day.
    fn standing(&mut self, row: &Row) -> Standing {
        let day = Day(row.date);
        if self
            .latest
            .is_some_and(|(pupil, school, span)| pupil == row.pupil && school == row.school && span.contains(day))
        {
            return Standing::Enrolled;
        }
        let standing = self.roster.standing(row.pupil, row.school, day);
        if standing == Standing::Enrolled {
            let mut spans = self.roster.of_pupil(row.pupil).iter().filter(|it| it.school == row.school);
            let span = spans.find(|it| it.enrolled.contains(day)).map(|it| it.enrolled);
            self.latest = span.map(|span| (row.pupil, row.school, span));
        }
        standing
    }

    /// The length of a subject code in bytes.
    fn length(&mut self, subject: u16) -> usize {
        let known = usize::from(subject) < self.lengths.len();
        if !known {
            self.lengths = self.subjects.names().iter().map(|name| name.len()).collect();
        }
        self.lengths.get(usize::from(subject)).copied().unwrap_or(0)
    }

    fn check(&mut self, row: &Row) -> std::result::Result<(), (&'static str, Problem)> {
        check(row)?;
        match self.length(row.subject) {
            0 => Err(("subject", Problem::Missing)),
            length if length > LONGEST_SUBJECT => Err(("subject", Problem::OutOfRange)),
            _ => Ok(()),
        }
    }
}

/// What no lesson can be.
fn check(row: &Row) -> std::result::Result<(), (&'static str, Problem)> {
    let within = |name, value, low, high| {
        if (low..=high).contains(&value) { Ok(()) } else { Err((name, Problem::OutOfRange)) }
    };
    if row.pupil > fields::HIGHEST_PUPIL {
        return Err(("pupil", Problem::LooksLikePersonalNumber));
    }
    within("pupil", row.pupil, 1, fields::HIGHEST_PUPIL)?;
    within("school", row.school, 1, fields::HIGHEST_SCHOOL)?;
    within("grade", row.grade, 0, 10)?;
    fields::in_our_time(Day(row.date)).ok_or(("date", Problem::OutOfRange))?;
    within("start", row.start, 0, DAY_MINUTES - 1)?;
    within("s", row.scheduled, -MOST_MINUTES, DAY_MINUTES)?;
    for (name, minutes) in [("v", row.valid), ("u", row.invalid)] {
        if minutes != UNREPORTED {
            within(name, minutes, -MOST_MINUTES, MOST_MINUTES)?;
        }
    }
    Ok(())
}

fn read_csv(path: &Path, subjects: &Subjects, taker: &mut Taker<'_>) -> Result<()> {
    let mut csv = CsvFile::open(path, &COLUMNS)?;
    while let Some((number, fields)) = csv.next()? {
        let Some(fields) = fields else {
            taker.take(number, Err(("pupil", Problem::WrongFieldCount)));
            continue;
        };
        match csv_row(&fields, subjects) {
            Ok(row) => taker.take(number, Ok(row)),
            Err(Slip::Row(column, problem)) => taker.take(number, Err((column, problem))),
            Err(Slip::File(failure)) => return Err(failure),
        }
    }
    Ok(())
}

/// What stops a row, or the whole file.
enum Slip {
    Row(&'static str, Problem),
    File(Failure),
}

fn csv_row(fields: &Fields<'_>, subjects: &Subjects) -> std::result::Result<(Row, bool), Slip> {
    let at = |column: &'static str| move |problem| Slip::Row(column, problem);
    let whole = |column: &'static str| fields::whole(fields.get(column), i32::MIN + 1, i32::MAX).map_err(at(column));
    let minutes = |column: &'static str| {
        let read = |text: &str| fields::whole(text, i32::MIN + 1, i32::MAX);
        fields::maybe(fields.get(column), read).map(|minutes| minutes.unwrap_or(UNREPORTED)).map_err(at(column))
    };
    let subject = fields::present(fields.get("subject")).map_err(at("subject"))?;
    let row = Row {
        pupil: fields::pupil(fields.get("pupil")).map_err(at("pupil"))?,
        school: whole("school")?,
        grade: whole("grade")?,
        date: fields::day(fields.get("date")).map_err(at("date"))?.0,
        start: whole("start")?,
        subject: subjects.number(subject).map_err(Slip::File)?,
        scheduled: whole("s")?,
        valid: minutes("v")?,
        invalid: minutes("u")?,
    };
    Ok((row, fields::flag(fields.get("cancelled")).map_err(at("cancelled"))?))
}
