//! Tokens by which other systems read: made, taken back, and known again by the hash of their secret.

use access::{Act, Actor, Permit, Place as At, Purpose, TokenId, UnitId, Write, WriteAct, Zone};
use domain::Day;
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::reading::Reading;
use crate::room::Room;
use crate::seal::Place;
use crate::store::{on_read, on_tx};

const FAILED: &str = "a token";
/// Between codes in a column.
const BETWEEN: char = ',';

/// A token to be made.
#[derive(Clone, Copy)]
pub struct New<'a> {
    /// Id.
    pub id: Uuid,
    /// The secret. It is not kept.
    pub secret: &'a str,
    /// Who answers for it.
    pub owner: &'a str,
    /// What it is for, in words.
    pub what_for: &'a str,
    /// What it reads for, as a code.
    pub purpose: Purpose,
    /// The zones that it reads in.
    pub zones: &'a [Zone],
    /// The schools; none is the whole room.
    pub units: Option<&'a [UnitId]>,
    /// The last day that it holds.
    pub ends: Day,
}

/// A token. Its secret is known to its owner alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// Id.
    pub id: Uuid,
    /// Who answers for it.
    pub owner: String,
    /// What it is for, in words.
    pub what_for: String,
    /// What it reads for, as a code.
    pub purpose: Purpose,
    /// The zones that it reads in.
    pub zones: Vec<Zone>,
    /// The schools; none is the whole room.
    pub units: Option<Vec<UnitId>>,
    /// When it was made.
    pub made: Timestamp,
    /// The last day that it holds.
    pub ends: Day,
    /// When it was taken back, if it was.
    pub revoked: Option<Timestamp>,
    /// The last day that somebody read by it.
    pub used: Option<Day>,
}

impl std::fmt::Debug for Token {
    /// The id only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Token").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Makes a token. The journal says what it may reach.
///
/// # Errors
/// A permit for something else than managing accounts; the database.
pub async fn put(change: &mut Change<'_>, permit: Permit<Write>, new: &New<'_>) -> Result<()> {
    let (zones, units) = (codes(new.zones), new.units.map(numbers));
    let about = json!({
        "token": new.id.to_string(), "did": "made", "purpose": new.purpose.code(), "zones": zones, "units": units,
        "ends": new.ends.to_string(),
    });
    let by = change.take_about(permit, WriteAct::ManageAccounts.code(), about)?.actor;
    let keys = change.room().keys();
    let owner = keys.seal(place("sealed_owner", &new.id), new.owner.as_bytes())?.0;
    let what_for = keys.seal(place("sealed_use", &new.id), new.what_for.as_bytes())?.0;
    let (hash, at) = (hash(change.room(), new.secret), change.now().as_microsecond());
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO api_token (id, secret_hash, purpose, zones, units, made_at, made_by, ends_day, sealed_owner, \
         sealed_use) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        .bind(new.id).bind(hash).bind(new.purpose.code()).bind(zones).bind(units).bind(at).bind(by)
        .bind(i64::from(new.ends.0)).bind(owner).bind(what_for).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// Takes a token back: from now on it opens nothing. One that was taken back before stays so.
///
/// # Errors
/// Refused: there is no such token. A permit for something else than managing accounts; the database.
pub async fn revoke(change: &mut Change<'_>, permit: Permit<Write>, id: Uuid) -> Result<()> {
    change.take_about(permit, WriteAct::ManageAccounts.code(), json!({ "token": id.to_string(), "did": "revoked" }))?;
    let at = change.now().as_microsecond();
    let there = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE api_token SET revoked_at = COALESCE(revoked_at, $2) WHERE id = $1").bind(id).bind(at).execute(on).await
        .map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if there == 1 { Ok(()) } else { Err(refuse("token-not-there")) }
}

const COLUMNS: &str =
    "id, purpose, zones, units, made_at, ends_day, revoked_at, used_day, sealed_owner, sealed_use FROM api_token";

/// Id, purpose, zones, schools and the last day of use.
type Found = (Uuid, String, String, Option<String>, Option<i64>);
type Row = (Uuid, String, String, Option<String>, i64, i64, Option<i64>, Option<i64>, Vec<u8>, Vec<u8>);

/// Every token, the newest first, those that hold no longer too.
///
/// # Errors
/// A permit for something else than managing accounts; the database; a row that was tampered with.
pub async fn list(reading: &mut Reading<'_>, permit: Permit<Write>) -> Result<Vec<Token>> {
    reading.take(permit, WriteAct::ManageAccounts.code())?;
    let room = reading.room();
    let rows: Vec<Row> = on_read!(room.store(), on => {
        let mut sql = sqlx::QueryBuilder::new("SELECT ");
        sql.push(COLUMNS).push(" ORDER BY made_at DESC, id DESC");
        sql.build_query_as().fetch_all(on).await
    })
    .map_err(fault(FAILED))?;
    rows.into_iter().map(|row| token(room, row)).collect()
}

/// Who reads by a secret on a day: nobody when no token has it, and none that was taken back or has ended. The three take
/// the same way. The secret is found by its keyed hash, so that how long it takes tells nothing of it.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn find(room: &Room, secret: &str, today: Day) -> Result<Option<Actor>> {
    let (hash, day) = (hash(room, secret), i64::from(today.0));
    let row: Option<Found> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, purpose, zones, units, used_day FROM api_token WHERE secret_hash = $1 AND revoked_at IS NULL AND \
         ends_day >= $2").bind(hash.as_slice()).bind(day).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((id, purpose, zones, units, used)) = row else { return Ok(None) };
    if used.is_none_or(|used| used < day) {
        let mut tx = room.store().begin().await?;
        on_tx!(&mut tx, on => sqlx::query("UPDATE api_token SET used_day = $2 WHERE id = $1").bind(id).bind(day)
            .execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
        tx.commit().await?;
    }
    let places = match units_of(units)? {
        None => vec![At::Room],
        Some(units) => units.into_iter().map(At::Unit).collect(),
    };
    let token = TokenId(id.as_u128());
    Ok(Some(Actor::Token { token, purpose: purpose_of(&purpose)?, zones: zones_of(&zones)?, places }))
}

fn token(room: &Room, (id, purpose, zones, units, made, ends, revoked, used, owner, what_for): Row) -> Result<Token> {
    let day = |day: i64| i32::try_from(day).map(Day).map_err(fault(FAILED));
    Ok(Token {
        id,
        owner: room.keys().open_text(place("sealed_owner", &id), &owner)?,
        what_for: room.keys().open_text(place("sealed_use", &id), &what_for)?,
        purpose: purpose_of(&purpose)?,
        zones: zones_of(&zones)?,
        units: units_of(units)?,
        made: Timestamp::from_microsecond(made).map_err(fault(FAILED))?,
        ends: day(ends)?,
        revoked: revoked.map(Timestamp::from_microsecond).transpose().map_err(fault(FAILED))?,
        used: used.map(day).transpose()?,
    })
}

/// The keyed hash of a secret: who copies the database can neither use it nor try secrets against it.
fn hash(room: &Room, secret: &str) -> Vec<u8> {
    room.keys().hash.of(&[b"token", secret.as_bytes()]).to_vec()
}

fn codes(zones: &[Zone]) -> String {
    joined(zones.iter().map(|zone| zone.code().to_owned()))
}

fn numbers(units: &[UnitId]) -> String {
    joined(units.iter().map(|unit| unit.0.to_string()))
}

fn joined(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join(&BETWEEN.to_string())
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(BETWEEN).filter(|part| !part.is_empty())
}

fn purpose_of(code: &str) -> Result<Purpose> {
    Purpose::from_code(code).ok_or_else(|| broken("a purpose that no token has"))
}

fn zones_of(text: &str) -> Result<Vec<Zone>> {
    parts(text).map(|code| Zone::from_code(code).ok_or_else(|| broken("a zone that there is none of"))).collect()
}

fn units_of(text: Option<String>) -> Result<Option<Vec<UnitId>>> {
    text.map(|text| parts(&text).map(|code| code.parse().map(UnitId).map_err(fault(FAILED))).collect()).transpose()
}

fn place<'a>(column: &'static str, id: &'a Uuid) -> Place<'a> {
    Place { table: "api_token", column, row: id.as_bytes() }
}
