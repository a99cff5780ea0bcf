//! Whole numbers and hours as each language writes them.

use crate::message::Language;

/// Keeps a number and its unit on one line.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';

/// Numbers with fewer digits than this are written together: 9999, but 10 000.
const GROUP_FROM: u128 = 10_000;

/// The mark between whole and decimals.
pub(crate) fn decimal_mark(language: Language) -> char {
    match language {
        Language::Swedish => ',',
        Language::English => '.',
    }
}

/// A whole number, its digits in groups of three from 10 000 up.
pub(crate) fn grouped(number: i128, language: Language) -> String {
    let digits = number.unsigned_abs().to_string();
    let mark = match language {
        Language::Swedish => NO_BREAK_SPACE,
        Language::English => ',',
    };
    let mut text = String::from(if number < 0 { "−" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        let left = digits.len() - place;
        if place > 0 && left.is_multiple_of(3) && number.unsigned_abs() >= GROUP_FROM {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// Tenths with one decimal.
pub(crate) fn tenths(number: i64, language: Language) -> String {
    let whole = grouped(i128::from(number.div_euclid(10)), language);
    format!("{whole}{}{}", decimal_mark(language), number.rem_euclid(10))
}

/// Minutes as whole hours, half up.
pub(crate) fn hours(minutes: i64) -> i64 {
    minutes.saturating_add(30).div_euclid(60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_have_the_mark_of_the_language() {
        assert_eq!((tenths(7, Language::Swedish), tenths(7, Language::English)), ("0,7".into(), "0.7".into()));
        assert_eq!(tenths(120_030, Language::Swedish), "12\u{a0}003,0");
    }

    #[test]
    fn groups_digits_from_ten_thousand() {
        for (number, swedish, english) in [
            (0, "0", "0"),
            (362, "362", "362"),
            (9_999, "9999", "9999"),
            (10_000, "10\u{a0}000", "10,000"),
            (1_234_567, "1\u{a0}234\u{a0}567", "1,234,567"),
            (-12_000, "−12\u{a0}000", "−12,000"),
        ] {
            assert_eq!(grouped(number, Language::Swedish), swedish);
            assert_eq!(grouped(number, Language::English), english);
        }
    }

    #[test]
    fn half_an_hour_counts_as_an_hour() {
        assert_eq!([0, 29, 30, 89, 90, 21_720].map(hours), [0, 0, 1, 1, 2, 362]);
    }
}
