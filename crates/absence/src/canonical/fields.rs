//! Single values of a canonical file, read from text. Each reader says what is wrong, never what stood there.

use domain::Day;
use domain::bad_row::Problem;

/// Pupil numbers have at most nine digits: a personal number has ten or twelve and must never become a key.
const PUPIL_DIGITS: usize = 9;
/// The highest pupil number.
pub const HIGHEST_PUPIL: i32 = 999_999_999;
/// The highest school unit code.
pub const HIGHEST_SCHOOL: i32 = 99_999_999;

/// A value that must be there.
pub fn present(text: &str) -> Result<&str, Problem> {
    let text = text.trim();
    match (text.is_empty(), text.chars().any(char::is_control)) {
        (true, _) => Err(Problem::Missing),
        (false, true) => Err(Problem::ControlCharacter),
        (false, false) => Ok(text),
    }
}

/// A whole number from `low` to `high`.
pub fn whole(text: &str, low: i32, high: i32) -> Result<i32, Problem> {
    let number: i64 = present(text)?.parse().map_err(|_| Problem::NotANumber)?;
    i32::try_from(number).ok().filter(|number| (low..=high).contains(number)).ok_or(Problem::OutOfRange)
}

/// A pupil number: 1 to nine digits, above zero.
pub fn pupil(text: &str) -> Result<i32, Problem> {
    let text = present(text)?;
    if text.chars().filter(char::is_ascii_digit).count() > PUPIL_DIGITS {
        return Err(Problem::LooksLikePersonalNumber);
    }
    whole(text, 1, HIGHEST_PUPIL)
}

/// A date of the form 2026-11-22, from 2000 to 2099.
pub fn day(text: &str) -> Result<Day, Problem> {
    let day: Day = present(text)?.parse().map_err(|_| Problem::NotADate)?;
    in_our_time(day).ok_or(Problem::OutOfRange)
}

/// 2000-01-01 and 2099-12-31, as numbers: every row is compared with them.
const OUR_TIME: std::ops::RangeInclusive<i32> = 10_957..=47_481;

/// A day from 2000 to 2099: others are slips of the pen.
pub fn in_our_time(day: Day) -> Option<Day> {
    OUR_TIME.contains(&day.0).then_some(day)
}

/// A value that may be missing.
pub fn maybe<T>(text: &str, read: impl FnOnce(&str) -> Result<T, Problem>) -> Result<Option<T>, Problem> {
    if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) }
}

/// `true` or `false`, as programs and spreadsheets write them in English and Swedish; missing is false.
pub fn flag(text: &str) -> Result<bool, Problem> {
    match text.trim().to_lowercase().as_str() {
        "" | "false" | "falskt" | "nej" | "0" => Ok(false),
        "true" | "sant" | "ja" | "1" => Ok(true),
        _ => Err(Problem::NotTrueOrFalse),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_personal_number_is_never_a_pupil_number() {
        for number in ["201302149817", "1302149817", "130214-9817", "0612241234"] {
            assert_eq!(pupil(number), Err(Problem::LooksLikePersonalNumber), "{number}");
        }
        assert_eq!(pupil("123456789"), Ok(123_456_789));
        assert_eq!(pupil("0"), Err(Problem::OutOfRange));
        assert_eq!(pupil("-4"), Err(Problem::OutOfRange));
    }

    #[test]
    fn slips_are_named() {
        assert_eq!(whole("", 0, 9), Err(Problem::Missing));
        assert_eq!(whole("4,5", 0, 9), Err(Problem::NotANumber));
        assert_eq!(whole("99999999999999999999", 0, 9), Err(Problem::NotANumber));
        assert_eq!(day("2026-13-01"), Err(Problem::NotADate));
        assert_eq!(day("22/11/2026"), Err(Problem::NotADate));
        assert_eq!(day("1926-11-22"), Err(Problem::OutOfRange));
        assert_eq!(flag("kanske"), Err(Problem::NotTrueOrFalse));
        assert_eq!([flag("SANT"), flag("False"), flag("")], [Ok(true), Ok(false), Ok(false)]);
    }

    #[test]
    fn our_time_is_a_century() {
        let inside = |date: &str| in_our_time(date.parse().unwrap()).is_some();
        assert!(inside("2000-01-01") && inside("2099-12-31"));
        assert!(!inside("1999-12-31") && !inside("2100-01-01"));
    }
}
