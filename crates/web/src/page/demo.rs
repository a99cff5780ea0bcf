//! `/` of the demo: one chooses who to be. There is no such page elsewhere, and no room that the demo did not make lets
//! anybody in like this.

use std::sync::Arc;

use access::{Place, Role, RoleAt, UserId};
use axum::{
    Form,
    extract::State,
    http::header,
    response::{AppendHeaders, IntoResponse, Redirect},
};
use casework::{Who, verb::sign_in};
use maud::{Markup, html};
use text::Language;

use crate::{
    failure::{Answer, Stop},
    fields::Fields,
    preferences::Preferences,
    site::{Shared, Site},
    ui::{self, PersonCard, Tone, View, say},
    words,
};

/// Where the choice is posted.
pub(crate) const PATH: &str = "/demo";

/// The people to choose among.
pub(crate) async fn show(site: Arc<Site>, preferences: Preferences) -> Answer {
    let language = preferences.language;
    let view = View { preferences, path: "/".to_owned(), ..View::default() };
    let mut rooms = Vec::new();
    for (slug, office) in &site.offices {
        let mut people = sign_in::choices(office).await?;
        people.sort_by_key(|who| who.roles.iter().map(|it| order(it.role)).min());
        rooms.push((slug, office.room().name(), people));
    }
    // Where most people are comes first: that is where one begins.
    rooms.sort_by_key(|(_, _, people)| std::cmp::Reverse(people.len()));
    let title = say("web-demo-title", language);
    let content = html! {
        (ui::page_heading(&ui::Heading { title: &title, lead: &say("web-demo-lead", language), ..ui::Heading::default() }))
        (ui::notice(Tone::Info, &say("web-demo-clock-title", language), ui::prose(&[&say("web-demo-clock", language)])))
        @if rooms.iter().all(|(.., people)| people.is_empty()) {
            (ui::empty(&say("web-demo-none", language), &say("web-demo-none-help", language), html! {}))
        }
        @for (slug, name, people) in &rooms { (ui::section(name, cards(slug, people, language))) }
    };
    Ok(ui::page(&view, &title, content).into_response())
}

/// Makes a session of the one that was chosen.
pub(crate) async fn choose(State(site): State<Shared>, Form(chosen): Form<Vec<(String, String)>>) -> Answer {
    let chosen = Fields(chosen);
    let (slug, person) = (chosen.get("rum"), chosen.id("person").ok_or(Stop::Missing)?);
    let office = site.offices.get(slug).filter(|_| site.demo).ok_or(Stop::Missing)?;
    let (now, _) = (site.clock)();
    let token = sign_in::chosen(office, UserId(person.as_u128()), now).await?;
    let cookie = site.cookies().set(&format!("skollinjen_{slug}"), &token.0, None)?;
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to(&format!("/{slug}/"))).into_response())
}

fn cards(slug: &str, people: &[Who], language: Language) -> Markup {
    let said: Vec<_> = people
        .iter()
        .map(|who| {
            let role = who.roles.first().map(|it| words::role(it.role, language)).unwrap_or_default();
            (who.user.to_string(), &who.name, role, sentence(&who.roles, language))
        })
        .collect();
    let cards: Vec<_> =
        said.iter().map(|(value, name, role, sentence)| PersonCard { value, name, role, sentence }).collect();
    html! {
        form method="post" action=(PATH) { (ui::hidden("rum", slug)) (ui::people("person", &cards)) }
    }
}

/// Those whom most come for first.
fn order(role: Role) -> u8 {
    match role {
        Role::SchoolCounsellor => 0,
        Role::HeadTeacher => 1,
        Role::Mentor => 2,
        Role::SpecialEducator => 3,
        Role::SchoolNurse => 4,
        Role::Coordinator => 5,
        Role::Administrator => 6,
        Role::ProtectedDataOfficer => 7,
        Role::RecordsManager => 8,
        Role::AccessReviewer => 9,
        Role::SchoolSocialWorker => 10,
        Role::FamilyTherapist => 11,
        Role::UnitManager => 12,
        Role::LeadGroup => 13,
    }
}

/// What somebody with these roles does here: a sentence for each kind of role.
fn sentence(roles: &[RoleAt], language: Language) -> String {
    let mut kinds: Vec<Role> = roles.iter().map(|it| it.role).collect();
    kinds.dedup();
    kinds.into_iter().map(|role| does(role, roles, language)).collect::<Vec<_>>().join(" ")
}

fn does(role: Role, roles: &[RoleAt], language: Language) -> String {
    let schools = roles.iter().filter(|it| it.role == role && matches!(it.place, Place::Unit(_))).count();
    let schools = words::count(i64::try_from(schools).unwrap_or_default());
    let code = match role {
        Role::SchoolCounsellor => return words::tell("web-demo-counsellor", [("schools", schools)], language),
        Role::SpecialEducator => "web-demo-special-educator",
        Role::HeadTeacher => "web-demo-head-teacher",
        Role::Mentor => "web-demo-mentor",
        Role::SchoolNurse => "web-demo-nurse",
        Role::Coordinator => "web-demo-coordinator",
        Role::Administrator => "web-demo-administrator",
        Role::ProtectedDataOfficer => "web-demo-protected",
        Role::RecordsManager => "web-demo-records",
        Role::AccessReviewer => "web-demo-reviewer",
        Role::SchoolSocialWorker => "web-demo-school-social-worker",
        Role::FamilyTherapist => "web-demo-family-therapist",
        Role::UnitManager => "web-demo-unit-manager",
        Role::LeadGroup => "web-demo-lead-group",
    };
    say(code, language)
}
