//! Checking the chain from its first entry, and naming the first that is broken.

use uuid::Uuid;

use super::chain::{Hash, Link, START};
use crate::failure::{Result, broken, fault};
use crate::room::Room;
use crate::seal::Mac;
use crate::store::{Store, Tx, on_read, on_tx};

/// Entries read at a time.
const BATCH: i64 = 1000;

/// A place in the chain, kept outside the room: an entry that must still be there, as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Number of the entry; 0 for the empty chain.
    pub seq: u64,
    /// Its hash.
    pub hash: [u8; 32],
}

/// How the chain was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chain {
    /// Every link holds. The anchor is the last one: kept outside, it shows later whether the end was cut off.
    Whole(Anchor),
    /// The first link that does not hold.
    Broken {
        /// Number of the entry.
        seq: u64,
        /// What is wrong with it.
        why: Break,
    },
}

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// The entry is not there.
    Missing,
    /// The entry, its people or its link to the one before is not as it was written.
    Changed,
    /// The entry is not the one that the anchor from outside tells of.
    NotTheAnchor,
}

type Row = (i64, i64, String, String, Vec<u8>, Vec<u8>, Vec<u8>);

/// Recomputes the whole chain. With an anchor it also shows whether the chain was cut off or written anew by someone
/// who has the keys.
pub async fn verify(room: &Room, anchor: Option<Anchor>) -> Result<Chain> {
    chain(Of::Room(room.store()), room.journal_mac(), anchor).await
}

/// The same within a transaction, with the key of its room.
pub(crate) async fn verify_in(tx: &mut Tx, mac: &Mac) -> Result<Chain> {
    chain(Of::Change(tx), mac, None).await
}

/// Where the journal is read.
enum Of<'a> {
    Room(&'a Store),
    Change(&'a mut Tx),
}

macro_rules! on_of {
    ($of:expr, $on:ident => $run:expr) => {
        match &mut $of {
            Of::Room(store) => on_read!(*store, $on => $run),
            Of::Change(tx) => on_tx!(&mut **tx, $on => $run),
        }
    };
}

async fn chain(mut of: Of<'_>, mac: &Mac, anchor: Option<Anchor>) -> Result<Chain> {
    let failed = "reading the journal";
    // The head first: what is appended meanwhile lies after it.
    let (end, head): (i64, Vec<u8>) = on_of!(of, on =>
        sqlx::query_as("SELECT seq, hash FROM journal_head WHERE one = 1").fetch_one(on).await)
    .map_err(fault(failed))?;
    let number = |seq: i64| u64::try_from(seq).map_err(|_| broken("the journal's head is out of range"));
    let (mut seq, mut previous) = (0, START);
    if let Some(found) = against(anchor, 0, &START) {
        return Ok(found);
    }
    while seq < end {
        let rows: Vec<Row> = on_of!(of, on => sqlx::query_as(
            "SELECT seq, made_at, actor, kind, sealed_detail, previous, hash FROM journal WHERE seq > $1 AND seq <= $2 \
             ORDER BY seq LIMIT $3").bind(seq).bind(end).bind(BATCH).fetch_all(on).await)
        .map_err(fault(failed))?;
        let last = rows.last().map_or(end, |row| row.0);
        let people: Vec<(i64, Uuid)> = on_of!(of, on => sqlx::query_as(
            "SELECT seq, person FROM journal_subject WHERE seq > $1 AND seq <= $2 ORDER BY seq, person")
            .bind(seq).bind(last).fetch_all(on).await)
        .map_err(fault(failed))?;
        if rows.is_empty() {
            return Ok(Chain::Broken { seq: number(seq + 1)?, why: Break::Missing });
        }
        let mut people = people.iter().peekable();
        for (at_seq, at, actor, kind, detail, before, hash) in &rows {
            seq += 1;
            if *at_seq != seq {
                return Ok(Chain::Broken { seq: number(seq)?, why: Break::Missing });
            }
            let mut own = Vec::new();
            while let Some((_, person)) = people.next_if(|(of, _)| *of <= seq) {
                own.push(*person);
            }
            let link = Link { seq, at: *at, actor, kind, detail, people: &own, previous: &previous };
            let expected = link.hash(mac);
            if *before != previous || *hash != expected {
                return Ok(Chain::Broken { seq: number(seq)?, why: Break::Changed });
            }
            if let Some(found) = against(anchor, number(seq)?, &expected) {
                return Ok(found);
            }
            previous = expected;
        }
    }
    if head != previous {
        return Ok(Chain::Broken { seq: number(end)?, why: Break::Changed });
    }
    if let Some(anchor) = anchor.filter(|anchor| anchor.seq > end.unsigned_abs()) {
        return Ok(Chain::Broken { seq: number(end + 1)?.min(anchor.seq), why: Break::Missing });
    }
    Ok(Chain::Whole(Anchor { seq: number(end)?, hash: previous }))
}

fn against(anchor: Option<Anchor>, seq: u64, hash: &Hash) -> Option<Chain> {
    let other = anchor.is_some_and(|anchor| anchor.seq == seq && anchor.hash != *hash);
    other.then_some(Chain::Broken { seq, why: Break::NotTheAnchor })
}
