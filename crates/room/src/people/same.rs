//! Roster rows that say what stands already: they are not written, and nobody has to look at their pupils again.

use std::collections::{BTreeMap, BTreeSet};

use domain::pupil::{Pupil, Span};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::seal::Keyring;
use crate::store::on_tx;

/// The rows of pupils of whom some row says something else than what stands, in their order. One with the mark of
/// protected identity is among them when the mark was lifted by hand: what is delivered holds.
pub(super) async fn others<'a>(change: &mut Change<'_>, rows: &[(Uuid, &'a Pupil)]) -> Result<Vec<(Uuid, &'a Pupil)>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let pupils: BTreeSet<i32> = rows.iter().map(|(_, row)| row.pupil).collect();
    let stand: Vec<(i64, i64, i64, i64, bool)> = on_tx!(&mut change.tx, on => {
        let mut sql = QueryBuilder::new(
            "SELECT p.pupil, e.unit, e.from_day, e.digest, p.protected FROM person p JOIN enrolment e ON e.person = p.id WHERE \
             p.pupil IN (");
        let mut ids = sql.separated(", ");
        pupils.iter().for_each(|pupil| _ = ids.push_bind(i64::from(*pupil)));
        sql.push(")");
        sql.build_query_as().persistent(false).fetch_all(on).await
    })
    .map_err(fault("reading what stands of pupils"))?;
    let stand: BTreeMap<(i64, i64, i64), (i64, bool)> =
        stand.into_iter().map(|(pupil, unit, from, digest, marked)| ((pupil, unit, from), (digest, marked))).collect();
    let keys = change.room().keys();
    let stands = |row: &Pupil| {
        let key = (i64::from(row.pupil), i64::from(row.school), i64::from(row.enrolled.from.0));
        let same = |(of, marked): &(i64, bool)| *of == digest(keys, row) && (*marked || !row.protected);
        stand.get(&key).is_some_and(same)
    };
    let changed: BTreeSet<i32> = rows.iter().filter(|(_, row)| !stands(row)).map(|(_, row)| row.pupil).collect();
    Ok(rows.iter().filter(|(_, row)| changed.contains(&row.pupil)).copied().collect())
}

/// Everything that a row says, keyed. Never 0, which stands for what is not known.
pub(super) fn digest(keys: &Keyring, row: &Pupil) -> i64 {
    let span = |span: Span| format!("{} {:?}", span.from.0, span.to.map(|day| day.0));
    let numbers = [row.pupil, row.school, i32::from(row.grade.level), i32::from(row.grade.school_year.0)];
    let (enrolled, reduced) = (span(row.enrolled), row.reduced_timetable.map(span).unwrap_or_default());
    let parts: [&[u8]; 8] = [
        b"roster",
        &numbers.map(i32::to_be_bytes).concat(),
        row.personal_number.as_bytes(),
        row.name.as_bytes(),
        row.class.as_bytes(),
        row.grade.form.code().as_bytes(),
        enrolled.as_bytes(),
        reduced.as_bytes(),
    ];
    let hash = keys.hash.of(&parts);
    let first = hash.first_chunk::<8>().map_or(0, |first| i64::from_be_bytes(*first));
    if first == 0 { 1 } else { first }
}
