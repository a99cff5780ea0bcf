//! Statements: what has been said about a pupil, kept as it was written. Kind and version are inside the body.

mod append;
mod read;

pub(crate) use append::insert;
pub use append::{Said, Written, append, next_lamport};
pub(crate) use read::{Row, opened};
pub use read::{Statement, read};

use access::{Subject, Used, Zone};
use uuid::Uuid;

use crate::failure::{Result, broken};
use crate::seal::{Mac, Place};

/// The pupil and the zone of a permit: from there and nowhere else.
fn from_permit(used: &Used) -> Result<(Uuid, Zone)> {
    match (&used.subject, used.zone) {
        (Subject::Pupil(pupil), Some(zone)) => Ok((Uuid::from_u128(pupil.0), zone)),
        _ => Err(broken("a statement is about a pupil, in a zone")),
    }
}

/// The keyed hash that stands for a zone in the rows of one pupil.
pub(crate) fn zone_hash(mac: &Mac, person: Uuid, zone: Zone) -> Vec<u8> {
    mac.of(&[b"zone", person.as_bytes(), zone.code().as_bytes()]).to_vec()
}

/// Where the body of a statement lies.
pub(crate) fn body_place(id: &Uuid) -> Place<'_> {
    Place { table: "statement", column: "sealed_body", row: id.as_bytes() }
}
