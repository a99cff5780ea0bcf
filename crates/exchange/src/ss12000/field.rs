//! Reads fields of entities as they come: missing, null, a number as text, a text as number.

use std::hash::{DefaultHasher, Hash, Hasher};

use domain::Day;
use serde_json::Value;

use crate::value::{date, number};

/// A text, or a number as text; `None` when missing, null or empty.
pub(super) fn text(value: &Value, name: &str) -> Option<String> {
    let text = match value.get(name)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A whole number, also when written as text.
pub(super) fn whole(value: &Value, name: &str) -> Option<i32> {
    number::whole(&text(value, name)?).ok()
}

/// True or false; `None` when missing.
pub(super) fn flag(value: &Value, name: &str) -> Option<bool> {
    match value.get(name)? {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => crate::value::flag(text).ok(),
        _ => None,
    }
}

/// A date.
pub(super) fn day(value: &Value, name: &str) -> Option<Day> {
    date::day(&text(value, name)?).ok()
}

/// The entries of a list; none when it is missing or no list.
pub(super) fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The id of an entity, or of what a reference points at: a UUID as a number.
pub(super) fn id(value: &Value, name: &str) -> Option<u128> {
    let text = match value.get(name)? {
        Value::String(text) => text.clone(),
        reference => text(reference, "id")?,
    };
    Some(number_of(&text))
}

/// A UUID as a number; another id by its hash, since some systems have other ids.
pub(crate) fn number_of(text: &str) -> u128 {
    let hex: String = text.chars().filter(char::is_ascii_hexdigit).collect();
    let is_uuid = hex.len() == 32 && text.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, '-' | '{' | '}'));
    if let Some(number) = u128::from_str_radix(&hex, 16).ok().filter(|_| is_uuid) {
        return number;
    }
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, text).hash(&mut hasher);
        u128::from(hasher.finish())
    };
    (half(1) << 64) | half(2)
}

/// Whether a person or a reference to one has a protection mark; `None` when nothing is said. A value that is not
/// known counts as a mark.
pub(super) fn protected(value: &Value) -> Option<bool> {
    let mark = text(value, "securityMarking")?;
    Some(crate::value::protected(&mark).unwrap_or(true))
}
