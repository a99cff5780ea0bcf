//! SS 12000 as files: lists of one kind of entity, as a server answers them (`{"data": […]}`), as bare arrays, or as
//! several pages after each other. Unknown fields, values and kinds of entity are passed over.

mod field;
mod lessons;
pub(crate) mod list;
mod people;
pub(crate) mod remembered;
mod sums;
mod teachers;

use serde_json::Value;
use text::{Arg, Message};

use crate::failure::Result;
use crate::known::Known;
use crate::out::Out;
use crate::source::Source;
pub(crate) use field::number_of;
use list::Entity;

/// Hands over the lessons that no attendance was read of, once every file has been read.
pub(crate) fn unreported(known: &mut Known, out: &mut Out<'_>) -> Result<()> {
    lessons::unreported(known, out)
}

/// What is counted over a file, to be told afterwards.
#[derive(Default)]
struct Tally {
    persons: u64,
    marks: u64,
    other_forms: u64,
}

/// Reads a file. `row` in the list of bad rows is the number of the entity in the file.
pub(crate) fn read(source: &mut Source<'_>, known: &mut Known, out: &mut Out<'_>) -> Result<Vec<Message>> {
    let entity = list::of_source(source)?;
    let mut tally = Tally::default();
    let mut number = 0;
    list::each(source, &mut |value: Value, bytes| {
        number += 1;
        out.row(bytes)?;
        match entity {
            Entity::Organisation => people::organisation(&value, known, out),
            Entity::Group => people::group(&value, known, out),
            Entity::Person => people::person(number, &value, known, out, &mut tally),
            Entity::Duty => teachers::duty(&value, known, out),
            Entity::Activity => lessons::activity(&value, known, out),
            Entity::CalendarEvent => lessons::event(number, &value, known, out)?,
            Entity::Attendance => lessons::attendance(number, &value, known, out)?,
            Entity::AggregatedAttendance => sums::take(number, &value, known, out),
            Entity::Other => {}
        }
        Ok(())
    })?;
    if entity == Entity::Person {
        people::guardians(known, out);
    }
    let mut notices = Vec::new();
    let count = |number: u64| Arg::Count(i64::try_from(number).unwrap_or(i64::MAX));
    if tally.persons > 0 && tally.marks == 0 {
        notices.push(Message::new("exchange-no-protection-marks"));
    }
    if tally.other_forms > 0 {
        notices.push(Message::new("exchange-other-school-forms").with("count", count(tally.other_forms)));
    }
    if entity == Entity::Other && number > 0 {
        notices.push(Message::new("exchange-unused-entity"));
    }
    Ok(notices)
}
