//! What a decision is based on: ids, schools, classes and flags. Never content, so it needs no permit.

use std::collections::BTreeSet;

use access::{Class, EpisodeAt, EpisodeId, PupilAt, PupilId, Side, UnitId, UserId};
use domain::Day;
use domain::pupil::Span;
use uuid::Uuid;

use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::on_read;

/// The schools and classes where a pupil is enrolled on a day. Nothing for a pupil who does not exist.
///
/// # Errors
/// The database.
pub async fn of_pupil(room: &Room, pupil: PupilId, day: Day) -> Result<Vec<PupilAt>> {
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT p.id, e.unit, e.class, p.protected FROM person p JOIN enrolment e ON e.person = p.id WHERE p.id = $2 \
         AND e.from_day <= $1 AND (e.to_day IS NULL OR e.to_day >= $1) ORDER BY e.unit, e.from_day")
        .bind(i64::from(day.0)).bind(Uuid::from_u128(pupil.0)).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(pupil_at).collect()
}

/// Every pupil at every school on a day: for jobs, and for the test that a scope in SQL is what access meant.
///
/// # Errors
/// The database.
pub async fn of_all(room: &Room, day: Day) -> Result<Vec<PupilAt>> {
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT p.id, e.unit, e.class, p.protected FROM person p JOIN enrolment e ON e.person = p.id WHERE \
         e.from_day <= $1 AND (e.to_day IS NULL OR e.to_day >= $1) ORDER BY p.id, e.unit, e.from_day")
        .bind(i64::from(day.0)).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(pupil_at).collect()
}

/// An episode as somebody stands to it on a day: at the school once for each school and class where the pupil is enrolled,
/// in the social services once, at the team's unit. Nothing when there is no such episode. Nobody is the notifier of a
/// concern, since no notification is kept yet.
///
/// # Errors
/// The database.
pub async fn of_episode(room: &Room, episode: EpisodeId, user: Option<UserId>, day: Day) -> Result<Vec<EpisodeAt>> {
    let (id, today) = (Uuid::from_u128(episode.0), i64::from(day.0));
    let row: Option<(Uuid, String, i64, bool, bool)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT p.id, o.side, o.unit, p.protected, EXISTS (SELECT 1 FROM episode_assigned a WHERE a.episode = o.id AND \
         a.account = $2 AND a.from_day <= $3 AND (a.to_day IS NULL OR a.to_day >= $3)) FROM episode o JOIN person p ON \
         p.id = o.person WHERE o.id = $1").bind(id).bind(user.map(|it| Uuid::from_u128(it.0))).bind(today)
        .fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((person, side, unit, protected, assigned)) = row else { return Ok(Vec::new()) };
    let pupil = PupilId(person.as_u128());
    let at =
        |side, unit, class| EpisodeAt { id: episode, pupil, side, unit, class, assigned, notifier: false, protected };
    match Side::from_code(&side) {
        Some(Side::Social) => Ok(vec![at(Side::Social, UnitId(i32::try_from(unit).map_err(fault(FAILED))?), None)]),
        Some(Side::School) => {
            let pupils = of_pupil(room, pupil, day).await?;
            Ok(pupils.into_iter().map(|it| at(Side::School, it.unit, it.class)).collect())
        }
        None => Ok(Vec::new()),
    }
}

/// The episodes about a pupil, oldest first.
///
/// # Errors
/// The database.
pub async fn episodes_of(room: &Room, pupil: PupilId) -> Result<Vec<EpisodeId>> {
    let rows: Vec<Uuid> =
        on_read!(room.store(), on => sqlx::query_scalar("SELECT id FROM episode WHERE person = $1 ORDER BY id")
        .bind(Uuid::from_u128(pupil.0)).fetch_all(on).await)
        .map_err(fault(FAILED))?;
    Ok(rows.into_iter().map(|id| EpisodeId(id.as_u128())).collect())
}

/// The room of the other side of an episode, when it has one.
///
/// # Errors
/// The database.
pub async fn peer_of(room: &Room, episode: EpisodeId) -> Result<Option<Uuid>> {
    let row: Option<(Option<Uuid>,)> =
        on_read!(room.store(), on => sqlx::query_as("SELECT peer FROM episode WHERE id = $1")
        .bind(Uuid::from_u128(episode.0)).fetch_optional(on).await)
        .map_err(fault(FAILED))?;
    Ok(row.and_then(|(peer,)| peer))
}

/// The pupil with a number in the attendance history.
///
/// # Errors
/// The database.
pub async fn of_number(room: &Room, pupil: i32) -> Result<Option<PupilId>> {
    let row: Option<(Uuid,)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT id FROM person WHERE pupil = $1").bind(i64::from(pupil)).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    Ok(row.map(|(id,)| PupilId(id.as_u128())))
}

/// The numbers in the attendance history of those with protected identity: for an import, which must leave them out
/// even when a delivery has forgotten the mark.
///
/// # Errors
/// The database.
pub async fn protected(room: &Room) -> Result<BTreeSet<i32>> {
    let rows: Vec<(i64,)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT pupil FROM person WHERE protected").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(|(pupil,)| i32::try_from(pupil).map_err(fault(FAILED))).collect()
}

/// A pupil's enrolment at a school: ids only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enrolled {
    pub(crate) person: Uuid,
    /// The pupil's number in the attendance history.
    pub pupil: i32,
    /// School unit code.
    pub school: i32,
    /// First day.
    pub from: Day,
}

/// The enrolments that last on a day or later: for an import, which ends those that the roster no longer has.
///
/// # Errors
/// The database.
pub async fn enrolled(room: &Room, day: Day) -> Result<Vec<Enrolled>> {
    let rows: Vec<(Uuid, i64, i64, i64)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT p.id, p.pupil, e.unit, e.from_day FROM person p JOIN enrolment e ON e.person = p.id WHERE e.to_day IS \
         NULL OR e.to_day >= $1 ORDER BY e.unit, p.pupil, e.from_day").bind(i64::from(day.0)).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let small = |number: i64| i32::try_from(number).map_err(fault(FAILED));
    let one = |(person, pupil, unit, from): (Uuid, i64, i64, i64)| {
        Ok(Enrolled { person, pupil: small(pupil)?, school: small(unit)?, from: Day(small(from)?) })
    };
    rows.into_iter().map(one).collect()
}

/// A pupil's enrolment at a school, from and to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned {
    /// The pupil's number in the attendance history.
    pub pupil: i32,
    /// School unit code.
    pub school: i32,
    /// Enrolled from and to.
    pub enrolled: Span,
}

/// Every enrolment that the room knows, of whatever time: for an import of lessons of earlier days.
///
/// # Errors
/// The database.
pub async fn spans(room: &Room) -> Result<Vec<Spanned>> {
    let rows: Vec<(i64, i64, i64, Option<i64>)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT p.pupil, e.unit, e.from_day, e.to_day FROM enrolment e JOIN person p ON p.id = e.person")
        .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let small = |number: i64| i32::try_from(number).map_err(fault(FAILED));
    let one = |(pupil, unit, from, to): (i64, i64, i64, Option<i64>)| {
        let enrolled = Span { from: Day(small(from)?), to: to.map(small).transpose()?.map(Day) };
        Ok(Spanned { pupil: small(pupil)?, school: small(unit)?, enrolled })
    };
    rows.into_iter().map(one).collect()
}

/// A pupil at a school: ids, a class and a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rolled {
    /// The pupil, as the room's own tables have her or him.
    pub person: Uuid,
    /// The pupil's number in the attendance history.
    pub pupil: i32,
    /// Class; empty when there is none.
    pub class: String,
    /// First day at the school.
    pub from: Day,
}

/// The pupils of a school on a day, but for those with protected identity: whose lessons are counted by class.
///
/// # Errors
/// The database.
pub async fn roll(room: &Room, unit: UnitId, day: Day) -> Result<Vec<Rolled>> {
    let rows: Vec<(Uuid, i64, String, i64)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT p.id, p.pupil, e.class, e.from_day FROM enrolment e JOIN person p ON p.id = e.person WHERE e.unit = $2 \
         AND e.from_day <= $1 AND (e.to_day IS NULL OR e.to_day >= $1) AND NOT p.protected ORDER BY p.pupil, e.from_day")
        .bind(i64::from(day.0)).bind(i64::from(unit.0)).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let small = |number: i64| i32::try_from(number).map_err(fault(FAILED));
    let one = |(person, pupil, class, from): (Uuid, i64, String, i64)| {
        Ok(Rolled { person, pupil: small(pupil)?, class, from: Day(small(from)?) })
    };
    rows.into_iter().map(one).collect()
}

/// The names of the classes that a school has on a day.
///
/// # Errors
/// The database.
pub async fn classes(room: &Room, unit: UnitId, day: Day) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT DISTINCT class FROM enrolment WHERE unit = $2 AND class <> '' AND from_day <= $1 AND (to_day IS NULL OR \
         to_day >= $1) ORDER BY class").bind(i64::from(day.0)).bind(i64::from(unit.0)).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

/// Whether a school has a class on a day or later; nothing when it has no classes at all.
///
/// # Errors
/// The database.
pub async fn has_class(room: &Room, class: &Class, day: Day) -> Result<Option<bool>> {
    let rows: Vec<(String,)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT DISTINCT class FROM enrolment WHERE unit = $2 AND class <> '' AND (to_day IS NULL OR to_day >= $1)")
        .bind(i64::from(day.0)).bind(i64::from(class.unit.0)).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    Ok((!rows.is_empty()).then(|| rows.iter().any(|(name,)| *name == class.name)))
}

const FAILED: &str = "reading where a pupil belongs";

type Row = (Uuid, i64, String, bool);

fn pupil_at((id, unit, class, protected): Row) -> Result<PupilAt> {
    Ok(PupilAt {
        id: PupilId(id.as_u128()),
        unit: UnitId(i32::try_from(unit).map_err(fault(FAILED))?),
        class: Some(class).filter(|class| !class.is_empty()),
        protected,
        // No statement about consent exists yet.
        extract_consented: false,
    })
}
