//! Whether what a room holds is whole: its journal, its attendance files, its results and its marks. No content.

use room::journal::{Chain, verify};
use room::{Whole, whole};

use crate::{Office, Result};

/// What a check found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What the room holds.
    pub whole: Whole,
    /// Entries in the journal.
    pub entries: i64,
    /// Attendance files that count.
    pub files: i64,
    /// Lesson rows in them.
    pub rows: i64,
    /// What does not hold; empty when all is well.
    pub doubts: Vec<Doubt>,
}

/// Something that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The chain of the journal is broken.
    Journal,
    /// The results that lists read were computed from other files than those that count.
    Results,
    /// A mark is not what the steps say.
    Marks,
}

/// Checks a room.
///
/// # Errors
/// Refused: an attendance file that counts is missing or changed. The room.
pub async fn view(office: &Office) -> Result<Checked> {
    let room = office.room();
    let chain = verify(room, None).await?;
    let found = whole(room).await?;
    let history = crate::history::at(room, office.attendance())?;
    let files = crate::blocking::blocking(move || Ok(history.verify()?)).await?;
    let mut doubts = Vec::new();
    let entries = match chain {
        Chain::Whole(anchor) => anchor.seq,
        Chain::Broken { seq, .. } => {
            doubts.push(Doubt::Journal);
            seq
        }
    };
    if found.computed_from.is_some_and(|version| version != found.attendance) {
        doubts.push(Doubt::Results);
    }
    if found.wrong_marks > 0 {
        doubts.push(Doubt::Marks);
    }
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    Ok(Checked {
        whole: found,
        entries: count(entries),
        files: i64::try_from(files.files).unwrap_or(i64::MAX),
        rows: count(files.rows),
        doubts,
    })
}
