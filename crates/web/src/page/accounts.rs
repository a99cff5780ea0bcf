//! The accounts of a room: the list, and a new one.

use access::UserId;
use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::account::{self, New},
    view::{
        School,
        accounts::{self, Account, Accounts},
    },
};
use maud::{Markup, html};
use uuid::Uuid;

use super::parts::{password, roles};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Column, Field, Hue, Kind, Problems, Table, Weight},
    words,
};

/// The list.
pub(crate) async fn show(visit: Visit) -> Answer {
    let all = accounts::view(&visit.cx).await?;
    let title = visit.say("web-accounts-title");
    let new = visit.say("web-accounts-new");
    let content = html! {
        (ui::page_heading(&ui::Heading {
            title: &title,
            lead: &visit.say("web-accounts-lead"),
            actions: ui::link_button(Weight::Primary, &visit.url("/konton/nytt"), &new),
            ..ui::Heading::default()
        }))
        (table(&visit, &all))
    };
    visit.shown(&title, content)
}

/// The form of a new one.
pub(crate) async fn new(visit: Visit) -> Answer {
    let all = accounts::view(&visit.cx).await?;
    visit.shown(&visit.say("web-account-new-title"), form(&visit, &all, &Fields::default(), &Problems::default()))
}

/// Makes it and shows its password, once; or shows the form again.
pub(crate) async fn create(Posted { visit, fields }: Posted) -> Answer {
    let all = accounts::view(&visit.cx).await?;
    let title = visit.say("web-account-new-title");
    let roles = match roles::read(&fields) {
        Ok(roles) => roles,
        Err((field, code)) => {
            let problems = Problems(vec![(field, visit.say(code))]);
            return Ok(again(visit.page(&title, form(&visit, &all, &fields, &problems))));
        }
    };
    let password = password::fresh(&visit);
    let id = fields.id("id").unwrap_or_else(|| visit.site.fresh());
    let new = New {
        user: UserId(id.as_u128()),
        name: fields.get("name").to_owned(),
        login: fields.get("login").to_owned(),
        password: Some(password.clone()),
        roles,
    };
    match answered(account::create(&visit.cx, new).await, visit.language())? {
        Ok(()) => {
            let made = visit.say("web-account-made");
            let content = password::shown(&visit, &made, (fields.get("name"), fields.get("login")), &password);
            Ok(visit.page(&made, content).into_response())
        }
        Err(_) if is_there(&visit, id).await? => {
            Ok(Redirect::to(&visit.url(&format!("/konton/{id}?klart=konto-finns"))).into_response())
        }
        Err(problems) => Ok(again(visit.page(&title, form(&visit, &all, &fields, &problems)))),
    }
}

/// Whether the form was sent before, as by a double click: then the account is there, and its password was shown to
/// nobody.
async fn is_there(visit: &Visit, id: Uuid) -> Result<bool, Stop> {
    let all = accounts::view(&visit.cx).await?;
    Ok(all.accounts.iter().any(|account| account.user == UserId(id.as_u128())))
}

fn table(visit: &Visit, all: &Accounts) -> Markup {
    let count = i64::try_from(all.accounts.len()).unwrap_or(i64::MAX);
    let codes =
        ["web-accounts-name", "web-accounts-login", "web-accounts-roles", "web-accounts-made", "web-accounts-state"];
    let labels = codes.map(|code| visit.say(code));
    let columns = labels.each_ref().map(|label| Column::words(label));
    ui::table(&Table {
        caption: &words::tell("web-accounts-caption", [("count", words::count(count))], visit.language()),
        columns: &columns,
        rows: all.accounts.iter().map(|account| row(visit, account, &all.schools)).collect(),
        cards: true,
    })
}

fn row(visit: &Visit, account: &Account, schools: &[School]) -> Vec<Markup> {
    let state = match (account.disabled, account.second_factor) {
        (true, _) => (Hue::Neutral, "web-accounts-closed"),
        (false, true) => (Hue::Success, "web-accounts-open"),
        (false, false) => (Hue::Warning, "web-accounts-first"),
    };
    let roles = account.roles.iter().map(|role| html! { (roles::told(role, schools, visit.language())) }).collect();
    vec![
        ui::link(&visit.url(&format!("/konton/{}", account.user)), &account.name),
        html! { (account.login) },
        html! { @if account.roles.is_empty() { (visit.say("web-accounts-none")) } @else { (ui::lines(roles)) } },
        html! { (made(visit, account)) },
        ui::tag(state.0, &visit.say(state.1)),
    ]
}

/// When it was made, and by whom: everybody who manages accounts sees what the others do.
fn made(visit: &Visit, account: &Account) -> String {
    let (day, by) = &account.made;
    let day = ("day", words::date(*day));
    match by {
        Some(name) => words::tell("web-accounts-made-by", [day, ("name", words::words(name))], visit.language()),
        None => words::tell("web-accounts-made-here", [day], visit.language()),
    }
}

fn form(visit: &Visit, all: &Accounts, typed: &Fields, problems: &Problems) -> Markup {
    let said = ["web-account-name-label", "web-account-name-hint", "web-account-login-label", "web-account-login-hint"];
    let said = said.map(|code| visit.say(code));
    let [name, name_hint, login, login_hint] = &said;
    let title = visit.say("web-account-new-title");
    html! {
        (ui::breadcrumbs(&[(&visit.url("/konton"), &visit.say("web-accounts-title"))], visit.language()))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading {
            title: &title,
            lead: &visit.say("web-account-new-lead"),
            ..ui::Heading::default()
        }))
        (ui::form(&visit.view, &visit.url("/konton/nytt"), html! {
            (ui::hidden("id", &super::step::id(visit)))
            (ui::input(
                &Field { name: "name", label: name, hint: name_hint, error: problems.of("name") },
                Kind::Text,
                typed.get("name"),
            ))
            (ui::input(
                &Field { name: "login", label: login, hint: login_hint, error: problems.of("login") },
                Kind::Text,
                typed.get("login"),
            ))
            (roles::fields(visit, &all.schools, &[], typed, problems))
            (ui::actions(ui::button(Weight::Primary, &visit.say("web-account-create"))))
        }))
    }
}
