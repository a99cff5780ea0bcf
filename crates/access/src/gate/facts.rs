//! What Cedar is told at a gate. The evidence of one gate is told to that gate only.

use std::{collections::HashMap, str::FromStr};

use cedar_policy::{
    Context, Entities, Entity, EntityId, EntityTypeName, EntityUid, Request, RestrictedExpression as Value, Schema,
};
use domain::Day;

use crate::{
    Actor, PeerId,
    facts::{Facts, Unaskable},
    gate::{ChildsSay, Consent, Crossing, Evidence, Finding, Gate, ItemFacts, ItemKind, OpenInquiry, Weighing},
};

type Told = Vec<(&'static str, Value)>;

/// Puts the question to one gate together.
pub(super) fn facts(
    schema: &Schema,
    actor: &Actor,
    gate: Gate,
    crossing: &Crossing,
    item: &ItemFacts,
    evidence: &Evidence,
    day: Day,
) -> Result<Facts, Unaskable> {
    let mut told = vec![
        ("from", one_of("Regime", crossing.from.code())?),
        ("to", one_of("Regime", crossing.to.code())?),
        ("recipient", peer(crossing.recipient)),
        ("sameAuthority", Value::new_bool(crossing.same_authority)),
        ("sameMunicipality", Value::new_bool(crossing.same_municipality)),
        ("day", number(day)),
    ];
    told.extend(shown(gate, evidence)?);
    let named = told.into_iter().map(|(name, value)| (name.to_owned(), value));
    let context = Context::from_pairs(named).map_err(|_| Unaskable)?;
    let (principal, resource) = (who(actor)?, uid("Item", "item")?);
    let request = Request::new(principal.clone(), uid("Action", gate.code())?, resource.clone(), context, Some(schema))
        .map_err(|_| Unaskable)?;
    let attributes = HashMap::from([
        ("kind".to_owned(), one_of("Kind", item.kind.code())?),
        ("zone".to_owned(), one_of("Zone", item.zone.code())?),
        ("protected".to_owned(), Value::new_bool(item.protected)),
        ("drawnUp".to_owned(), number(item.drawn_up)),
    ]);
    let item = Entity::new(resource, attributes, [].into()).map_err(|_| Unaskable)?;
    let check = cfg!(debug_assertions).then_some(schema);
    let entities = Entities::from_entities([item], check).map_err(|_| Unaskable)?;
    Ok(Facts { request, entities })
}

/// The evidence of one gate.
fn shown(gate: Gate, all: &Evidence) -> Result<Told, Unaskable> {
    let flag = Value::new_bool;
    Ok(match gate {
        Gate::Consent => match &all.consent {
            Some(given) => vec![("consent", consent(given)?)],
            None => Vec::new(),
        },
        Gate::GeneralClause => told(all.interest, |it| vec![weighing(it.weighing), Ok(("evident", flag(it.evident)))])?,
        Gate::DutyToNotify => told(all.suspicion, |it| vec![Ok(("suspectedSince", number(it.since)))])?,
        Gate::DutyToInform => told(all.inquiry, |it| vec![inquiry(it)])?,
        Gate::OwnTask => told(all.own_task, |it| {
            vec![weighing(it.weighing), Ok(("own", flag(it.own))), Ok(("needed", flag(it.necessary)))]
        })?,
        Gate::CareOfChild | Gate::HealthCareOfChild => told(all.care, |it| {
            vec![weighing(it.weighing), Ok(("turns18", number(it.turns_18))), Ok(("needed", flag(it.needed)))]
        })?,
        Gate::Feedback => told(all.feedback, |it| vec![Ok(("notifiedBy", peer(it.notified_by)))])?,
        Gate::PupilHealth => told(all.support, |it| vec![weighing(it.weighing), Ok(("needed", flag(it.required)))])?,
        Gate::Harmless => told(all.harm_test, |it| {
            vec![weighing(it.weighing), one_of("Finding", finding(it.finding)).map(|found| ("finding", found))]
        })?,
        Gate::Reservation => {
            told(all.reservation, |it| vec![weighing(it.weighing), Ok(("removesRisk", flag(it.removes_risk)))])?
        }
        Gate::SameBoard => told(all.by_board, |it| {
            let mut all = vec![weighing(it.weighing), Ok(("needed", flag(it.needed)))];
            all.extend(it.family_told.map(|day| Ok(("familyTold", number(day)))));
            all
        })?,
        Gate::OtherBoard => told(all.request, |it| vec![Ok(("askedOn", number(it.asked)))])?,
    })
}

fn told<T>(
    evidence: Option<T>,
    of: impl FnOnce(T) -> Vec<Result<(&'static str, Value), Unaskable>>,
) -> Result<Told, Unaskable> {
    evidence.map(of).unwrap_or_default().into_iter().collect()
}

fn weighing(it: Weighing) -> Result<(&'static str, Value), Unaskable> {
    let fields = vec![("day", number(it.day)), ("reasonGiven", Value::new_bool(it.reason_given))];
    Ok(("weighing", record(fields)?))
}

fn inquiry(it: OpenInquiry) -> Result<(&'static str, Value), Unaskable> {
    let mut fields = vec![("opened", number(it.opened)), ("important", Value::new_bool(it.important))];
    fields.extend(it.closed.map(|day| ("closed", number(day))));
    Ok(("inquiry", record(fields)?))
}

fn consent(it: &Consent) -> Result<Value, Unaskable> {
    let kinds = it.kinds.iter().map(|kind| one_of("Kind", kind.code())).collect::<Result<Vec<_>, _>>()?;
    let everything = ItemKind::OF_CONSENT.iter().all(|kind| it.kinds.contains(kind));
    record(vec![
        ("heldBySender", Value::new_bool(it.held_by_sender)),
        ("recipient", peer(it.recipient)),
        ("kinds", Value::new_set(kinds)),
        ("everything", Value::new_bool(everything)),
        ("from", number(it.from)),
        ("until", number(it.until)),
        ("withdrawn", Value::new_bool(it.withdrawn)),
        ("guardians", Value::new_bool(it.guardians)),
        ("childAsked", Value::new_bool(it.child != ChildsSay::NotAsked)),
        ("childSaysNo", Value::new_bool(it.child == ChildsSay::No)),
        ("others", Value::new_bool(it.others)),
    ])
}

fn finding(it: Finding) -> &'static str {
    match it {
        Finding::Clear => "clear",
        Finding::Unlikely => "unlikely",
        Finding::MayHarm => "may-harm",
    }
}

fn record(fields: Told) -> Result<Value, Unaskable> {
    Value::new_record(fields.into_iter().map(|(name, value)| (name.to_owned(), value))).map_err(|_| Unaskable)
}

/// A day as the policies write it: 2027-01-01 is 20270101.
fn number(day: Day) -> Value {
    let date = day.date();
    Value::new_long(i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day()))
}

fn peer(peer: PeerId) -> Value {
    Value::new_string(peer.to_string())
}

fn one_of(kind: &str, id: &str) -> Result<Value, Unaskable> {
    Ok(Value::new_entity_uid(uid(kind, id)?))
}

/// Who somebody is does not matter at a gate; what kind of actor does.
fn who(actor: &Actor) -> Result<EntityUid, Unaskable> {
    match actor {
        Actor::Person { .. } => uid("Person", "person"),
        Actor::Job(job) => uid("Job", job.code()),
        Actor::Token { .. } => uid("Token", "token"),
        Actor::Operator(_) => uid("Operator", "operator"),
    }
}

fn uid(kind: &str, id: &str) -> Result<EntityUid, Unaskable> {
    let kind = EntityTypeName::from_str(kind).map_err(|_| Unaskable)?;
    Ok(EntityUid::from_type_name_and_id(kind, EntityId::new(id)))
}
