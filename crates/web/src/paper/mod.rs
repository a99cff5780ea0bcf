//! Papers for the family, in plain and in easy Swedish: blank to fill in by hand, or filled with what is given.
//!
//! Each is a function from a plain struct to markup; who may see one that is filled is decided by whoever calls.

mod consent_disclosure;
mod consent_support;
mod example;
mod information;
mod plan;
mod referral;
mod voice;

use maud::{Markup, html};

pub(crate) use consent_disclosure::{Disclosure, consent_disclosure};
pub(crate) use consent_support::{Support, consent_support};
pub(crate) use example::EXAMPLES;
pub(crate) use information::{Information, information};
pub(crate) use plan::{PlanPaper, plan};
pub(crate) use referral::{ReferralPaper, referral};
use voice::both;
pub(crate) use voice::{Both, Register, Voice};

use crate::ui;

/// Who stands on a paper. What is empty is a line to write on.
#[derive(Clone, Copy, Default)]
pub(crate) struct Names<'a> {
    /// The school's authority (huvudman), which is who discloses and receives.
    pub(crate) school: &'a str,
    /// The social board.
    pub(crate) social: &'a str,
    /// The school that the pupil goes to.
    pub(crate) unit: &'a str,
    /// The pupil.
    pub(crate) pupil: &'a str,
    /// When the pupil was born, as the room writes it on paper.
    pub(crate) born: &'a str,
    /// The guardians; two lines when there are none.
    pub(crate) guardians: &'a [&'a str],
}

/// The papers that there are, in the order in which a family meets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paper {
    /// What the team is.
    Information,
    /// Consent to the support.
    Support,
    /// Consent to giving information.
    Disclosure,
    /// The school's referral.
    Referral,
    /// The plan.
    Plan,
}

impl Paper {
    /// Every paper.
    pub(crate) const ALL: [Paper; 5] =
        [Paper::Information, Paper::Support, Paper::Disclosure, Paper::Referral, Paper::Plan];

    /// Its name in addresses.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Paper::Information => "information",
            Paper::Support => "samtycke-till-stod",
            Paper::Disclosure => "samtycke-till-uppgifter",
            Paper::Referral => "aktualisering",
            Paper::Plan => "handlingsplan",
        }
    }

    /// The one with that name, if any.
    pub(crate) fn from_code(code: &str) -> Option<Paper> {
        Paper::ALL.into_iter().find(|it| it.code() == code)
    }

    /// The codes of what it is called in a list, and of what it is for.
    pub(crate) fn sentences(self) -> (&'static str, &'static str) {
        match self {
            Paper::Information => ("paper-info-name", "paper-info-about"),
            Paper::Support => ("paper-support-name", "paper-support-about"),
            Paper::Disclosure => ("paper-share-name", "paper-share-about"),
            Paper::Referral => ("paper-referral-name", "paper-referral-about"),
            Paper::Plan => ("paper-plan-name", "paper-plan-about"),
        }
    }

    /// The paper to fill in by hand.
    pub(crate) fn blank(self, names: Names<'_>, voice: Voice) -> Markup {
        match self {
            Paper::Information => information(&Information { names, ..Information::default() }, voice),
            Paper::Support => consent_support(&Support { names, asked: None }, voice),
            Paper::Disclosure => consent_disclosure(&Disclosure { names, given: &[] }, voice),
            Paper::Referral => referral(&ReferralPaper { names, ..ReferralPaper::default() }, voice),
            Paper::Plan => plan(&PlanPaper { names, plan: None, agreement: None, activity: &|_| String::new() }, voice),
        }
    }
}

/// The head of a paper: what it is, and between whom.
fn head(title: Both, names: &Names<'_>, voice: Voice) -> Markup {
    let (school, social) = (voice.label("paper-party-school"), voice.label("paper-party-social"));
    let kind = voice.is_easy().then(|| voice.label("paper-easy"));
    html! {
        (ui::sheet_head(&voice.say(title), kind.as_deref()))
        (ui::blanks(&[(&school, names.school), (&social, names.social)]))
    }
}

/// Who it is about.
fn about(names: &Names<'_>, voice: Voice) -> Markup {
    let [pupil, born, unit] = ["paper-pupil", "paper-born", "paper-unit"].map(|code| voice.label(code));
    ui::blanks(&[(&pupil, names.pupil), (&born, names.born), (&unit, names.unit)])
}

/// A part of running text.
fn text(heading: Both, paragraphs: &[Both], voice: Voice) -> Markup {
    ui::sheet_part(&voice.say(heading), paragraphs_of(paragraphs, voice))
}

fn paragraphs_of(paragraphs: &[Both], voice: Voice) -> Markup {
    html! { @for it in paragraphs { (ui::spoken(&voice.say(*it), voice.is_easy())) } }
}

/// A part of points.
fn points(heading: Both, points: &[Both], voice: Voice) -> Markup {
    ui::sheet_part(&voice.say(heading), ui::spoken_list(&voice.all(points), voice.is_easy()))
}

/// A line to sign on, with name and day: who signs, the name and the day when they are known, and what stands above.
fn signing(who: &str, name: &str, day: &str, above: Markup, voice: Voice) -> Markup {
    let [named, on, signature] = ["paper-name", "paper-date", "paper-signature"].map(|code| voice.label(code));
    ui::sheet_card(who, html! { (above) (ui::blanks(&[(&named, name), (&on, day)])) (ui::blanks(&[(&signature, "")])) })
}

/// The guardians by name, or two who write theirs.
fn guardians<'a>(names: &Names<'a>) -> Vec<&'a str> {
    if names.guardians.is_empty() { vec!["", ""] } else { names.guardians.to_vec() }
}

/// Yes and no, ticked when it is known.
fn yes_no(yes: Option<bool>, voice: Voice) -> Markup {
    let boxes = [(yes == Some(true), voice.label("paper-yes")), (yes == Some(false), voice.label("paper-no"))];
    ui::boxes_beside(&boxes, voice.language)
}

/// What the law says, the same in both registers: who looks it up needs its own words.
fn laws(codes: &[&'static str], voice: Voice) -> Markup {
    let lines: Vec<String> = codes.iter().map(|code| voice.label(code)).collect();
    ui::small_print(&voice.label("paper-law"), &lines)
}
