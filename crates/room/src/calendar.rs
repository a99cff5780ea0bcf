//! The room's calendar: terms, breaks and study days.

use access::{Act, Permit, Write, WriteAct};
use domain::calendar::{Break, Calendar};
use domain::{Day, Term};

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::{on_read, on_tx};
use crate::versions::settings_changed;

const FAILED: &str = "the calendar";

/// Replaces the calendar.
///
/// # Errors
/// A permit for something else than configuring; the database.
pub async fn put(change: &mut Change<'_>, permit: Permit<Write>, calendar: &Calendar) -> Result<()> {
    change.take(permit, WriteAct::Configure.code())?;
    for sql in ["DELETE FROM calendar_term", "DELETE FROM calendar_break"] {
        on_tx!(&mut change.tx, on => sqlx::query(sql).execute(on).await.map(drop)).map_err(fault(FAILED))?;
    }
    for term in &calendar.terms {
        on_tx!(&mut change.tx, on => sqlx::query(
            "INSERT INTO calendar_term (from_day, to_day) VALUES ($1, $2) ON CONFLICT (from_day) DO UPDATE SET to_day = \
             excluded.to_day").bind(i64::from(term.start.0)).bind(i64::from(term.end.0)).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    }
    let breaks = calendar.breaks.iter().map(|it| (it.from, it.to, false, it.name.as_str()));
    let study_days = calendar.study_days.iter().map(|day| (*day, *day, true, ""));
    for (from, to, study, name) in breaks.chain(study_days) {
        on_tx!(&mut change.tx, on => sqlx::query(
            "INSERT INTO calendar_break (from_day, to_day, study, name) VALUES ($1, $2, $3, $4) ON CONFLICT (from_day, \
             to_day, study) DO UPDATE SET name = excluded.name")
            .bind(i64::from(from.0)).bind(i64::from(to.0)).bind(study).bind(name).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    }
    settings_changed(change).await
}

/// The calendar; empty, and so the usual Swedish one, until somebody has set it.
///
/// # Errors
/// The database.
pub async fn load(room: &Room) -> Result<Calendar> {
    let terms: Vec<(i64, i64)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT from_day, to_day FROM calendar_term ORDER BY from_day").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let breaks: Vec<(i64, i64, bool, String)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT from_day, to_day, study, name FROM calendar_break ORDER BY from_day, to_day").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let day = |number: i64| i32::try_from(number).map(Day).map_err(fault(FAILED));
    let mut calendar = Calendar::default();
    for (start, end) in terms {
        calendar.terms.push(Term { start: day(start)?, end: day(end)? });
    }
    for (from, to, study, name) in breaks {
        let (from, to) = (day(from)?, day(to)?);
        if study {
            calendar.study_days.push(from);
        } else {
            calendar.breaks.push(Break { name, from, to });
        }
    }
    Ok(calendar)
}
