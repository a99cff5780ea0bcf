//! Thresholds that the room has set: from when, by whom, and why. They are numbers about a rule and nobody's secret; the
//! reason is free text, and sealed.

use std::collections::BTreeMap;

use access::{Act, Permit, Read, ReadAct, UserId, Write, WriteAct};
use domain::Day;
use jiff::Timestamp;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::change::Change;
use crate::failure::{Result, fault, refuse};
use crate::reading::Reading;
use crate::room::Room;
use crate::seal::Place;
use crate::store::{on_read, on_tx};
use crate::versions::settings_changed;

const FAILED: &str = "the thresholds of the room";

/// Thresholds to be set.
#[derive(Clone)]
pub struct New<'a> {
    /// Id.
    pub id: Uuid,
    /// The first day that they hold.
    pub from: Day,
    /// The thresholds, as the method pack writes them.
    pub thresholds: &'a str,
    /// The routine of the method pack that they were taken from, if they were.
    pub preset: Option<&'a str>,
    /// Who sets them; nobody when a command does.
    pub by: Option<UserId>,
    /// Why.
    pub reason: &'a str,
}

/// Thresholds that were set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Id.
    pub id: Uuid,
    /// The first day that they hold.
    pub from: Day,
    /// The thresholds, as the method pack writes them.
    pub thresholds: String,
    /// The routine of the method pack that they were taken from, if they were.
    pub preset: Option<String>,
    /// When, and by whom; nobody when a command did.
    pub set: (Timestamp, Option<UserId>),
    /// When they were taken back, and by whom, if they were.
    pub taken_back: Option<(Timestamp, Option<UserId>)>,
}

impl Version {
    /// Whether they counted at an instant: they had been set by then and not taken back.
    pub fn counted(&self, at: Timestamp) -> bool {
        self.set.0 <= at && self.taken_back.is_none_or(|(back, _)| at < back)
    }
}

/// Sets thresholds from a day on. The same id again changes nothing.
///
/// # Errors
/// A permit for something else than configuring; the database.
pub async fn put(change: &mut Change<'_>, permit: Permit<Write>, new: &New<'_>) -> Result<()> {
    let about = serde_json::json!({ "thresholds": new.id.to_string(), "from": new.from.to_string() });
    change.take_about(permit, WriteAct::Configure.code(), about)?;
    let sealed = change.room().keys().seal(place(&new.id), new.reason.as_bytes())?.0;
    let now = change.now().as_microsecond();
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO threshold_version (id, valid_from, thresholds, preset, sealed_reason, set_at, set_by) VALUES ($1, \
         $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING")
        .bind(new.id).bind(i64::from(new.from.0)).bind(new.thresholds).bind(new.preset).bind(sealed).bind(now)
        .bind(new.by.map(|user| Uuid::from_u128(user.0))).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    settings_changed(change).await
}

/// Takes back thresholds that have not begun on a day.
///
/// # Errors
/// Refused: they have begun, were taken back already, or there are none of that id. A permit for something else than
/// configuring; the database.
pub async fn take_back(
    change: &mut Change<'_>,
    permit: Permit<Write>,
    id: Uuid,
    by: Option<UserId>,
    today: Day,
) -> Result<()> {
    let about = serde_json::json!({ "thresholds_taken_back": id.to_string() });
    change.take_about(permit, WriteAct::Configure.code(), about)?;
    let now = change.now().as_microsecond();
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE threshold_version SET taken_back_at = $2, taken_back_by = $3 WHERE id = $1 AND taken_back_at IS NULL AND \
         valid_from > $4")
        .bind(id).bind(now).bind(by.map(|user| Uuid::from_u128(user.0))).bind(i64::from(today.0))
        .execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows != 1 {
        return Err(refuse("thresholds-begun"));
    }
    settings_changed(change).await
}

type Row = (Uuid, i64, String, Option<String>, i64, Option<Uuid>, Option<i64>, Option<Uuid>);

/// Every version that was ever set, in the order that they were set in. Numbers about a rule, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn all(room: &Room) -> Result<Vec<Version>> {
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, valid_from, thresholds, preset, set_at, set_by, taken_back_at, taken_back_by FROM threshold_version \
         ORDER BY set_at, id").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(version).collect()
}

/// Why each version was set.
///
/// # Errors
/// A permit for something else than seeing counts; the database; a row that was tampered with.
pub async fn reasons(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<BTreeMap<Uuid, Zeroizing<String>>> {
    reading.take(permit, ReadAct::SeeCounts.code())?;
    let room = reading.room();
    let rows: Vec<(Uuid, Vec<u8>)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT id, sealed_reason FROM threshold_version").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let open = |(id, sealed): (Uuid, Vec<u8>)| {
        let opened = room.keys().open_value(place(&id), &sealed)?;
        Ok((id, Zeroizing::new(String::from_utf8_lossy(&opened).into_owned())))
    };
    rows.into_iter().map(open).collect()
}

fn version(row: Row) -> Result<Version> {
    let (id, from, thresholds, preset, set_at, set_by, back_at, back_by) = row;
    let user = |id: Option<Uuid>| id.map(|id| UserId(id.as_u128()));
    let at = |micros: i64| Timestamp::from_microsecond(micros).map_err(fault(FAILED));
    Ok(Version {
        id,
        from: Day(i32::try_from(from).map_err(fault(FAILED))?),
        thresholds,
        preset,
        set: (at(set_at)?, user(set_by)),
        taken_back: back_at.map(|it| Ok::<_, crate::Failure>((at(it)?, user(back_by)))).transpose()?,
    })
}

fn place(row: &Uuid) -> Place<'_> {
    Place { table: "threshold_version", column: "sealed_reason", row: row.as_bytes() }
}
