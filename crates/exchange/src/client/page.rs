//! One page of a list: its entities as they came, and how the list goes on.

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, from_slice};

use crate::ss12000::number_of;

/// What an answer is when it is no page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NotAPage {
    /// It ends in the middle.
    Truncated,
    /// It is no JSON: as a rule a page for people, to sign in or to say sorry.
    Other,
}

/// A page.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) entities: Vec<Box<RawValue>>,
    /// `None` at the end: then the service sends null, an empty text, or nothing.
    pub(super) token: Option<String>,
}

#[derive(Deserialize)]
struct Listed {
    #[serde(default)]
    data: Option<Vec<Box<RawValue>>>,
    #[serde(default, rename = "pageToken")]
    token: Value,
}

/// The page in an answer. Some services answer with the bare list.
pub(super) fn read(bytes: &[u8]) -> Result<Page, NotAPage> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'[') => Ok(Page { entities: from_slice(bytes).map_err(|error| why(&error))?, token: None }),
        Some(b'{') => {
            let listed: Listed = from_slice(bytes).map_err(|error| why(&error))?;
            Ok(Page { entities: listed.data.ok_or(NotAPage::Other)?, token: token(&listed.token) })
        }
        None => Err(NotAPage::Truncated),
        Some(_) => Err(NotAPage::Other),
    }
}

/// How a list goes on: not at all when there is no token, or an empty one.
fn token(value: &Value) -> Option<String> {
    match value {
        Value::String(token) => Some(token.clone()).filter(|token| !token.is_empty()),
        Value::Number(token) => Some(token.to_string()),
        _ => None,
    }
}

/// An answer whose `data` is an object, and how it goes on.
pub(super) fn object(bytes: &[u8]) -> Result<(Value, Option<String>), NotAPage> {
    let mut whole: Value = from_slice(bytes).map_err(|error| why(&error))?;
    let token = token(whole.get("pageToken").unwrap_or(&Value::Null));
    Ok((whole.get_mut("data").map(Value::take).unwrap_or_default(), token))
}

fn why(error: &serde_json::Error) -> NotAPage {
    if error.is_eof() { NotAPage::Truncated } else { NotAPage::Other }
}

/// The part of an entity that is looked at on the way.
#[derive(Deserialize)]
pub(super) struct Known {
    #[serde(default)]
    id: Value,
    #[serde(default, rename = "calendarEvent")]
    event: Value,
    #[serde(default, rename = "startTime")]
    start: Value,
    #[serde(default, rename = "_embedded")]
    embedded: Value,
}

impl Known {
    /// The known part; nothing of it when the entity is no object.
    pub(super) fn of(entity: &RawValue) -> Known {
        let nothing = Known { id: Value::Null, event: Value::Null, start: Value::Null, embedded: Value::Null };
        serde_json::from_str(entity.get()).unwrap_or(nothing)
    }

    /// The id, as a number.
    pub(super) fn id(&self) -> Option<u128> {
        self.id.as_str().map(number_of)
    }

    /// The lesson that an attendance is of: its id as it is written.
    pub(super) fn event(&self) -> Option<&str> {
        self.event.get("id")?.as_str()
    }

    /// The day that a lesson begins, as it is written.
    pub(super) fn day(&self) -> Option<jiff::civil::Date> {
        self.start.as_str()?.get(..10)?.parse().ok()
    }

    /// Whether a lesson brings its attendance.
    pub(super) fn brings_attendance(&self) -> bool {
        self.embedded.get("attendance").is_some_and(Value::is_array)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_when_there_is_no_token_however_that_is_said() {
        let check = |text: &str, entities: usize, token: Option<&str>| {
            let page = read(text.as_bytes()).unwrap();
            assert_eq!((page.entities.len(), page.token.as_deref()), (entities, token), "{text}");
        };
        check(r#"{"data":[{"id":1},{"id":2}],"pageToken":"x"}"#, 2, Some("x"));
        check(r#"{"data":[],"pageToken":null}"#, 0, None);
        check(r#"{"data":[],"pageToken":""}"#, 0, None);
        check(r#"{"data":[]}"#, 0, None);
        check(r#"{"pageToken":7,"more":{},"data":[]}"#, 0, Some("7"));
        check("\u{feff}[{\"id\":1}]", 1, None);
    }

    #[test]
    fn what_is_no_page_is_told_from_a_page_that_ends_in_the_middle() {
        let check = |text: &str, expected| assert_eq!(read(text.as_bytes()).unwrap_err(), expected, "{text}");
        check(r#"{"data":[{"id":1"#, NotAPage::Truncated);
        check("", NotAPage::Truncated);
        check("<html>Logga in</html>", NotAPage::Other);
        check(r#"{"code":"x","message":"y"}"#, NotAPage::Other);
        check(r#"{"data":[}"#, NotAPage::Other);
        check(r#"{"data":null}"#, NotAPage::Other);
    }
}
