//! `/rum/import/kallor`: where attendance is fetched by itself: the list, and what one does with a source.

use axum::response::{IntoResponse, Redirect};
use casework::{
    swedish_time,
    verb::sources as verb,
    view::sources::{self, Source},
};
use jiff::Timestamp;
use maud::{Markup, html};
use text::render_all;

use super::sources_form::{form, kind_of, read, written};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Column, Problems, Table, Tone, Weight},
};

/// The page's address in the room.
pub(super) const PATH: &str = "/import/kallor";

/// The list.
pub(crate) async fn show(visit: Visit) -> Answer {
    let all = sources::view(&visit.cx).await?;
    let title = visit.say("web-sources-title");
    visit.shown(&title, list(&visit, &all, &Problems::default(), html! {}))
}

/// The form of a new one.
pub(crate) async fn new(visit: Visit) -> Answer {
    let profiles = sources::profiles(&visit.cx).await?; // whoever may not see sources may not make them
    let asked = visit.view.query.split('&').find_map(|it| it.strip_prefix("slag="));
    let kind = kind_of(asked.unwrap_or_default());
    let fields = Fields(vec![("kind".to_owned(), kind.to_owned())]);
    visit.shown(&title(&visit, &fields), form(&visit, &fields, (None, &profiles), &Problems::default()))
}

/// The form of one that is.
pub(crate) async fn change(visit: Visit) -> Answer {
    let (source, profiles) = (one(&visit).await?, sources::profiles(&visit.cx).await?);
    let fields = written(&source);
    visit.shown(&source.settings.name, form(&visit, &fields, (Some(&source), &profiles), &Problems::default()))
}

/// Keeps one, or shows the form again. What is typed as a secret is not shown again.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let before = match visit.id("kalla") {
        Ok(_) => Some(one(&visit).await?),
        Err(_) => None,
    };
    let saved = match read(&visit, &fields, before.as_ref()) {
        Ok(save) => answered(verb::save(&visit.cx, save).await, visit.language())?,
        Err(problems) => Err(problems),
    };
    match saved {
        Ok(()) => to(&visit, "kalla"),
        Err(problems) => {
            let profiles = sources::profiles(&visit.cx).await?;
            let page = form(&visit, &fields, (before.as_ref(), &profiles), &problems);
            Ok(again(visit.page(&title(&visit, &fields), page)))
        }
    }
}

/// Tries one, and says how it went.
pub(crate) async fn try_out(Posted { visit, .. }: Posted) -> Answer {
    let tried = answered(verb::try_out(&visit.cx, visit.id("kalla")?).await, visit.language())?;
    let all = sources::view(&visit.cx).await?;
    let title = visit.say("web-sources-title");
    match tried {
        Ok(said) => {
            let said = render_all(&said, visit.language());
            let notice = ui::notice(Tone::Success, &visit.say("web-sources-tried"), ui::prose(&[&said]));
            visit.shown(&title, list(&visit, &all, &Problems::default(), notice))
        }
        Err(problems) => Ok(again(visit.page(&title, list(&visit, &all, &problems, html! {})))),
    }
}

/// Reads one now.
pub(crate) async fn read_now(Posted { visit, .. }: Posted) -> Answer {
    verb::read_now(&visit.cx, visit.id("kalla")?).await?;
    to(&visit, "kalla-las")
}

/// Pauses one.
pub(crate) async fn pause(Posted { visit, .. }: Posted) -> Answer {
    verb::enable(&visit.cx, visit.id("kalla")?, false).await?;
    to(&visit, "kalla-pausad")
}

/// Lets one go on.
pub(crate) async fn resume(Posted { visit, .. }: Posted) -> Answer {
    verb::enable(&visit.cx, visit.id("kalla")?, true).await?;
    to(&visit, "kalla-igen")
}

/// Takes one away.
pub(crate) async fn remove(Posted { visit, .. }: Posted) -> Answer {
    verb::remove(&visit.cx, visit.id("kalla")?).await?;
    to(&visit, "kalla-borta")
}

fn to(visit: &Visit, done: &str) -> Answer {
    Ok(Redirect::to(&visit.url(&format!("{PATH}?klart={done}"))).into_response())
}

async fn one(visit: &Visit) -> Result<Source, Stop> {
    let id = visit.id("kalla")?;
    sources::view(&visit.cx).await?.into_iter().find(|source| source.id == id).ok_or(Stop::Missing)
}

fn title(visit: &Visit, fields: &Fields) -> String {
    visit.say(match kind_of(fields.get("kind")) {
        "folder" => "web-sources-new-folder",
        _ => "web-sources-new-service",
    })
}

fn list(visit: &Visit, all: &[Source], problems: &Problems, notice: Markup) -> Markup {
    let new = |kind: &str, code| {
        ui::link_button(Weight::Secondary, &visit.url(&format!("{PATH}/ny?slag={kind}")), &visit.say(code))
    };
    let actions = html! { (new("folder", "web-sources-new-folder")) (new("ss12000", "web-sources-new-service")) };
    let (title, lead) = (visit.say("web-sources-title"), visit.say("web-sources-lead"));
    html! {
        (ui::breadcrumbs(&[(&visit.url("/import"), &visit.say("web-import-title"))], visit.language()))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &lead, actions, ..ui::Heading::default() }))
        (notice)
        @if all.is_empty() {
            (ui::empty(&visit.say("web-sources-none"), &visit.say("web-sources-none-help"), html! {}))
        } @else {
            (table(visit, all))
        }
    }
}

fn table(visit: &Visit, all: &[Source]) -> Markup {
    let labels = ["web-sources-name", "web-sources-often", "web-sources-ok", "web-sources-new", "web-sources-do"];
    let labels = labels.map(|code| visit.say(code));
    ui::table(&Table {
        caption: &visit.say("web-sources-caption"),
        columns: &labels.each_ref().map(|label| Column::words(label)),
        rows: all.iter().map(|source| row(visit, source)).collect(),
        cards: true,
    })
}

fn row(visit: &Visit, source: &Source) -> Vec<Markup> {
    let own = visit.url(&format!("{PATH}/{}", source.id));
    let act = |path: &str, code| {
        ui::post_button(&visit.view, &format!("{own}/{path}"), Weight::Secondary, &visit.say(code), &[])
    };
    let often = match source.next {
        Some(_) => super::jobs::often(visit, source.often),
        None => visit.say("web-jobs-paused"),
    };
    let time =
        |at: Option<Timestamp>| at.and_then(|at| swedish_time(at).ok()).unwrap_or_else(|| visit.say("web-jobs-never"));
    vec![
        html! { (ui::link(&own, &source.settings.name)) },
        html! { (often) },
        html! { (time(source.ok)) },
        html! { (time(source.new)) },
        html! {
            (act("prova", "web-sources-try"))
            @if source.next.is_some() {
                (act("las", "web-sources-read"))
                (act("paus", "web-sources-pause"))
            } @else {
                (act("fortsatt", "web-sources-resume"))
            }
        },
    ]
}
