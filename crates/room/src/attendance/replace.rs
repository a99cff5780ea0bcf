//! Changing the manifest: only the rows that differ are written, and only if nobody was there first.

use std::collections::BTreeMap;

use super::manifest::{File, Import, Loose, Manifest};
use crate::change::Change;
use crate::failure::{Result, fault, refuse};
use crate::store::on_tx;

const FAILED: &str = "changing the manifest";

/// Replaces the manifest that was loaded by another. Its version becomes the old one plus one, whatever it says.
///
/// # Errors
/// Refused: it was changed since it was loaded. The database.
pub async fn replace(change: &mut Change<'_>, old: &Manifest, new: &Manifest) -> Result<()> {
    let version = i64::try_from(old.version).map_err(fault(FAILED))?;
    let files = difference(&old.files, &new.files, |it| it.slot);
    let imports = difference(&old.imports, &new.imports, |it| (it.version, it.slot));
    let loose = difference(&old.loose, &new.loose, |it| (it.slot, it.content.as_str()));
    let ours = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE attendance SET version = version + 1 WHERE one = 1 AND version = $1").bind(version)
        .execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if ours != 1 {
        return Err(refuse("history-changed-meanwhile"));
    }
    for gone in files.gone {
        on_tx!(&mut change.tx, on => sqlx::query(
            "DELETE FROM attendance_file WHERE school_year = $1 AND school = $2")
            .bind(i64::from(gone.slot.school_year)).bind(i64::from(gone.slot.school)).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    }
    for file in files.put {
        put_file(change, file).await?;
    }
    for gone in imports.gone {
        on_tx!(&mut change.tx, on => sqlx::query(
            "DELETE FROM attendance_import WHERE version = $1 AND school_year = $2 AND school = $3")
            .bind(whole(gone.version)?).bind(i64::from(gone.slot.school_year)).bind(i64::from(gone.slot.school))
            .execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    }
    for import in imports.put {
        put_import(change, import).await?;
    }
    for gone in loose.gone {
        on_tx!(&mut change.tx, on => sqlx::query(
            "DELETE FROM attendance_loose WHERE school_year = $1 AND school = $2 AND content = $3")
            .bind(i64::from(gone.slot.school_year)).bind(i64::from(gone.slot.school)).bind(gone.content.as_str())
            .execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    }
    for left in loose.put {
        put_loose(change, left).await?;
    }
    Ok(())
}

/// What is to be deleted, and what is to be written.
struct Difference<'a, T> {
    gone: Vec<&'a T>,
    put: Vec<&'a T>,
}

fn difference<'a, T: PartialEq, K: Ord>(old: &'a [T], new: &'a [T], key: impl Fn(&'a T) -> K) -> Difference<'a, T> {
    let by_key = |list: &'a [T]| list.iter().map(|it| (key(it), it)).collect::<BTreeMap<_, _>>();
    let (before, after) = (by_key(old), by_key(new));
    Difference {
        gone: before.iter().filter(|(key, _)| !after.contains_key(key)).map(|(_, it)| *it).collect(),
        put: after.iter().filter(|(key, it)| before.get(key) != Some(it)).map(|(_, it)| *it).collect(),
    }
}

async fn put_file(change: &mut Change<'_>, file: &File) -> Result<()> {
    let rows = whole(file.rows)?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO attendance_file (school_year, school, content, row_count, from_day, to_day) VALUES ($1, $2, $3, \
         $4, $5, $6) ON CONFLICT (school_year, school) DO UPDATE SET content = excluded.content, row_count = \
         excluded.row_count, from_day = excluded.from_day, to_day = excluded.to_day")
        .bind(i64::from(file.slot.school_year)).bind(i64::from(file.slot.school)).bind(file.content.as_str())
        .bind(rows).bind(i64::from(file.from.0)).bind(i64::from(file.to.0)).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

async fn put_import(change: &mut Change<'_>, import: &Import) -> Result<()> {
    let (version, rows) = (whole(import.version)?, whole(import.rows)?);
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO attendance_import (version, school_year, school, made_day, from_day, to_day, row_count, previous, \
         settled) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (version, school_year, school) DO UPDATE SET \
         previous = excluded.previous, settled = excluded.settled")
        .bind(version).bind(i64::from(import.slot.school_year)).bind(i64::from(import.slot.school))
        .bind(i64::from(import.day.0)).bind(i64::from(import.from.0)).bind(i64::from(import.to.0)).bind(rows)
        .bind(import.before.as_deref()).bind(import.settled).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

async fn put_loose(change: &mut Change<'_>, loose: &Loose) -> Result<()> {
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO attendance_loose (school_year, school, content, since_day, at_once) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (school_year, school, content) DO UPDATE SET since_day = excluded.since_day, at_once = \
         excluded.at_once")
        .bind(i64::from(loose.slot.school_year)).bind(i64::from(loose.slot.school)).bind(loose.content.as_str())
        .bind(i64::from(loose.since.0)).bind(loose.at_once).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

fn whole(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(fault(FAILED))
}
