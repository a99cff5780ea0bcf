//! A row about a pupil at a school. A protection mark holds however bad the rest of its row is.

use domain::bad_row::{File, Problem};
use domain::pupil::{Pupil, Span};
use domain::{Day, Grade, SchoolForm, SchoolYear};

use super::{Map, Slip};
use crate::failure::Result;
use crate::known::Known;
use crate::numbers::Key;
use crate::out::Out;
use crate::profile::Field;
use crate::table::Row;
use crate::value::{self, date, grade, number};

/// Takes a row: hands over the pupil, or lists the row and tells what is still known of the pupil.
pub(super) fn take(
    row: &Row<'_>,
    width: std::result::Result<(), Slip>,
    map: &Map<'_>,
    known: &mut Known,
    out: &mut Out<'_>,
) -> Result<()> {
    if let Err(slip) = width {
        // values may stand in the wrong columns: whoever it is may be protected
        out.maybe_protected();
        out.bad(File::Pupils, row.number, slip, false);
        return Ok(());
    }
    let mark =
        map.get(row, Field::Protected).and_then(|text| value::protected(&text).map_err(|it| (Field::Protected, it)));
    let keys = map.keys(row, known);
    let number = keys.and_then(|keys| {
        let number = known.numbers.of(&keys).map_err(|problem| (Field::Pupil, problem))?;
        Ok((number, keys))
    });
    let is_protected = mark != Ok(false);
    if mark.is_err() {
        out.unclear_mark();
    }
    match &number {
        Ok((pupil, _)) if is_protected => {
            known.protect(*pupil);
            out.protected(*pupil);
        }
        Err(_) if is_protected => out.maybe_protected(),
        _ => {}
    }
    let pupil = number.clone().and_then(|(pupil, keys)| read(row, map, known, pupil, &keys, is_protected));
    // a mark that cannot be read counts as set, and its row as unread
    let pupil = mark.and(pupil);
    match pupil {
        Ok(pupil) => {
            known.add_pupil(&pupil);
            out.pupil(row.number, pupil);
        }
        Err(slip) => {
            let known_mark = number.as_ref().is_ok_and(|(pupil, _)| known.is_protected(*pupil));
            out.bad(File::Pupils, row.number, slip, is_protected || known_mark);
            if let Ok((pupil, _)) = number {
                out.unread(pupil);
            }
        }
    }
    Ok(())
}

fn read(
    row: &Row<'_>,
    map: &Map<'_>,
    known: &Known,
    pupil: i32,
    keys: &[Key],
    protected: bool,
) -> std::result::Result<Pupil, Slip> {
    let name = map.name(row, Field::Name, Field::GivenName, Field::FamilyName)?;
    let school = map.school(row, known)?;
    let class = map.maybe(row, Field::Class, |text| value::present(text).map(str::to_owned))?.unwrap_or_default();
    let from = map.maybe(row, Field::EnrolledFrom, date::day)?;
    let to = map.maybe(row, Field::EnrolledTo, date::day)?;
    let given_year = map.maybe(row, Field::SchoolYear, school_year)?.or(map.profile.school_year);
    let school_year = given_year.map_or_else(|| SchoolYear::of(Day::of(known.today)), SchoolYear);
    let level = map.read(row, Field::Grade, grade::level)?;
    let form = map.maybe(row, Field::SchoolForm, grade::school_form)?;
    let form = form.or_else(|| map.profile.school_form.as_deref().and_then(SchoolForm::from_code));
    let form = form.ok_or((Field::SchoolForm, Problem::Missing))?;
    let enrolled = Span { from: from.unwrap_or_else(|| school_year.start()), to };
    let reduced_to = map.maybe(row, Field::ReducedTo, date::day)?;
    let reduced = map.maybe(row, Field::ReducedFrom, date::day)?.map(|from| Span { from, to: reduced_to });
    for (field, span) in [(Field::EnrolledTo, Some(enrolled)), (Field::ReducedTo, reduced)] {
        if span.is_some_and(|span| span.to.is_some_and(|to| to < span.from)) {
            return Err((field, Problem::EndsBeforeStart));
        }
    }
    let personal_number = keys.iter().find_map(|key| match key {
        Key::Personal(number) => Some(number.as_str().to_owned()),
        _ => None,
    });
    Ok(Pupil {
        pupil,
        personal_number: personal_number.unwrap_or_default(),
        name,
        school,
        class,
        grade: Grade { form, level, school_year },
        enrolled,
        protected,
        reduced_timetable: reduced,
    })
}

/// The year in which a school year begins: `2026`, `2026/27`, `2026/2027`, `26/27`.
fn school_year(text: &str) -> value::Value<i16> {
    let first = value::present(text)?.split(['/', '-']).next().unwrap_or_default();
    let year = number::whole(first)?;
    let year = if first.len() == 2 { year + 2000 } else { year };
    i16::try_from(year).ok().filter(|year| (2000..=2099).contains(year)).ok_or(Problem::OutOfRange)
}
