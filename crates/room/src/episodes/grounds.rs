//! What the lawfulness of a letter is weighed by: the consents of the episode, and what they depend on.

use std::collections::BTreeSet;

use access::{Permit, Side, Write, Zone};
use domain::consent::disclosure::Body;
use domain::guardian::Relation;
use domain::{Day, PersonalNumber};
use uuid::Uuid;

use super::{Subject, broken};
use crate::failure::{Result, fault};
use crate::people::{guardian_id, guardians, identity};
use crate::room::Room;
use crate::statements::{Row, Statement, opened, zone_hash};
use crate::store::on_read;

const FAILED: &str = "what a letter is weighed by";

/// What a consent is held against. Days, ids and kinds of information: no name but those who signed.
#[derive(Clone)]
pub struct Grounds {
    /// The statements about disclosure, as they were made.
    pub consents: Vec<Statement>,
    /// The day of birth, when the personal number tells it.
    pub born: Option<Day>,
    /// The ids of the guardians, as [`guardian_id`] gives them; none in a room without a roster.
    pub guardians: BTreeSet<String>,
    /// The code of the school that the pupil goes to on the day; empty in a room without a roster.
    pub school: String,
    /// Protected identity.
    pub protected: bool,
}

impl std::fmt::Debug for Grounds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Grounds").field("protected", &self.protected).finish_non_exhaustive()
    }
}

/// The zone of a side where consents to disclosure lie, with all else that never leaves.
pub fn own_zone(side: Side) -> Zone {
    match side {
        Side::School => Zone::SchoolSupport,
        Side::Social => Zone::SocialOpenCare,
    }
}

/// What a letter about the episode of the permit is weighed by on a day. Whoever may send may have it weighed; it is not
/// shown.
///
/// # Errors
/// A permit for something else than sending a letter; the database; a row that was tampered with.
pub async fn grounds(room: &Room, permit: Permit<Write>, today: Day) -> Result<Grounds> {
    let used = permit.into_used();
    let (Subject::Episode { id, pupil }, "SendLetter") = (&used.subject, used.act) else {
        return Err(broken("what is weighed is a letter about an episode"));
    };
    let (episode, person) = (Uuid::from_u128(id.0), Uuid::from_u128(pupil.0));
    let row: Option<(String, bool)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT o.side, p.protected FROM episode o JOIN person p ON p.id = o.person WHERE o.id = $1 AND p.id = $2")
        .bind(episode).bind(person).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let (side, protected) = row.ok_or_else(|| broken("there is no such episode"))?;
    let side = Side::from_code(&side).ok_or_else(|| broken("an episode of no side"))?;
    let hash = zone_hash(&room.keys().hash, person, own_zone(side));
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, episode, lamport, side, sealed_body, recorded_at, made_by FROM statement WHERE episode = $1 AND \
         zone_hash = $2 ORDER BY lamport, side, id").bind(episode).bind(hash).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let all = rows.into_iter().map(|row| opened(room, row)).collect::<Result<Vec<_>>>()?;
    let schools: Vec<(i64,)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT unit FROM enrolment WHERE person = $1 AND from_day <= $2 AND (to_day IS NULL OR to_day >= $2) ORDER BY \
         unit").bind(person).bind(i64::from(today.0)).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let who = identity::of_person(room, person).await?;
    let number = who.and_then(|it| it.personal_number);
    let born =
        number.and_then(|it| PersonalNumber::read(&it, today.date()).ok()).and_then(|it| it.birth()).map(Day::of);
    let guardians = guardians::of_person(room, person).await?;
    let deciding = guardians.iter().filter(|it| it.relation == Relation::Guardian);
    Ok(Grounds {
        consents: all.into_iter().filter(|it| Body::is_about(&it.body)).collect(),
        born,
        guardians: deciding.map(|it| guardian_id(room, it).to_string()).collect(),
        school: schools.first().map(|(unit,)| unit.to_string()).unwrap_or_default(),
        protected,
    })
}
