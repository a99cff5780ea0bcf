//! Episodes in the browser: the list, one episode with everything that was said, and a plain page for each thing that can
//! be said next.

pub(crate) mod act;
pub(crate) mod begin;
pub(crate) mod consent;
pub(crate) mod consent_back;
mod forms;
pub(crate) mod journal;
mod kinds;
pub(crate) mod letter;
mod lines;
pub(crate) mod list;
pub(crate) mod note;
pub(crate) mod one;
pub(crate) mod paper;
mod preview;
pub(crate) mod referral;
pub(crate) mod sheet;

use access::EpisodeId;
use uuid::Uuid;

use crate::{failure::Stop, fields::Fields, session::Visit, ui::Field, ui::Problems};

/// The page of an episode.
fn path(id: EpisodeId) -> String {
    format!("/arende/{id}")
}

/// The episode in the address.
fn id(visit: &Visit) -> Result<EpisodeId, Stop> {
    visit.id("arende").map(|id| EpisodeId(id.as_u128()))
}

/// The id of what is about to be made: the one that the form carries, or a new one.
fn made(visit: &Visit, fields: &Fields) -> Uuid {
    fields.id("id").unwrap_or_else(|| visit.site.fresh())
}

fn field<'a>(name: &'a str, label: &'a str, hint: &'a str, problems: &'a Problems) -> Field<'a> {
    Field { name, label, hint, error: problems.of(name) }
}
