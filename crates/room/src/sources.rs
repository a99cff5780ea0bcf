//! Where attendance is fetched: watched folders and services. Their settings and secrets are sealed; a secret is opened
//! for the job that fetches, and for nobody else.

use access::{Act, Permit, Write, WriteAct};
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::jobs::recurring;
use crate::reading::Reading;
use crate::room::Room;
use crate::seal::Place;
use crate::store::{on_read, on_tx};

const FAILED: &str = "a source";

/// A source as who configures the room sees it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its id, which is that of the recurring job that reads it.
    pub id: Uuid,
    /// Its kind, as whoever wrote it knows it.
    pub kind: String,
    /// Its settings: JSON of whoever wrote them. No secret.
    pub settings: Zeroizing<Vec<u8>>,
    /// Whether it has a secret.
    pub has_secret: bool,
}

/// Keeps a source; one with the same id is replaced. Without a secret, the one before stays.
///
/// # Errors
/// A permit for something else than configuring; the database.
pub async fn put(
    change: &mut Change<'_>,
    permit: Permit<Write>,
    (id, kind): (Uuid, &str),
    settings: &[u8],
    secret: Option<&[u8]>,
) -> Result<()> {
    change.take_about(permit, WriteAct::Configure.code(), json!({ "source": id.to_string(), "kind": kind }))?;
    let keys = change.room().keys();
    let settings = keys.seal(place("sealed_settings", &id), settings)?.0;
    let secret = secret.map(|secret| keys.seal(place("sealed_secret", &id), secret)).transpose()?.map(|it| it.0);
    let at = change.now().as_microsecond();
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO source (id, kind, made_at, changed_at, sealed_settings, sealed_secret) VALUES ($1, $2, $3, $3, $4, $5) ON \
         CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at, sealed_settings = excluded.sealed_settings, \
         sealed_secret = COALESCE(excluded.sealed_secret, source.sealed_secret)")
        .bind(id).bind(kind).bind(at).bind(settings).bind(secret).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// What goes with a source, itself last.
const GOES: [&str; 3] = [
    "DELETE FROM source_mark WHERE source = $1",
    "DELETE FROM source_taken WHERE source = $1",
    "DELETE FROM source WHERE id = $1",
];

/// Takes a source away, with its secret and what is noted of it, and the job that reads it.
///
/// # Errors
/// A permit for something else than configuring; the database.
pub async fn remove(change: &mut Change<'_>, permit: Permit<Write>, id: Uuid) -> Result<()> {
    change.take_about(permit, WriteAct::Configure.code(), json!({ "source": id.to_string(), "what": "removed" }))?;
    recurring::delete(change, id).await?;
    for sql in GOES {
        on_tx!(&mut change.tx, on => sqlx::query(sql).bind(id).execute(on).await.map(drop)).map_err(fault(FAILED))?;
    }
    Ok(())
}

type Row = (Uuid, String, Vec<u8>, Option<Vec<u8>>);

const COLUMNS: &str = "SELECT id, kind, sealed_settings, sealed_secret FROM source ORDER BY made_at, id";

/// Every source, the oldest first, without secrets.
///
/// # Errors
/// A permit for something else than configuring; the database; a row that was tampered with.
pub async fn all(reading: &mut Reading<'_>, permit: Permit<Write>) -> Result<Vec<Source>> {
    reading.take(permit, WriteAct::Configure.code())?;
    let rows: Vec<Row> =
        on_read!(reading.room().store(), on => sqlx::query_as(COLUMNS).fetch_all(on).await).map_err(fault(FAILED))?;
    let keys = reading.room().keys();
    let source = |(id, kind, settings, secret): Row| {
        let settings = keys.open_value(place("sealed_settings", &id), &settings)?;
        Ok(Source { id, kind, settings, has_secret: secret.is_some() })
    };
    rows.into_iter().map(source).collect()
}

/// A source with its secret, for the job that fetches. `None` when there is none such.
///
/// # Errors
/// A permit for something else than importing or configuring; the database; a row that was tampered with.
pub async fn with_secret(
    reading: &mut Reading<'_>,
    permit: Permit<Write>,
    id: Uuid,
) -> Result<Option<(Source, Option<Zeroizing<Vec<u8>>>)>> {
    reading.take_any(permit)?;
    let row: Option<Row> = on_read!(reading.room().store(), on => sqlx::query_as(
        "SELECT id, kind, sealed_settings, sealed_secret FROM source WHERE id = $1").bind(id).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((id, kind, settings, sealed)) = row else { return Ok(None) };
    let keys = reading.room().keys();
    let settings = keys.open_value(place("sealed_settings", &id), &settings)?;
    let secret = sealed.map(|sealed| keys.open_value(place("sealed_secret", &id), &sealed)).transpose()?;
    Ok(Some((Source { id, kind, settings, has_secret: secret.is_some() }, secret)))
}

/// How far a part of a source has been read, if it has. An instant, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn read_to(room: &Room, id: Uuid, part: &str) -> Result<Option<Timestamp>> {
    let at: Option<i64> = on_read!(room.store(), on => sqlx::query_scalar(
        "SELECT read_to FROM source_mark WHERE source = $1 AND part = $2").bind(id).bind(part).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    at.map(Timestamp::from_microsecond).transpose().map_err(fault(FAILED))
}

/// Notes how far a part of a source has been read, in the change that hands it on.
///
/// # Errors
/// The database.
pub async fn was_read_to(change: &mut Change<'_>, id: Uuid, part: &str, at: Timestamp) -> Result<()> {
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO source_mark (source, part, read_to) VALUES ($1, $2, $3) ON CONFLICT (source, part) DO UPDATE SET read_to \
         = excluded.read_to").bind(id).bind(part).bind(at.as_microsecond()).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// Whether a delivery with this digest has been taken from a source.
///
/// # Errors
/// The database.
pub async fn is_taken(room: &Room, id: Uuid, digest: &[u8]) -> Result<bool> {
    let hash = hashed(room, digest);
    on_read!(room.store(), on => sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM source_taken WHERE source = $1 AND content_hash = $2)")
        .bind(id).bind(hash).fetch_one(on).await)
    .map_err(fault(FAILED))
}

/// Notes that a delivery has been taken, in the change that hands it on.
///
/// # Errors
/// The database.
pub async fn taken(change: &mut Change<'_>, id: Uuid, digest: &[u8]) -> Result<()> {
    let (hash, at) = (hashed(change.room(), digest), change.now().as_microsecond());
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO source_taken (source, content_hash, taken_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind(id).bind(hash).bind(at).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// What a delivery is known by: without the key, nobody can try which file it was.
fn hashed(room: &Room, digest: &[u8]) -> Vec<u8> {
    room.keys().hash.of(&[b"taken", digest]).to_vec()
}

fn place<'a>(column: &'static str, id: &'a Uuid) -> Place<'a> {
    Place { table: "source", column, row: id.as_bytes() }
}
