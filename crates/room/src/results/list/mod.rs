//! A page of the work list: in the order of the list, within the scope, with what has been done as far as the reader may
//! know it.

mod ask;
mod row;
mod sql;

pub use ask::{ListAsk, ListPage, Totals, Wanted, WorkList};
pub use row::{How, ListRow};

use access::{List, ListAct, Permit, Scope, Subject, Used};
use domain::Day;

use super::generation::Generation;
use crate::failure::{Result, broken, fault, refuse};
use crate::reading::Reading;
use crate::store::on_read;
use crate::versions::versions;
use row::Raw;
use sql::{Arm, Query};

/// Rows on a page, at most.
const PAGE: u16 = 100;
/// Schools and classes counted in one query, at most: SQLite takes 500. Nobody works at more.
const ARMS: usize = 400;
const FAILED: &str = "reading a list";

/// A page of the current generation, within the scope of the permit. Of the step that cleared each pupil, or the latest, it says what it was
/// only where one of `steps`, the permits to list steps of a zone, holds both pupil and zone. Nothing before the first
/// scan.
///
/// # Errors
/// Refused: more than 100 rows. A permit for something else than listing pupils or steps; the database; a row that was
/// tampered with.
pub async fn list(
    reading: &mut Reading<'_>,
    permit: Permit<List>,
    steps: Vec<Permit<List>>,
    ask: &ListAsk,
    today: Day,
) -> Result<Option<ListPage>> {
    if ask.limit > PAGE {
        return Err(refuse("room-page-too-long"));
    }
    let used = reading.take(permit, ListAct::ListPupils.code())?;
    let mut zones = Vec::with_capacity(steps.len());
    for permit in steps {
        let zone = permit.zone().ok_or_else(|| broken("steps are listed in a zone"))?;
        let used = reading.take(permit, ListAct::ListSteps(zone).code())?;
        zones.push((zone, scope_of(&used)?.clone()));
    }
    let scope = scope_of(&used)?;
    let room = reading.room();
    loop {
        let now = versions(room).await?;
        let Some(generation) = &now.generation else { return Ok(None) };
        // If something was published meanwhile, what was read may be half of it, or half cleared away.
        if let Some(page) = read(reading, scope, &zones, ask, (generation, now.results), today).await? {
            reading.shown(page.rows.iter().map(|row| uuid::Uuid::from_u128(row.person.0)));
            return Ok(Some(page));
        }
    }
}

fn scope_of(used: &Used) -> Result<&Scope> {
    match &used.subject {
        Subject::Scope(scope) => Ok(scope),
        _ => Err(broken("a list without a scope")),
    }
}

/// The page of a generation, unless the results are others than in that version when all has been read.
async fn read(
    reading: &Reading<'_>,
    scope: &Scope,
    zones: &[(access::Zone, Scope)],
    ask: &ListAsk,
    (generation, version): (&Generation, i64),
    today: Day,
) -> Result<Option<ListPage>> {
    let room = reading.room();
    let arms = Arm::of(scope, &ask.units);
    let query = Query { scope, zones, ask, generation: generation.number, today };
    let mut rows: Vec<Raw> = Vec::new();
    for arms in arms.chunks(ARMS).filter(|_| ask.limit > 0) {
        // One more than the page holds, to know whether there are more.
        let found: Vec<Raw> = on_read!(room.store(), on => query.page("", arms).build_query_as().fetch_all(on).await)
            .map_err(fault(FAILED))?;
        rows.extend(found);
    }
    // Hardly anybody works at more schools than one query takes; then a pupil of two comes with both.
    rows.sort_by_key(|row| (row.place, row.unit));
    rows.dedup_by_key(|row| row.person);
    let more = rows.len() > usize::from(ask.limit);
    rows.truncate(usize::from(ask.limit));
    let mut totals = Totals::default();
    let counted = if ask.uncounted { &[][..] } else { arms.as_slice() };
    let mut current = None;
    for arms in counted.chunks(ARMS) {
        let (untouched, follow_up, cleared, now): (i64, i64, i64, i64) =
            on_read!(room.store(), on => query.totals("", arms).build_query_as().fetch_one(on).await)
                .map_err(fault(FAILED))?;
        totals.untouched += untouched.unsigned_abs();
        totals.follow_up += follow_up.unsigned_abs();
        totals.cleared += cleared.unsigned_abs();
        current = Some(now);
    }
    if counted.is_empty() {
        current = Some(versions(room).await?.results);
    }
    if current != Some(version) {
        return Ok(None);
    }
    let rows: Vec<_> = rows.into_iter().map(|row| row.open(room.keys(), zones, today)).collect::<Result<_>>()?;
    let next = rows.last().map(|row| row.place).filter(|_| more);
    Ok(Some(ListPage { as_of: generation.as_of, next, rows, totals }))
}
