//! Recovery codes: twelve digits, so that they are read out on a telephone and written on any keyboard.

use super::random;
use crate::Result;

/// Codes of a set.
pub(crate) const SET: usize = 10;
/// Digits of a code: 40 bits, against some thirty tries a day that the gate lets through.
const DIGITS: usize = 12;

/// A new set, each code as twelve digits without space.
pub(crate) fn set() -> Result<Vec<String>> {
    (0..SET).map(|_| one()).collect()
}

fn one() -> Result<String> {
    let number = u128::from_be_bytes(random::bytes::<16>()?);
    // Of 2^128 numbers, what is left over in the last round changes no probability that anybody could measure.
    Ok(format!("{:0width$}", number % 10_u128.pow(12), width = DIGITS))
}

/// What was typed as a code of a set, if it can be one: spaces and hyphens are of no account.
pub(crate) fn typed(text: &str) -> Option<String> {
    let code: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    (code.len() == DIGITS && code.bytes().all(|digit| digit.is_ascii_digit())).then_some(code)
}

/// In groups of four, as they are shown.
pub(crate) fn grouped(code: &str) -> String {
    let digits: Vec<char> = code.chars().collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_ten_codes_that_differ_and_are_read_as_they_are_shown() {
        let set = set().unwrap();
        assert_eq!(set.iter().collect::<std::collections::BTreeSet<_>>().len(), SET);
        for code in &set {
            let shown = grouped(code);
            assert_eq!(shown.len(), 14, "three groups of four");
            assert_eq!(typed(&shown).as_deref(), Some(code.as_str()));
            assert_eq!(typed(&shown.replace(' ', "-")).as_deref(), Some(code.as_str()));
        }
    }

    #[test]
    fn a_code_from_the_app_is_none() {
        assert_eq!(["123 456", "", "1234 5678 90121", "1234 5678 901a"].map(typed), [const { None }; 4]);
    }
}
