//! `/rum/reservkoder`: codes for whoever has not the telephone at hand, and another app instead of one that is lost.

use axum::response::{IntoResponse, Redirect};
use casework::verb::recovery::{self, FEW};
use maud::{Markup, html};
use text::Arg;

use crate::{
    failure::{Answer, Stop, again, answered},
    posted::Posted,
    session::{Door, Visit},
    ui::{self, Field, Kind, Problems, Tone, Weight},
    words::{count, tell},
};

/// Where the page is, in a room.
pub(crate) const PATH: &str = "/reservkoder";
/// What of it takes away the app that there is.
const APP: &str = "/reservkoder/ny-app";

pub(crate) async fn show(visit: Visit) -> Answer {
    let left = recovery::left(&visit.cx).await?;
    Ok(page(&visit, left, &Problems::default()).into_response())
}

/// Makes another set, and shows it once.
pub(crate) async fn renew(Posted { visit, fields }: Posted) -> Answer {
    let made = recovery::renew(&visit.cx, &visit.office, typed(&fields.0, "password")).await;
    match answered(made, visit.language())? {
        Err(problems) => refused(&visit, &problems).await,
        Ok(codes) => Ok(shown(&visit, &codes, &visit.url("/")).into_response()),
    }
}

/// Takes away the app that there is; the next sign-in couples another.
pub(crate) async fn another_app(Posted { visit, fields }: Posted) -> Answer {
    let gone = recovery::another_app(&visit.cx, &visit.office, typed(&fields.0, "app-password")).await;
    match answered(gone, visit.language())? {
        Err(Problems(all)) => {
            let here = |(field, text)| (if field == "password" { "app-password" } else { field }, text);
            refused(&visit, &Problems(all.into_iter().map(here).collect())).await
        }
        Ok(()) => Ok(Redirect::to(&visit.url("/logga-in?klart=ny-app")).into_response()),
    }
}

/// Not trimmed: a password may begin or end with a space.
fn typed<'a>(fields: &'a [(String, String)], wanted: &str) -> &'a str {
    fields.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str())
}

async fn refused(visit: &Visit, problems: &Problems) -> Answer {
    let left = recovery::left(&visit.cx).await?;
    Ok(again(page(visit, left, problems)))
}

/// A set of codes, the only time that it is shown, and the way on.
pub(crate) fn shown(door: &Door, codes: &[String], on: &str) -> Markup {
    let title = door.say("web-recovery-shown-title");
    let room = [("room", Arg::Text(door.office.room().name().to_owned()))];
    let content = ui::narrow(html! {
        (ui::page_heading(&ui::Heading { title: &title, lead: &door.say("web-recovery-shown-lead"), ..ui::Heading::default() }))
        (ui::print_only(ui::prose(&[&tell("web-recovery-paper", room, door.language())])))
        (ui::copied_lines(codes))
        (ui::prose(&[&door.say("web-recovery-shown-help")]))
        (ui::screen_only(ui::actions(ui::link_button(Weight::Primary, on, &door.say("web-recovery-go-on")))))
    });
    door.page(&title, content)
}

fn page(visit: &Visit, left: i64, problems: &Problems) -> Markup {
    let title = visit.say("web-recovery-title");
    let told = tell("web-recovery-left", [("count", count(left))], visit.language());
    let content = ui::narrow(html! {
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say("web-recovery-lead"), ..ui::Heading::default() }))
        @if left < FEW {
            (ui::notice(Tone::Warning, &told, ui::prose(&[&visit.say("web-recovery-few")])))
        } @else {
            (ui::prose(&[&told]))
        }
        (ui::section(&visit.say("web-recovery-renew"), html! {
            (ui::prose(&[&visit.say("web-recovery-renew-help")]))
            (asking(visit, PATH, "password", problems, "web-recovery-renew-button"))
        }))
        (ui::section(&visit.say("web-recovery-app"), html! {
            (ui::prose(&[&visit.say("web-recovery-app-help")]))
            (asking(visit, APP, "app-password", problems, "web-recovery-app-button"))
        }))
    });
    visit.page(&title, content)
}

/// A form that asks for the password: an open session is not enough for this.
fn asking(visit: &Visit, path: &str, name: &'static str, problems: &Problems, button: &'static str) -> Markup {
    let label = visit.say("web-password-old");
    ui::form(
        &visit.view,
        &visit.url(path),
        html! {
            (ui::input(&Field { name, label: &label, error: problems.of(name), ..Field::default() }, Kind::Password, ""))
            (ui::actions(ui::button(Weight::Secondary, &visit.say(button))))
        },
    )
}

/// The first set of whoever has just coupled an app, whose session has just begun.
pub(crate) async fn first(door: &Door, token: &casework::verb::sign_in::Token, on: &str) -> Result<Markup, Stop> {
    let session = casework::verb::sign_in::session(&door.office, token, door.now).await?.ok_or(Stop::Missing)?;
    let cx = door.office.person(session.who, door.now, door.today);
    Ok(shown(door, &recovery::first(&cx).await?, on))
}
