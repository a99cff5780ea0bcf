//! `/rum/blanketter`: the papers for the family, blank, to print. No pupil stands on them; they are for those who may
//! have use for them, and nothing on them is secret.

use access::{Role, RoleAt, Side};
use axum::response::IntoResponse;
use maud::{Markup, html};

use crate::{
    failure::{Answer, Stop},
    paper::{Names, Paper, Register, Voice},
    session::Visit,
    ui::{self, Weight},
};

/// Where the page is, in a room.
pub(crate) const PATH: &str = "/blanketter";

/// What asks for easy reading.
const EASY: &str = "latt";

/// Those of a school who refer pupils or work with a team.
pub(crate) const AT_SCHOOL: &[Role] =
    &[Role::SchoolCounsellor, Role::SpecialEducator, Role::HeadTeacher, Role::Coordinator];

/// Whether somebody has use for the papers: those named of a school, and everybody of a social board.
pub(crate) fn are_for(side: Option<Side>, roles: &[RoleAt]) -> bool {
    match side {
        Some(Side::School) => roles.iter().any(|held| AT_SCHOOL.contains(&held.role)),
        Some(Side::Social) => !roles.is_empty(),
        None => false,
    }
}

/// The list.
pub(crate) async fn list(visit: Visit) -> Answer {
    check(&visit)?;
    let title = visit.say("paper-title");
    let content = html! {
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say("paper-lead"), ..ui::Heading::default() }))
        (ui::choosable(Paper::ALL.into_iter().map(|paper| card(&visit, paper)).collect()))
    };
    visit.shown(&title, content)
}

/// One paper, in the register that is asked for.
pub(crate) async fn show(visit: Visit) -> Answer {
    let side = check(&visit)?;
    let paper = Paper::from_code(visit.param("blankett")).ok_or(Stop::Missing)?;
    let register = if asks_for_easy(&visit) { Register::Easy } else { Register::Plain };
    let voice = Voice { language: visit.language(), register };
    let room = visit.office.room().name();
    let names = match side {
        Side::School => Names { school: room, ..Names::default() },
        Side::Social => Names { social: room, ..Names::default() },
    };
    let content = html! {
        (ui::screen_only(actions(&visit, paper, voice)))
        (paper.blank(names, voice))
    };
    Ok(visit.page(&visit.say(paper.sentences().0), content).into_response())
}

/// The side of the room, for whoever has use for its papers.
fn check(visit: &Visit) -> Result<Side, Stop> {
    let side = visit.office.side();
    let roles = visit.cx.who().map_or(&[] as &[RoleAt], |who| &who.roles);
    side.filter(|_| are_for(side, roles)).ok_or(Stop::Missing)
}

fn asks_for_easy(visit: &Visit) -> bool {
    visit.view.query.split('&').any(|asked| asked.split('=').next() == Some(EASY))
}

fn address(visit: &Visit, paper: Paper, register: Register) -> String {
    let plain = visit.url(&format!("{PATH}/{}", paper.code()));
    match register {
        Register::Plain => plain,
        Register::Easy => format!("{plain}?{EASY}"),
    }
}

fn card(visit: &Visit, paper: Paper) -> Markup {
    let (name, about) = paper.sentences();
    let (name, print, easy) = (visit.say(name), visit.say("paper-open"), visit.say("paper-easy"));
    let ways = [(Register::Plain, &print), (Register::Easy, &easy)];
    html! {
        (ui::small_heading(&name))
        (ui::prose(&[&visit.say(about)]))
        (ui::cluster(html! {
            @for (register, label) in ways {
                (ui::link_named(&address(visit, paper, register), label, &format!("{label}: {name}")))
            }
        }))
    }
}

fn actions(visit: &Visit, paper: Paper, voice: Voice) -> Markup {
    let (other, label) = match voice.register {
        Register::Plain => (Register::Easy, "paper-other-easy"),
        Register::Easy => (Register::Plain, "paper-other-plain"),
    };
    ui::actions(html! {
        (ui::print_button(&visit.say("paper-print")))
        (ui::link_button(Weight::Secondary, &address(visit, paper, other), &visit.say(label)))
        (ui::link_button(Weight::Tertiary, &visit.url(PATH), &visit.say("paper-back")))
    })
}
