//! Imports: what was delivered, how far it has come, and what was told about it.

use access::{Act, Permit, Read, ReadAct, Write, WriteAct};
use domain::Day;
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::reading::Reading;
use crate::room::Room;
use crate::seal::Place;
use crate::store::{on_read, on_tx};

mod file;

pub use file::{ImportFile, add_file, contents, files, over_with_files, remove_files};

const FAILED: &str = "an import";

macro_rules! states {
    ($($(#[$doc:meta])* $variant:ident = $code:literal),* $(,)?) => {
        /// How far an import has come.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum State {
            $($(#[$doc])* $variant,)*
        }

        impl State {
            /// Every state.
            pub const ALL: &[State] = &[$(State::$variant),*];

            /// The code in the database, and the end of the code of its sentence, `import-state-…`.
            pub fn code(self) -> &'static str {
                match self {
                    $(State::$variant => $code,)*
                }
            }

            fn from_code(code: &str) -> Result<State> {
                State::ALL.iter().find(|it| it.code() == code).copied().ok_or_else(|| broken("a state that no import has"))
            }
        }
    };
}

states! {
    /// Files are there, and a person has still to say how they are read.
    Waiting = "waiting",
    /// To be read as soon as there is time, or being read.
    Queued = "queued",
    /// Read, and visible.
    Done = "done",
    /// Read, but something speaks against it: nothing of it is visible until a person has confirmed.
    Held = "held",
    /// It could not be read.
    Failed = "failed",
    /// Somebody has thrown it away.
    Discarded = "discarded",
    /// It was visible, and its windows are what they were before again.
    Undone = "undone",
}

/// An import.
#[derive(Clone, Debug)]
pub struct Import {
    /// Its id.
    pub id: Uuid,
    /// How far it has come.
    pub state: State,
    /// Where it comes from: `upload`, `command`, `folder` or `ss12000`.
    pub source: String,
    /// Who made it, as the journal names actors.
    pub made_by: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was over.
    pub ended_at: Option<Timestamp>,
    /// The day that its figures are of.
    pub as_of: Option<Day>,
    /// The version of the attendance history that it made.
    pub version: Option<u64>,
    /// What was told: JSON of whoever wrote it.
    pub detail: Zeroizing<Vec<u8>>,
}

/// What is to be written of an import.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// Its id.
    pub id: Uuid,
    /// How far it has come.
    pub state: State,
    /// Where it comes from.
    pub source: &'a str,
    /// Who made it.
    pub made_by: &'a str,
    /// What is told.
    pub detail: &'a [u8],
}

/// Begins an import.
///
/// # Errors
/// A permit for something else than importing; the database.
pub async fn begin(change: &mut Change<'_>, permit: Permit<Write>, draft: Draft<'_>) -> Result<()> {
    change.take_about(
        permit,
        WriteAct::Import.code(),
        json!({ "import": draft.id.to_string(), "state": draft.state.code() }),
    )?;
    let sealed = change.room().keys().seal(detail_place(&draft.id), draft.detail)?.0;
    let at = change.now().as_microsecond();
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO import (id, state, source, made_by, made_at, sealed_detail) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(draft.id).bind(draft.state.code()).bind(draft.source).bind(draft.made_by).bind(at).bind(sealed)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// Moves an import from one of some states to another, and tells what there is to tell. `false` when it was in none of
/// them: somebody else was first.
///
/// # Errors
/// A permit for something else than importing; the database.
pub async fn step(
    change: &mut Change<'_>,
    permit: Permit<Write>,
    id: Uuid,
    from: &[State],
    to: State,
    detail: Option<&[u8]>,
) -> Result<bool> {
    change.take_about(permit, WriteAct::Import.code(), json!({ "import": id.to_string(), "state": to.code() }))?;
    let sealed =
        detail.map(|detail| change.room().keys().seal(detail_place(&id), detail).map(|it| it.0)).transpose()?;
    let is_over = !matches!(to, State::Waiting | State::Queued | State::Held);
    let ended = is_over.then(|| change.now().as_microsecond());
    let mut moved = 0;
    for from in from {
        moved += on_tx!(&mut change.tx, on => sqlx::query(
            "UPDATE import SET state = $1, ended_at = COALESCE($2, ended_at), sealed_detail = COALESCE($3, sealed_detail) \
             WHERE id = $4 AND state = $5").bind(to.code()).bind(ended).bind(sealed.as_deref()).bind(id)
            .bind(from.code()).execute(on).await.map(|it| it.rows_affected()))
        .map_err(fault(FAILED))?;
        if moved > 0 {
            break;
        }
    }
    Ok(moved > 0)
}

/// Notes that a queued import is over: which version of the history it has made, the day of its figures, and what there
/// is to tell. The permit was used when it was begun, and the change that it belongs to uses one for the figures.
///
/// # Errors
/// Refused: it is not queued any more, as when somebody has discarded it meanwhile. The database.
pub async fn done(change: &mut Change<'_>, id: Uuid, version: Option<u64>, as_of: Day, detail: &[u8]) -> Result<()> {
    let version = version.map(i64::try_from).transpose().map_err(fault(FAILED))?;
    let sealed = change.room().keys().seal(detail_place(&id), detail)?.0;
    let at = change.now().as_microsecond();
    let done = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE import SET state = 'done', version = $1, as_of = $2, ended_at = $3, sealed_detail = $4 WHERE id = $5 AND \
         state = 'queued'").bind(version).bind(i64::from(as_of.0)).bind(at).bind(sealed).bind(id).execute(on).await
        .map(|it| it.rows_affected())).map_err(fault(FAILED))?;
    if done == 1 { Ok(()) } else { Err(refuse("import-not-queued")) }
}

/// Notes in the journal who wants an import undone. What that does is a change of its own.
///
/// # Errors
/// A permit for something else than importing.
pub fn undo_asked(change: &mut Change<'_>, permit: Permit<Write>, id: Uuid) -> Result<()> {
    let about = json!({ "import": id.to_string(), "state": State::Undone.code() });
    change.take_about(permit, WriteAct::Import.code(), about).map(drop)
}

/// Notes that an import is undone.
///
/// # Errors
/// Refused: it is not visible. The database.
pub async fn undone(change: &mut Change<'_>, id: Uuid) -> Result<()> {
    let at = change.now().as_microsecond();
    let done = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE import SET state = 'undone', ended_at = $1 WHERE id = $2 AND state = 'done'").bind(at).bind(id)
        .execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if done == 1 { Ok(()) } else { Err(refuse("import-not-done")) }
}

/// The latest imports, the newest first.
///
/// # Errors
/// A permit for something else than data quality; the database; a row that was tampered with.
pub async fn latest(reading: &mut Reading<'_>, permit: Permit<Read>, most: i64) -> Result<Vec<Import>> {
    reading.take(permit, ReadAct::SeeDataQuality.code())?;
    let room = reading.room();
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(concat!(
        "SELECT id, state, source, made_by, made_at, ended_at, as_of, version, sealed_detail FROM import ",
        "ORDER BY made_at DESC, id DESC LIMIT $1")).bind(most).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(|row| import(room, row)).collect()
}

/// One import.
///
/// # Errors
/// A permit for something else than data quality; the database; a row that was tampered with.
pub async fn one(reading: &mut Reading<'_>, permit: Permit<Read>, id: Uuid) -> Result<Option<Import>> {
    reading.take(permit, ReadAct::SeeDataQuality.code())?;
    let room = reading.room();
    let row: Option<Row> = on_read!(room.store(), on => sqlx::query_as(concat!(
        "SELECT id, state, source, made_by, made_at, ended_at, as_of, version, sealed_detail FROM import ",
        "WHERE id = $1")).bind(id).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    row.map(|row| import(room, row)).transpose()
}

/// One import, for whoever goes on with it: only while it has come as far as a state.
///
/// # Errors
/// A permit for something else than importing; the database; a row that was tampered with.
pub async fn to_do(reading: &mut Reading<'_>, permit: Permit<Write>, id: Uuid, at: State) -> Result<Option<Import>> {
    if permit.act() != WriteAct::Import.code() {
        return Err(broken("a permit for another act"));
    }
    reading.take_any(permit)?;
    let room = reading.room();
    let row: Option<Row> = on_read!(room.store(), on => sqlx::query_as(concat!(
        "SELECT id, state, source, made_by, made_at, ended_at, as_of, version, sealed_detail FROM import ",
        "WHERE id = $1 AND state = $2")).bind(id).bind(at.code()).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    row.map(|row| import(room, row)).transpose()
}

/// The imports that are to be read: what a process left that was cut off is among them.
///
/// # Errors
/// The database.
pub async fn queued(room: &Room) -> Result<Vec<Uuid>> {
    let rows: Vec<(Uuid,)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id FROM import WHERE state = 'queued' ORDER BY made_at, id").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

type Row = (Uuid, String, String, String, i64, Option<i64>, Option<i64>, Option<i64>, Vec<u8>);

fn import(room: &Room, (id, state, source, made_by, made, ended, as_of, version, sealed): Row) -> Result<Import> {
    let at = |micros| Timestamp::from_microsecond(micros).map_err(fault(FAILED));
    Ok(Import {
        id,
        state: State::from_code(&state)?,
        source,
        made_by,
        made_at: at(made)?,
        ended_at: ended.map(at).transpose()?,
        as_of: as_of.map(|day| i32::try_from(day).map(Day)).transpose().map_err(fault(FAILED))?,
        version: version.map(u64::try_from).transpose().map_err(fault(FAILED))?,
        detail: room.keys().open_value(detail_place(&id), &sealed)?,
    })
}

fn detail_place(id: &Uuid) -> Place<'_> {
    Place { table: "import", column: "sealed_detail", row: id.as_bytes() }
}
