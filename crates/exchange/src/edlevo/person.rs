//! One person of an Edlevo file at a time, with the elements that are read; all others are passed over.

use crate::failure::{Result, refuse};
use crate::limits::MOST_EVENTS;
use crate::source::Source;

use super::xml::{Piece, pieces};

/// A person and what is told of them. Free text (`comment`) and who reported (`registeredby`) are never kept.
#[derive(Default)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) events: Vec<Event>,
    pub(super) aggregations: Vec<Aggregation>,
}

/// An event at a school: texts as they stand.
#[derive(Default)]
pub(super) struct Event {
    pub(super) row: u64,
    pub(super) start: String,
    pub(super) unit_id: String,
    pub(super) unit_name: String,
    pub(super) is_school: bool,
    pub(super) lesson_id: String,
    pub(super) reason: String,
    pub(super) minutes: String,
    pub(super) lesson_minutes: String,
    pub(super) subject_id: String,
    pub(super) subject_code: String,
    pub(super) subject_name: String,
}

/// Minutes of one reason in one subject over a time.
#[derive(Default)]
pub(super) struct Aggregation {
    pub(super) row: u64,
    pub(super) minutes: String,
    pub(super) offered: String,
    pub(super) start: String,
    pub(super) stop: String,
    pub(super) subject_code: String,
    pub(super) reason: String,
}

/// Gives each person in turn, and the bytes read so far.
pub(super) fn each(source: &mut Source<'_>, take: &mut dyn FnMut(Person, u64) -> Result<()>) -> Result<()> {
    let name = source.name.clone();
    let mut path: Vec<String> = Vec::new();
    let mut person = Person::default();
    let mut row = 0;
    pieces(source, &mut |piece, bytes| {
        match piece {
            Piece::Start(tag) => {
                let inside = |parent: &str| path.last().is_some_and(|it| it == parent);
                match tag.as_str() {
                    "person" if inside("persons") => person = Person::default(),
                    "event" if inside("person") => {
                        row += 1;
                        person.events.push(Event { row, ..Event::default() });
                    }
                    "aggregation" if inside("person") => {
                        row += 1;
                        person.aggregations.push(Aggregation { row, ..Aggregation::default() });
                    }
                    "schoolevent" if inside("event") => {
                        if let Some(event) = person.events.last_mut() {
                            event.is_school = true;
                        }
                    }
                    _ => {}
                }
                if person.events.len().max(person.aggregations.len()) > MOST_EVENTS {
                    return Err(refuse("exchange-too-many-events", &name));
                }
                path.push(tag);
            }
            Piece::Text(text) => {
                if let Some(place) = place(&mut person, &path) {
                    place.push_str(text);
                }
            }
            Piece::End => {
                let ended = path.pop();
                if ended.as_deref() == Some("person") && path.len() == 1 {
                    return take(std::mem::take(&mut person), bytes);
                }
            }
        }
        Ok(())
    })
}

/// Where the text of an element is kept, by the element and the one around it.
fn place<'p>(person: &'p mut Person, path: &[String]) -> Option<&'p mut String> {
    let [.., parent, tag] = path else { return None };
    match (parent.as_str(), tag.as_str()) {
        ("person", "personid") => Some(&mut person.id),
        ("event", tag) => {
            let event = person.events.last_mut()?;
            match tag {
                "start" => Some(&mut event.start),
                "unitid" => Some(&mut event.unit_id),
                "unitname" => Some(&mut event.unit_name),
                _ => None,
            }
        }
        ("schoolevent", tag) => {
            let event = person.events.last_mut()?;
            match tag {
                "lessonid" => Some(&mut event.lesson_id),
                "reason" => Some(&mut event.reason),
                "minutes" => Some(&mut event.minutes),
                "lessonminutes" => Some(&mut event.lesson_minutes),
                "courseorsubjectid" => Some(&mut event.subject_id),
                "courseorsubjectcode" => Some(&mut event.subject_code),
                "courseorsubjectname" => Some(&mut event.subject_name),
                _ => None,
            }
        }
        ("aggregation", tag) => {
            let aggregation = person.aggregations.last_mut()?;
            match tag {
                "minutes" => Some(&mut aggregation.minutes),
                "offeredminutes" => Some(&mut aggregation.offered),
                "start" => Some(&mut aggregation.start),
                "stop" => Some(&mut aggregation.stop),
                "courseorsubjectcode" => Some(&mut aggregation.subject_code),
                "reason" => Some(&mut aggregation.reason),
                _ => None,
            }
        }
        _ => None,
    }
}
