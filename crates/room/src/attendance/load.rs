//! Reading the manifest, whole and of one moment.

use domain::Day;

use super::manifest::{File, Import, Loose, Manifest, Slot};
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::on_read;

const FAILED: &str = "reading the manifest";

type FileRow = (i64, i64, String, i64, i64, i64);
type ImportRow = (i64, i64, i64, i64, i64, i64, i64, Option<String>, bool);
type LooseRow = (i64, i64, String, i64, bool);

/// The manifest as it is now.
///
/// # Errors
/// The database.
pub async fn load(room: &Room) -> Result<Manifest> {
    loop {
        let before = version(room).await?;
        let manifest = read(room, before).await?;
        // Read by several statements: if somebody changed it meanwhile, they may not fit together.
        if version(room).await? == before {
            return Ok(manifest);
        }
    }
}

/// The version of the manifest: each change of it raises it.
///
/// # Errors
/// The database.
pub async fn version(room: &Room) -> Result<u64> {
    let row: (i64,) = on_read!(room.store(), on =>
        sqlx::query_as("SELECT version FROM attendance WHERE one = 1").fetch_one(on).await)
    .map_err(fault(FAILED))?;
    Ok(row.0.unsigned_abs())
}

async fn read(room: &Room, version: u64) -> Result<Manifest> {
    let files: Vec<FileRow> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT school_year, school, content, row_count, from_day, to_day FROM attendance_file ORDER BY school_year, \
         school").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let imports: Vec<ImportRow> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT version, school_year, school, made_day, from_day, to_day, row_count, previous, settled FROM \
         attendance_import ORDER BY version, school_year, school").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let loose: Vec<LooseRow> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT school_year, school, content, since_day, at_once FROM attendance_loose ORDER BY school_year, school, \
         content").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let file = |(year, school, content, rows, from, to): FileRow| {
        let slot = slot(year, school)?;
        Ok(File { slot, content, rows: rows.unsigned_abs(), from: day(from)?, to: day(to)? })
    };
    let import = |(version, year, school, made, from, to, rows, before, settled): ImportRow| {
        Ok(Import {
            version: version.unsigned_abs(),
            day: day(made)?,
            slot: slot(year, school)?,
            from: day(from)?,
            to: day(to)?,
            rows: rows.unsigned_abs(),
            before,
            settled,
        })
    };
    let left = |(year, school, content, since, at_once): LooseRow| {
        Ok(Loose { slot: slot(year, school)?, content, since: day(since)?, at_once })
    };
    Ok(Manifest {
        version,
        files: files.into_iter().map(file).collect::<Result<_>>()?,
        imports: imports.into_iter().map(import).collect::<Result<_>>()?,
        loose: loose.into_iter().map(left).collect::<Result<_>>()?,
    })
}

fn day(number: i64) -> Result<Day> {
    Ok(Day(i32::try_from(number).map_err(fault(FAILED))?))
}

fn slot(year: i64, school: i64) -> Result<Slot> {
    let school_year = i16::try_from(year).map_err(fault(FAILED))?;
    Ok(Slot { school_year, school: i32::try_from(school).map_err(fault(FAILED))? })
}
