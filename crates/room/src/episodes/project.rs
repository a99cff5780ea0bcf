//! The row of an episode, computed from its shared statements.

use access::{Act, Permit, Side, Write, WriteAct, Zone};
use domain::Day;
use domain::episode::{State, due, fold};
use domain::statement;
use uuid::Uuid;

use super::pen::of_zone;
use super::{ENDED, state_place};
use crate::change::Change;
use crate::failure::{Result, broken, fault};
use crate::store::on_tx;

const FAILED: &str = "computing where an episode stands";

/// Computes the row of one episode anew.
pub(super) async fn project(change: &mut Change<'_>, episode: Uuid, person: Uuid) -> Result<()> {
    let said = of_zone(change, episode, (person, Zone::Shared)).await?;
    let said: Vec<_> = said
        .iter()
        .map(|it| statement::Statement { id: it.id.as_u128(), lamport: it.lamport, side: &it.side, body: &it.body })
        .collect();
    let (side,): (String,) = on_tx!(&mut change.tx, on => sqlx::query_as("SELECT side FROM episode WHERE id = $1")
        .bind(episode).fetch_one(on).await)
    .map_err(fault(FAILED))?;
    let side = Side::from_code(&side).ok_or_else(|| broken("an episode of no side"))?;
    // The day decides only what is due, and of that the row holds the date.
    let folded = fold(&said, Day(0), side);
    let state = change.room().keys().seal(state_place(&episode), folded.state.code().as_bytes())?.0;
    let programme = folded.programme.as_ref().map_or("", |it| it.code.as_str());
    on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE episode SET programme = $2, stage = $3, sealed_state = $4, next_day = $5 WHERE id = $1")
        .bind(episode).bind(programme).bind(stage(folded.state)).bind(state).bind(due(&folded).map(|day| i64::from(day.0)))
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// What stands in clear: how far it has come, but not how it ended.
fn stage(state: State) -> &'static str {
    match state {
        State::Closed | State::Declined | State::Withdrawn => ENDED,
        other => other.code(),
    }
}

/// Computes the rows of all episodes anew: how many there are.
///
/// # Errors
/// A permit for something else than maintaining the room; the database; a row that was tampered with.
pub async fn rebuild(change: &mut Change<'_>, permit: Permit<Write>) -> Result<usize> {
    change.take(permit, WriteAct::Maintain.code())?;
    let all: Vec<(Uuid, Uuid)> = on_tx!(&mut change.tx, on =>
        sqlx::query_as("SELECT id, person FROM episode ORDER BY id").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (id, person) in &all {
        project(change, *id, *person).await?;
    }
    Ok(all.len())
}
