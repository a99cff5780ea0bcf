//! Single values as Swedish systems write them. Each reader says what is wrong, never what stood there.

pub mod date;
pub mod grade;
pub mod number;
pub mod status;
pub mod time;

pub use status::Status;

use domain::bad_row::Problem;

/// What reading a value gives.
pub type Value<T> = Result<T, Problem>;

/// A value that must be there and can be written.
pub fn present(text: &str) -> Value<&str> {
    let text = trim(text);
    // a byte below a space is a control character in any letter of UTF-8; beyond ASCII the letters are looked at
    let control = match text.is_ascii() {
        true => text.bytes().any(|byte| byte.is_ascii_control()),
        false => text.chars().any(char::is_control),
    };
    match (text.is_empty(), control) {
        (true, _) => Err(Problem::Missing),
        (false, true) => Err(Problem::ControlCharacter),
        (false, false) => Ok(text),
    }
}

/// The text without spaces around it, also those that do not break.
pub fn trim(text: &str) -> &str {
    // the usual value has nothing around it
    let bare = |byte: &u8| byte.is_ascii_graphic();
    if text.as_bytes().first().is_some_and(bare) && text.as_bytes().last().is_some_and(bare) {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

/// A value that may be missing.
pub fn maybe<T>(text: &str, read: impl FnOnce(&str) -> Value<T>) -> Value<Option<T>> {
    if trim(text).is_empty() { Ok(None) } else { read(text).map(Some) }
}

/// Yes or no, in Swedish and English; missing is no. `X` is how lists are ticked.
pub fn flag(text: &str) -> Value<bool> {
    let text = trim(text);
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&["", "0", "nej", "n", "false", "falskt", "no"]) {
        Ok(false)
    } else if is(&["1", "ja", "j", "true", "sant", "yes", "y", "x"]) {
        Ok(true)
    } else {
        Err(Problem::NotTrueOrFalse)
    }
}

/// Protected identity: as yes or no, as the words of the population register, or as a number (0 none, 1 and 2 marks).
/// What cannot be read is a problem, and the caller counts it as set.
pub fn protected(text: &str) -> Value<bool> {
    let text = trim(text);
    match text.to_lowercase().as_str() {
        "ingen" | "inga" | "none" | "-" => Ok(false),
        "2"
        | "sekretess"
        | "sekretessmarkering"
        | "sekretessmarkerad"
        | "skyddad"
        | "skyddad folkbokföring"
        | "skyddad identitet"
        | "skyddade personuppgifter"
        | "kvarskrivning"
        | "fingerade personuppgifter" => Ok(true),
        _ => flag(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_in_both_languages() {
        for yes in ["Ja", "J", "SANT", "true", "1", "x", " yes "] {
            assert_eq!(flag(yes), Ok(true), "{yes}");
        }
        for no in ["", "Nej", "N", "FALSKT", "false", "0"] {
            assert_eq!(flag(no), Ok(false), "{no}");
        }
        assert_eq!(flag("kanske"), Err(Problem::NotTrueOrFalse));
    }

    #[test]
    fn protection_has_the_registers_words() {
        // SS 12000 2.1.0, securityMarking; Edlevo's Person API: 1 address, 2 national registration
        assert_eq!(protected("Ingen"), Ok(false));
        for mark in ["Sekretessmarkering", "Skyddad folkbokföring", "1", "2", "Ja"] {
            assert_eq!(protected(mark), Ok(true), "{mark}");
        }
        assert_eq!(protected("okänd markering"), Err(Problem::NotTrueOrFalse));
    }
}
