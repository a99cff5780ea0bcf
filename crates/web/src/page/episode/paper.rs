//! A paper for the family about one case, filled with what has been said: to print, in plain or easy Swedish.

use axum::response::IntoResponse;
use casework::view::episode::{self, Page};
use domain::{
    Side,
    consent::disclosure::Signer,
    episode::{Body, body::Referral},
};
use maud::{Markup, html};

use super::{id, lines, path};
use crate::{
    failure::{Answer, Stop},
    paper::{
        Disclosure, Information, Names, Paper, PlanPaper, ReferralPaper, Register, Support, Voice, consent_disclosure,
        consent_support, information, plan, referral,
    },
    session::Visit,
    ui::{self, Weight},
};

/// What asks for easy reading.
const EASY: &str = "latt";

/// The links to the papers of a case.
pub(super) fn links(visit: &Visit, page: &Page) -> Markup {
    let papers: Vec<Paper> = Paper::ALL.into_iter().filter(|paper| has(page, *paper)).collect();
    html! {
        @if !papers.is_empty() {
            (ui::details(&visit.say("ep-papers"), html! {
                @for paper in papers {
                    @let name = visit.say(paper.sentences().0);
                    @let to = visit.url(&format!("{}/papper/{}", path(page.id), paper.code()));
                    (ui::cluster(html! {
                        (ui::link(&to, &name))
                        (ui::link_named(&format!("{to}?{EASY}"), &visit.say("paper-easy"), &format!("{}: {name}", visit.say("paper-easy"))))
                    }))
                }
            }))
        }
    }
}

/// Whether a case has use for a paper: nothing is shared in a programme of the school.
fn has(page: &Page, paper: Paper) -> bool {
    match paper {
        Paper::Information | Paper::Disclosure => page.peer.is_some(),
        Paper::Support => page.episode.is_two_sided() && page.peer.is_some(),
        Paper::Referral => referred(page).is_some(),
        Paper::Plan => page.episode.plan.is_some() || page.episode.proposed.is_some(),
    }
}

/// One paper.
pub(crate) async fn show(visit: Visit) -> Answer {
    let page = episode::view(&visit.cx, id(&visit)?).await?;
    let paper = Paper::from_code(visit.param("blankett")).filter(|paper| has(&page, *paper)).ok_or(Stop::Missing)?;
    let easy = visit.view.query.split('&').any(|asked| asked.split('=').next() == Some(EASY));
    let voice = Voice { language: visit.language(), register: if easy { Register::Easy } else { Register::Plain } };
    let content = html! {
        (ui::screen_only(ui::actions(html! {
            (ui::print_button(&visit.say("paper-print")))
            (ui::link_button(Weight::Tertiary, &visit.url(&path(page.id)), &page.name))
        })))
        (filled(&visit, &page, paper, voice))
    };
    Ok(visit.page(&visit.say(paper.sentences().0), content).into_response())
}

fn referred(page: &Page) -> Option<&Referral> {
    page.lines.iter().find_map(|it| match &it.body {
        Body::Referral(referral) => Some(referral),
        _ => None,
    })
}

fn filled(visit: &Visit, page: &Page, paper: Paper, voice: Voice) -> Markup {
    let (us, they) = (visit.office.room().name(), page.peer.as_deref().unwrap_or_default());
    let (school, social) = if page.side == Side::School { (us, they) } else { (they, us) };
    // Whoever has signed, as the latest part of the sheet has them.
    let signed = page.consents.last().map(|it| it.consent.signatures.as_slice()).unwrap_or_default();
    let guardians: Vec<&str> =
        signed.iter().filter(|it| it.who == Signer::Guardian).map(|it| it.name.as_str()).collect();
    let born = page.number.as_deref().unwrap_or_default();
    let names = Names { school, social, unit: "", pupil: &page.name, born, guardians: &guardians };
    match paper {
        Paper::Information => information(&Information { names, school_contact: "", social_contact: "" }, voice),
        Paper::Support => {
            let asked = page.episode.consent.as_ref().map(|it| &it.asked);
            consent_support(&Support { names, asked }, voice)
        }
        Paper::Disclosure => {
            // Of each side the consent that holds.
            let holds =
                |side| page.consents.iter().rev().find(|it| it.consent.from.side == side && it.stopped.is_none());
            let given: Vec<_> =
                [Side::School, Side::Social].into_iter().filter_map(holds).map(|it| &it.consent).collect();
            consent_disclosure(&Disclosure { names, given: &given }, voice)
        }
        Paper::Referral => {
            let of_school = page.consents.iter().find(|it| it.consent.from.side == Side::School);
            let under = of_school.map(|it| it.consent.first.to_string()).unwrap_or_default();
            let paper = ReferralPaper {
                names,
                programme: &page.programme,
                reach: "",
                interpreter: "",
                under: &under,
                referral: referred(page),
            };
            referral(&paper, voice)
        }
        Paper::Plan => {
            let latest = page.episode.proposed.as_ref().or(page.episode.plan.as_ref());
            let activity = |it: &domain::plan::Item| lines::activity(visit, &it.category, &it.activity);
            let paper = PlanPaper {
                names,
                plan: latest.map(|it| &it.plan),
                agreement: latest.map(|it| &it.agreement),
                activity: &activity,
            };
            plan(&paper, voice)
        }
    }
}
