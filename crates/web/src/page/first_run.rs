//! `/rum/forsta-gangen`: the first account of a room, by whoever can read the terminal.

use access::{Actor, Place, Role, RoleAt, UserId};
use axum::response::{IntoResponse, Redirect};
use casework::verb::account;
use maud::{Markup, html};
use text::Arg;

use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::{Unsigned, same},
    session::Door,
    ui::{self, Field, Kind, Problems, Weight},
    words::tell,
};

pub(crate) async fn show(door: Door) -> Answer {
    code(&door).await?;
    Ok(page(&door, &Fields::default(), &Problems::default()).into_response())
}

pub(crate) async fn send(Unsigned { door, fields }: Unsigned) -> Answer {
    let expected = code(&door).await?;
    if !same(fields.get("code"), &expected) {
        let problems = Problems(vec![("code", door.say("web-first-wrong-code"))]);
        return Ok(again(page(&door, &fields, &problems)));
    }
    let new = account::New {
        user: UserId(door.site.fresh().as_u128()),
        name: fields.get("name").to_owned(),
        login: fields.get("login").to_owned(),
        // Not trimmed; and what is missing is too short, not an account without a password.
        password: Some(fields.0.iter().find(|(name, _)| name == "password").map_or(String::new(), |it| it.1.clone())),
        roles: vec![RoleAt { role: Role::Administrator, place: Place::Room }],
    };
    let operator = door.office.actor(Actor::Operator("first run".to_owned()), door.now, door.today);
    match answered(account::first(&operator, new).await, door.language())? {
        Err(problems) => Ok(again(page(&door, &fields, &problems))),
        Ok(()) => Ok(Redirect::to(&door.url("/logga-in?klart=konto")).into_response()),
    }
}

/// The code that the terminal shows; there is no such page once there is an account.
async fn code(door: &Door) -> Result<String, Stop> {
    let code = door.site.setup.get(&door.slug).cloned().ok_or(Stop::Missing)?;
    if account::none(&door.office).await? { Ok(code) } else { Err(Stop::Missing) }
}

fn page(door: &Door, fields: &Fields, problems: &Problems) -> Markup {
    let title = door.say("web-first-title");
    let lead = tell("web-first-lead", [("room", Arg::Text(door.office.room().name().to_owned()))], door.language());
    let question = |name: &'static str, label, hint: &'static str, kind, value: &str| {
        let hint = if hint.is_empty() { String::new() } else { door.say(hint) };
        ui::input(&Field { name, label: &door.say(label), hint: &hint, error: problems.of(name) }, kind, value)
    };
    let content = ui::narrow(html! {
        (ui::error_summary(problems, door.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &lead, ..ui::Heading::default() }))
        (ui::form(&door.view, &door.url("/forsta-gangen"), html! {
            (question("code", "web-first-code", "web-first-code-hint", Kind::Short, fields.get("code")))
            (question("name", "web-first-name", "", Kind::Text, fields.get("name")))
            (question("login", "web-first-login", "web-first-login-hint", Kind::Username, fields.get("login")))
            (question("password", "web-first-password", "web-first-password-hint", Kind::NewPassword, ""))
            (ui::actions(ui::button(Weight::Primary, &door.say("web-first-button"))))
        }))
    });
    door.page(&title, content)
}
