//! Reads the files of one import, in an order that lets later ones lean on earlier ones.

use std::ops::ControlFlow;

use jiff::civil::Date;
use text::Message;

use crate::failure::{Failure, Result, refuse};
use crate::format::{self, Format};
use crate::known::Known;
use crate::out::{Out, Subjects};
use crate::profile::{Field, Kind, Profile, missing};
use crate::sink::{Report, Sink};
use crate::source::Source;
use crate::table::header::{Beginning, beginning};
use crate::table::{self, Shape};
use crate::take::Map;
use crate::{edlevo, look, ss12000};

/// A file and how it is to be read. Without a profile a table is read by what can be guessed, if nothing is missing.
pub struct Job<'a> {
    /// The file.
    pub source: Source<'a>,
    /// The profile, for tables and for names of schools.
    pub profile: Option<&'a Profile>,
    /// The format, when somebody has said what it is.
    pub format: Option<Format>,
}

impl<'a> Job<'a> {
    /// A file whose format is found by its content.
    pub fn new(source: Source<'a>, profile: Option<&'a Profile>) -> Job<'a> {
        Job { source, profile, format: None }
    }
}

/// The place of a table of pupils.
const PUPILS: u8 = 10;
/// Files that are read from here on lean on the roster.
const FIRST_AFTER_ROSTER: u8 = 20;

/// Reads files and hands over what they hold: schools, classes and pupils before lessons, absence before presence.
/// Reports stand in the order of reading. Canonical Parquet is refused here: `absence` reads it.
///
/// Errors: a file that cannot be read as a whole. Then nothing of the reading may be used.
pub fn read(jobs: Vec<Job<'_>>, known: &mut Known, sink: &mut dyn Sink) -> Result<Vec<Report>> {
    let mut ranked = Vec::new();
    for mut job in jobs {
        let place = place(&mut job, known.today)?;
        ranked.push((place.rank, place.format, place.guessed, job));
    }
    ranked.sort_by_key(|(rank, ..)| *rank);
    let mut subjects = Subjects::default();
    let mut names = Vec::new();
    let mut reports = Vec::new();
    for (_, format, guessed, mut job) in ranked {
        let file = job.source.name.clone();
        let profile = job.profile.or(guessed.as_ref());
        sink.begins(&file);
        let mut out = Out::new(sink, &mut subjects, std::mem::take(&mut names), &file);
        let mut notices = match format {
            Format::CanonicalParquet => return Err(refuse("exchange-canonical-parquet", &file)),
            Format::EdlevoAbsence => {
                edlevo::read(&mut job.source, profile, known, &mut out)?;
                Vec::new()
            }
            Format::Ss12000 => ss12000::read(&mut job.source, known, &mut out)?,
            Format::Csv | Format::CanonicalCsv | Format::Xlsx => {
                let profile = profile.ok_or_else(|| refuse("exchange-no-profile", &file))?;
                table(&mut job.source, format, profile, known, &mut out)?;
                assumed(profile)
            }
        };
        let done = out.finish();
        notices.extend(done.notices);
        names = done.subjects;
        sink.progress(done.rows, 0);
        reports.push(Report { name: file, format, rows: done.rows, taken: done.taken, bad: done.bad, notices });
    }
    // what stays unreported is told with the last file of the service
    if let Some(report) = reports.iter_mut().rfind(|report| report.format == Format::Ss12000) {
        let file = report.name.clone();
        sink.begins(&file);
        let mut out = Out::new(sink, &mut subjects, names, &file);
        ss12000::unreported(known, &mut out)?;
        let done = out.finish();
        report.notices.extend(done.notices);
    }
    Ok(reports)
}

/// Whether a file tells who is enrolled where.
///
/// Errors: a file that cannot be read as a whole.
pub fn is_roster(job: &mut Job<'_>, today: Date) -> Result<bool> {
    let rank = place(job, today)?.rank;
    Ok(rank == ss12000::list::Entity::Person as u8 || rank == PUPILS)
}

/// What a file is and when it is read.
struct Place {
    rank: u8,
    format: Format,
    guessed: Option<Profile>,
}

fn place(job: &mut Job<'_>, today: Date) -> Result<Place> {
    let format = job.format.map_or_else(|| format::detect(&mut job.source), Ok)?;
    let guessed = match (job.profile, format) {
        (None, Format::Csv | Format::CanonicalCsv | Format::Xlsx) => {
            Some(look::profile(&mut job.source, format, today)?)
        }
        _ => None,
    };
    let rank = rank(job, guessed.as_ref(), format)?;
    Ok(Place { rank, format, guessed })
}

/// What was taken for granted, since no column tells it.
fn assumed(profile: &Profile) -> Vec<Message> {
    let from = profile.kind == Kind::Pupils && !profile.has(Field::EnrolledFrom);
    if from { vec![Message::new("exchange-assumed-enrolment")] } else { Vec::new() }
}

/// The place of a file in the order of reading.
fn rank(job: &mut Job<'_>, guessed: Option<&Profile>, format: Format) -> Result<u8> {
    Ok(match (format, job.profile.or(guessed)) {
        (Format::Ss12000, _) => match ss12000::list::of_source(&mut job.source)? {
            entity if entity <= ss12000::list::Entity::Person => entity as u8,
            entity => FIRST_AFTER_ROSTER + entity as u8,
        },
        (Format::EdlevoAbsence, _) => {
            // the file of presence says `Present` from its first event on
            let sample = job.source.sample()?;
            let is_presence = memchr::memmem::find(&sample, b">Present<").is_some();
            30 + u8::from(is_presence)
        }
        (_, Some(profile)) => match profile.kind {
            Kind::Pupils => PUPILS,
            Kind::Guardians => 11,
            Kind::Lessons => 40,
            Kind::Sums => 50,
        },
        _ => 60,
    })
}

/// Reads a table with a profile. Errors: the profile lacks something, or the file lacks a column of it.
fn table(
    source: &mut Source<'_>,
    format: Format,
    profile: &Profile,
    known: &mut Known,
    out: &mut Out<'_>,
) -> Result<()> {
    if let Some(message) = missing(profile).into_iter().next() {
        let file = text::Arg::Text(source.name.clone());
        return Err(Failure::Refused(message.with("file", file)));
    }
    let shape = Shape { delimiter: profile.delimiter, encoding: profile.encoding, sheet: profile.sheet.clone() };
    let wanted: Vec<String> = profile.columns.values().map(|it| crate::profile::plain(&it.header)).collect();
    let start: Beginning = beginning(source, format, &shape, profile.header_row, &wanted)?;
    let map = Map::new(profile, start.names(), &source.name)?;
    let header = start.ordinal();
    table::rows(source, format, &shape, &mut |row| {
        if row.ordinal > header {
            crate::take::take(&row, &map, known, out)?;
        }
        Ok(ControlFlow::Continue(()))
    })
}
