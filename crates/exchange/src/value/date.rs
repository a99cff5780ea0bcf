//! Dates: `2026-11-22`, `20261122`, `2026/11/22`, `22/11 2026`, `22.11.2026`, with or without a time of day after.

use domain::Day;
use domain::bad_row::Problem;
use jiff::civil::Date;

use super::{Value, present};

/// 2000-01-01 and 2099-12-31: other dates of lessons and enrolments are slips of the pen.
const OUR_TIME: std::ops::RangeInclusive<i32> = 10_957..=47_481;

/// A day from 2000 to 2099. A time of day after it is passed over.
pub fn day(text: &str) -> Value<Day> {
    let text = present(text)?;
    let date = year_first(text).or_else(|| day_first(text)).ok_or(Problem::NotADate)?;
    let day = Day::of(date);
    if OUR_TIME.contains(&day.0) { Ok(day) } else { Err(Problem::OutOfRange) }
}

/// Splits a date with a time of day after it: `2026-11-22 08:15`, `2026-11-22T08:15:00`.
pub fn split(text: &str) -> (&str, &str) {
    match text.split_once(['T', ' ']) {
        // `22/11 2026` has its only space before the year
        Some((date, rest)) if date.len() >= 8 => (date, rest.trim_start()),
        _ => (text, ""),
    }
}

/// A number of ASCII digits, and what follows.
fn digits(bytes: &[u8], count: usize) -> Option<(i16, &[u8])> {
    let (number, rest) = bytes.split_at_checked(count)?;
    let all = number.iter().all(u8::is_ascii_digit);
    all.then(|| (number.iter().fold(0, |sum, digit| sum * 10 + i16::from(*digit - b'0')), rest))
}

/// Year, month and day, with the same separator between or none.
fn year_first(text: &str) -> Option<Date> {
    let (year, rest) = digits(text.as_bytes(), 4)?;
    let separator = rest.first().filter(|c| matches!(c, b'-' | b'/' | b'.')).copied();
    let skip = |bytes| match separator {
        Some(_) if <[u8]>::first(bytes).copied() != separator => None,
        Some(_) => bytes.get(1..),
        None => Some(bytes),
    };
    let (month, rest) = digits(skip(rest)?, 2)?;
    let (day, rest) = digits(skip(rest)?, 2)?;
    ends(rest).then(|| build(year, month, day))?
}

/// Day, month and year, as people write: `22/11 2026`, `22.11.2026`, `1/9-2026`.
fn day_first(text: &str) -> Option<Date> {
    let (date, time) = split(text);
    let mut parts = date.split(['/', '.', '-', ' ']);
    let number = |part: &str, most: usize| {
        let whole = (1..=most).contains(&part.len());
        whole.then(|| digits(part.as_bytes(), part.len())).flatten().map(|(number, _)| number)
    };
    let (day, month, year) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?, parts.next()?);
    let year = if year.len() == 4 { number(year, 4)? } else { return None };
    let rest = parts.next().is_none() && (time.is_empty() || time.contains(':'));
    rest.then(|| build(year, month, day))?
}

fn ends(rest: &[u8]) -> bool {
    matches!(rest, [] | [b'T' | b' ', ..])
}

fn build(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_writings_are_the_same_day() {
        let writings = [
            "2026-11-22",
            "20261122",
            "2026/11/22",
            "2026.11.22",
            "22/11 2026",
            "22.11.2026",
            "22/11-2026",
            "22-11-2026",
        ];
        for text in writings.into_iter().chain(["2026-11-22 08:15", "2026-11-22T08:15:00+01:00", " 2026-11-22 "]) {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Ok("2026-11-22"), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_dates() {
        for text in ["2026-02-30", "11/22/2026", "22/11/26", "2026-11/22", "idag", "202611221", "2026-11-22x", "45983"]
        {
            assert_eq!(day(text), Err(Problem::NotADate), "{text}");
        }
        assert_eq!(day(""), Err(Problem::Missing));
        assert_eq!(day("1926-11-22"), Err(Problem::OutOfRange));
    }
}
