//! The links of the chain: each hash covers its entry and the hash before it, and needs the room's key.

use uuid::Uuid;

use crate::seal::Mac;

/// A hash in the chain.
pub(super) type Hash = [u8; 32];

/// What comes before the first entry.
pub(super) const START: Hash = [0; 32];

/// An entry as it lies in the table. The hash covers the sealed bytes, so the chain is checked without reading them.
pub(super) struct Link<'a> {
    pub(super) seq: i64,
    pub(super) at: i64,
    pub(super) actor: &'a str,
    pub(super) kind: &'a str,
    pub(super) detail: &'a [u8],
    /// In order.
    pub(super) people: &'a [Uuid],
    pub(super) previous: &'a [u8],
}

impl Link<'_> {
    /// The hash that the entry must have.
    pub(super) fn hash(&self, mac: &Mac) -> Hash {
        let people: Vec<u8> = self.people.iter().flat_map(|id| *id.as_bytes()).collect();
        mac.of(&[
            b"journal 1",
            &self.seq.to_be_bytes(),
            &self.at.to_be_bytes(),
            self.actor.as_bytes(),
            self.kind.as_bytes(),
            self.detail,
            &people,
            self.previous,
        ])
    }
}
