//! What an administrator must hear of: a job that was given up, and a source that has brought nothing in time.

use jiff::{SignedDuration, Timestamp};
use room::door::{outbox, peers};
use room::jobs::{recurring, runs};

use text::Message;

use super::name_with;
use crate::{Cx, Result};

/// One thing to hear of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// A job was given up and waits for a person.
    GivenUp {
        /// What people call it.
        name: Message,
        /// When.
        at: Timestamp,
    },
    /// A recurring job has brought nothing new since then, and should have.
    Late {
        /// What people call it.
        name: Message,
        /// Since when.
        since: Timestamp,
    },
    /// Letters have waited for a room for long.
    LettersWait {
        /// The name of the authority.
        room: String,
        /// How many.
        count: u64,
        /// Since when the first has.
        since: Timestamp,
    },
}

/// How long a letter may wait before somebody must hear of it: longer than a night's maintenance.
const LETTERS: SignedDuration = SignedDuration::from_hours(12);

/// Every alarm, the given up ones first, each with what people call its source. One whose recurring job has gone well
/// since is over.
///
/// # Errors
/// Denied: the actor does not configure the room. The room.
pub(crate) async fn of(cx: &Cx) -> Result<Vec<Alarm>> {
    let sources = crate::view::sources::names(cx).await?;
    let again = recurring::all(cx.room()).await?;
    let well_since = |id, at| again.iter().any(|it| Some(it.id) == id && it.ok.is_some_and(|ok| ok > at));
    let mut alarms = Vec::new();
    for job in runs::waiting(cx.room()).await? {
        if let Some(at) = job.given_up
            && !well_since(job.recurring, at)
        {
            let source = job.recurring.and_then(|id| sources.get(&id));
            alarms.push(Alarm::GivenUp { name: name_with(&job.kind, source), at });
        }
    }
    for job in again.into_iter().filter(|it| it.enabled) {
        let since = job.new.unwrap_or(job.since).max(job.since);
        let patience = job.expect.map(|seconds| SignedDuration::from_secs(i64::from(seconds)));
        if patience.is_some_and(|patience| cx.now().duration_since(since) > patience) {
            alarms.push(Alarm::Late { name: name_with(&job.kind, sources.get(&job.id)), since });
        }
    }
    for (peer, count, since) in outbox::waiting(cx.room()).await? {
        if cx.now().duration_since(since) > LETTERS
            && let Some(peer) = peers::find(cx.room(), peer).await?
        {
            alarms.push(Alarm::LettersWait { room: peer.name, count, since });
        }
    }
    Ok(alarms)
}
