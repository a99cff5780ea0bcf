//! Reads the `lessons` file against a roster: P1 and P2 are applied, protected pupils' rows go no further.

use std::path::Path;

use domain::Day;
use domain::bad_row::{File, Problem};
use domain::pupil::Span;

use super::csv_file::{CsvFile, Fields};
use super::roster::Standing;
use super::{BadRows, Form, Roster, fields, form, lessons_parquet};
use crate::columns::table::Row;
use crate::columns::{LessonFile, Subjects, UNREPORTED};
use crate::failure::{Failure, Result};
use crate::history::Spool;

/// The columns of the `lessons` file.
pub const COLUMNS: [&str; 10] = ["pupil", "school", "grade", "date", "start", "subject", "s", "v", "u", "cancelled"];

/// A school day has at most this many minutes.
const DAY_MINUTES: i32 = 24 * 60;
/// Absence minutes beyond this are a slip, not a long lesson; smaller ones are clipped (P5).
const MOST_MINUTES: i32 = 10 * DAY_MINUTES;
/// Subject codes are short.
const LONGEST_SUBJECT: usize = 60;

/// What was counted of the lessons that were read.
#[derive(Clone, Debug, Default)]
pub struct Lessons {
    /// Rows in the file.
    pub rows: u64,
    /// Rows that go on to the history.
    pub taken: u64,
    /// P1: cancelled by the school, or without scheduled minutes.
    pub cancelled: u64,
    /// P2: outside the pupil's enrolment at the school.
    pub elsewhere: u64,
    /// Rows that could not be read.
    pub bad: BadRows,
}

/// What a row is read against, and where it goes.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// Who is enrolled where, and who is protected.
    pub roster: &'a Roster,
    /// Numbers of the subjects.
    pub subjects: &'a Subjects,
    /// Where the rows gather.
    pub spool: &'a Spool,
}

/// Takes rows one by one, of whatever file they are.
#[derive(Debug, Default)]
pub struct Intake {
    /// What has been counted so far.
    pub lessons: Lessons,
    gathered: Vec<Row>,
    /// The enrolment of the latest row: the next one is often the same pupil's at the same school.
    latest: Option<(i32, i32, Span)>,
    /// Lengths of the subject codes met so far, by number.
    lengths: Vec<usize>,
}

/// How often progress is told, in rows.
const TELL_EVERY: u64 = 100_000;
/// Rows handed on at a time.
const GATHERED: usize = 8_192;

/// Reads lesson rows into the spool. `progress` is told now and then how many rows have been read.
pub fn read_lessons(path: &Path, against: Against<'_>, progress: &mut dyn FnMut(u64)) -> Result<Lessons> {
    let lessons = match form(path)? {
        Form::Csv => read_csv(path, against, progress)?,
        Form::Parquet => lessons_parquet::read(&LessonFile::open(path)?, against, progress)?,
    };
    progress(lessons.rows);
    Ok(lessons)
}

impl Lessons {
    /// Adds what was read of the rows after these.
    pub(super) fn append(&mut self, after: Lessons) {
        self.rows += after.rows;
        self.taken += after.taken;
        self.cancelled += after.cancelled;
        self.elsewhere += after.elsewhere;
        self.bad.append(after.bad);
    }
}

impl Intake {
    /// Takes a row that was read, or what is wrong with it. `is_cancelled`: called off by the school.
    pub fn take(
        &mut self,
        against: Against<'_>,
        number: u64,
        row: std::result::Result<(Row, bool), (&'static str, Problem)>,
    ) -> Result<()> {
        self.lessons.rows += 1;
        let checked = row.and_then(|(row, cancelled)| self.check(&row, against.subjects).map(|()| (row, cancelled)));
        match checked {
            Err((column, problem)) => self.lessons.bad.add(File::Lessons, number, column, problem),
            Ok((row, cancelled)) => match self.standing(&row, against.roster) {
                Standing::Unknown => self.lessons.bad.add(File::Lessons, number, "pupil", Problem::UnknownPupil),
                Standing::Protected => {}
                _ if cancelled || row.scheduled <= 0 => self.lessons.cancelled += 1,
                Standing::Elsewhere => self.lessons.elsewhere += 1,
                Standing::Enrolled => {
                    self.lessons.taken += 1;
                    self.gathered.push(row);
                }
            },
        }
        if self.gathered.len() >= GATHERED { self.hand_on(against.spool) } else { Ok(()) }
    }

    /// Hands on the rest; gives what was counted.
    pub fn finish(mut self, spool: &Spool) -> Result<Lessons> {
        self.hand_on(spool)?;
        Ok(self.lessons)
    }

    /// Forgets what was remembered of the roster: it has changed.
    pub fn roster_changed(&mut self) {
        self.latest = None;
    }

    fn hand_on(&mut self, spool: &Spool) -> Result<()> {
        spool.add(&self.gathered)?;
        self.gathered.clear();
        Ok(())
    }

    /// What the roster says of a row's pupil, school and day.
    fn standing(&mut self, row: &Row, roster: &Roster) -> Standing {
        let day = Day(row.date);
        if self
            .latest
            .is_some_and(|(pupil, school, span)| pupil == row.pupil && school == row.school && span.contains(day))
        {
            return Standing::Enrolled;
        }
        let standing = roster.standing(row.pupil, row.school, day);
        if standing == Standing::Enrolled {
            let span = roster.span(row.pupil, row.school, day);
            self.latest = span.map(|span| (row.pupil, row.school, span));
        }
        standing
    }

    /// The length of a subject code in bytes.
    fn length(&mut self, subject: u16, subjects: &Subjects) -> usize {
        let known = usize::from(subject) < self.lengths.len();
        if !known {
            self.lengths = subjects.names().iter().map(|name| name.len()).collect();
        }
        self.lengths.get(usize::from(subject)).copied().unwrap_or(0)
    }

    fn check(&mut self, row: &Row, subjects: &Subjects) -> std::result::Result<(), (&'static str, Problem)> {
        check(row)?;
        match self.length(row.subject, subjects) {
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

fn read_csv(path: &Path, against: Against<'_>, progress: &mut dyn FnMut(u64)) -> Result<Lessons> {
    let mut csv = CsvFile::open(path, &COLUMNS)?;
    let mut intake = Intake::default();
    while let Some((number, fields)) = csv.next()? {
        let row = match fields.map(|fields| csv_row(&fields, against.subjects)) {
            None => Err(("pupil", Problem::WrongFieldCount)),
            Some(Ok(row)) => Ok(row),
            Some(Err(Slip::Row(column, problem))) => Err((column, problem)),
            Some(Err(Slip::File(failure))) => return Err(failure),
        };
        intake.take(against, number, row)?;
        if intake.lessons.rows.is_multiple_of(TELL_EVERY) {
            progress(intake.lessons.rows);
        }
    }
    intake.finish(against.spool)
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
