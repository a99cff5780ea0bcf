//! What a consent must have before it is recorded, and what is proposed in the form.

use std::collections::BTreeSet;

use jiff::{Span, civil::Date};

use super::{Circumstances, DisclosureConsent, DisclosureWithdrawn, Disclosures, Signer};
use crate::{Day, consent::age_on, versioned};

/// From this age the child is asked to sign too, unless maturity says otherwise (OSL 12 kap. 3 §). The law has no age.
const ASKED: u8 = 12;
/// From this age the child's signature is required.
const REQUIRED: u8 = 15;
/// From this age the person decides alone.
const ADULT: u8 = 18;
/// A reminder comes this many days before the last day, unless another is chosen.
const REMIND_BEFORE: i32 = 28;
/// The ages at which a consent is asked anew.
pub(super) const AGE_STEPS: [u8; 3] = [ASKED, REQUIRED, ADULT];

reasons! {
    /// What is missing before a consent can be recorded.
    pub enum Missing {
        /// No kind of information is named.
        NoItems = "consent-no-items";
        /// A kind that the disclosing authority does not have: the other authority needs a consent of its own.
        ItemsOfOther = "consent-items-of-other";
        /// The same authority discloses and receives.
        SameAuthority = "consent-same-authority";
        /// The last day is before the first.
        EndsBeforeItBegins = "consent-ends-before-it-begins";
        /// The last day is more than a year after the first.
        TooLong = "consent-too-long";
        /// The reminder is after the last day.
        ReminderTooLate = "consent-reminder-too-late";
        /// A guardian has not signed (FB 6 kap. 11 and 13 §§).
        GuardianSignatureMissing = "consent-guardian-signature-missing";
        /// Somebody has signed who is not one of the guardians, or the child.
        StrangerSigned = "consent-stranger-signed";
        /// A child of 15 or more has not signed.
        ChildSignatureMissing = "consent-child-signature-missing";
        /// A child of 12 to 14 has not signed, and it does not say how age and maturity were judged.
        AssessmentMissing = "consent-assessment-missing";
        /// Somebody signed after the first day that the consent is to hold.
        SignedTooLate = "consent-signed-too-late";
        /// It is not known how old the child is.
        AgeUnknown = "consent-age-not-known";
        /// A consent between the same two holds already, and this one does not replace it: what the family sees must be
        /// all that holds.
        ReplacesMissing = "consent-replaces-missing";
        /// A withdrawal is dated later than today: it holds at once.
        WithdrawnLater = "consent-withdrawn-later";
        /// The pupil has a protected mark: a named officer handles it.
        Protected = "consent-protected";
    }
}

/// Whether a consent can be recorded, for a pupil in these circumstances and beside the consents that there are.
///
/// # Errors
/// Everything that is missing, when something is.
pub fn check(consent: &DisclosureConsent, now: &Circumstances<'_>, known: &Disclosures) -> Result<(), Vec<Missing>> {
    let age = now.born.map(|born| age_on(born, consent.first));
    let signed = |who| consent.signatures.iter().filter(move |it| it.who == who);
    let guardians: BTreeSet<&str> = signed(Signer::Guardian).map(|it| it.id.as_str()).collect();
    let child = signed(Signer::Child).next().is_some();
    let unjudged = consent.assessment.trim().is_empty();
    let replaces = consent.replaces.as_deref().and_then(versioned::id);
    let beside = |it: &&super::Given| it.consent.from.id == consent.from.id && it.consent.to.id == consent.to.id;
    let holds = known.given.iter().filter(beside).filter(|it| it.stopped(consent.first, now).is_none());
    let adult = age.is_some_and(|age| age >= ADULT);
    let missing: Vec<_> = [
        (consent.items.is_empty(), Missing::NoItems),
        (consent.items.iter().any(|kind| !kind.is_held_by(consent.from.side)), Missing::ItemsOfOther),
        (consent.from.id == consent.to.id, Missing::SameAuthority),
        (consent.last < consent.first, Missing::EndsBeforeItBegins),
        (consent.last > months_after(consent.first, 12), Missing::TooLong),
        (consent.remind > consent.last, Missing::ReminderTooLate),
        // Without known guardians nobody can sign for them.
        (
            !adult && (now.guardians.is_empty() || !now.guardians.iter().all(|id| guardians.contains(id.as_str()))),
            Missing::GuardianSignatureMissing,
        ),
        (!guardians.iter().all(|id| now.guardians.contains(*id)), Missing::StrangerSigned),
        (age.is_some_and(|age| age >= REQUIRED) && !child, Missing::ChildSignatureMissing),
        (age.is_some_and(|age| (ASKED..REQUIRED).contains(&age)) && !child && unjudged, Missing::AssessmentMissing),
        (consent.signatures.iter().any(|it| it.day > consent.first), Missing::SignedTooLate),
        (age.is_none(), Missing::AgeUnknown),
        (holds.into_iter().any(|it| replaces != Some(it.id.0)), Missing::ReplacesMissing),
        (now.protected, Missing::Protected),
    ]
    .into_iter()
    .filter_map(|(missing, why)| missing.then_some(why))
    .collect();
    if missing.is_empty() { Ok(()) } else { Err(missing) }
}

/// Whether a withdrawal can be recorded today. It needs no reason, and one of those who decide is enough.
///
/// # Errors
/// When it is dated later than today.
pub fn check_withdrawal(withdrawn: &DisclosureWithdrawn, today: Day) -> Result<(), Missing> {
    if withdrawn.day > today { Err(Missing::WithdrawnLater) } else { Ok(()) }
}

/// The reminder that is proposed: four weeks before the last day, never before the first.
pub fn proposed_reminder(first: Day, last: Day) -> Day {
    last.plus(-REMIND_BEFORE).max(first)
}

/// The last day that is proposed: so many months on, and no longer than to the day before an age at which it is asked
/// anew.
pub fn proposed_last(first: Day, months: i8, born: Day) -> Day {
    let last = months_after(first, months);
    let steps = AGE_STEPS.iter().filter(|age| **age > age_on(born, first));
    let before = steps.filter_map(|age| birthday(born, *age)).map(|day| day.plus(-1));
    before.fold(last, Ord::min)
}

/// The first day on which [`age_on`] gives that age.
fn birthday(born: Day, age: u8) -> Option<Day> {
    let year = born.date().year().checked_add(i16::from(age))?;
    let there = Date::new(year, born.date().month(), born.date().day());
    there.or_else(|_| Date::new(year, 3, 1)).ok().map(Day::of)
}

fn months_after(day: Day, months: i8) -> Day {
    day.date().checked_add(Span::new().months(months)).map_or(day, Day::of)
}
