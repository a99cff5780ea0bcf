//! One account: its roles, whether it is open, and a new password.

use access::UserId;
use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::account,
    view::accounts::{self, Account, Accounts},
};
use maud::{Markup, html};

use super::{
    own_password,
    parts::{password, roles},
    recovery,
};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Problems, Weight},
    words,
};

/// The account.
pub(crate) async fn show(visit: Visit) -> Answer {
    let all = accounts::view(&visit.cx).await?;
    let account = find(&visit, &all)?;
    visit.shown(&account.name, page(&visit, &all, account, &Fields::default(), &Problems::default()))
}

/// Gives other roles.
pub(crate) async fn give(Posted { visit, fields }: Posted) -> Answer {
    let all = accounts::view(&visit.cx).await?;
    let account = find(&visit, &all)?;
    let problems = match roles::read(&fields) {
        Ok(roles) => match answered(account::give(&visit.cx, account.user, roles).await, visit.language())? {
            Ok(()) => return Ok(changed(&visit, account.user)),
            Err(problems) => problems,
        },
        Err((field, code)) => Problems(vec![(field, visit.say(code))]),
    };
    Ok(again(visit.page(&account.name, page(&visit, &all, account, &fields, &problems))))
}

/// Closes it.
pub(crate) async fn close(Posted { visit, .. }: Posted) -> Answer {
    disable(&visit, true).await
}

/// Opens it again.
pub(crate) async fn reopen(Posted { visit, .. }: Posted) -> Answer {
    disable(&visit, false).await
}

/// Gives a new password, which is shown once.
pub(crate) async fn reset(Posted { visit, .. }: Posted) -> Answer {
    let all = accounts::view(&visit.cx).await?;
    let account = find(&visit, &all)?;
    let password = password::fresh(&visit);
    if let Err(problems) = answered(account::reset(&visit.cx, account.user, password.clone()).await, visit.language())?
    {
        return Ok(again(visit.page(&account.name, page(&visit, &all, account, &Fields::default(), &problems))));
    }
    let name = [("name", words::words(&account.name))];
    let title = words::tell("web-account-reset-done", name, visit.language());
    let content = password::shown(&visit, &title, (&account.name, &account.login), &password);
    Ok(visit.page(&title, content).into_response())
}

async fn disable(visit: &Visit, disabled: bool) -> Answer {
    let all = accounts::view(&visit.cx).await?;
    let user = find(visit, &all)?.user;
    match answered(account::disable(&visit.cx, user, disabled).await, visit.language())? {
        Ok(()) => Ok(changed(visit, user)),
        Err(problems) => {
            let account = find(visit, &all)?;
            Ok(again(visit.page(&account.name, page(visit, &all, account, &Fields::default(), &problems))))
        }
    }
}

fn changed(visit: &Visit, user: UserId) -> axum::response::Response {
    Redirect::to(&visit.url(&format!("/konton/{user}?klart=konto"))).into_response()
}

fn find<'a>(visit: &Visit, all: &'a Accounts) -> Result<&'a Account, Stop> {
    let user = UserId(visit.id("konto")?.as_u128());
    all.accounts.iter().find(|account| account.user == user).ok_or(Stop::Missing)
}

fn page(visit: &Visit, all: &Accounts, account: &Account, typed: &Fields, problems: &Problems) -> Markup {
    let language = visit.language();
    let login = [("login", words::words(&account.login))];
    let at = visit.url(&format!("/konton/{}", account.user));
    html! {
        (ui::breadcrumbs(&[(&visit.url("/konton"), &visit.say("web-accounts-title"))], language))
        (ui::error_summary(problems, language))
        (ui::page_heading(&ui::Heading {
            title: &account.name,
            lead: &words::tell("web-account-lead", login, language),
            ..ui::Heading::default()
        }))
        (ui::section(&visit.say("web-accounts-roles"), ui::form(&visit.view, &at, html! {
            (roles::fields(visit, &all.schools, &account.roles, typed, problems))
            (ui::actions(ui::button(Weight::Primary, &visit.say("web-account-roles-save"))))
        })))
        (ui::section(&visit.say("web-account-access"), access(visit, account, &at)))
    }
}

/// Nobody gives herself a new sign-in or closes her own account: a colleague does.
fn access(visit: &Visit, account: &Account, at: &str) -> Markup {
    if account.own {
        return html! {
            (ui::prose(&[&visit.say("web-account-own")]))
            (ui::actions(html! {
                (ui::link_button(Weight::Secondary, &visit.url(own_password::PATH), &visit.say("web-password-title")))
                (ui::link_button(Weight::Secondary, &visit.url(recovery::PATH), &visit.say("web-recovery-title")))
            }))
        };
    }
    ui::choosable(vec![
        choice(visit, (at, "ny-inloggning"), "web-account-reset-help", "web-account-reset"),
        if account.disabled {
            choice(visit, (at, "oppna"), "web-account-reopen-help", "web-account-reopen")
        } else {
            choice(visit, (at, "stang"), "web-account-close-help", "web-account-close")
        },
    ])
}

fn choice(visit: &Visit, (at, way): (&str, &str), help: &'static str, label: &'static str) -> Markup {
    html! {
        p { (visit.say(help)) }
        (ui::post_button(&visit.view, &format!("{at}/{way}"), Weight::Secondary, &visit.say(label), &[]))
    }
}
