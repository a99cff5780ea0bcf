//! Rows of a backup into a table.

use sqlx::postgres::Postgres;
use sqlx::sqlite::Sqlite;
use sqlx::{Encode, QueryBuilder, Type};
use uuid::Uuid;

use super::FAILED;
use crate::backup::{Count, Holds, Piece, Value, read};
use crate::failure::{Result, broken, fault};
use crate::store::Tx;

/// Values in one statement: SQLite takes 32,766.
const VALUES: usize = 30_000;

/// Puts the rows of a piece into its table and counts them.
pub(super) async fn put(tx: &mut Tx, piece: &Piece, columns: &[(String, Holds)], count: &mut Count) -> Result<()> {
    let rows = rows(piece, columns.len(), count)?;
    let names: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let start = format!("INSERT INTO \"{}\" ({}) ", piece.table, names.join(", "));
    for some in rows.chunks((VALUES / columns.len().max(1)).max(1)) {
        match tx {
            Tx::Sqlite(tx) => {
                let mut insert = QueryBuilder::<Sqlite>::new(start.as_str());
                insert.push_values(some, |mut to, row| {
                    for value in row {
                        match value {
                            Value::Nothing => to.push_bind(None::<i64>),
                            Value::Whole(number) => to.push_bind(*number),
                            Value::Text(text) => to.push_bind(text.as_str()),
                            Value::Bytes(bytes) => to.push_bind(bytes.as_slice()),
                        };
                    }
                });
                insert.build().persistent(false).execute(&mut **tx).await.map_err(fault(FAILED))?;
            }
            Tx::Postgres(tx) => {
                let mut insert = QueryBuilder::<Postgres>::new(start.as_str());
                insert.push_values(some, |mut to, row| {
                    for (value, (_, holds)) in row.iter().zip(columns) {
                        postgres(&mut to, value, *holds);
                    }
                });
                insert.build().persistent(false).execute(&mut **tx).await.map_err(fault(FAILED))?;
            }
        }
    }
    Ok(())
}

type To<'q, 'b> = sqlx::query_builder::Separated<'q, Postgres, &'static str>;

/// Binds as what the column holds: PostgreSQL does not turn one into another.
fn postgres(to: &mut To<'_, '_>, value: &Value, holds: Holds) {
    fn bind<'t, T: 't + Encode<'t, Postgres> + Type<Postgres>>(to: &mut To<'_, '_>, value: Option<T>) {
        to.push_bind(value);
    }
    match (holds, value) {
        (Holds::Whole, Value::Whole(number)) => bind(to, Some(*number)),
        (Holds::Truth, Value::Whole(number)) => bind(to, Some(*number != 0)),
        (Holds::Text, Value::Text(text)) => bind(to, Some(text.clone())),
        (Holds::Bytes, Value::Bytes(bytes)) => bind(to, Some(bytes.clone())),
        (Holds::Id, Value::Bytes(bytes)) => bind(to, Uuid::from_slice(bytes).ok()),
        (Holds::Whole, _) => bind(to, None::<i64>),
        (Holds::Truth, _) => bind(to, None::<bool>),
        (Holds::Text, _) => bind(to, None::<String>),
        (Holds::Bytes, _) => bind(to, None::<Vec<u8>>),
        (Holds::Id, _) => bind(to, None::<Uuid>),
    }
}

fn rows(piece: &Piece, columns: usize, count: &mut Count) -> Result<Vec<Vec<Value>>> {
    let not_rows = || broken("a backup whose rows cannot be read");
    let (mut rest, mut rows) = (piece.rows.as_slice(), Vec::new());
    while !rest.is_empty() {
        let before = rest;
        let row: Vec<Value> = (0..columns).map_while(|_| read(&mut rest)).collect();
        if row.len() != columns || columns == 0 {
            return Err(not_rows());
        }
        count.add(before.get(..before.len() - rest.len()).ok_or_else(not_rows)?);
        rows.push(row);
    }
    Ok(rows)
}
