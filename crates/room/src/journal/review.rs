//! The reviewer's page: the latest entries, of the whole room, about a school's pupils or about one pupil.

use access::{Permit, PupilId, Read, ReadAct, Subject};
use jiff::Timestamp;
use uuid::Uuid;

use super::{append::place, entry::Entry};
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::store::on_read;

type Row = (i64, i64, String, String, Vec<u8>);

/// Entries before `before` (all when `None`), latest first: those about the pupil or about pupils of the school when
/// the permit is for one, those of the whole room when it is for the room.
///
/// # Errors
/// A permit for something else than reviewing the journal; the database; an entry that was tampered with.
pub async fn review(
    reading: &mut Reading<'_>,
    permit: Permit<Read>,
    before: Option<u64>,
    limit: u16,
) -> Result<Vec<Entry>> {
    let used = reading.take(permit, access::Act::code(ReadAct::ReviewJournal))?;
    let before = before.and_then(|seq| i64::try_from(seq).ok()).unwrap_or(i64::MAX);
    let (room, limit, failed) = (reading.room(), i64::from(limit), "reading the journal");
    let rows: Vec<Row> = match &used.subject {
        Subject::Room => on_read!(room.store(), on => sqlx::query_as(
            "SELECT seq, made_at, actor, kind, sealed_detail FROM journal WHERE seq < $1 ORDER BY seq DESC LIMIT $2")
            .bind(before).bind(limit).fetch_all(on).await),
        Subject::Pupil(pupil) => on_read!(room.store(), on => sqlx::query_as(
            "SELECT j.seq, j.made_at, j.actor, j.kind, j.sealed_detail FROM journal_subject s JOIN journal j ON j.seq = \
             s.seq WHERE s.person = $3 AND s.seq < $1 ORDER BY s.seq DESC LIMIT $2")
            .bind(before).bind(limit).bind(Uuid::from_u128(pupil.0)).fetch_all(on).await),
        Subject::Unit(unit) => on_read!(room.store(), on => sqlx::query_as(
            "SELECT j.seq, j.made_at, j.actor, j.kind, j.sealed_detail FROM journal j WHERE j.seq < $1 AND EXISTS \
             (SELECT 1 FROM journal_subject s JOIN enrolment e ON e.person = s.person WHERE s.seq = j.seq AND e.unit = \
             $3) ORDER BY j.seq DESC LIMIT $2")
            .bind(before).bind(limit).bind(i64::from(unit.0)).fetch_all(on).await),
        Subject::Scope(_) | Subject::Episode { .. } => {
            return Err(broken("the journal is not reviewed by list or episode"));
        }
    }
    .map_err(fault(failed))?;

    // Others on the same list are nothing to who reviews for one school or one pupil.
    let (school, only) = match &used.subject {
        Subject::Unit(unit) => (Some(i64::from(unit.0)), None),
        Subject::Pupil(pupil) => (None, Some(Uuid::from_u128(pupil.0))),
        Subject::Room | Subject::Scope(_) | Subject::Episode { .. } => (None, None),
    };
    let mut entries = Vec::with_capacity(rows.len());
    for (seq, at, actor, kind, detail) in rows {
        let people: Vec<(Uuid,)> = on_read!(room.store(), on => sqlx::query_as(
            "SELECT s.person FROM journal_subject s WHERE s.seq = $1 AND ($2 IS NULL OR EXISTS (SELECT 1 FROM \
             enrolment e WHERE e.person = s.person AND e.unit = $2)) AND ($3 IS NULL OR s.person = $3) ORDER BY s.person")
            .bind(seq).bind(school).bind(only).fetch_all(on).await)
        .map_err(fault(failed))?;
        let detail = room.keys().open_value(place(&seq.to_be_bytes()), &detail)?;
        entries.push(Entry {
            seq: seq.unsigned_abs(),
            at: Timestamp::from_microsecond(at).map_err(fault(failed))?,
            actor,
            kind,
            permitted: serde_json::from_slice(&detail).map_err(fault(failed))?,
            people: people.into_iter().map(|(id,)| PupilId(id.as_u128())).collect(),
        });
    }
    Ok(entries)
}
