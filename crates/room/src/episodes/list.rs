//! The list of episodes within a scope: decided by the database, never by filtering in memory.

use access::{EpisodeId, List, ListAct, Permit, PupilId, Scope, Side, Subject, UnitId};
use domain::Day;
use domain::episode::State;
use sqlx::{Database, Encode, QueryBuilder, Type};
use uuid::Uuid;

use super::state_place;
use crate::failure::{Result, broken, fault};
use crate::people::{name_place, scope};
use crate::reading::Reading;
use crate::store::on_read;

/// An episode in a list: where it stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Listed {
    /// The episode.
    pub id: EpisodeId,
    /// The pupil.
    pub pupil: PupilId,
    /// The pupil's name.
    pub name: String,
    /// The school that referred, or the unit of the team.
    pub unit: UnitId,
    /// The code of its programme; empty until it is referred.
    pub programme: String,
    /// How far it has come.
    pub state: State,
    /// When something is to be done.
    pub next: Option<Day>,
}

impl std::fmt::Debug for Listed {
    /// The id only: a name must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Listed").field("id", &self.id).finish_non_exhaustive()
    }
}

type Row = (Uuid, Uuid, Vec<u8>, i64, String, Vec<u8>, Option<i64>);

/// The episodes within the scope of the permit on a day; those with the nearest day first, then by id. The journal names
/// each pupil.
///
/// # Errors
/// A permit for something else than listing episodes; the database; a row that was tampered with.
pub async fn list(reading: &mut Reading<'_>, permit: Permit<List>, day: Day) -> Result<Vec<Listed>> {
    let sides = [Side::School, Side::Social];
    let side = sides.into_iter().find(|side| permit.zone() == Some(ListAct::ListEpisodes(*side).zone()));
    let side = side.ok_or_else(|| broken("a list of no side"))?;
    let used = reading.take(permit, ListAct::ListEpisodes(side).code())?;
    let Subject::Scope(scope) = &used.subject else { return Err(broken("a list without a scope")) };
    let (room, failed) = (reading.room(), "listing episodes");
    let rows: Vec<Row> = on_read!(room.store(), on => {
        let mut sql = QueryBuilder::new(
            "SELECT o.id, o.person, i.sealed_name, o.unit, o.programme, o.sealed_state, o.next_day FROM episode o JOIN \
             person p ON p.id = o.person JOIN identity i ON i.person = p.id WHERE o.side = ");
        sql.push_bind(side.code());
        match side {
            // The school is where the pupil goes today; nobody is assigned there.
            Side::School => scope::push(&mut sql, scope, day),
            Side::Social => push_units(&mut sql, scope, day),
        }
        sql.push(" ORDER BY o.next_day IS NULL, o.next_day, o.id");
        sql.build_query_as().fetch_all(on).await
    })
    .map_err(fault(failed))?;
    let one = |(id, person, name, unit, programme, sealed, next): Row| {
        let state = room.keys().open_text(state_place(&id), &sealed)?;
        let next = next.map(|day| i32::try_from(day).map(Day)).transpose().map_err(fault(failed))?;
        Ok(Listed {
            id: EpisodeId(id.as_u128()),
            pupil: PupilId(person.as_u128()),
            name: room.keys().open_text(name_place(&person), &name)?,
            unit: UnitId(i32::try_from(unit).map_err(fault(failed))?),
            state: State::from_code(&state).ok_or_else(|| broken("an episode in no state"))?,
            programme,
            next,
        })
    };
    let listed = rows.into_iter().map(one).collect::<Result<Vec<_>>>()?;
    reading.shown(listed.iter().map(|it| Uuid::from_u128(it.pupil.0)));
    Ok(listed)
}

/// Adds the condition that episode `o` of person `p` is at a unit of the scope, or at one where the one who asks is
/// assigned to it on the day.
fn push_units<DB: Database>(sql: &mut QueryBuilder<DB>, scope: &Scope, day: Day)
where
    for<'a> i64: Encode<'a, DB> + Type<DB>,
    for<'a> Uuid: Encode<'a, DB> + Type<DB>,
{
    if scope.excludes_protected() {
        sql.push(" AND NOT p.protected");
    }
    if scope.everywhere() {
        return;
    }
    sql.push(" AND (1 = 0");
    for unit in scope.units() {
        sql.push(" OR o.unit = ").push_bind(i64::from(unit.0));
    }
    if let Some(user) = scope.assignee() {
        for unit in scope.assigned_units() {
            sql.push(" OR (o.unit = ").push_bind(i64::from(unit.0));
            sql.push(" AND EXISTS (SELECT 1 FROM episode_assigned a WHERE a.episode = o.id AND a.account = ");
            sql.push_bind(Uuid::from_u128(user.0)).push(" AND a.from_day <= ").push_bind(i64::from(day.0));
            sql.push(" AND (a.to_day IS NULL OR a.to_day >= ").push_bind(i64::from(day.0)).push(")))");
        }
    }
    sql.push(")");
}
