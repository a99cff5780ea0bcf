//! Where letters from other servers come in: the room that one is for is found, and its door answers. Whoever is not
//! paired learns nothing, not even which rooms there are.

use door::accept::{self, Reply};
pub use door::envelope::MOST;
pub use door::transport::PATH;
use jiff::Timestamp;
use room::door::peers;

use crate::secret::gate::Gate;
use crate::{Office, Result};

/// What is answered to one who is not known, as the door answers it.
const NOT_KNOWN: u16 = 403;
/// Too many letters have been turned away.
const TOO_MANY: u16 = 429;

/// The way in of a process, for all its rooms.
#[derive(Default)]
pub struct Doorway {
    /// How fast letters may be turned away. One that is taken never waits for them.
    turned_away: Gate,
}

impl Doorway {
    /// Answers a request whose body is a letter: the status, and the signed receipt if there is one.
    ///
    /// # Errors
    /// The room: then the sender gets no answer, and tries again.
    pub async fn answer(&self, offices: &[&Office], body: &[u8], now: Timestamp) -> Result<(u16, Vec<u8>)> {
        let Some(first) = offices.first() else { return Ok((NOT_KNOWN, Vec::new())) };
        let to = accept::addressed_to(body);
        let reply = match (to, offices.iter().find(|it| Some(it.room().id()) == to)) {
            // What is no letter is turned away before any room is asked.
            (None, _) => accept::answer(first.room(), body, now).await?,
            (Some(_), Some(office)) => accept::answer(office.room(), body, now).await?,
            (Some(to), None) => {
                // The question that a room that is there asks too, so that the time is the same.
                peers::find(first.room(), to).await?;
                Reply { status: NOT_KNOWN, body: Vec::new() }
            }
        };
        let taken = reply.status == 200;
        let status = if taken || self.turned_away.enter(now) { reply.status } else { TOO_MANY };
        Ok((status, reply.body))
    }
}
