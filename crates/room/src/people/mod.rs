//! People: the roster of the room. Names and numbers are unsealed through a permit only, and searched by keyed hash.

mod end;
mod find;
mod found;
pub(crate) mod guardians;
pub(crate) mod identity;
mod index;
mod keys;
mod levels;
mod names;
mod put;
mod put_new;
mod same;
mod schooling;
pub(crate) mod scope;

pub use end::end;
pub use find::find;
pub use found::{Found, found};
pub use guardians::{guardian_id, guardians, put_guardians};
pub use identity::{Identity, identity};
pub use index::index;
pub use keys::{Keys, PupilKey, keys, put_keys};
pub use levels::{AtLevel, levels};
pub use names::names;
pub use put::{put, put_all};
pub(crate) use put_new::put_new;
pub use schooling::{Schooling, schooling};

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
