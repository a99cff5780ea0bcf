//! To a room of the same process: the same bytes, the same answer, no wire.

use std::sync::Arc;

use jiff::Timestamp;
use room::Room;
use room::door::peers::Peer;

use super::{Transport, Trouble};
use crate::accept;
use crate::failure::Failure;
use crate::step::{Unwatched, Watch};

/// How the address of a room in the same process begins; its short name follows.
pub const LOOPBACK: &str = "loopback:";

/// The rooms of this process.
#[derive(Clone)]
pub struct Loopback {
    rooms: Vec<Room>,
    watch: Arc<dyn Watch>,
}

impl std::fmt::Debug for Loopback {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Loopback")
    }
}

impl Loopback {
    /// A way to these rooms.
    pub fn new(rooms: Vec<Room>) -> Loopback {
        Loopback::watched(rooms, Arc::new(Unwatched))
    }

    /// The same, watched.
    pub fn watched(rooms: Vec<Room>, watch: Arc<dyn Watch>) -> Loopback {
        Loopback { rooms, watch }
    }
}

impl Transport for Loopback {
    async fn send(&self, to: &Peer, letter: &[u8], now: Timestamp) -> Result<Vec<u8>, Trouble> {
        // By what it is, not by its short name: that is only where somebody said that it is.
        let room = self.rooms.iter().find(|room| room.id() == to.id).ok_or(Trouble::NotSent("door-unreachable"))?;
        match accept::answer_watched(room, letter, now, &*self.watch).await {
            Ok(reply) if reply.status == 200 => Ok(reply.body),
            Ok(reply) => Err(super::https::not_taken(reply.status)),
            Err(Failure::CutOff) => Err(Trouble::CutOff),
            Err(_) => Err(Trouble::NoAnswer("door-no-answer")),
        }
    }
}
