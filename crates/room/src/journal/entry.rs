//! An entry: one request, with everything that was permitted in it and the people shown.

use std::collections::{BTreeMap, BTreeSet};

use access::{Subject, Used};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// What kind of request it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something was shown.
    Read,
    /// Something was changed.
    Write,
    /// Somebody signed in.
    SignIn,
    /// Somebody tried to sign in and could not: `nobody` when there is no such account.
    SignInFailed,
    /// An account was locked for a while after too many tries.
    LockedOut,
    /// Somebody chose another password of her own.
    PasswordChosen,
    /// Somebody was given another set of recovery codes of her own.
    RecoveryCodes,
    /// Somebody used a recovery code instead of one from the app.
    RecoveryUsed,
    /// Somebody took away her own second factor, to couple another app.
    SecondFactorGone,
    /// A letter lies in the inbox of another room.
    LetterDelivered,
    /// Another room would not take a letter.
    LetterRefused,
    /// A letter was not to leave after all.
    LetterStopped,
    /// A letter of another room lies in the inbox.
    LetterReceived,
    /// A letter of another room was not taken.
    LetterTurnedAway,
}

impl Kind {
    /// The code in the journal.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Read => "read",
            Kind::Write => "write",
            Kind::SignIn => "sign-in",
            Kind::SignInFailed => "sign-in-failed",
            Kind::LockedOut => "locked-out",
            Kind::PasswordChosen => "own-password",
            Kind::RecoveryCodes => "recovery-codes",
            Kind::RecoveryUsed => "recovery-used",
            Kind::SecondFactorGone => "second-factor-gone",
            Kind::LetterDelivered => "letter-delivered",
            Kind::LetterRefused => "letter-refused",
            Kind::LetterStopped => "letter-stopped",
            Kind::LetterReceived => "letter-received",
            Kind::LetterTurnedAway => "letter-turned-away",
        }
    }
}

/// What permits were used for, by their place, where their subject does not tell.
pub(crate) type About = BTreeMap<usize, Value>;

/// An entry to be written.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) at: Timestamp,
    pub(crate) actor: String,
    pub(crate) kind: Kind,
    pub(crate) detail: Vec<Permitted>,
    pub(crate) people: BTreeSet<Uuid>,
}

/// What was permitted. Sealed, for act, zone and policy can tell of health or concern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permitted {
    /// `read`, `list` or `write`.
    pub kind: String,
    /// The code of the act.
    pub act: String,
    /// The zone that was opened, if any.
    pub zone: Option<String>,
    /// About what: a pupil, a school, a list, an account and what was done with it, the room.
    pub about: Value,
    /// The policies that permitted it, each with its ground in law.
    pub reasons: Vec<(String, String)>,
}

/// An entry as the reviewer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the chain, from 1.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Who: `person:<id>`, `job:<code>`, `operator:<name>`, or `nobody`.
    pub actor: String,
    /// The code of its [`Kind`].
    pub kind: String,
    /// What was permitted, and why; nothing when somebody signed in.
    pub permitted: Vec<Permitted>,
    /// The people it was about, or who were shown.
    pub people: Vec<access::PupilId>,
}

impl Draft {
    /// An entry for the permits that one request used. Nothing when it used none.
    pub(crate) fn new(at: Timestamp, kind: Kind, used: &[Used], about: &About, shown: BTreeSet<Uuid>) -> Option<Draft> {
        let actor = used.first()?.actor.clone();
        let mut people = shown;
        people.extend(used.iter().filter_map(|used| match used.subject {
            Subject::Pupil(pupil) | Subject::Episode { pupil, .. } => Some(Uuid::from_u128(pupil.0)),
            _ => None,
        }));
        let told = |(at, used)| Permitted::of(used, about.get(&at));
        let mut detail: Vec<Permitted> = used.iter().enumerate().map(told).collect();
        detail.dedup();
        Some(Draft { at, actor, kind, detail, people })
    }
}

impl Draft {
    /// An entry about signing in. Never what was typed.
    pub(crate) fn sign_in(at: Timestamp, kind: Kind, account: Option<access::UserId>) -> Draft {
        let actor = account.map_or_else(|| "nobody".to_owned(), |user| format!("person:{user}"));
        Draft { at, actor, kind, detail: Vec::new(), people: BTreeSet::new() }
    }
}

impl Draft {
    /// An entry about a letter that passed the door, or did not. The door opens no letter, so it has no permit: that is
    /// of whoever wrote the letter, and of whoever opens it.
    pub(crate) fn door(at: Timestamp, kind: Kind, letter: Uuid, peer: Uuid, person: Option<Uuid>) -> Draft {
        let about = json!({ "letter": letter.to_string(), "peer": peer.to_string() });
        let passed =
            Permitted { kind: "write".to_owned(), act: "Door".to_owned(), zone: None, about, reasons: Vec::new() };
        Draft { at, actor: "job:door".to_owned(), kind, detail: vec![passed], people: person.into_iter().collect() }
    }
}

impl Permitted {
    fn of(used: &Used, told: Option<&Value>) -> Permitted {
        let subject = || match &used.subject {
            Subject::Pupil(pupil) => json!({ "pupil": pupil.to_string() }),
            Subject::Episode { id, pupil } => json!({ "episode": id.to_string(), "pupil": pupil.to_string() }),
            Subject::Unit(unit) => json!({ "unit": unit.0 }),
            Subject::Room => json!("room"),
            Subject::Scope(scope) => {
                let mut told = json!({
                    "everywhere": scope.everywhere(),
                    "units": scope.units().iter().map(|unit| unit.0).collect::<Vec<_>>(),
                    "classes": scope.classes().iter().map(|class| (class.unit.0, &class.name)).collect::<Vec<_>>(),
                    "excludes_protected": scope.excludes_protected(),
                });
                // Only lists of episodes have them. Who it is stands in the entry.
                if let (Some(fields), false) = (told.as_object_mut(), scope.assigned_units().is_empty()) {
                    let units = scope.assigned_units().iter().map(|unit| unit.0).collect::<Vec<_>>();
                    fields.insert("assigned_units".to_owned(), json!(units));
                }
                told
            }
        };
        let about = told.cloned().unwrap_or_else(subject);
        Permitted {
            kind: used.kind.to_owned(),
            act: used.act.to_owned(),
            zone: used.zone.map(|zone| zone.code().to_owned()),
            about,
            reasons: used.reasons.iter().map(|it| (it.policy.clone(), it.basis.clone())).collect(),
        }
    }
}
