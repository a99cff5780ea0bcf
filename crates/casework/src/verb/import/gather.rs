//! What a reading hands over, gathered: the roster, and the lessons on their way into the history.

use std::collections::BTreeMap;

use absence::canonical::{Against, BadRows, Intake, Lessons, Roster};
use absence::columns::table::Row;
use absence::columns::{Subjects, UNREPORTED};
use absence::history::Spool;
use domain::bad_row::{File, Problem};
use domain::guardian::Guardian;
use domain::lesson::{Batch, Lesson};
use domain::pupil::Pupil;
use exchange::{School, Sink, Sum, Teacher};

use super::Stage;

/// Gathers.
pub(super) struct Gather<'a> {
    pub(super) roster: Roster,
    pub(super) guardians: Vec<Guardian>,
    pub(super) schools: Vec<School>,
    /// Who teaches what.
    pub(super) teachers: Vec<Teacher>,
    /// Sums that the source has made itself.
    pub(super) sums: u64,
    /// What was counted of the lessons and found wrong with the rows, by file.
    pub(super) lessons: BTreeMap<String, Lessons>,
    /// Why the reading was stopped, if it was.
    pub(super) failed: Option<absence::Failure>,
    subjects: &'a Subjects,
    spool: &'a Spool,
    tell: &'a (dyn Fn(Stage) + Send + Sync),
    file: String,
    intake: Intake,
    bad_pupils: BadRows,
    /// Our numbers of the subjects of the reading.
    numbers: Vec<u16>,
    /// Rows of the files before.
    before: u64,
    /// Bytes of all files, of those before, and of this one so far.
    length: u64,
    read: u64,
    at: u64,
}

impl<'a> Gather<'a> {
    pub(super) fn new(
        roster: Roster,
        subjects: &'a Subjects,
        spool: &'a Spool,
        length: u64,
        tell: &'a (dyn Fn(Stage) + Send + Sync),
    ) -> Gather<'a> {
        Gather {
            roster,
            guardians: Vec::new(),
            schools: Vec::new(),
            teachers: Vec::new(),
            sums: 0,
            lessons: BTreeMap::new(),
            failed: None,
            subjects,
            spool,
            tell,
            file: String::new(),
            intake: Intake::default(),
            bad_pupils: BadRows::default(),
            numbers: Vec::new(),
            before: 0,
            length,
            read: 0,
            at: 0,
        }
    }

    /// The file that was being read is over.
    pub(super) fn ends(&mut self) -> absence::Result<()> {
        let mut lessons = std::mem::take(&mut self.intake).finish(self.spool)?;
        lessons.bad.append(std::mem::take(&mut self.bad_pupils));
        self.before += lessons.rows;
        self.read += std::mem::take(&mut self.at);
        let known = self.lessons.entry(std::mem::take(&mut self.file)).or_default();
        known.rows += lessons.rows;
        known.taken += lessons.taken;
        known.cancelled += lessons.cancelled;
        known.elsewhere += lessons.elsewhere;
        known.bad.append(lessons.bad);
        Ok(())
    }

    fn take(&mut self, number: u64, lesson: Lesson, subjects: &[String]) -> absence::Result<()> {
        let place = usize::from(lesson.subject);
        while self.numbers.len() <= place {
            let name = subjects.get(self.numbers.len()).map_or("", String::as_str);
            self.numbers.push(self.subjects.number(name)?);
        }
        let row = Row {
            pupil: lesson.pupil,
            school: lesson.school,
            grade: i32::from(lesson.grade),
            date: lesson.date.0,
            start: lesson.start,
            subject: self.numbers.get(place).copied().unwrap_or(0),
            scheduled: lesson.scheduled,
            valid: lesson.valid.unwrap_or(UNREPORTED),
            invalid: lesson.invalid.unwrap_or(UNREPORTED),
        };
        let against = Against { roster: &self.roster, subjects: self.subjects, spool: self.spool };
        self.intake.take(against, number, Ok((row, lesson.cancelled)))
    }
}

impl Sink for Gather<'_> {
    fn begins(&mut self, file: &str) {
        if let Err(failure) = self.ends() {
            self.failed = Some(failure);
        }
        file.clone_into(&mut self.file);
    }

    fn lessons(&mut self, rows: &[u64], batch: &Batch) {
        for (number, lesson) in rows.iter().zip(batch.rows()) {
            if self.failed.is_some() {
                return;
            }
            self.failed = self.take(*number, lesson, &batch.subjects).err();
        }
    }

    fn pupil(&mut self, row: u64, pupil: Pupil) {
        self.intake.roster_changed();
        if self.roster.overlaps(&pupil) {
            self.roster.add_unread(pupil.pupil);
            if pupil.protected {
                self.roster.protect(pupil.pupil);
            }
            self.bad_pupils.add(File::Pupils, row, "enrolled_from", Problem::OverlappingEnrolment);
        } else {
            self.roster.add(pupil);
        }
    }

    fn protected(&mut self, pupil: i32) {
        self.intake.roster_changed();
        self.roster.protect(pupil);
    }

    fn unread(&mut self, pupil: i32) {
        self.roster.add_unread(pupil);
    }

    fn guardian(&mut self, guardian: Guardian) {
        self.guardians.push(guardian);
    }

    fn school(&mut self, school: School) {
        self.schools.push(school);
    }

    fn teacher(&mut self, teacher: Teacher) {
        self.teachers.push(teacher);
    }

    fn sum(&mut self, _: Sum) {
        self.sums += 1;
    }

    fn progress(&mut self, rows: u64, bytes: u64) -> bool {
        self.at = self.at.max(bytes);
        let rows = self.before + rows;
        (self.tell)(Stage::Reading { rows, at: self.read + self.at, of: self.length });
        self.failed.is_none()
    }
}
