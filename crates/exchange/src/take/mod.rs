//! From a row of a table to what it is about: the columns as the profile names them, checked one by one.

mod guardians;
mod lessons;
mod pupils;
mod sums;

pub(crate) use lessons::{DAY_MINUTES, LONGEST_SUBJECT, MOST_MINUTES};

use std::borrow::Cow;
use std::collections::HashMap;

use domain::bad_row::{File, Problem};

use crate::failure::{Result, refuse};
use crate::known::Known;
use crate::numbers::Key;
use crate::out::Out;
use crate::profile::guess::personal_number;
use crate::profile::{Field, Kind, Profile, plain};
use crate::table::Row;
use crate::value::number::Unit;
use crate::value::{Status, status};

/// What is wrong with a row, and in which column.
pub(crate) type Slip = (Field, Problem);

/// The profile against the header of a file: where each column is.
pub(crate) struct Map<'a> {
    pub(crate) profile: &'a Profile,
    places: Vec<Option<(usize, Unit)>>,
    /// Fields of a whole row.
    width: Option<usize>,
    statuses: HashMap<String, Status>,
}

impl<'a> Map<'a> {
    /// Finds the columns. Errors: one that the profile names is not in the header, or stands there twice.
    pub(crate) fn new(profile: &'a Profile, header: Option<&[String]>, file: &str) -> Result<Map<'a>> {
        let mut places = vec![None; Field::ALL.len()];
        let names: Vec<String> = header.unwrap_or_default().iter().map(|name| plain(name)).collect();
        let mut last = 0;
        for (field, column) in &profile.columns {
            let wanted = plain(&column.header);
            let place = match column.place {
                Some(place) => place.checked_sub(1),
                None => names.iter().position(|name| *name == wanted),
            };
            let twice = column.place.is_none() && names.iter().filter(|name| **name == wanted).count() > 1;
            let Some(place) = place.filter(|_| !twice) else {
                let code = if twice { "exchange-column-twice" } else { "exchange-column-missing" };
                return Err(with_column(refuse(code, file), *field));
            };
            last = last.max(place + 1);
            if let Some(slot) = places.get_mut(*field as usize) {
                *slot = Some((place, column.unit));
            }
        }
        let statuses = profile.statuses.iter().map(|(word, status)| (word.trim().to_lowercase(), *status)).collect();
        Ok(Map { profile, places, width: header.map(|header| header.len().max(last)), statuses })
    }

    fn place(&self, field: Field) -> Option<(usize, Unit)> {
        // the places stand in the order of the fields
        self.places.get(field as usize).copied().flatten()
    }

    pub(crate) fn unit(&self, field: Field) -> Unit {
        self.place(field).map(|(_, unit)| unit).unwrap_or_default()
    }

    /// The text of a field; empty when the profile has no such column.
    pub(crate) fn get<'r>(&self, row: &Row<'r>, field: Field) -> std::result::Result<Cow<'r, str>, Slip> {
        match self.place(field) {
            Some((place, _)) => row.get(place).map_err(|problem| (field, problem)),
            None => Ok(Cow::Borrowed("")),
        }
    }

    /// Reads a field that must be there.
    pub(crate) fn read<T>(
        &self,
        row: &Row<'_>,
        field: Field,
        read: impl FnOnce(&str) -> std::result::Result<T, Problem>,
    ) -> std::result::Result<T, Slip> {
        read(&self.get(row, field)?).map_err(|problem| (field, problem))
    }

    /// Reads a field that may be empty or lack a column.
    pub(crate) fn maybe<T>(
        &self,
        row: &Row<'_>,
        field: Field,
        read: impl FnOnce(&str) -> std::result::Result<T, Problem>,
    ) -> std::result::Result<Option<T>, Slip> {
        crate::value::maybe(&self.get(row, field)?, read).map_err(|problem| (field, problem))
    }

    /// What a word for presence or absence means: the profile's own words first.
    pub(crate) fn status(&self, text: &str) -> Option<Status> {
        let word = crate::value::trim(text).to_lowercase();
        self.statuses.get(&word).copied().or_else(|| status::status(&word))
    }

    /// A row has the fields of the header: with fewer or more its values stand in the wrong columns. Empty ones at the
    /// end do not count.
    fn check_width(&self, row: &Row<'_>) -> std::result::Result<(), Slip> {
        let (Some(width), Some(fields)) = (self.width, row.fields()) else { return Ok(()) };
        let whole = fields == width || (fields > width && row.filled() <= width);
        if whole { Ok(()) } else { Err((Field::Pupil, Problem::WrongFieldCount)) }
    }

    /// The keys of the row's pupil.
    pub(crate) fn keys(&self, row: &Row<'_>, known: &Known) -> std::result::Result<Vec<Key>, Slip> {
        let number = self.maybe(row, Field::PersonalNumber, |text| {
            let text = crate::value::present(text)?;
            personal_number(text, known.today).ok_or(Problem::NotAPersonalNumber)
        })?;
        let key = self.maybe(row, Field::Pupil, |text| Key::read(text, known.today))?;
        if let (Some(Key::Number(key)), Some(number)) = (&key, &number) {
            let short = number.as_str().get(2..).and_then(|digits| digits.parse::<i64>().ok());
            if short == Some(i64::from(*key)) {
                return Err((Field::Pupil, Problem::LooksLikePersonalNumber));
            }
        }
        let keys: Vec<Key> = key.into_iter().chain(number.map(Key::Personal)).collect();
        let field = if self.place(Field::Pupil).is_some() { Field::Pupil } else { Field::PersonalNumber };
        if keys.is_empty() { Err((field, Problem::Missing)) } else { Ok(keys) }
    }

    /// The school of a row: its column, or the one of the whole file.
    pub(crate) fn school(&self, row: &Row<'_>, known: &Known) -> std::result::Result<i32, Slip> {
        let named = |text: &str| {
            let name = self.profile.schools.iter().find(|(name, _)| plain(name) == plain(text));
            name.map(|(_, code)| *code).map_or_else(|| known.school(text), Ok)
        };
        match (self.maybe(row, Field::School, named)?, self.profile.school) {
            (Some(code), _) | (None, Some(code)) => Ok(code),
            (None, None) => Err((Field::School, Problem::Missing)),
        }
    }

    /// A whole name, from one column or two.
    pub(crate) fn name(
        &self,
        row: &Row<'_>,
        whole: Field,
        given: Field,
        family: Field,
    ) -> std::result::Result<String, Slip> {
        let read = |text: &str| crate::value::present(text).map(str::to_owned);
        if let Some(name) = self.maybe(row, whole, read)? {
            return Ok(name);
        }
        let parts = [self.maybe(row, given, read)?, self.maybe(row, family, read)?];
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        if name.is_empty() { Err((whole, Problem::Missing)) } else { Ok(name) }
    }
}

fn with_column(failure: crate::failure::Failure, field: Field) -> crate::failure::Failure {
    match failure {
        crate::failure::Failure::Refused(message) => {
            crate::failure::Failure::Refused(message.with("column", text::Arg::Code(field.sentence())))
        }
        other => other,
    }
}

/// Takes one row: hands over what it holds, or lists it.
pub(crate) fn take(row: &Row<'_>, map: &Map<'_>, known: &mut Known, out: &mut Out<'_>) -> Result<()> {
    out.row(row.bytes)?;
    let file = if map.profile.kind == Kind::Lessons { File::Lessons } else { File::Pupils };
    let width = map.check_width(row);
    let done = match map.profile.kind {
        Kind::Pupils => return pupils::take(row, width, map, known, out),
        Kind::Lessons => width
            .and_then(|()| lessons::read(row, map, known, out))
            .map(|lesson| lesson.map_or(Ok(()), |(subject, lesson)| out.lesson(row.number, &subject, lesson))),
        Kind::Guardians => width.and_then(|()| guardians::read(row, map, known)).map(|guardian| {
            if let Some(guardian) = guardian {
                out.guardian(guardian);
            }
            Ok(())
        }),
        Kind::Sums => width.and_then(|()| sums::read(row, map, known)).map(|sum| {
            if let Some(sum) = sum {
                out.sum(sum);
            }
            Ok(())
        }),
    };
    match done {
        Ok(done) => done,
        Err(slip) => {
            let keys = map.keys(row, known).unwrap_or_default();
            let protected = keys.iter().filter_map(|key| known.numbers.find(key)).any(|it| known.is_protected(it));
            out.bad(file, row.number, slip, protected);
            Ok(())
        }
    }
}
