//! Consent to the support (SoL 21 kap. 2 §, föräldrabalken 6 kap. 11 and 13 §§): what it is about, whose yes is needed,
//! the child's own view, and each one's answer. It lifts no secrecy.

use domain::consent::intervention::{Answer, Asked, Said, View};
use maud::{Markup, html};

use super::{Names, Voice, about, both, guardians, head, laws, points, signing, text, yes_no};
use crate::ui;

/// From this age the pupil's own signature counts (SoL 21 kap. 2 §).
const OWN_VOICE: u8 = 15;

/// What is filled in.
#[derive(Clone, Copy)]
pub(crate) struct Support<'a> {
    /// Authorities, pupil and guardians.
    pub(crate) names: Names<'a>,
    /// What was asked and answered; nothing for a paper to answer on.
    pub(crate) asked: Option<&'a Asked>,
}

/// The paper.
pub(crate) fn consent_support(it: &Support<'_>, voice: Voice) -> Markup {
    let told = [both!("paper-support-told-free"), both!("paper-support-told-apply"), both!("paper-support-told-duty")];
    let told: Vec<_> = voice.all(&told).into_iter().map(|words| (false, words)).collect();
    ui::sheet(
        voice.is_easy(),
        html! {
            (head(both!("paper-support-title"), &it.names, voice))
            (about(&it.names, voice))
            (ui::spoken(&voice.say(both!("paper-support-lead")), voice.is_easy()))
            (points(
                both!("paper-support-who"),
                &[
                    both!("paper-support-who-guardians"),
                    both!("paper-support-who-middle"),
                    both!("paper-support-who-own"),
                    both!("paper-support-who-child"),
                ],
                voice,
            ))
            (text(both!("paper-support-no"), &[both!("paper-support-no-when"), both!("paper-support-no-school")], voice))
            (ui::sheet_whole(&voice.say(both!("paper-support-told")), ui::boxes(&told, voice.language)))
            (child(it.asked, voice))
            (answers(it, voice))
            (suitability(it.asked, voice))
            (laws(
                &[
                    "paper-info-law-consent",
                    "paper-support-law-guardians",
                    "paper-info-law-child",
                    "paper-info-law-apply",
                    "paper-info-law-duty",
                ],
                voice,
            ))
        },
    )
}

/// The child's own view (SoL 3 kap. 1–3 §§).
fn child(asked: Option<&Asked>, voice: Voice) -> Markup {
    let views = View::ALL.iter().filter(|view| **view != View::NotAsked);
    let boxes: Vec<_> =
        views.map(|view| (asked.is_some_and(|it| it.child == *view), voice.label(view.sentence()))).collect();
    ui::sheet_whole(
        &voice.say(both!("paper-support-child")),
        html! {
            (ui::boxes(&boxes, voice.language))
            p { (voice.say(both!("paper-own-words"))) }
            (ui::write_here(asked.map_or("", |it| it.words.as_str()), 3))
        },
    )
}

fn answers(it: &Support<'_>, voice: Voice) -> Markup {
    let begins = it.asked.map(|asked| asked.day.to_string()).unwrap_or_default();
    let who = voice.label("paper-guardian");
    let answered = it.asked.map_or(&[] as &[Answer], |asked| &asked.guardians);
    // Who has not answered yet has a line of her or his own.
    let waiting = guardians(&it.names).into_iter().filter(|name| !answered.iter().any(|answer| answer.name == *name));
    let waiting: Vec<_> =
        if answered.is_empty() || !it.names.guardians.is_empty() { waiting.collect() } else { vec![] };
    let own = it.asked.is_none_or(|asked| asked.age >= OWN_VOICE);
    let start = voice.say(both!("paper-support-start"));
    ui::sheet_part(
        &voice.say(both!("paper-support-answers")),
        html! {
            (ui::blanks(&[(&start, &begins)]))
            @for answer in answered { (guardian(answer, &who, voice)) }
            @for name in waiting { (signing(&who, name, "", yes_no(None, voice), voice)) }
            @if own { (signing(&voice.label("paper-support-pupil-signs"), "", "", yes_no(own_answer(it.asked), voice), voice)) }
        },
    )
}

fn guardian(answer: &Answer, who: &str, voice: Voice) -> Markup {
    let how = voice.label("paper-how");
    let said = match answer.said {
        Said::Yes => Some(true),
        Said::No => Some(false),
        Said::Unreachable => None,
    };
    let told = match (answer.said, answer.how) {
        (Said::Unreachable, _) => voice.label(Said::Unreachable.sentence()),
        (_, Some(how)) => voice.label(how.sentence()),
        (_, None) => String::new(),
    };
    let above = html! { (yes_no(said, voice)) (ui::blanks(&[(&how, &told)])) };
    signing(who, &answer.name, &answer.day.to_string(), above, voice)
}

fn own_answer(asked: Option<&Asked>) -> Option<bool> {
    match asked?.child {
        View::Wants => Some(true),
        View::DoesNotWant => Some(false),
        View::WouldNotSay | View::NotAsked => None,
    }
}

/// What the team reasons about: left out of a filled paper that needed no reason.
fn suitability(asked: Option<&Asked>, voice: Voice) -> Markup {
    let note = asked.map(|it| it.note.as_str());
    html! {
        @if note != Some("") {
            (ui::sheet_whole(&voice.label("paper-support-suitable"), html! {
                p { (voice.label("paper-support-suitable-text")) }
                (ui::write_here(note.unwrap_or_default(), 3))
            }))
        }
    }
}
