//! A backup of a room's tables: one moment of them, in a form that both databases can be filled from. What is sealed
//! stays sealed, and the master key is not in it.

mod dump;
mod made;
mod row;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use dump::{Lies, dump};
pub use made::{Known, forget, known, note};
pub(crate) use row::{Holds, Value, read, write};

/// The form of the rows. Another number is another program's.
pub const FORMAT: u32 = 1;

/// Bytes of rows in one piece, about.
const PIECE: usize = 1 << 20;

/// What stands first in a backup: which room it is, and what its tables look like. Nothing about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The form of the rows.
    pub format: u32,
    /// The room's short name.
    pub slug: String,
    /// The code of its kind.
    pub kind: String,
    /// The name of the authority.
    pub name: String,
    /// When, as text.
    pub made_at: String,
    /// The migrations that the database has had.
    pub migrations: Vec<i64>,
    /// Each table with its columns in the order that rows have them.
    pub tables: Vec<(String, Vec<String>)>,
}

/// Rows of one table, as bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The table.
    pub table: String,
    /// Whole rows.
    pub rows: Vec<u8>,
}

/// What stands last in a backup: what there should be of each table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tail {
    /// Each table with how many rows it has and their fingerprint, in which their order is of no account.
    pub tables: Vec<(String, Count)>,
    /// Number of the last entry of the journal, and its hash in hexadecimal.
    pub journal: (i64, String),
    /// The attendance files that count: paths from the attendance folder.
    pub files: Vec<String>,
    /// What is in the backup when it was there: files that an undo would need, and delivered files, sealed, of imports
    /// that are not over.
    pub beside: Vec<String>,
    /// Keyed hash of everything above and of the head: only whoever has the room's keys can make it.
    pub seal: String,
}

/// The parts of a backup, in order: the head, rows, the tail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Once, first.
    Head(Head),
    /// Any number.
    Rows(Piece),
    /// Once, last.
    Tail(Tail),
}

/// Rows of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// How many.
    pub rows: u64,
    /// The sum of the SHA-256 of each, as four numbers that wrap.
    pub sum: [u64; 4],
}

impl Count {
    /// One row more.
    pub(crate) fn add(&mut self, row: &[u8]) {
        self.rows += 1;
        for (sum, part) in self.sum.iter_mut().zip(Sha256::digest(row).as_chunks::<8>().0) {
            *sum = sum.wrapping_add(u64::from_be_bytes(*part));
        }
    }
}

impl Tail {
    /// What the seal covers.
    pub(crate) fn sealed(&self, head: &Head) -> crate::Result<Vec<u8>> {
        let all = (head, &self.tables, &self.journal, &self.files, &self.beside);
        serde_json::to_vec(&all).map_err(crate::failure::fault("sealing a backup"))
    }
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
