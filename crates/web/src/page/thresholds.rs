//! `/rum/installningar/gransvarden`: the thresholds of the room, what others would give, and saving them from a day on.

mod changes;
mod counting;
mod fields;
mod outcome;

use std::collections::BTreeMap;

use axum::{
    extract::Query,
    http::HeaderMap,
    response::{IntoResponse, Redirect},
};
use casework::{
    verb::thresholds as verb,
    view::{
        thresholds::{self as view, Ask, METHOD, Page},
        worklist::ListName,
    },
};
use maud::{Markup, html};

use crate::{
    failure::{Answer, again, answered, problems},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Choice, Field, Kind, Problems, Tone, Weight},
    words::{self, date, tell},
};

/// Where the page is, in a room.
const PATH: &str = "/installningar/gransvarden";

/// The page with the present thresholds, or with those of a routine.
pub(crate) async fn show(visit: Visit, headers: HeaderMap) -> Answer {
    if headers.get("hx-target").is_some_and(|target| target == counting::LIVE) {
        let counted = view::counted(&visit.cx).await?;
        return Ok(counting::shown(&visit, counted, false).into_response()); // the whole page shows the way to the jobs
    }
    let page = view::view(&visit.cx, &asked(&visit.view.query)).await?;
    let typed = Fields::default();
    visit.shown(&visit.say("web-thresholds-title"), whole(&visit, &page, &typed, &Problems::default()))
}

/// The page with what was written and what it would give. Nothing is saved.
pub(crate) async fn simulate(Posted { visit, fields }: Posted) -> Answer {
    let page = view::view(&visit.cx, &written(&fields)).await?;
    let wrong = problems(&page.wrong, visit.language());
    let shown = visit.page(&visit.say("web-thresholds-title"), whole(&visit, &page, &fields, &wrong));
    if wrong.is_empty() { Ok(shown.into_response()) } else { Ok(again(shown)) }
}

/// Saves; when they hold from today the lists are counted again by a job, which the page follows.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let set = verb::Set {
        id: fields.id("id").unwrap_or_else(|| visit.site.fresh()),
        from: fields.day("from"),
        written: pairs(&fields),
        preset: Some(fields.get("preset").to_owned()).filter(|preset| !preset.is_empty()),
        reason: fields.get("reason").to_owned(),
    };
    match answered(verb::set(&visit.cx, set).await, visit.language())? {
        Ok(verb::Shows::Soon) => Ok(done(&visit, "gransvarden")),
        Ok(verb::Shows::WithAnImport) => Ok(done(&visit, "gransvarden-nasta")),
        Ok(verb::Shows::Later) => Ok(done(&visit, "gransvarden-sedan")),
        Err(wrong) => {
            let page = view::view(&visit.cx, &written(&fields)).await?;
            Ok(again(visit.page(&visit.say("web-thresholds-title"), whole(&visit, &page, &fields, &wrong))))
        }
    }
}

/// Takes back what has not begun.
pub(crate) async fn take_back(Posted { visit, fields }: Posted) -> Answer {
    let id = fields.id("id").unwrap_or_default();
    match answered(verb::take_back(&visit.cx, id).await, visit.language())? {
        Ok(()) => Ok(done(&visit, "gransvarden-tillbaka")),
        Err(wrong) => {
            let page = view::view(&visit.cx, &Ask::default()).await?;
            let typed = Fields::default();
            Ok(again(visit.page(&visit.say("web-thresholds-title"), whole(&visit, &page, &typed, &wrong))))
        }
    }
}

fn done(visit: &Visit, code: &str) -> axum::response::Response {
    Redirect::to(&visit.url(&format!("{PATH}?klart={code}"))).into_response()
}

fn asked(query: &str) -> Ask {
    let uri: axum::http::Uri = format!("/?{query}").parse().unwrap_or_default();
    let pairs: Vec<(String, String)> = Query::try_from_uri(&uri).map(|it| it.0).unwrap_or_default();
    let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str());
    let preset = Some(get("rutin").to_owned()).filter(|preset| !preset.is_empty());
    Ask { written: None, preset, list: list(get("lista")) }
}

fn written(fields: &Fields) -> Ask {
    Ask { written: Some(pairs(fields)), preset: None, list: list(fields.get("lista")) }
}

fn pairs(fields: &Fields) -> BTreeMap<String, String> {
    fields.0.iter().cloned().collect()
}

fn list(code: &str) -> ListName {
    if code == "team" { ListName::Team } else { ListName::School }
}

fn list_code(list: ListName) -> &'static str {
    match list {
        ListName::School => "skola",
        ListName::Team => "team",
    }
}

fn whole(visit: &Visit, page: &Page, typed: &Fields, wrong: &Problems) -> Markup {
    let (language, title) = (visit.language(), visit.say("web-thresholds-title"));
    let simulate = visit.url(PATH);
    html! {
        (ui::error_summary(wrong, language))
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say("web-thresholds-lead"), ..ui::Heading::default() }))
        (present(visit, page))
        (counting::shown(visit, page.counted, page.may_change))
        (begin_from(visit, page, typed))
        (ui::form(&visit.view, &simulate, html! {
            (ui::hidden("lista", list_code(page.simulation.as_ref().map_or(ListName::School, |it| it.list))))
            (ui::hidden("preset", page.preset.as_deref().filter(|it| *it != METHOD).unwrap_or(typed.get("preset"))))
            (ui::whatif(
                ui::tried(&simulate, html! {
                    (fields::all(visit, &page.written, wrong))
                    (ui::actions(ui::button(Weight::Secondary, &visit.say("web-thresholds-show"))))
                }),
                ui::outcome(outcome::shown(visit, page)),
            ))
            @if page.may_change { (save_fields(visit, typed, wrong)) }
        }))
        (changes::table(visit, page))
    }
}

/// What holds now.
fn present(visit: &Visit, page: &Page) -> Markup {
    let language = visit.language();
    let holds = match &page.present {
        Some((from, _)) => tell(
            "web-thresholds-own",
            [("day", date(*from)), ("count", words::count(i64::try_from(page.own.len()).unwrap_or(i64::MAX)))],
            language,
        ),
        None => visit.say("web-thresholds-method"),
    };
    html! {
        (ui::notice(Tone::Info, &holds, html! {
            (ui::prose(&[&visit.say("web-thresholds-law")]))
        }))
    }
}

/// Which routine to begin from, and which list to look at.
fn begin_from(visit: &Visit, page: &Page, typed: &Fields) -> Markup {
    let language = visit.language();
    let named: Vec<(String, String)> = page
        .presets
        .iter()
        .filter(|preset| preset.sets > 0)
        .map(|preset| (preset.id.clone(), outcome::in_language(&preset.name, language)))
        .collect();
    let (present, method) = (visit.say("web-thresholds-from-present"), visit.say("web-thresholds-from-method"));
    let mut choices = vec![Choice::new("", &present), Choice::new(METHOD, &method)];
    choices.extend(named.iter().map(|(id, name)| Choice::new(id, name)));
    let (label, hint) = (visit.say("web-thresholds-from-label"), visit.say("web-thresholds-from-hint"));
    let (list_label, school, team) = (
        visit.say("web-thresholds-list"),
        visit.say("web-thresholds-list-school"),
        visit.say("web-thresholds-list-team"),
    );
    let lists = [Choice::new("skola", &school), Choice::new("team", &team)];
    let list = page.simulation.as_ref().map_or("skola", |it| list_code(it.list));
    let chosen = page.preset.as_deref().unwrap_or(typed.get("preset"));
    ui::filter(
        &visit.url(PATH),
        html! {
            (ui::select(&Field { name: "rutin", label: &label, hint: &hint, error: None }, &choices, chosen))
            (ui::select(&Field { name: "lista", label: &list_label, ..Field::default() }, &lists, list))
        },
        language,
    )
}

/// From when, and why.
fn save_fields(visit: &Visit, typed: &Fields, wrong: &Problems) -> Markup {
    let said = [
        "web-thresholds-from-day",
        "web-thresholds-from-day-hint",
        "web-thresholds-reason",
        "web-thresholds-reason-hint",
    ];
    let said = said.map(|code| visit.say(code));
    let [day, day_hint, reason, reason_hint] = &said;
    let from = if typed.get("from").is_empty() { visit.today.to_string() } else { typed.get("from").to_owned() };
    let id = typed.id("id").unwrap_or_else(|| visit.site.fresh()).to_string();
    ui::section(
        &visit.say("web-thresholds-save-heading"),
        ui::stack(html! {
            (ui::hidden("id", &id))
            (ui::input(&Field { name: "from", label: day, hint: day_hint, error: wrong.of("from") }, Kind::Date, &from))
            (ui::textarea(
                &Field { name: "reason", label: reason, hint: reason_hint, error: wrong.of("reason") },
                3,
                typed.get("reason"),
            ))
            (ui::actions(ui::button_to(
                Weight::Primary,
                &visit.url(&format!("{PATH}/spara")),
                &visit.say("web-thresholds-save"),
            )))
        }),
    )
}
