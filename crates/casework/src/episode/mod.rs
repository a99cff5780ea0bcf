//! How a verb or a view gets at an episode: who may, what has been said, saying something, and what of it goes through
//! the door.

pub(crate) mod kinds;
pub(crate) mod letter;
pub(crate) mod own;
pub(crate) mod permit;
pub(crate) mod read;
mod say;
pub(crate) mod sheets;
pub(crate) mod take_in;
pub(crate) mod weigh;

pub use say::Said;
pub(crate) use say::{say, send};

use access::{EpisodeId, Side};
use domain::episode::guard::Reason;
use domain::plan::Person;
use sha2::{Digest, Sha256};
use text::{Arg, Message};
use uuid::Uuid;

use crate::{Cx, Failure, Refusal, Result};

/// The side of this room. A room of a region has none, and no episodes.
pub(crate) fn side(cx: &Cx) -> Result<Side> {
    cx.room().kind().side().ok_or_else(|| Failure::denied("denied-case"))
}

/// Whoever is signed in, as statements name her or him.
pub(crate) fn by(cx: &Cx) -> Result<Person> {
    let who = cx.who().ok_or_else(|| Failure::denied("denied-case"))?;
    Ok(Person { id: who.user.to_string(), name: who.name.clone() })
}

/// An id that follows from another, so that the same form sent again leads to the same. It stays a UUID of version 7, for
/// what travels.
pub(crate) fn following(id: Uuid, what: &str) -> Uuid {
    let hash = Sha256::new().chain_update(id.as_bytes()).chain_update(what).finalize();
    let mut bytes = *id.as_bytes();
    bytes.iter_mut().skip(6).zip(hash).for_each(|(to, from)| *to = from);
    uuid::Builder::from_bytes(bytes)
        .with_version(uuid::Version::SortRand)
        .with_variant(uuid::Variant::RFC4122)
        .into_uuid()
}

/// Why not, as a page tells it.
pub(crate) fn refused(why: Vec<Reason>) -> Failure {
    let said = |it: Reason| {
        let message = Message::new(it.code());
        let number = it.number().and_then(|it| i64::try_from(it).ok());
        let message = match number {
            Some(number) => message.with("number", Arg::Count(number)),
            None => message,
        };
        Refusal { field: None, message }
    };
    Failure::Refused(why.into_iter().map(said).collect())
}

/// The UUID of an episode.
pub(crate) fn uuid(id: EpisodeId) -> Uuid {
    Uuid::from_u128(id.0)
}
