//! What Cedar is told about a request: who asks, and where a pupil, class or school belongs.

use std::{
    collections::{HashMap, HashSet},
    str::FromStr,
};

use cedar_policy::{
    Context, Entities, Entity, EntityId, EntityTypeName, EntityUid, Request, RestrictedExpression, Schema,
};

use crate::{Actor, Class, EpisodeAt, Place, PupilAt, Role, RoleAt, Target, UnitId, Zone};

/// Why a request could not be put to Cedar: it does not fit the schema. A fault of the program.
pub(crate) struct Unaskable;

/// One request, with all that is needed to decide it.
pub(crate) struct Facts {
    pub(crate) request: Request,
    pub(crate) entities: Entities,
}

/// Puts a request together. The schema says which questions exist; in debug builds, and so in all tests, also what is
/// told about each thing is checked against it (stack.md, section 5: dear, and the same each time).
pub(crate) fn facts(
    schema: &Schema,
    actor: &Actor,
    act: &str,
    zone: Option<Zone>,
    target: &Target,
) -> Result<Facts, Unaskable> {
    let (principal, mut told) = who(actor)?;
    let (resource, about) = whom(target)?;
    told.extend(about);
    let context = match zone {
        Some(zone) => {
            let zone = RestrictedExpression::new_entity_uid(uid("Zone", zone.code())?);
            Context::from_pairs([("zone".to_owned(), zone)]).map_err(|_| Unaskable)?
        }
        None => Context::empty(),
    };
    let action = uid("Action", act)?;
    let request = Request::new(principal, action, resource, context, Some(schema)).map_err(|_| Unaskable)?;
    let check = cfg!(debug_assertions).then_some(schema);
    let entities = Entities::from_entities(told, check).map_err(|_| Unaskable)?;
    Ok(Facts { request, entities })
}

fn uid(kind: &str, id: &str) -> Result<EntityUid, Unaskable> {
    let kind = EntityTypeName::from_str(kind).map_err(|_| Unaskable)?;
    Ok(EntityUid::from_type_name_and_id(kind, EntityId::new(id)))
}

fn room() -> Result<EntityUid, Unaskable> {
    uid("Room", "room")
}

fn unit(unit: UnitId) -> Result<EntityUid, Unaskable> {
    uid("Unit", &unit.0.to_string())
}

fn class(class: &Class) -> Result<EntityUid, Unaskable> {
    uid("Class", &format!("{}/{}", class.unit.0, class.name))
}

fn who(actor: &Actor) -> Result<(EntityUid, Vec<Entity>), Unaskable> {
    match actor {
        Actor::Person { user, roles } => {
            let id = uid("Person", &user.to_string())?;
            let person = Entity::new(id.clone(), places(roles)?, HashSet::new()).map_err(|_| Unaskable)?;
            Ok((id, vec![person]))
        }
        Actor::Token { token, zones, places, .. } => {
            let id = uid("Token", &token.to_string())?;
            let token = Entity::new(id.clone(), reach(zones, places)?, HashSet::new()).map_err(|_| Unaskable)?;
            Ok((id, vec![token]))
        }
        Actor::Job(job) => Ok((uid("Job", job.code())?, Vec::new())),
        Actor::Operator(name) => Ok((uid("Operator", name)?, Vec::new())),
    }
}

/// What a token may reach, by the name of the attribute. A class is no place of a token, and is left out.
fn reach(zones: &[Zone], places: &[Place]) -> Result<HashMap<String, RestrictedExpression>, Unaskable> {
    let (mut rooms, mut units) = (Vec::new(), Vec::new());
    for place in places {
        match place {
            Place::Room => rooms.push(room()?),
            Place::Unit(at) => units.push(unit(*at)?),
            Place::Class(_) => {}
        }
    }
    let zones = zones.iter().map(|zone| uid("Zone", zone.code())).collect::<Result<Vec<_>, _>>()?;
    let set =
        |ids: Vec<EntityUid>| RestrictedExpression::new_set(ids.into_iter().map(RestrictedExpression::new_entity_uid));
    Ok([("rooms", rooms), ("units", units), ("zones", zones)].map(|(name, ids)| (name.to_owned(), set(ids))).into())
}

/// Where each role is held, by the name of the attribute. A role in a kind of place that it does not fit is left out.
fn places(roles: &[RoleAt]) -> Result<HashMap<String, RestrictedExpression>, Unaskable> {
    let mut all = HashMap::new();
    for role in Role::ALL {
        let held = roles.iter().filter(|held| held.role == *role);
        let at = held.map(|held| match (role, &held.place) {
            (Role::Mentor, Place::Class(at)) => class(at).map(Some),
            (
                Role::SchoolCounsellor
                | Role::SpecialEducator
                | Role::SchoolNurse
                | Role::HeadTeacher
                | Role::SchoolSocialWorker
                | Role::FamilyTherapist
                | Role::UnitManager,
                Place::Unit(at),
            ) => unit(*at).map(Some),
            (
                Role::Coordinator
                | Role::Administrator
                | Role::ProtectedDataOfficer
                | Role::RecordsManager
                | Role::AccessReviewer
                | Role::LeadGroup,
                Place::Room,
            ) => room().map(Some),
            _ => Ok(None),
        });
        let at = at.filter_map(Result::transpose).map(|at| at.map(RestrictedExpression::new_entity_uid));
        all.insert(attribute(*role).to_owned(), RestrictedExpression::new_set(at.collect::<Result<Vec<_>, _>>()?));
    }
    Ok(all)
}

fn attribute(role: Role) -> &'static str {
    match role {
        Role::Mentor => "mentor",
        Role::SchoolCounsellor => "schoolCounsellor",
        Role::SpecialEducator => "specialEducator",
        Role::SchoolNurse => "schoolNurse",
        Role::HeadTeacher => "headTeacher",
        Role::Coordinator => "coordinator",
        Role::Administrator => "administrator",
        Role::ProtectedDataOfficer => "protectedDataOfficer",
        Role::RecordsManager => "recordsManager",
        Role::AccessReviewer => "accessReviewer",
        Role::SchoolSocialWorker => "schoolSocialWorker",
        Role::FamilyTherapist => "familyTherapist",
        Role::UnitManager => "unitManager",
        Role::LeadGroup => "leadGroup",
    }
}

fn whom(target: &Target) -> Result<(EntityUid, Vec<Entity>), Unaskable> {
    let entity =
        |id: &EntityUid, within: Vec<EntityUid>| Entity::new_no_attrs(id.clone(), within.into_iter().collect());
    let room = room()?;
    let mut told = vec![entity(&room, Vec::new())];
    let id = match target {
        Target::Room => room,
        Target::Unit(at) => {
            let unit = unit(*at)?;
            told.push(entity(&unit, vec![room]));
            unit
        }
        Target::Pupil(pupil) => {
            let (within, about) = somewhere(pupil.unit, pupil.class())?;
            told.extend(about);
            let id = uid("Pupil", &pupil.id.to_string())?;
            told.push(Entity::new(id.clone(), flags(pupil), within).map_err(|_| Unaskable)?);
            id
        }
        Target::Episode(episode) => {
            let (within, about) = somewhere(episode.unit, episode.class())?;
            told.extend(about);
            let id = uid("Episode", &episode.id.to_string())?;
            told.push(Entity::new(id.clone(), of_episode(episode)?, within).map_err(|_| Unaskable)?);
            id
        }
    };
    Ok((id, told))
}

/// The school and class that something lies in, told with where they lie.
fn somewhere(at: UnitId, of: Option<Class>) -> Result<(HashSet<EntityUid>, Vec<Entity>), Unaskable> {
    let unit = unit(at)?;
    let mut told = vec![Entity::new_no_attrs(unit.clone(), [room()?].into())];
    let mut within = HashSet::from([unit.clone()]);
    if let Some(of) = of {
        let class = class(&of)?;
        told.push(Entity::new_no_attrs(class.clone(), [unit].into()));
        within.insert(class);
    }
    Ok((within, told))
}

fn of_episode(episode: &EpisodeAt) -> Result<HashMap<String, RestrictedExpression>, Unaskable> {
    Ok(HashMap::from([
        ("side".to_owned(), RestrictedExpression::new_entity_uid(uid("Side", episode.side.code())?)),
        ("protected".to_owned(), RestrictedExpression::new_bool(episode.protected)),
        ("assigned".to_owned(), RestrictedExpression::new_bool(episode.assigned)),
        ("notifier".to_owned(), RestrictedExpression::new_bool(episode.notifier)),
    ]))
}

fn flags(pupil: &PupilAt) -> HashMap<String, RestrictedExpression> {
    HashMap::from([
        ("protected".to_owned(), RestrictedExpression::new_bool(pupil.protected)),
        ("extractConsented".to_owned(), RestrictedExpression::new_bool(pupil.extract_consented)),
    ])
}
