//! A first profile, guessed from the words of the header and from what stands below it. A person says yes to it.

use domain::PersonalNumber;
use domain::bad_row::Problem;
use jiff::civil::Date;

use super::headers::HEADERS;
use super::{Column, Field, Kind, Profile, plain};
use crate::value::number::{Amount, Unit};
use crate::value::{self, date, grade, time};

/// A guess from a header and some of the rows below it. `None` as header: there is none, and columns go by place.
pub fn guess(header: Option<&[String]>, rows: &[Vec<String>], today: Date) -> Profile {
    let mut found: Vec<(Field, Column)> = Vec::new();
    let width = header.map_or(0, <[String]>::len).max(rows.iter().map(Vec::len).max().unwrap_or(0));
    let mut taken = vec![false; width];
    let names = header.unwrap_or_default();
    // the words of the field that come first are the surest: go through all headers for each rank of word
    let most_words = HEADERS.iter().map(|(_, words)| words.len()).max().unwrap_or(0);
    for rank in 0..most_words {
        for (field, words) in HEADERS {
            let Some(word) = words.get(rank) else { continue };
            if found.iter().any(|(known, _)| known == field) {
                continue;
            }
            for (place, name) in names.iter().enumerate() {
                let (bare, unit) = unit(name);
                let free = taken.get(place).is_some_and(|taken| !taken);
                if free && bare == *word && holds(*field, unit, rows, place, today) {
                    if let Some(taken) = taken.get_mut(place) {
                        *taken = true;
                    }
                    found.push((*field, Column { header: name.trim().to_owned(), place: None, unit }));
                    break;
                }
            }
        }
    }
    by_content(&mut found, &mut taken, names, rows, today);
    let mut profile = Profile::of(kind(&found));
    profile.header_row = header.is_none().then_some(0);
    profile.columns = found.into_iter().collect();
    settle(&mut profile);
    profile.start_in_minutes = in_minutes(&profile, names, rows);
    profile
}

/// Whether a word is one that some column is called by.
pub(crate) fn is_known(header: &str) -> bool {
    let (bare, _) = unit(header);
    HEADERS.iter().any(|(_, words)| words.contains(&bare.as_str()))
}

/// A header without its unit, and the unit.
fn unit(header: &str) -> (String, Unit) {
    let mut unit = Unit::Minutes;
    let mut bare = String::new();
    for word in header.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | '_' | '.')) {
        match word.to_lowercase().as_str() {
            "min" | "minuter" | "minutes" => unit = Unit::Minutes,
            "tim" | "timmar" | "h" | "t" | "hours" => unit = Unit::Hours,
            "%" | "procent" | "percent" => unit = Unit::Percent,
            _ => bare.push_str(&plain(word)),
        }
    }
    (bare, unit)
}

/// Whether what stands in a column is what the field holds: at least half of what is filled in.
fn holds(field: Field, unit: Unit, rows: &[Vec<String>], place: usize, today: Date) -> bool {
    let filled: Vec<&str> = rows.iter().filter_map(|row| row.get(place)).map(|it| value::trim(it)).collect();
    let filled = filled.into_iter().filter(|it| !it.is_empty());
    let read = |text: &str| -> Result<(), Problem> {
        match field {
            Field::PersonalNumber | Field::GuardianNumber => {
                personal_number(text, today).map(|_| ()).ok_or(Problem::NotAPersonalNumber)
            }
            Field::Date | Field::From | Field::To | Field::EnrolledFrom | Field::EnrolledTo => {
                date::day(text).map(|_| ())
            }
            Field::Start if text.parse::<u16>().is_ok_and(|minutes| minutes < 1440) => Ok(()),
            Field::Start | Field::End => time::clock(text).or_else(|_| time::clock(date::split(text).1)).map(|_| ()),
            Field::Scheduled | Field::Valid | Field::Invalid | Field::Late | Field::Absent => {
                Amount::read(text, unit).map(|_| ())
            }
            Field::Grade => grade::level(text).map(|_| ()),
            Field::Reported | Field::Cancelled => value::flag(text).map(|_| ()),
            _ => Ok(()),
        }
    };
    let (mut good, mut all) = (0, 0);
    for text in filled {
        all += 1;
        good += u32::from(read(text).is_ok());
    }
    good * 2 >= all
}

/// Personal numbers, dates and addresses are known by what they look like, whatever the column is called.
fn by_content(
    found: &mut Vec<(Field, Column)>,
    taken: &mut [bool],
    names: &[String],
    rows: &[Vec<String>],
    today: Date,
) {
    for field in [Field::PersonalNumber, Field::Date, Field::Email] {
        if found.iter().any(|(known, _)| *known == field) {
            continue;
        }
        let looks = |text: &str| match field {
            Field::PersonalNumber => text.len() >= 10 && personal_number(text, today).is_some(),
            Field::Date => date::day(text).is_ok() && text.contains(['-', '/', '.']),
            _ => text.contains('@') && text.contains('.'),
        };
        let all = |place: usize| {
            let mut filled = rows.iter().filter_map(|row| row.get(place)).filter(|it| !it.trim().is_empty()).peekable();
            filled.peek().is_some() && filled.all(|it| looks(value::trim(it)))
        };
        let free: Vec<usize> = taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(place, _)| place).collect();
        // a column of dates is the day of the lesson only when it is the only one
        let fits: Vec<usize> = free.into_iter().filter(|place| all(*place)).collect();
        if let (Some(&place), true) = (fits.first(), field != Field::Date || fits.len() == 1) {
            let header = names.get(place).map(|name| name.trim().to_owned()).unwrap_or_default();
            let by_place = header.is_empty().then_some(place + 1);
            found.push((field, Column { header, place: by_place, unit: Unit::Minutes }));
            if let Some(taken) = taken.get_mut(place) {
                *taken = true;
            }
        }
    }
}

/// Whether the starts are minutes after midnight: whole numbers of which some are no times of day.
fn in_minutes(profile: &Profile, names: &[String], rows: &[Vec<String>]) -> bool {
    let header = profile.columns.get(&Field::Start).map(|column| column.header.as_str());
    let Some(place) = names.iter().position(|name| Some(name.trim()) == header) else { return false };
    let starts = rows.iter().filter_map(|row| row.get(place)).map(|it| value::trim(it)).filter(|it| !it.is_empty());
    let starts: Vec<&str> = starts.collect();
    let whole = |text: &&str| text.parse::<u16>().is_ok_and(|minutes| minutes < 1440);
    starts.iter().all(whole) && starts.iter().any(|text| time::clock(text).is_err())
}

/// What a row is about, by which columns there are.
fn kind(found: &[(Field, Column)]) -> Kind {
    let has = |field: Field| found.iter().any(|(known, _)| *known == field);
    let minutes = [Field::Scheduled, Field::Valid, Field::Invalid, Field::Absent, Field::Status].into_iter().any(has);
    let guardian = [Field::GuardianNumber, Field::GuardianName, Field::GuardianGivenName].into_iter().any(has);
    match (has(Field::Date), minutes, guardian) {
        (true, true, _) => Kind::Lessons,
        (false, true, _) => Kind::Sums,
        (_, _, true) => Kind::Guardians,
        _ => Kind::Pupils,
    }
}

/// A start date is the first day of a sum, or the first day at a school: what the rows are about decides.
fn settle(profile: &mut Profile) {
    if profile.kind == Kind::Pupils {
        for (from, to) in [(Field::From, Field::EnrolledFrom), (Field::To, Field::EnrolledTo)] {
            if !profile.has(to)
                && let Some(column) = profile.columns.remove(&from)
            {
                profile.columns.insert(to, column);
            }
        }
    }
}

/// A personal number, also when a spreadsheet has taken its leading zeros or added decimals.
pub(crate) fn personal_number(text: &str, today: Date) -> Option<PersonalNumber> {
    let text = value::trim(text);
    let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    let short = (6..=9).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    if short {
        return PersonalNumber::read(&format!("{text:0>10}"), today).ok();
    }
    PersonalNumber::read(text, today).ok()
}
