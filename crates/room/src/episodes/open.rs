//! The first row of an episode in a room, and who works in it.

use access::{Act, Permit, Side, UnitId, UserId, Write, WriteAct};
use domain::Day;
use domain::episode::State;
use uuid::Uuid;

use super::{of_permit, state_place};
use crate::change::Change;
use crate::failure::{Result, broken, fault};
use crate::people::{Identity, put_new};
use crate::store::on_tx;

/// An episode to be opened. Which, and about whom, stands in the permit.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// The school that refers, or the unit of the team.
    pub unit: UnitId,
    /// The room of the other side, when the social services take part.
    pub peer: Option<Uuid>,
    /// Who it is, when the social services have not met her or him before. A school has a roster.
    pub person: Option<&'a Identity>,
}

/// Opens an episode: at the school with the permit to refer, in the social services with that to say whom a referral is
/// about. From then on statements can be made in it.
///
/// # Errors
/// There is such an episode; a permit for something else; there is no such person; the database.
pub async fn open(change: &mut Change<'_>, permit: Permit<Write>, new: &New<'_>) -> Result<()> {
    let acts = [(WriteAct::ReferPupil, Side::School), (WriteAct::MatchPerson, Side::Social)];
    let found = acts.into_iter().find(|(act, _)| act.code() == permit.act());
    let (act, side) = found.ok_or_else(|| broken("a permit that opens no episode"))?;
    let (id, person) = of_permit(&change.take(permit, act.code())?)?;
    if let Some(identity) = new.person.filter(|_| side == Side::Social) {
        put_new(change, person, identity).await?;
    }
    let state = change.room().keys().seal(state_place(&id), State::New.code().as_bytes())?.0;
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO episode (id, person, side, unit, peer, programme, stage, sealed_state) VALUES ($1, $2, $3, $4, $5, \
         '', $6, $7) ON CONFLICT (id) DO NOTHING")
        .bind(id).bind(person).bind(side.code()).bind(i64::from(new.unit.0)).bind(new.peer).bind(State::New.code())
        .bind(state).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault("opening an episode"))?;
    if rows == 1 { Ok(()) } else { Err(broken("there is an episode with that id")) }
}

/// Gives the episode of the permit to somebody, from a day on. Again, it changes nothing.
///
/// # Errors
/// A permit for something else; the database.
pub async fn assign(change: &mut Change<'_>, permit: Permit<Write>, to: UserId, from: Day) -> Result<()> {
    let (id, _) = of_permit(&change.take(permit, WriteAct::AssignEpisode.code())?)?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO episode_assigned (episode, account, from_day) SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM \
         episode_assigned WHERE episode = $1 AND account = $2 AND (to_day IS NULL OR to_day >= $3)) ON CONFLICT (episode, account, from_day) DO UPDATE SET to_day = NULL")
        .bind(id).bind(Uuid::from_u128(to.0)).bind(i64::from(from.0)).execute(on).await.map(drop))
    .map_err(fault("giving an episode to somebody"))
}

/// Takes the episode of the permit back from somebody: the day is the first without it.
///
/// # Errors
/// A permit for something else; the database.
pub async fn unassign(change: &mut Change<'_>, permit: Permit<Write>, from: UserId, day: Day) -> Result<()> {
    let (id, _) = of_permit(&change.take(permit, WriteAct::AssignEpisode.code())?)?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE episode_assigned SET to_day = $3 WHERE episode = $1 AND account = $2 AND (to_day IS NULL OR to_day >= $3)")
        .bind(id).bind(Uuid::from_u128(from.0)).bind(i64::from(day.plus(-1).0)).execute(on).await.map(drop))
    .map_err(fault("taking an episode back"))
}
