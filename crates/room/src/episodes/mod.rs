//! Episodes: what this room holds of each, and where it stands.
//!
//! What was said lies in `statement`, each in its zone. The row in `episode` is computed from the shared statements
//! alone, by each of them and by [`rebuild`]: nothing of it is truth.

mod grounds;
mod list;
mod open;
mod pen;
mod project;
mod read;

pub use grounds::{Grounds, grounds, own_zone};
pub use list::{Listed, list};
pub use open::{New, assign, open, unassign};
pub use pen::{Pen, hold};
pub use project::rebuild;
pub use read::read;

use access::{Subject, Used};
use uuid::Uuid;

use crate::failure::{Result, broken};
use crate::seal::Place;

/// The stage of every episode that has ended, in clear: which end it was is sealed.
const ENDED: &str = "ended";

/// The episode and the pupil of a permit.
fn of_permit(used: &Used) -> Result<(Uuid, Uuid)> {
    match &used.subject {
        Subject::Episode { id, pupil } => Ok((Uuid::from_u128(id.0), Uuid::from_u128(pupil.0))),
        _ => Err(broken("what is said in an episode is about an episode")),
    }
}

/// Where the state of an episode lies.
fn state_place(id: &Uuid) -> Place<'_> {
    Place { table: "episode", column: "sealed_state", row: id.as_bytes() }
}
