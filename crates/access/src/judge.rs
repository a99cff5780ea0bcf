//! The decisions: one for a step, one for a list.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use cedar_policy::{Authorizer, Decision};

use crate::{
    Act, Actor, BadPolicies, Denied, EpisodeAt, EpisodeId, Kind, List, ListAct, Permit, Place, PupilAt, PupilId,
    Reason, Scope, Subject, Target, UnitId, Used, Zone,
    facts::facts,
    gate,
    known::{Known, Question},
    policies::{self, Policies},
};

/// Decides who may do what. Made once at start and shared by all; it holds no state of a room.
pub struct Access {
    pub(crate) cedar: Authorizer,
    policies: Policies,
    pub(crate) gates: Policies,
    known: Known,
}

impl Access {
    /// Reads and validates the embedded policies.
    ///
    /// # Errors
    /// When they do not hold together: the program must not start then.
    pub fn new() -> Result<Access, BadPolicies> {
        let (policies, gates) = (policies::embedded()?, gate::embedded()?);
        Ok(Access { cedar: Authorizer::new(), policies, gates, known: Known::default() })
    }

    /// Whether an actor may do something to one pupil, one school or the room.
    ///
    /// # Errors
    /// [`Denied`] when no policy permits it, or one forbids it.
    pub fn decide<A: Act>(&self, actor: &Actor, act: A, target: &Target) -> Result<Permit<A::Kind>, Denied> {
        let reasons = self.ask(actor, act.code(), act.chosen_zone(), target)?.ok_or(Denied::of(act.code()))?;
        let subject = match target {
            Target::Pupil(pupil) => Subject::Pupil(pupil.id),
            Target::Episode(at) => Subject::Episode { id: at.id, pupil: at.pupil },
            Target::Unit(unit) => Subject::Unit(*unit),
            Target::Room => Subject::Room,
        };
        Ok(Permit::new(Used {
            actor: actor.to_string(),
            kind: A::Kind::WORD,
            act: act.code(),
            subject,
            zone: act.zone(),
            reasons,
        }))
    }

    /// Whether an actor may see a list, and which pupils it may hold: in the permit, as [`Permit::scope`].
    ///
    /// The policies are asked about a pupil who does not exist, in each place where the actor has a role and in one
    /// where she or he has none. So the scope follows from the policies, and roles are known nowhere else.
    ///
    /// # Errors
    /// [`Denied`] when there is no place whose pupils the actor may list.
    pub fn scope(&self, actor: &Actor, act: ListAct) -> Result<Permit<List>, Denied> {
        let places: BTreeSet<&Place> = match actor {
            Actor::Person { roles, .. } => roles.iter().map(|held| &held.place).collect(),
            Actor::Token { places, .. } => places.iter().collect(),
            Actor::Job(_) | Actor::Operator(_) => BTreeSet::new(),
        };
        let mut scope = Scope {
            everywhere: false,
            units: BTreeSet::new(),
            classes: BTreeSet::new(),
            assigned_units: BTreeSet::new(),
            assignee: None,
            excludes_protected: false,
        };
        let mut why = BTreeMap::new();
        for place in places.iter().copied().chain([&Place::Room]) {
            let about = |assigned, protected| somebody(act, place, &places, assigned, protected);
            let (reasons, assigned) = match self.ask_list(actor, act, &about(false, false))? {
                Some(reasons) => (reasons, false),
                // Only an episode can be assigned to somebody; a list of pupils would get the same no again.
                None if matches!(act, ListAct::ListEpisodes(_)) => {
                    let Some(reasons) = self.ask_list(actor, act, &about(true, false))? else { continue };
                    (reasons, true)
                }
                None => continue,
            };
            match (place, assigned, actor) {
                (Place::Room, false, _) => scope.everywhere = true,
                (Place::Unit(unit), false, _) => _ = scope.units.insert(*unit),
                (Place::Class(class), false, _) => _ = scope.classes.insert(class.clone()),
                (Place::Unit(unit), true, Actor::Person { user, .. }) => {
                    scope.assigned_units.insert(*unit);
                    scope.assignee = Some(*user);
                }
                // Nobody is assigned by room or class, and nothing but a person is: not listed.
                (_, true, _) => continue,
            }
            why.extend(reasons.into_iter().map(|reason| (reason.policy, reason.basis)));
            let protected = self.ask_list(actor, act, &about(assigned, true))?;
            scope.excludes_protected |= protected.is_none();
        }
        if why.is_empty() {
            return Err(Denied::of(act.code()));
        }
        Ok(Permit::new(Used {
            actor: actor.to_string(),
            kind: List::WORD,
            act: act.code(),
            subject: Subject::Scope(scope.simplified()),
            zone: Some(act.zone()),
            reasons: why.into_iter().map(|(policy, basis)| Reason { policy, basis }).collect(),
        }))
    }

    /// Whether a list may hold one pupil, by a decision of its own: for the test that a scope says the same. Gives no
    /// permit, and lists are never made by asking about each row.
    pub fn admits(&self, actor: &Actor, act: ListAct, pupil: &PupilAt) -> bool {
        let target = Target::Pupil(pupil.clone());
        self.ask_list(actor, act, &target).is_ok_and(|reasons| reasons.is_some())
    }

    /// The same about one episode.
    pub fn admits_episode(&self, actor: &Actor, act: ListAct, episode: &EpisodeAt) -> bool {
        let target = Target::Episode(episode.clone());
        self.ask_list(actor, act, &target).is_ok_and(|reasons| reasons.is_some())
    }

    /// Every policy that can permit something, with its ground in law: for documentation and "who can see this".
    pub fn reasons(&self) -> Vec<Reason> {
        self.policies.permitting()
    }

    fn ask_list(&self, actor: &Actor, act: ListAct, target: &Target) -> Result<Option<Vec<Reason>>, Denied> {
        self.ask(actor, act.asks(), act.chosen_zone(), target)
    }

    /// The policies that permit it, sorted; `None` when it is not permitted.
    fn ask(
        &self,
        actor: &Actor,
        act: &'static str,
        zone: Option<Zone>,
        target: &Target,
    ) -> Result<Option<Vec<Reason>>, Denied> {
        self.known.or_ask(Question::of(actor, act, zone, target), |question| self.judge(question))
    }

    fn judge(&self, Question { actor, act, zone, target }: &Question) -> Result<Option<Vec<Reason>>, Denied> {
        let asked = facts(&self.policies.schema, actor, act, *zone, target).map_err(|_| Denied::FAULT)?;
        let answer = self.cedar.is_authorized(&asked.request, &self.policies.set, &asked.entities);
        // Cedar skips a policy that fails, also one that forbids. Here nothing is permitted then.
        if answer.diagnostics().errors().next().is_some() {
            return Err(Denied::FAULT);
        }
        if answer.decision() == Decision::Deny {
            return Ok(None);
        }
        let reasons = answer.diagnostics().reason();
        let mut reasons: Vec<Reason> = reasons.filter_map(|id| self.policies.reason(id.to_string())).collect();
        reasons.sort();
        Ok(Some(reasons))
    }
}

/// A pupil or episode that does not exist, in a place. For the whole room: at a school where the actor has no role.
fn somebody(act: ListAct, place: &Place, taken: &BTreeSet<&Place>, assigned: bool, protected: bool) -> Target {
    let (unit, class) = match place {
        Place::Class(class) => (class.unit, Some(class.name.clone())),
        Place::Unit(unit) => (*unit, None),
        Place::Room => {
            let free = |code: &UnitId| {
                !taken.iter().any(|place| match place {
                    Place::Unit(unit) => unit == code,
                    Place::Class(class) => class.unit == *code,
                    Place::Room => false,
                })
            };
            ((0..=i32::MAX).map(UnitId).find(free).unwrap_or(UnitId(-1)), None)
        }
    };
    let (id, pupil) = (EpisodeId(0), PupilId(0));
    match act {
        ListAct::ListEpisodes(side) => {
            Target::Episode(EpisodeAt { id, pupil, side, unit, class, assigned, notifier: false, protected })
        }
        _ => Target::Pupil(PupilAt { id: pupil, unit, class, protected, extract_consented: false }),
    }
}

impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Access")
            .field("policies", &self.policies.basis.len())
            .field("gates", &self.gates.basis.len())
            .finish_non_exhaustive()
    }
}
