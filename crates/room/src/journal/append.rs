//! Appending to the journal, inside the transaction of whatever the entries are about.

use sqlx::QueryBuilder;

use super::chain::{Hash, Link};
use super::entry::Draft;
use crate::failure::{Result, broken, fault};
use crate::seal::{Keyring, Place};
use crate::store::{Tx, on_tx};

/// Rows in one statement: SQLite takes 32,766 arguments.
const CHUNK: usize = 500;

/// Appends entries. Do it last: from here to the commit all other writers of the room wait.
pub(crate) async fn append(tx: &mut Tx, keys: &Keyring, drafts: &[Draft]) -> Result<()> {
    if drafts.is_empty() {
        return Ok(());
    }
    let failed = "writing the journal";
    // The update takes the lock; what it returns is the head as the writer before left it.
    let (seq, head): (i64, Vec<u8>) = on_tx!(tx, on =>
        sqlx::query_as("UPDATE journal_head SET seq = seq WHERE one = 1 RETURNING seq, hash").fetch_one(on).await)
    .map_err(fault(failed))?;
    let mut previous: Hash = head.try_into().map_err(|_| broken("the journal's head is no hash"))?;
    let mut last = seq;

    let (mut rows, mut people) = (Vec::with_capacity(drafts.len()), Vec::new());
    for draft in drafts {
        last += 1;
        let detail = serde_json::to_vec(&draft.detail).map_err(fault(failed))?;
        let detail = keys.seal(place(&last.to_be_bytes()), &detail)?.0;
        let subjects: Vec<_> = draft.people.iter().copied().collect();
        let link = Link {
            seq: last,
            at: draft.at.as_microsecond(),
            actor: &draft.actor,
            kind: draft.kind.code(),
            detail: &detail,
            people: &subjects,
            previous: &previous,
        };
        let (before, at) = (previous.to_vec(), link.at);
        previous = link.hash(&keys.journal);
        rows.push((last, at, draft.actor.as_str(), draft.kind.code(), detail, before, previous.to_vec()));
        people.extend(subjects.into_iter().map(|person| (last, person)));
    }
    for rows in rows.chunks(CHUNK) {
        on_tx!(&mut *tx, on => {
            let mut insert =
                QueryBuilder::new("INSERT INTO journal (seq, made_at, actor, kind, sealed_detail, previous, hash) ");
            insert.push_values(rows, |mut row, (seq, at, actor, kind, detail, before, hash)| {
                row.push_bind(*seq).push_bind(*at).push_bind(*actor).push_bind(*kind);
                row.push_bind(detail.as_slice()).push_bind(before.as_slice()).push_bind(hash.as_slice());
            });
            insert.build().persistent(false).execute(on).await.map(drop)
        })
        .map_err(fault(failed))?;
    }
    for people in people.chunks(CHUNK) {
        on_tx!(&mut *tx, on => {
            let mut insert = QueryBuilder::new("INSERT INTO journal_subject (seq, person) ");
            insert.push_values(people, |mut row, (seq, person)| {
                row.push_bind(*seq).push_bind(*person);
            });
            insert.build().persistent(false).execute(on).await.map(drop)
        })
        .map_err(fault(failed))?;
    }
    on_tx!(tx, on => sqlx::query("UPDATE journal_head SET seq = $1, hash = $2 WHERE one = 1")
        .bind(last).bind(previous.as_slice()).execute(on).await.map(drop))
    .map_err(fault(failed))
}

/// Where the detail of an entry lies.
pub(super) fn place(seq: &[u8; 8]) -> Place<'_> {
    Place { table: "journal", column: "sealed_detail", row: seq }
}
