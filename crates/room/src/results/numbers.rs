//! Tables of a generation that hold whole numbers only: read, compared and written in one way.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{QueryBuilder, Row};

use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::{Tx, on_read, on_tx};

const FAILED: &str = "the numbers of a scan";
/// Rows in one statement, and in one transaction of [`Table::put`].
const CHUNK: usize = 1000;
/// Schools that are named in a question; of more, all rows are read.
const NAMED: usize = 200;

/// A table: its name, its columns after the generation, and how many of them are the key.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) columns: &'static [&'static str],
    pub(super) keys: usize,
}

pub(super) const PEER_WEEK: Table =
    Table { name: "peer_week", columns: &["unit", "level", "week", "low", "mid", "high"], keys: 3 };
pub(super) const REPORTING: Table =
    Table { name: "reporting", columns: &["unit", "week", "scheduled", "reported"], keys: 2 };
pub(super) const REPORTING_UNIT: Table =
    Table { name: "reporting_unit", columns: &["unit", "pupils", "questions"], keys: 1 };
pub(super) const SEASON: Table =
    Table { name: "season", columns: &["week", "stage", "absent", "reported", "pupils"], keys: 2 };

/// What is to be done to a table: keys that go, and rows that are new or others.
pub(super) struct Changes {
    gone: Vec<Vec<i64>>,
    put: Vec<Vec<i64>>,
}

impl Table {
    /// Writes rows of a generation that is not published yet, a little at a time.
    pub(super) async fn put(&self, room: &Room, generation: i64, rows: &[Vec<i64>]) -> Result<()> {
        for chunk in rows.chunks(CHUNK) {
            let mut tx = room.store().begin().await?;
            self.write(&mut tx, generation, chunk).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// What makes the rows of a generation these. With `units`, only rows of those schools are looked at, and only such
    /// may be handed over.
    pub(super) async fn changes(
        &self,
        room: &Room,
        generation: i64,
        units: Option<&BTreeSet<i32>>,
        rows: Vec<Vec<i64>>,
    ) -> Result<Changes> {
        let key = |row: &Vec<i64>| row.iter().take(self.keys).copied().collect::<Vec<i64>>();
        let looked_at = |row: &Vec<i64>| {
            let unit = row.first().and_then(|unit| i32::try_from(*unit).ok());
            units.is_none_or(|units| unit.is_some_and(|unit| units.contains(&unit)))
        };
        let have = self.read(room, generation, units.filter(|units| units.len() <= NAMED)).await?;
        let mut have: BTreeMap<Vec<i64>, Vec<i64>> =
            have.into_iter().filter(looked_at).map(|row| (key(&row), row)).collect();
        let put = rows.into_iter().filter(|row| have.remove(&key(row)).as_ref() != Some(row)).collect();
        Ok(Changes { gone: have.into_keys().collect(), put })
    }

    /// Makes changes.
    pub(super) async fn apply(&self, tx: &mut Tx, generation: i64, changes: &Changes) -> Result<()> {
        for chunk in changes.gone.chunks(CHUNK) {
            on_tx!(tx, on => {
                let mut sql = QueryBuilder::new("DELETE FROM ");
                sql.push(self.name).push(" WHERE generation = ").push_bind(generation).push(" AND (");
                sql.push(self.columns.iter().take(self.keys).copied().collect::<Vec<_>>().join(", ")).push(") IN (");
                sql.push_values(chunk, |mut row, key| key.iter().for_each(|it| _ = row.push_bind(*it)));
                sql.push(")");
                sql.build().persistent(false).execute(on).await.map(drop)
            })
            .map_err(fault(FAILED))?;
        }
        for chunk in changes.put.chunks(CHUNK) {
            self.write(tx, generation, chunk).await?;
        }
        Ok(())
    }

    /// The rows of a generation, of some schools or all.
    async fn read(&self, room: &Room, generation: i64, units: Option<&BTreeSet<i32>>) -> Result<Vec<Vec<i64>>> {
        if units.is_some_and(BTreeSet::is_empty) {
            return Ok(Vec::new());
        }
        on_read!(room.store(), on => {
            let mut sql = QueryBuilder::new("SELECT ");
            sql.push(self.columns.join(", ")).push(" FROM ").push(self.name);
            sql.push(" WHERE generation = ").push_bind(generation);
            if let Some(units) = units {
                sql.push(" AND unit IN (");
                let mut ids = sql.separated(", ");
                units.iter().for_each(|unit| _ = ids.push_bind(i64::from(*unit)));
                sql.push(")");
            }
            let rows = sql.build().persistent(false).fetch_all(on).await.map_err(fault(FAILED))?;
            let row = |row: &_| (0..self.columns.len()).map(|at| Row::try_get(row, at)).collect::<sqlx::Result<_>>();
            rows.iter().map(row).collect::<sqlx::Result<_>>()
        })
        .map_err(fault(FAILED))
    }

    async fn write(&self, tx: &mut Tx, generation: i64, rows: &[Vec<i64>]) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let (keys, values) = self.columns.split_at(self.keys);
        let set: Vec<String> = values.iter().map(|column| format!("{column} = excluded.{column}")).collect();
        on_tx!(tx, on => {
            let mut sql = QueryBuilder::new("INSERT INTO ");
            sql.push(self.name).push(" (generation, ").push(self.columns.join(", ")).push(") ");
            sql.push_values(rows, |mut row, numbers| {
                row.push_bind(generation);
                numbers.iter().for_each(|it| _ = row.push_bind(*it));
            });
            sql.push(" ON CONFLICT (generation, ").push(keys.join(", ")).push(") DO UPDATE SET ").push(set.join(", "));
            sql.build().persistent(false).execute(on).await.map(drop)
        })
        .map_err(fault(FAILED))
    }
}
