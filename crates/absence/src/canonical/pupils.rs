//! Reads the `pupils` file: one row for each enrolment of a pupil at a school.

use std::path::Path;

use bytes::Bytes;
use domain::bad_row::{File, Problem};
use domain::pupil::{Pupil, Span};
use domain::{Grade, SchoolForm, SchoolYear};

use super::csv_file::CsvFile;
use super::{BadRows, Form, Roster, fields, form, pupils_parquet};
use crate::failure::{Result, from_outside, io};

/// The columns of the `pupils` file.
pub const COLUMNS: [&str; 13] = [
    "pupil",
    "personal_number",
    "name",
    "school",
    "class",
    "grade",
    "school_form",
    "school_year",
    "enrolled_from",
    "enrolled_to",
    "protected",
    "reduced_from",
    "reduced_to",
];

/// Reads a roster. Bad rows are left out and listed; but a protection mark holds however bad its row is, and one that
/// cannot be read counts as set.
pub fn read_pupils(path: &Path) -> Result<(Roster, BadRows)> {
    let mut taken = Taken::default();
    match form(path)? {
        Form::Csv => {
            let mut csv = CsvFile::open(path, &COLUMNS)?;
            while let Some((row, fields)) = csv.next()? {
                taken.take(row, fields.map(|fields| COLUMNS.map(|name| fields.get(name))));
            }
        }
        Form::Parquet => {
            let file = std::fs::File::open(path).map_err(io(path))?;
            from_outside(path, || pupils_parquet::read(path, file, &mut |row, values| taken.take(row, values)))?;
        }
    }
    Ok((taken.roster, taken.bad))
}

/// The same of a Parquet file that lies in memory. The name is for messages.
pub fn read_pupil_bytes(name: &Path, bytes: Bytes) -> Result<(Roster, BadRows)> {
    let mut taken = Taken::default();
    from_outside(name, || pupils_parquet::read(name, bytes, &mut |row, values| taken.take(row, values)))?;
    Ok((taken.roster, taken.bad))
}

/// What has been read of a roster.
#[derive(Default)]
struct Taken {
    roster: Roster,
    bad: BadRows,
}

impl Taken {
    fn take(&mut self, row: u64, values: Option<[&str; 13]>) {
        let (roster, bad) = (&mut self.roster, &mut self.bad);
        let Some(values) = values else {
            bad.add(File::Pupils, row, "pupil", Problem::WrongFieldCount);
            bad.unprotected += 1; // whoever it is may be protected
            return;
        };
        let [number, .., protected, _, _] = values;
        let mark = fields::flag(protected);
        bad.unclear += u64::from(mark.is_err());
        if mark != Ok(false) {
            match fields::pupil(number) {
                Ok(pupil) => roster.protect(pupil),
                Err(_) => bad.unprotected += 1,
            }
        }
        let (column, problem) = match read(values) {
            Ok(pupil) if roster.overlaps(&pupil) => ("enrolled_from", Problem::OverlappingEnrolment),
            Ok(pupil) => return roster.add(pupil),
            Err(wrong) => wrong,
        };
        bad.add(File::Pupils, row, column, problem);
        if let Ok(pupil) = fields::pupil(number) {
            roster.add_unread(pupil);
        }
    }
}

fn read(values: [&str; 13]) -> std::result::Result<Pupil, (&'static str, Problem)> {
    let [pupil, personal_number, name, school, class, level, school_form, year, from, to, protected, reduced, until] =
        values;
    let at = |column: &'static str| move |problem| (column, problem);
    let number = fields::pupil(pupil).map_err(at("pupil"))?;
    if is_personal_number(number, personal_number) {
        return Err(("pupil", Problem::LooksLikePersonalNumber));
    }
    let grade = Grade {
        form: SchoolForm::from_code(fields::present(school_form).map_err(at("school_form"))?)
            .ok_or(("school_form", Problem::UnknownSchoolForm))?,
        level: u8::try_from(fields::whole(level, 0, 10).map_err(at("grade"))?).unwrap_or(0),
        school_year: SchoolYear(
            i16::try_from(fields::whole(year, 2000, 2099).map_err(at("school_year"))?).unwrap_or(0),
        ),
    };
    let enrolled = Span {
        from: fields::day(from).map_err(at("enrolled_from"))?,
        to: fields::maybe(to, fields::day).map_err(at("enrolled_to"))?,
    };
    let until = fields::maybe(until, fields::day).map_err(at("reduced_to"))?;
    let reduced = fields::maybe(reduced, fields::day).map_err(at("reduced_from"))?.map(|from| Span { from, to: until });
    if backwards(enrolled) {
        return Err(("enrolled_to", Problem::EndsBeforeStart));
    }
    if reduced.is_some_and(backwards) {
        return Err(("reduced_to", Problem::EndsBeforeStart));
    }
    Ok(Pupil {
        pupil: number,
        personal_number: personal_number.trim().to_owned(),
        name: fields::present(name).map_err(at("name"))?.to_owned(),
        school: fields::whole(school, 1, fields::HIGHEST_SCHOOL).map_err(at("school"))?,
        class: fields::maybe(class, |class| fields::present(class).map(str::to_owned))
            .map_err(at("class"))?
            .unwrap_or_default(),
        grade,
        enrolled,
        protected: fields::flag(protected).map_err(at("protected"))?,
        reduced_timetable: reduced,
    })
}

fn backwards(span: Span) -> bool {
    span.to.is_some_and(|to| to < span.from)
}

/// Whether a pupil number is the row's personal number whose leading zeros were lost: 061224-1234 as a number.
fn is_personal_number(pupil: i32, personal_number: &str) -> bool {
    let digits: String = personal_number.chars().filter(char::is_ascii_digit).collect();
    let short = digits.get(digits.len().saturating_sub(10)..).unwrap_or("");
    short.len() == 10 && short.parse::<i64>() == Ok(i64::from(pupil))
}
