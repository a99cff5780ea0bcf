//! Answers that Cedar has given, so that the same question is put to it once.
//!
//! A question is asked about a place, a role and flags, never about who somebody is: the ids of the person and of the
//! pupil or episode are taken out before Cedar sees it. What joins the two, that somebody is assigned to an episode or
//! has notified in it, is a flag that the room computes for each question, and stays in it.
//! So no policy can treat one pupil otherwise than another in the same class,
//! and an answer holds for all of whom the same is asked.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use crate::{Actor, Denied, EpisodeAt, EpisodeId, PupilAt, PupilId, Reason, Target, TokenId, UserId, Zone};

/// Answers kept, at most: a city has some thousands of classes, and each is asked about in a dozen ways.
const MOST: usize = 50_000;

/// What Cedar is asked, without who it is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Question {
    pub(crate) actor: Actor,
    pub(crate) act: &'static str,
    pub(crate) zone: Option<Zone>,
    pub(crate) target: Target,
}

impl Question {
    pub(crate) fn of(actor: &Actor, act: &'static str, zone: Option<Zone>, target: &Target) -> Question {
        let actor = match actor {
            Actor::Person { roles, .. } => Actor::Person { user: UserId(0), roles: roles.clone() },
            Actor::Token { purpose, zones, places, .. } => {
                Actor::Token { token: TokenId(0), purpose: *purpose, zones: zones.clone(), places: places.clone() }
            }
            Actor::Job(_) | Actor::Operator(_) => actor.clone(),
        };
        let target = match target {
            Target::Pupil(pupil) => Target::Pupil(PupilAt { id: PupilId(0), ..pupil.clone() }),
            Target::Episode(at) => Target::Episode(EpisodeAt { id: EpisodeId(0), pupil: PupilId(0), ..at.clone() }),
            Target::Unit(_) | Target::Room => target.clone(),
        };
        Question { actor, act, zone, target }
    }
}

/// The policies that permit what was asked; `None` when it is not permitted.
type Answer = Option<Vec<Reason>>;

/// The answers.
#[derive(Default)]
pub(crate) struct Known(Mutex<HashMap<Question, Answer>>);

impl Known {
    /// The answer that is known, or else what `ask` gives. A fault is not remembered.
    pub(crate) fn or_ask(
        &self,
        question: Question,
        ask: impl FnOnce(&Question) -> Result<Answer, Denied>,
    ) -> Result<Answer, Denied> {
        if let Some(answer) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&question) {
            return Ok(answer.clone());
        }
        let answer = ask(&question)?;
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(question, answer.clone());
        Ok(answer)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::{Class, Place, Role, RoleAt, Side, UnitId};

    fn mentor(user: u128, class: &str) -> Actor {
        let place = Place::Class(Class { unit: UnitId(1), name: class.to_owned() });
        Actor::Person { user: UserId(user), roles: vec![RoleAt { role: Role::Mentor, place }] }
    }

    fn pupil(id: u128, class: &str, protected: bool) -> Target {
        let (unit, class) = (UnitId(1), Some(class.to_owned()));
        Target::Pupil(PupilAt { id: PupilId(id), unit, class, protected, extract_consented: false })
    }

    #[test]
    fn an_answer_holds_for_everybody_in_the_same_place_and_for_nobody_else() {
        let (known, asked) = (Known::default(), Cell::new(0));
        let ask = |actor: &Actor, target: &Target| {
            let question = Question::of(actor, "SeeFigures", None, target);
            let count = |_: &Question| {
                asked.set(asked.get() + 1);
                Ok(None)
            };
            assert!(known.or_ask(question, count).is_ok());
            asked.get()
        };
        assert_eq!(ask(&mentor(1, "7A"), &pupil(10, "7A", false)), 1);
        assert_eq!(ask(&mentor(2, "7A"), &pupil(11, "7A", false)), 1);
        assert_eq!(ask(&mentor(1, "7B"), &pupil(10, "7A", false)), 2);
        assert_eq!(ask(&mentor(1, "7A"), &pupil(10, "7B", false)), 3);
        assert_eq!(ask(&mentor(1, "7A"), &pupil(10, "7A", true)), 4);
    }

    #[test]
    fn whose_episode_it_is_is_not_asked_but_whether_it_is_the_askers_is() {
        let question = |id: u128, assigned, notifier| {
            let (side, unit, class) = (Side::Social, UnitId(1), None);
            let (id, pupil, protected) = (EpisodeId(id), PupilId(id), false);
            let at = EpisodeAt { id, pupil, side, unit, class, assigned, notifier, protected };
            Question::of(&mentor(pupil.0, "7A"), "ReadEpisode", Some(Zone::Shared), &Target::Episode(at))
        };
        assert_eq!(question(1, true, false), question(2, true, false));
        assert_ne!(question(1, true, false), question(1, false, false));
        assert_ne!(question(1, false, true), question(1, false, false));
    }

    #[test]
    fn a_fault_is_asked_about_again() {
        let known = Known::default();
        let question = || Question::of(&mentor(1, "7A"), "SeeFigures", None, &Target::Room);
        assert!(known.or_ask(question(), |_| Err(Denied::FAULT)).is_err());
        assert!(known.or_ask(question(), |_| Ok(None)).is_ok());
    }
}
