//! The school's referral (aktualisering): what the school asks, what it has tried, and what the pupil says.

use domain::episode::body::Referral;
use maud::{Markup, html};

use super::{Names, Voice, about, both, guardians, head, laws, signing, text};
use crate::{ui, words};

/// What is filled in; what is empty is a line to write on.
#[derive(Clone, Copy, Default)]
pub(crate) struct ReferralPaper<'a> {
    /// Authorities, pupil and guardians.
    pub(crate) names: Names<'a>,
    /// What the programme is called.
    pub(crate) programme: &'a str,
    /// How the family is reached.
    pub(crate) reach: &'a str,
    /// The language that an interpreter is needed in, if one is.
    pub(crate) interpreter: &'a str,
    /// The day of the consent that it is handed over by, as it is written.
    pub(crate) under: &'a str,
    /// The referral.
    pub(crate) referral: Option<&'a Referral>,
}

/// The paper.
pub(crate) fn referral(it: &ReferralPaper<'_>, voice: Voice) -> Markup {
    let said = it.referral;
    let of = |field: fn(&Referral) -> &str| said.map_or("", field);
    ui::sheet(
        voice.is_easy(),
        html! {
            (head(both!("paper-referral-title"), &it.names, voice))
            (ui::spoken(&voice.say(both!("paper-referral-lead")), voice.is_easy()))
            (about(&it.names, voice))
            (facts(it, voice))
            (words_of(both!("paper-referral-asks"), of(|it| &it.asks), 6, voice))
            (words_of(both!("paper-referral-tried"), of(|it| &it.tried), 6, voice))
            (words_of(both!("paper-own-words"), of(|it| &it.pupil), 4, voice))
            (text(both!("paper-referral-next"), &[both!("paper-referral-next-text")], voice))
            (from(it, voice))
            (laws(&["paper-info-law-secrecy", "paper-info-law-absence"], voice))
        },
    )
}

fn facts(it: &ReferralPaper<'_>, voice: Voice) -> Markup {
    let grade = it.referral.map(|it| words::level(it.grade.level, voice.language)).unwrap_or_default();
    let labels = [
        "paper-grade",
        "paper-guardian",
        "paper-referral-reach",
        "paper-referral-interpreter",
        "paper-referral-programme",
        "paper-referral-under",
    ];
    let [level, guardian, reach, interpreter, programme, under] = labels.map(|code| voice.label(code));
    html! {
        @for name in guardians(&it.names) { (ui::blanks(&[(&guardian, name)])) }
        (ui::blanks(&[(&reach, it.reach), (&interpreter, it.interpreter)]))
        (ui::blanks(&[(&level, &grade), (&programme, it.programme), (&under, it.under)]))
    }
}

fn words_of(heading: super::Both, words: &str, lines: usize, voice: Voice) -> Markup {
    ui::sheet_whole(&voice.say(heading), ui::write_here(words, lines))
}

/// Who hands it over, once the family has read it.
fn from(it: &ReferralPaper<'_>, voice: Voice) -> Markup {
    let (name, day) = it.referral.map(|it| (it.by.name.as_str(), it.day.to_string())).unwrap_or_default();
    let read = [(false, voice.say(both!("paper-referral-read")))];
    html! {
        (ui::boxes(&read, voice.language))
        (signing(&voice.label("paper-referral-by"), name, &day, html! {}, voice))
    }
}
