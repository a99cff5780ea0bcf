//! Reading every table in one moment, while the room goes on.

use futures_util::TryStreamExt;
use sqlx::{AssertSqlSafe, Postgres, Sqlite, Transaction};
use tokio::sync::mpsc::Sender;
use uuid::Uuid;

use super::{Count, FORMAT, Head, Holds, PIECE, Part, Piece, Tail, Value, hex, write};
use crate::failure::{Result, broken, fault};
use crate::room::Room;
use crate::store::{Dialect, Store};

const FAILED: &str = "reading a room for its backup";
/// The table that remembers the migrations: each database has its own, so only their numbers are kept.
const MIGRATIONS: &str = "migration";

/// A file of the room that lies beside the database.
#[derive(Clone, Copy, Debug)]
pub enum Lies<'a> {
    /// An attendance file: school year, school, name.
    Attendance(i64, i64, &'a str),
    /// A delivered file, sealed.
    Delivered(Uuid),
}

/// One moment of a database: what others write meanwhile is not seen.
enum Moment {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

macro_rules! on_moment {
    ($moment:expr, $on:ident => $run:expr) => {
        match $moment {
            Moment::Sqlite(tx) => {
                let $on = &mut **tx;
                $run
            }
            Moment::Postgres(tx) => {
                let $on = &mut **tx;
                $run
            }
        }
    };
}

/// Sends the head, every row of every table, and the tail. `path` says where a file lies, from the attendance
/// folder.
///
/// # Errors
/// The database; nobody takes the parts.
pub async fn dump(
    room: &Room,
    made_at: String,
    to: &Sender<Part>,
    path: impl Fn(Lies<'_>) -> String + Send + Sync,
) -> Result<()> {
    let mut moment = begin(room.store()).await?;
    let migrations: Vec<(i64,)> = on_moment!(&mut moment, on =>
        sqlx::query_as("SELECT version FROM migration ORDER BY version").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let tables = tables(&mut moment).await?;
    let first = Head {
        format: FORMAT,
        slug: room.slug().to_owned(),
        kind: room.kind().code().to_owned(),
        name: room.name().to_owned(),
        made_at,
        migrations: migrations.into_iter().map(|row| row.0).collect(),
        tables: tables
            .iter()
            .map(|(table, columns)| (table.clone(), columns.iter().map(|it| it.0.clone()).collect()))
            .collect(),
    };
    hand_over(to, Part::Head(first.clone())).await?;
    let mut counts = Vec::with_capacity(tables.len());
    for (table, columns) in &tables {
        counts.push((table.clone(), rows(&mut moment, table, columns, to).await?));
    }
    let (seq, hash): (i64, Vec<u8>) = on_moment!(&mut moment, on =>
        sqlx::query_as("SELECT seq, hash FROM journal_head WHERE one = 1").fetch_one(on).await)
    .map_err(fault(FAILED))?;
    let files: Vec<(i64, i64, String)> = on_moment!(&mut moment, on => sqlx::query_as(
        "SELECT school_year, school, content FROM attendance_file ORDER BY 1, 2, 3").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    // What must go at once is no longer for anybody, a backup least of all.
    let loose: Vec<(i64, i64, String)> = on_moment!(&mut moment, on => sqlx::query_as(
        "SELECT school_year, school, content FROM attendance_loose WHERE NOT at_once ORDER BY 1, 2, 3")
        .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let delivered: Vec<(Uuid,)> = on_moment!(&mut moment, on =>
        sqlx::query_as("SELECT content FROM import_file ORDER BY content").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let lies = |(year, school, content): &(i64, i64, String)| path(Lies::Attendance(*year, *school, content));
    let beside = loose.iter().map(lies).chain(delivered.iter().map(|(content,)| path(Lies::Delivered(*content))));
    let mut last = Tail {
        tables: counts,
        journal: (seq, hex(&hash)),
        files: files.iter().map(lies).collect(),
        beside: beside.collect(),
        seal: String::new(),
    };
    last.seal = hex(&room.journal_mac().of(&[b"backup", &last.sealed(&first)?]));
    hand_over(to, Part::Tail(last)).await
}

async fn begin(store: &Store) -> Result<Moment> {
    Ok(match store {
        Store::Sqlite { readers, .. } => {
            let mut tx = readers.begin().await.map_err(fault(FAILED))?;
            // The moment is that of the first read.
            sqlx::query("SELECT one FROM room").fetch_optional(&mut *tx).await.map_err(fault(FAILED))?;
            Moment::Sqlite(tx)
        }
        Store::Postgres { pool } => {
            let tx = pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await;
            Moment::Postgres(tx.map_err(fault(FAILED))?)
        }
    })
}

type Columns = Vec<(String, Holds)>;

async fn tables(moment: &mut Moment) -> Result<Vec<(String, Columns)>> {
    let dialect = if matches!(moment, Moment::Sqlite(_)) { Dialect::Sqlite } else { Dialect::Postgres };
    let found: Vec<(String, String, String, bool)> = on_moment!(moment, on =>
        sqlx::query_as(dialect.catalog()).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let mut tables: Vec<(String, Columns)> = Vec::new();
    for (table, column, told, _) in found.into_iter().filter(|row| row.0 != MIGRATIONS) {
        let column = (column, Holds::of(&told)?);
        match tables.last_mut().filter(|(last, _)| *last == table) {
            Some((_, columns)) => columns.push(column),
            None => tables.push((table, vec![column])),
        }
    }
    Ok(tables)
}

/// Sends the rows of a table. Names come from the database's own catalogue.
async fn rows(moment: &mut Moment, table: &str, columns: &Columns, to: &Sender<Part>) -> Result<Count> {
    let names: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let sql = format!("SELECT {} FROM \"{table}\"", names.join(", "));
    let (mut count, mut piece, mut row) = (Count::default(), Vec::new(), Vec::new());
    macro_rules! each {
        ($tx:expr, $value:path) => {{
            let mut found = sqlx::query(AssertSqlSafe(sql)).fetch(&mut **$tx);
            while let Some(found) = found.try_next().await.map_err(fault(FAILED))? {
                row.clear();
                for (at, (_, holds)) in columns.iter().enumerate() {
                    write(&$value(&found, at, *holds)?, &mut row)?;
                }
                count.add(&row);
                piece.extend_from_slice(&row);
                if piece.len() >= PIECE {
                    send(to, table, std::mem::take(&mut piece)).await?;
                }
            }
        }};
    }
    match moment {
        Moment::Sqlite(tx) => each!(tx, Value::of_sqlite),
        Moment::Postgres(tx) => each!(tx, Value::of_postgres),
    }
    if !piece.is_empty() {
        send(to, table, piece).await?;
    }
    Ok(count)
}

async fn send(to: &Sender<Part>, table: &str, rows: Vec<u8>) -> Result<()> {
    hand_over(to, Part::Rows(Piece { table: table.to_owned(), rows })).await
}

async fn hand_over(to: &Sender<Part>, part: Part) -> Result<()> {
    to.send(part).await.map_err(|_| broken("a backup that nobody writes"))
}
