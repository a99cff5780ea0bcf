//! What the tests of this crate share: a sink that gathers, and the fixtures.
#![cfg(test)]

use std::io::Cursor;
use std::path::{Path, PathBuf};

use domain::guardian::Guardian;
use domain::lesson::Batch;
use domain::pupil::Pupil;
use exchange::sink::{School, Sink, Sum, Teacher};
use exchange::{Failure, Job, Known, Numbers, Profile, Report, Source};
use jiff::civil::{Date, date};

/// The day of the tests.
pub const TODAY: Date = date(2026, 11, 22);

/// Gathers what is handed over, lessons as the canonical file would write them.
#[derive(Default)]
pub struct Gathered {
    pub lessons: Vec<String>,
    pub pupils: Vec<Pupil>,
    pub protected: Vec<i32>,
    pub unread: Vec<i32>,
    pub guardians: Vec<Guardian>,
    pub schools: Vec<School>,
    pub sums: Vec<Sum>,
    pub teachers: Vec<Teacher>,
    pub stop_at: Option<u64>,
}

impl Sink for Gathered {
    fn lessons(&mut self, rows: &[u64], batch: &Batch) {
        assert_eq!(rows.len(), batch.len());
        let minutes = |minutes: Option<i32>| minutes.map(|it| it.to_string()).unwrap_or_default();
        self.lessons.extend(batch.rows().map(|it| {
            let subject = &batch.subjects[usize::from(it.subject)];
            let (v, u) = (minutes(it.valid), minutes(it.invalid));
            format!(
                "{},{},{},{},{},{subject},{},{v},{u},{}",
                it.pupil, it.school, it.grade, it.date, it.start, it.scheduled, it.cancelled
            )
        }));
    }
    fn pupil(&mut self, _: u64, pupil: Pupil) {
        self.pupils.push(pupil);
    }
    fn protected(&mut self, pupil: i32) {
        self.protected.push(pupil);
    }
    fn unread(&mut self, pupil: i32) {
        self.unread.push(pupil);
    }
    fn guardian(&mut self, guardian: Guardian) {
        self.guardians.push(guardian);
    }
    fn school(&mut self, school: School) {
        self.schools.push(school);
    }
    fn sum(&mut self, sum: Sum) {
        self.sums.push(sum);
    }
    fn teacher(&mut self, teacher: Teacher) {
        self.teachers.push(teacher);
    }
    fn progress(&mut self, rows: u64, _: u64) -> bool {
        self.stop_at.is_none_or(|stop| rows < stop)
    }
}

/// Nothing known but the schools of Björkstad.
pub fn known() -> Known {
    let mut known = Known::new(TODAY, Numbers::default());
    for school in cast::schools::SCHOOLS {
        known.add_school(school.name, school.code);
    }
    known
}

pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// A fixture's bytes.
pub fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(fixtures().join(name)).unwrap()
}

pub fn source(name: &str, content: Vec<u8>) -> Source<'static> {
    Source::new(name, Cursor::new(content))
}

/// Reads contents by name, without profiles.
pub fn read(files: Vec<(&str, Vec<u8>)>, known: &mut Known) -> Result<(Gathered, Vec<Report>), Failure> {
    read_with(files, None, known)
}

/// Reads contents by name with a profile.
pub fn read_with(
    files: Vec<(&str, Vec<u8>)>,
    profile: Option<&Profile>,
    known: &mut Known,
) -> Result<(Gathered, Vec<Report>), Failure> {
    let mut gathered = Gathered::default();
    let jobs = files.into_iter().map(|(name, content)| Job::new(source(name, content), profile)).collect();
    let reports = exchange::read(jobs, known, &mut gathered)?;
    Ok((gathered, reports))
}

/// The code of a refusal.
pub fn refusal(result: Result<(Gathered, Vec<Report>), Failure>) -> &'static str {
    match result {
        Err(Failure::Refused(message)) => message.code,
        Err(other) => panic!("{other}"),
        Ok(_) => "read",
    }
}

/// The bad rows of a report as `row column code`.
pub fn bad(report: &Report) -> Vec<String> {
    report.bad.first.iter().map(|it| format!("{} {} {}", it.row, it.column, it.problem.code())).collect()
}
