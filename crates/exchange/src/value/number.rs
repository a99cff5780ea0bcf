//! Numbers, minutes and durations: decimal comma or point, spaces between thousands, minutes, hours or `1:30`.

use domain::bad_row::Problem;
use serde::{Deserialize, Serialize};

use super::{Value, present};

/// What a column of durations counts in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Minutes, as a number; `1:30` is an hour and a half in any unit.
    #[default]
    Minutes,
    /// Hours, with decimals.
    Hours,
    /// Per cent of the scheduled minutes.
    Percent,
}

/// A duration and its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Thousandths of the unit.
    pub thousandths: i64,
    /// What is counted.
    pub unit: Unit,
}

impl Amount {
    /// Reads a duration: a number in the unit of the column, or hours and minutes with a colon.
    pub fn read(text: &str, unit: Unit) -> Value<Amount> {
        let text = present(text)?;
        if let Some((hours, rest)) = text.split_once(':') {
            let minutes = rest.split(':').next().unwrap_or_default();
            let (hours, minutes) = (whole(hours)?, whole(minutes)?);
            let fits = (0..60).contains(&minutes) && (0..1000).contains(&hours) && !text.contains('-');
            let thousandths = (i64::from(hours) * 60 + i64::from(minutes)) * 1000;
            return if fits { Ok(Amount { thousandths, unit: Unit::Minutes }) } else { Err(Problem::NotANumber) };
        }
        let text = if unit == Unit::Percent { text.trim_end_matches('%') } else { text };
        Ok(Amount { thousandths: thousandths(super::trim(text))?, unit })
    }

    /// Whole minutes, half up. Per cent need the scheduled minutes.
    pub fn minutes(self, scheduled: Option<i32>) -> Value<i32> {
        let (number, per) = match self.unit {
            Unit::Minutes => (self.thousandths, 1_000),
            Unit::Hours => (self.thousandths.checked_mul(60).ok_or(Problem::OutOfRange)?, 1_000),
            Unit::Percent => {
                let scheduled = i64::from(scheduled.ok_or(Problem::Missing)?);
                (self.thousandths.checked_mul(scheduled).ok_or(Problem::OutOfRange)?, 100_000)
            }
        };
        i32::try_from((number + per / 2).div_euclid(per)).map_err(|_| Problem::OutOfRange)
    }
}

/// A whole number; decimals that are zero are passed over, since spreadsheets add them.
pub fn whole(text: &str) -> Value<i32> {
    let text = present(text)?;
    // the usual row has digits only
    if let Ok(number) = text.parse::<i32>() {
        return Ok(number);
    }
    let number = thousandths(text)?;
    if number % 1000 != 0 {
        return Err(Problem::NotANumber);
    }
    i32::try_from(number / 1000).map_err(|_| Problem::OutOfRange)
}

/// A decimal number in thousandths; further decimals are cut.
fn thousandths(text: &str) -> Value<i64> {
    let (negative, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (front, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
    let mut number: i64 = 0;
    let mut seen = false;
    for c in front.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')) {
        let digit = c.to_digit(10).ok_or(Problem::NotANumber)?;
        number = number.checked_mul(10).and_then(|it| it.checked_add(digit.into())).ok_or(Problem::OutOfRange)?;
        seen = true;
    }
    let mut fraction = 0;
    for (place, c) in decimals.chars().enumerate() {
        let digit = i64::from(c.to_digit(10).ok_or(Problem::NotANumber)?);
        seen = true;
        fraction += match place {
            0 => digit * 100,
            1 => digit * 10,
            2 => digit,
            _ => 0,
        };
    }
    if !seen {
        return Err(Problem::NotANumber);
    }
    let sum = number.checked_mul(1000).and_then(|it| it.checked_add(fraction)).ok_or(Problem::OutOfRange)?;
    Ok(if negative { -sum } else { sum })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, unit: Unit, scheduled: Option<i32>, expected: Value<i32>) {
        assert_eq!(Amount::read(text, unit).and_then(|it| it.minutes(scheduled)), expected, "{text}");
    }

    #[test]
    fn durations_become_minutes() {
        check("50", Unit::Minutes, None, Ok(50));
        check("50,0", Unit::Minutes, None, Ok(50));
        check("0:50", Unit::Minutes, None, Ok(50));
        check("1:20", Unit::Hours, None, Ok(80));
        check("1,5", Unit::Hours, None, Ok(90));
        check("0.75", Unit::Hours, None, Ok(45));
        check("1 200", Unit::Minutes, None, Ok(1200));
        check("25 %", Unit::Percent, Some(60), Ok(15));
        check("12,5%", Unit::Percent, Some(60), Ok(8));
        check("-10", Unit::Minutes, None, Ok(-10));
    }

    #[test]
    fn other_texts_are_no_durations() {
        check("frånvarande", Unit::Minutes, None, Err(Problem::NotANumber));
        check("", Unit::Minutes, None, Err(Problem::Missing));
        check("25 %", Unit::Percent, None, Err(Problem::Missing));
        check("1:75", Unit::Minutes, None, Err(Problem::NotANumber));
        check("-", Unit::Minutes, None, Err(Problem::NotANumber));
        check("99999999999999999999", Unit::Minutes, None, Err(Problem::OutOfRange));
        assert_eq!(whole("7,0"), Ok(7));
        assert_eq!(whole("4,5"), Err(Problem::NotANumber));
    }
}
