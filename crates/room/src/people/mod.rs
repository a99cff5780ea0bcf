//! People: the roster of the room. Names and numbers are unsealed through a permit only, and searched by keyed hash.

mod find;
mod identity;
mod index;
mod names;
mod put;
pub(crate) mod scope;

pub use find::find;
pub use identity::{Identity, identity};
pub use index::{index, version};
pub use names::names;
pub use put::{put, put_all};

use uuid::Uuid;

use crate::seal::Place;

/// Where a name lies.
pub(crate) fn name_place(person: &Uuid) -> Place<'_> {
    Place { table: "identity", column: "sealed_name", row: person.as_bytes() }
}

/// Where a personal number lies.
fn number_place(person: &Uuid) -> Place<'_> {
    Place { table: "identity", column: "sealed_number", row: person.as_bytes() }
}
