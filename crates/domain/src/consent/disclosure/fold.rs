//! From the statements about disclosure to what may go to whom on a day. What is in doubt stops.

use std::collections::{BTreeMap, BTreeSet};

use super::{Body, DisclosureConsent, DisclosureWithdrawn, ItemKind, Signer, check::AGE_STEPS};
use crate::{Day, consent::age_on, statement::Statement, versioned};

/// The id of the statement that gave a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConsentId(pub u128);

/// What is known about the pupil on the day of asking.
#[derive(Clone, Copy)]
pub struct Circumstances<'a> {
    /// The room that asks: only its own consents let anything out of it.
    pub authority: &'a str,
    /// The pupil's date of birth.
    pub born: Option<Day>,
    /// The ids of the guardians.
    pub guardians: &'a BTreeSet<String>,
    /// The school that the pupil goes to.
    pub school: &'a str,
    /// Whether the pupil has a protected mark.
    pub protected: bool,
}

/// Why something may not go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody has consented that anything goes to that recipient.
    NoConsent,
    /// There is a consent, but it does not name that kind of information.
    NotNamed,
    /// It does not hold yet.
    NotYet {
        /// The first day that it holds.
        first: Day,
    },
    /// It has ended.
    Ended {
        /// The last day that it held.
        last: Day,
    },
    /// It was withdrawn.
    Withdrawn {
        /// When.
        on: Day,
    },
    /// Another consent has taken its place.
    Replaced,
    /// The pupil has got other guardians, or custody has changed.
    GuardiansChanged,
    /// The child has reached an age at which it is asked anew.
    AgeStep {
        /// 12, 15 or 18 years.
        age: u8,
    },
    /// It is not known how old the child is.
    AgeUnknown,
    /// The pupil has a protected mark.
    Protected,
    /// The pupil has changed school.
    SchoolChanged,
    /// A statement about disclosure needs a newer program: it may be a withdrawal.
    Unreadable,
}

impl Why {
    /// The code of the sentence that says why, and what to do. Its arguments are `day` and `age`, when there are any.
    pub fn code(self) -> &'static str {
        match self {
            Why::NoConsent => "consent-stops-none",
            Why::NotNamed => "consent-stops-not-named",
            Why::NotYet { .. } => "consent-stops-not-yet",
            Why::Ended { .. } => "consent-stops-ended",
            Why::Withdrawn { .. } => "consent-stops-withdrawn",
            Why::Replaced => "consent-stops-replaced",
            Why::GuardiansChanged => "consent-stops-guardians-changed",
            Why::AgeStep { .. } => "consent-stops-age-step",
            Why::AgeUnknown => "consent-stops-age-unknown",
            Why::Protected => "consent-stops-protected",
            Why::SchoolChanged => "consent-stops-school-changed",
            Why::Unreadable => "consent-stops-unreadable",
        }
    }

    /// The day that the sentence names.
    pub fn day(self) -> Option<Day> {
        match self {
            Why::NotYet { first: day } | Why::Ended { last: day } | Why::Withdrawn { on: day } => Some(day),
            _ => None,
        }
    }

    /// The age that the sentence names.
    pub fn age(self) -> Option<u8> {
        match self {
            Why::AgeStep { age } => Some(age),
            _ => None,
        }
    }
}

/// A consent with what later statements did to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Id of its statement.
    pub id: ConsentId,
    /// What was consented to.
    pub consent: DisclosureConsent,
    /// The earliest withdrawal, when there is one.
    pub withdrawn: Option<DisclosureWithdrawn>,
    /// From when another took its place, when one did.
    pub replaced: Option<Day>,
}

/// What the statements about disclosure come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disclosures {
    /// Every consent, the latest stated last.
    pub given: Vec<Given>,
    /// Statements about disclosure that need a newer program. As long as there is one, nothing goes.
    pub unreadable: Vec<u128>,
}

/// Folds statements about disclosure; others are passed over. The order of arrival is of no account, and a withdrawal
/// holds also when it was stated before what it withdraws.
pub fn fold(statements: &[Statement<'_>]) -> Disclosures {
    let mut all = Disclosures::default();
    let mut withdrawn: BTreeMap<u128, DisclosureWithdrawn> = BTreeMap::new();
    let mut replaced: BTreeMap<u128, Day> = BTreeMap::new();
    for statement in versioned::ordered(statements) {
        match Body::from_json(statement.body) {
            Some(Body::Consent(consent)) => {
                if let Some(old) = consent.replaces.as_deref().and_then(versioned::id) {
                    let since = replaced.entry(old).or_insert(consent.first);
                    *since = consent.first.min(*since);
                }
                all.given.push(Given { id: ConsentId(statement.id), consent, withdrawn: None, replaced: None });
            }
            Some(Body::Withdrawn(it)) => match versioned::id(&it.of) {
                Some(of) => keep_earliest(&mut withdrawn, of, it),
                None => all.unreadable.push(statement.id),
            },
            None if Body::is_about(statement.body) => all.unreadable.push(statement.id),
            None => {}
        }
    }
    for given in &mut all.given {
        given.withdrawn = withdrawn.remove(&given.id.0);
        given.replaced = replaced.get(&given.id.0).copied();
    }
    all
}

impl Disclosures {
    /// Whether a kind of information may go to a recipient on a day: by which consent, or why not. Of several consents
    /// the latest that holds; when none does, what is wrong with the latest that names the kind.
    ///
    /// # Errors
    /// Why it may not go.
    pub fn allows(&self, recipient: &str, kind: ItemKind, day: Day, now: &Circumstances<'_>) -> Result<ConsentId, Why> {
        if now.protected {
            return Err(Why::Protected);
        }
        if !self.unreadable.is_empty() {
            return Err(Why::Unreadable);
        }
        let ours = |it: &&Given| it.consent.from.id == now.authority && it.consent.to.id == recipient;
        let mut why = Why::NoConsent;
        for given in self.given.iter().rev().filter(ours) {
            if !given.consent.items.contains(&kind) {
                if why == Why::NoConsent {
                    why = Why::NotNamed;
                }
                continue;
            }
            match given.stopped(day, now) {
                None => return Ok(given.id),
                Some(stopped) if matches!(why, Why::NoConsent | Why::NotNamed) => why = stopped,
                Some(_) => {}
            }
        }
        Err(why)
    }
}

impl Given {
    /// Whether it is time to ask whether it is to be renewed: from its reminder to its last day, as long as it holds.
    pub fn is_to_renew(&self, day: Day, now: &Circumstances<'_>) -> bool {
        self.consent.remind <= day && self.stopped(day, now).is_none()
    }

    /// Why the consent does not hold on a day in these circumstances; nothing when it does.
    pub fn stopped(&self, day: Day, now: &Circumstances<'_>) -> Option<Why> {
        let consent = &self.consent;
        if let Some(withdrawn) = self.withdrawn.as_ref().filter(|it| it.day <= day) {
            return Some(Why::Withdrawn { on: withdrawn.day });
        }
        if now.protected {
            return Some(Why::Protected);
        }
        if self.replaced.is_some_and(|since| since <= day) {
            return Some(Why::Replaced);
        }
        if day < consent.first {
            return Some(Why::NotYet { first: consent.first });
        }
        if consent.last < day {
            return Some(Why::Ended { last: consent.last });
        }
        let Some(born) = now.born else { return Some(Why::AgeUnknown) };
        let (then, age) = (age_on(born, consent.first), age_on(born, day));
        if let Some(step) = AGE_STEPS.iter().rev().find(|step| then < **step && **step <= age) {
            return Some(Why::AgeStep { age: *step });
        }
        // Whoever is of age has signed alone, and guardians are of no account.
        let adult = AGE_STEPS.last().is_some_and(|step| *step <= then);
        let signed = consent.signatures.iter().filter(|it| it.who == Signer::Guardian).map(|it| it.id.as_str());
        let signed: BTreeSet<_> = signed.collect();
        if !adult && (signed.is_empty() || signed != now.guardians.iter().map(String::as_str).collect()) {
            return Some(Why::GuardiansChanged);
        }
        (consent.school != now.school).then_some(Why::SchoolChanged)
    }
}

fn keep_earliest(all: &mut BTreeMap<u128, DisclosureWithdrawn>, of: u128, it: DisclosureWithdrawn) {
    match all.get(&of) {
        Some(known) if known.day <= it.day => {}
        _ => _ = all.insert(of, it),
    }
}
