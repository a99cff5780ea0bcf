//! How a letter gets to another room: within the process, or over HTTPS. The door believes neither; it believes receipts.

mod https;
mod loopback;

use std::future::Future;

pub use https::{Https, PATH, may_be_sent_to};
use jiff::Timestamp;
pub use loopback::{LOOPBACK, Loopback};
use room::door::peers::Peer;

/// Why a letter was not answered: the code of why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It certainly did not leave: there was no connection.
    NotSent(&'static str),
    /// It may have arrived.
    NoAnswer(&'static str),
    /// The program was cut off: only in tests.
    CutOff,
}

/// A way to other rooms.
pub trait Transport: Send + Sync {
    /// Brings a letter to a room, and gives what it answers: bytes, which nobody has verified.
    ///
    /// # Errors
    /// There was no answer, or none that is worth reading.
    fn send(
        &self,
        to: &Peer,
        letter: &[u8],
        now: Timestamp,
    ) -> impl Future<Output = std::result::Result<Vec<u8>, Trouble>> + Send;
}

/// Two ways: rooms of this process by the first, all others by the second.
#[derive(Clone, Debug)]
pub struct Ways {
    /// For rooms of this process.
    pub here: Loopback,
    /// For all others.
    pub away: Https,
}

impl Transport for Ways {
    async fn send(&self, to: &Peer, letter: &[u8], now: Timestamp) -> std::result::Result<Vec<u8>, Trouble> {
        if to.address.starts_with(LOOPBACK) {
            self.here.send(to, letter, now).await
        } else {
            self.away.send(to, letter, now).await
        }
    }
}
