//! Pupil numbers for keys that are no numbers: personal numbers, UUIDs and whatever else a system has.
//!
//! The history is keyed by a whole number of at most nine digits (ADR 0005). A source's own number is used as it is;
//! every other key is given a number from the upper half, the same at every import. Whoever calls keeps the new pairs, by a
//! keyed hash: a key is personal data.

use std::collections::HashMap;
use std::fmt;

use domain::PersonalNumber;
use domain::bad_row::Problem;

/// Numbers from here on are given out and never taken from a source.
pub const FIRST_GIVEN: i32 = 500_000_000;
/// The highest pupil number.
pub const LAST: i32 = 999_999_999;

/// A key by which a source knows a pupil.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// The source's own number, below [`FIRST_GIVEN`].
    Number(i32),
    /// A personal, coordination or temporary number.
    Personal(PersonalNumber),
    /// Any other text: a UUID in lower case without braces, or an id.
    Id(String),
}

impl Key {
    /// The key in a column that is said to hold keys. Digits enough for a personal number are one or nothing.
    pub fn read(text: &str, today: jiff::civil::Date) -> Result<Key, Problem> {
        let text = crate::value::present(text)?;
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if let Some(number) = text.parse().ok().filter(|number| (1..FIRST_GIVEN).contains(number)) {
            return Ok(Key::Number(number));
        }
        if let Ok(number) = PersonalNumber::read(text, today) {
            return Ok(Key::Personal(number));
        }
        let is_numeric = digits >= 10 && text.bytes().all(|c| c.is_ascii_digit() || matches!(c, b'-' | b'+' | b' '));
        if is_numeric {
            return Err(Problem::LooksLikePersonalNumber);
        }
        let text = text.trim_start_matches('{').trim_end_matches('}');
        if text.len() > 100 { Err(Problem::OutOfRange) } else { Ok(Key::Id(text.to_lowercase())) }
    }
}

impl fmt::Debug for Key {
    /// Only the sort of key: the key itself must not reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Key::Number(_) => "Key::Number",
            Key::Personal(_) => "Key::Personal",
            Key::Id(_) => "Key::Id",
        })
    }
}

/// Finds the number that an earlier import gave a key.
type Find = Box<dyn Fn(&Key) -> Option<i32> + Send>;

/// The numbers of the pupils that are known by other keys.
pub struct Numbers {
    before: Find,
    by_key: HashMap<Key, i32>,
    fresh: Vec<(Key, i32)>,
    next: i32,
}

impl Default for Numbers {
    fn default() -> Numbers {
        Numbers::new(FIRST_GIVEN, |_| None)
    }
}

impl fmt::Debug for Numbers {
    /// How many, and no key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Numbers").field("fresh", &self.fresh.len()).finish_non_exhaustive()
    }
}

impl Numbers {
    /// The numbers of earlier imports: `free` is the first that none has given, `before` finds what one gave a key. Whoever
    /// calls keeps a keyed hash of each key, and no key.
    pub fn new(free: i32, before: impl Fn(&Key) -> Option<i32> + Send + 'static) -> Numbers {
        Numbers { before: Box::new(before), by_key: HashMap::new(), fresh: Vec::new(), next: free.max(FIRST_GIVEN) }
    }

    /// The number of a key, if it has one.
    pub fn find(&self, key: &Key) -> Option<i32> {
        match key {
            Key::Number(number) => Some(*number),
            key => self.by_key.get(key).copied().or_else(|| (self.before)(key)),
        }
    }

    /// The number of the pupil who has all these keys; a new one when none is known. Errors: no key, keys of different
    /// pupils, or no numbers left.
    pub fn of(&mut self, keys: &[Key]) -> Result<i32, Problem> {
        let mut known = keys.iter().filter_map(|key| self.find(key));
        let number = known.next();
        if known.any(|other| Some(other) != number) {
            return Err(Problem::KeysDisagree);
        }
        let number = match number {
            Some(number) => number,
            None if keys.is_empty() => return Err(Problem::Missing),
            None => self.give()?,
        };
        for key in keys.iter().filter(|key| !matches!(key, Key::Number(_))) {
            if self.find(key).is_none() {
                self.fresh.push((key.clone(), number));
            }
            self.by_key.insert(key.clone(), number);
        }
        Ok(number)
    }

    /// The pairs that were added since [`Numbers::new`], for the caller to keep.
    pub fn fresh(&self) -> &[(Key, i32)] {
        &self.fresh
    }

    fn give(&mut self) -> Result<i32, Problem> {
        let number = self.next.max(FIRST_GIVEN);
        if number > LAST {
            return Err(Problem::OutOfRange);
        }
        self.next = number + 1;
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn key(text: &str) -> Key {
        Key::read(text, date(2026, 11, 22)).unwrap()
    }

    #[test]
    fn a_pupil_keeps_the_number_whatever_key_a_file_has() {
        let mut numbers = Numbers::default();
        let (guid, personal) = (key("{5AF7CB02-5B4B-4F5B-9F0C-1C0F2A2B3C4D}"), key("20130314-9809"));
        let first = numbers.of(&[guid.clone(), personal.clone()]).unwrap();
        assert!(first >= FIRST_GIVEN);
        assert_eq!(numbers.of(&[key("130314-9809")]), Ok(first));
        assert_eq!(numbers.of(&[key("5af7cb02-5b4b-4f5b-9f0c-1c0f2a2b3c4d")]), Ok(first));
        let pairs: HashMap<Key, i32> = numbers.fresh().iter().cloned().collect();
        let kept = Numbers::new(first + 1, move |key| pairs.get(key).copied());
        assert_eq!((kept.find(&guid), kept.find(&personal)), (Some(first), Some(first)));
    }

    #[test]
    fn a_number_of_the_source_is_used_as_it_is_and_never_given() {
        let mut numbers = Numbers::default();
        assert_eq!(numbers.of(&[key("9000001")]), Ok(9_000_001));
        let given = numbers.of(&[key("abc")]).unwrap();
        assert_ne!(numbers.of(&[key("def")]), Ok(given));
        assert_eq!(numbers.of(&[key("9000001"), key("abc")]), Err(Problem::KeysDisagree));
        assert!(matches!(key("612345678"), Key::Id(_)), "a high number of the source is a key like any other");
    }

    #[test]
    fn what_looks_like_a_broken_personal_number_is_no_key() {
        let read = |text| Key::read(text, date(2026, 11, 22));
        assert_eq!(read("20130314-9808"), Err(Problem::LooksLikePersonalNumber));
        assert_eq!(read(""), Err(Problem::Missing));
        assert_eq!(format!("{:?}", key("130314-9809")), "Key::Personal");
    }
}
