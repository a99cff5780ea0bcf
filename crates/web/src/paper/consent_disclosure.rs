//! Consent that lifts secrecy (OSL 10 kap. 1 §, 12 kap. 2–3 §§): one part for each authority, kind by kind, to one
//! recipient and until a day. The family signs once; what was sent stays sent, and they read so before they sign.

use domain::{
    Side,
    consent::disclosure::{DisclosureConsent, ItemKind, Method, Signature, Signer},
};
use maud::{Markup, html};

use super::{Names, Voice, about, both, guardians, head, laws, paragraphs_of, points, signing};
use crate::ui;

/// What is filled in.
#[derive(Clone, Copy)]
pub(crate) struct Disclosure<'a> {
    /// Authorities, pupil and guardians.
    pub(crate) names: Names<'a>,
    /// The consents that were given, at most one of each side; a side without one has a part to fill in.
    pub(crate) given: &'a [&'a DisclosureConsent],
}

/// The paper.
pub(crate) fn consent_disclosure(it: &Disclosure<'_>, voice: Voice) -> Markup {
    let lead = [both!("paper-share-lead"), both!("paper-share-tick"), both!("paper-share-once")];
    let know = [
        both!("paper-share-know-stays"),
        both!("paper-share-know-withdraw"),
        both!("paper-share-know-no"),
        both!("paper-share-know-law"),
        both!("paper-share-know-child"),
        both!("paper-share-know-data"),
    ];
    ui::sheet(
        voice.is_easy(),
        html! {
            (head(both!("paper-share-title"), &it.names, voice))
            (about(&it.names, voice))
            (paragraphs_of(&lead, voice))
            (points(both!("paper-share-know"), &know, voice))
            @for side in Side::ALL { (part(it, *side, voice)) }
            (signatures(it, voice))
            (judged(it, voice))
            (withdrawal(voice))
            (laws(
                &["paper-info-law-secrecy", "paper-share-law-children", "paper-support-law-guardians", "paper-info-law-duty"],
                voice,
            ))
        },
    )
}

/// What one authority may tell the other.
fn part(it: &Disclosure<'_>, side: Side, voice: Voice) -> Markup {
    let given = it.given.iter().find(|given| given.from.side == side);
    let (heading, from, to) = match side {
        Side::School => (both!("paper-share-part-school"), it.names.school, it.names.social),
        Side::Social => (both!("paper-share-part-social"), it.names.social, it.names.school),
    };
    let (from, to) = given.map_or((from, to), |given| (&given.from.name, &given.to.name));
    let ticked = |kind| given.is_some_and(|given| given.items.contains(&kind));
    let items: Vec<_> = ItemKind::held_by(side).map(|kind| (ticked(kind), voice.label(kind.sentence()))).collect();
    let methods: Vec<_> = Method::ALL
        .iter()
        .map(|it| (given.is_some_and(|given| given.method == *it), voice.label(it.sentence())))
        .collect();
    let day = |day: fn(&DisclosureConsent) -> domain::Day| given.map(|it| day(it).to_string()).unwrap_or_default();
    let (first, last) = (day(|it| it.first), day(|it| it.last));
    let said = [both!("paper-share-from"), both!("paper-share-to")].map(|it| voice.say(it));
    let [gives, receives] = &said;
    let [begins, ends] = ["paper-share-first", "paper-share-last"].map(|code| voice.label(code));
    ui::sheet_whole(
        &voice.say(heading),
        html! {
            (ui::blanks(&[(gives, from), (receives, to)]))
            (ui::boxes(&items, voice.language))
            (ui::blanks(&[(&begins, &first), (&ends, &last)]))
            (ui::spoken(&voice.say(both!("paper-share-last-help")), voice.is_easy()))
            p { (voice.say(both!("paper-share-method"))) }
            (ui::boxes_beside(&methods, voice.language))
        },
    )
}

/// One for each person, though the consents are two.
fn signatures(it: &Disclosure<'_>, voice: Voice) -> Markup {
    let mut signed: Vec<&Signature> = Vec::new();
    for signature in it.given.iter().flat_map(|given| &given.signatures) {
        if !signed.iter().any(|known| known.id == signature.id) {
            signed.push(signature);
        }
    }
    let (guardian, pupil) = (voice.label("paper-guardian"), voice.label("paper-pupil-signs"));
    ui::sheet_part(
        &voice.say(both!("paper-share-signs")),
        html! {
            (ui::spoken(&voice.say(both!("paper-share-signs-text")), voice.is_easy()))
            @if signed.is_empty() {
                @for name in guardians(&it.names) { (signing(&guardian, name, "", html! {}, voice)) }
                (signing(&pupil, "", "", html! {}, voice))
            }
            @for signature in signed {
                @let who = if signature.who == Signer::Guardian { &guardian } else { &pupil };
                (signing(who, &signature.name, &signature.day.to_string(), html! {}, voice))
            }
        },
    )
}

/// How age and maturity were judged (OSL 12 kap. 3 §): left out of a filled paper that needed no judgement.
fn judged(it: &Disclosure<'_>, voice: Voice) -> Markup {
    let said = it.given.iter().map(|given| given.assessment.as_str()).find(|said| !said.is_empty()).unwrap_or_default();
    html! {
        @if it.given.is_empty() || !said.is_empty() {
            (ui::sheet_card("", html! { p { (voice.label("paper-share-judged")) } (ui::write_here(said, 2)) }))
        }
    }
}

/// Withdrawing is as easy as consenting: on the same paper.
fn withdrawal(voice: Voice) -> Markup {
    let parts = ["paper-share-withdrawal-school", "paper-share-withdrawal-social"];
    let above = html! {
        (ui::spoken(&voice.say(both!("paper-share-withdrawal-text")), voice.is_easy()))
        (ui::boxes_beside(&parts.map(|code| (false, voice.label(code))), voice.language))
    };
    ui::sheet_whole(&voice.say(both!("paper-share-withdrawal")), signing("", "", "", above, voice))
}
