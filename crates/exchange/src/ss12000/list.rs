//! Lists of entities, one entity at a time; and which kind of entity a list holds, by the fields of the first.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::encoding;
use crate::failure::{Failure, Result, io, refuse, refuse_at};
use crate::format::decode;
use crate::limits::LARGEST_JSON_ELEMENT;
use crate::source::{Meter, Source};

/// The kinds of entity that are read, in the order in which files are read: later ones refer to earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entity {
    /// `/organisations`
    Organisation,
    /// `/groups`: before persons, since a pupil's class is a group.
    Group,
    /// `/persons`
    Person,
    /// `/duties`: before activities, whose teachers are duties.
    Duty,
    /// `/activities`
    Activity,
    /// `/calendarEvents`, with attendance embedded or without.
    CalendarEvent,
    /// `/attendances`
    Attendance,
    /// `/aggregatedAttendance`
    AggregatedAttendance,
    /// Another kind, or an empty list: nothing is read.
    Other,
}

/// The fields that tell a kind: all of them stand in the entity itself and are required by the standard.
const TELLING: [(Entity, &[&str]); 8] = [
    (Entity::AggregatedAttendance, &["attendanceSum"]),
    (Entity::Attendance, &["calendarEvent", "student"]),
    (Entity::CalendarEvent, &["activity", "startTime", "endTime"]),
    (Entity::Activity, &["calendarEventsRequired"]),
    (Entity::Group, &["groupType"]),
    (Entity::Person, &["givenName", "familyName"]),
    (Entity::Duty, &["person", "dutyRole"]),
    (Entity::Organisation, &["organisationType"]),
];

impl Entity {
    /// The kind of a list by its beginning; `None` when it is no list of entities.
    pub(crate) fn of_sample(text: &str) -> Option<Entity> {
        let keys = first_keys(text)?;
        let has = |name: &&str| keys.iter().any(|key| key == name);
        let found = TELLING.iter().find(|(_, telling)| telling.iter().all(has)).map(|(entity, _)| *entity);
        let is_entity = keys.is_empty() || has(&"id") || has(&"meta");
        found.or_else(|| is_entity.then_some(Entity::Other))
    }
}

/// The kind of entity in a file.
pub(crate) fn of_source(source: &mut Source<'_>) -> Result<Entity> {
    let sample = source.sample()?;
    let text = decode(&sample, encoding::detect(&sample));
    Entity::of_sample(text.trim_start_matches('\u{feff}')).ok_or_else(|| refuse("exchange-unknown-json", &source.name))
}

/// The names of the fields of the first entity; empty when the list is.
fn first_keys(text: &str) -> Option<Vec<String>> {
    let text = text.trim_start();
    // the entities lie in an array, which lies in an object unless it is bare
    let depth_of_entity = match text.chars().next()? {
        '[' => 2,
        '{' => 3,
        _ => return None,
    };
    let (mut depth, mut keys, mut in_list) = (0, Vec::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '[' | '{' => {
                depth += 1;
                in_list |= c == '[' && depth == depth_of_entity - 1;
            }
            ']' | '}' => {
                depth -= 1;
                if depth < depth_of_entity && in_list {
                    return Some(keys);
                }
            }
            '"' => {
                let mut string = String::new();
                while let Some(c) = chars.next() {
                    match c {
                        '"' => break,
                        '\\' => {
                            chars.next();
                        }
                        c => string.push(c),
                    }
                }
                while chars.peek().is_some_and(|c| c.is_whitespace()) {
                    chars.next();
                }
                if depth == depth_of_entity && in_list && chars.peek() == Some(&':') {
                    keys.push(string);
                }
            }
            _ => {}
        }
    }
    in_list.then_some(keys)
}

/// Gives each entity in turn, and the bytes read so far.
pub(crate) fn each(source: &mut Source<'_>, take: &mut dyn FnMut(Value, u64) -> Result<()>) -> Result<()> {
    let name = source.name.clone();
    let sample = source.sample()?;
    let mut encoding = encoding::detect(&sample);
    if encoding == encoding::Encoding::Windows1252 {
        // JSON is Unicode: other bytes are an error, which is told below
        encoding = encoding::Encoding::Utf8;
    }
    let mut input = source.text(encoding, LARGEST_JSON_ELEMENT)?;
    if sample.starts_with(&[0xEF, 0xBB, 0xBF]) {
        std::io::Read::read_exact(&mut input, &mut [0; 3]).map_err(io(&name))?;
    }
    let meter = input.meter();
    let failure = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_reader(input);
    loop {
        let page = Page { take, meter: &meter, failure: &failure, in_list: false };
        if let Err(error) = page.deserialize(&mut reader) {
            return Err(failure.take().unwrap_or_else(|| failed(&error, &name)));
        }
        // one page may follow another
        if reader.end().is_ok() {
            return Ok(());
        }
    }
}

fn failed(error: &serde_json::Error, name: &str) -> Failure {
    use serde_json::error::Category;
    match (error.classify(), error.io_error_kind()) {
        (Category::Eof, _) => refuse("exchange-truncated", name),
        (Category::Io, Some(kind)) => io(name)(kind.into()),
        _ => refuse_at("exchange-broken-json", name, "row", u64::try_from(error.line()).unwrap_or(0)),
    }
}

/// A page: an object whose `data` is the list, or the list itself.
struct Page<'a> {
    take: &'a mut dyn FnMut(Value, u64) -> Result<()>,
    meter: &'a Meter,
    failure: &'a RefCell<Option<Failure>>,
    in_list: bool,
}

impl<'de> DeserializeSeed<'de> for Page<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> std::result::Result<(), D::Error> {
        if self.in_list { reader.deserialize_seq(self) } else { reader.deserialize_any(self) }
    }
}

impl<'de> Visitor<'de> for Page<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of entities")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "data" {
                let list = Page { take: &mut *self.take, meter: self.meter, failure: self.failure, in_list: true };
                map.next_value_seed(list)?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<(), A::Error> {
        self.meter.next_piece();
        while let Some(value) = list.next_element::<Value>()? {
            if let Err(stop) = (self.take)(value, self.meter.read()) {
                self.failure.replace(Some(stop));
                return Err(A::Error::custom("stopped"));
            }
            self.meter.next_piece();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_told_by_its_first_entity_and_not_by_what_is_embedded() {
        let check = |text: &str, expected: Option<Entity>| assert_eq!(Entity::of_sample(text), expected, "{text}");
        check(
            r#"{"data":[{"id":"a","activity":{"id":"b"},"startTime":"x","endTime":"y","_embedded":{"attendance":[{"calendarEvent":{"id":"a"},"student":{"id":"c"}}]}}]}"#,
            Some(Entity::CalendarEvent),
        );
        check(r#"[{"id":"a","calendarEvent":{"id":"b"},"student":{"id":"c"}}]"#, Some(Entity::Attendance));
        check(
            r#"{"pageToken":null,"data":[{"givenName":"\"S","familyName":"L","_embedded":{"duties":[{"dutyRole":"Rektor"}]}}]}"#,
            Some(Entity::Person),
        );
        check(r#"{"data":[]}"#, Some(Entity::Other));
        check(r#"{"data":[{"id":"a","person":{"id":"b"},"dutyRole":"Kurator"}]}"#, Some(Entity::Duty));
        check(r#"{"data":[{"id":"a","meta":{},"roomType":"Sal"}]}"#, Some(Entity::Other));
        check(r#"{"code":"x","message":"y"}"#, None);
        check(r#"[1,2]"#, Some(Entity::Other));
        check("hej", None);
    }
}
