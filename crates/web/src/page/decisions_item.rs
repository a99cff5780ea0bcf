//! One pupil of Mina beslut: what is known, and the decision with its reason begun.

use access::PupilId;
use axum::response::{IntoResponse, Redirect};
use casework::view::decisions::{self, Basis, Item};
use maud::{Markup, html};

use super::{decision, decisions::days, meeting_known::known, parts::when};
use crate::{
    failure::{Answer, Stop, again},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Problems, Tone, Walk},
    words::{self, count, tell},
};

/// The pupil with what is known and the form, begun with what the decision can rest on.
pub(crate) async fn show(visit: Visit) -> Answer {
    let item = found(&visit).await?;
    let typed = match &item.form.draft {
        Some(draft) => Fields(draft.fields.clone()),
        None => Fields(vec![("text".to_owned(), reason(&visit, &item.basis))]),
    };
    let content = page(&visit, &item, &item.form, &typed, &Problems::default());
    visit.shown(&item.page.name, content)
}

/// Documents the decision and goes on to the next who waits; after the last, to the list.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let item = found(&visit).await?;
    match decision::decide(&visit, item.page.pupil, &fields).await? {
        Ok(()) => {
            let to = item.next.map_or_else(|| list(&visit), |next| one(&visit, next));
            Ok(Redirect::to(&format!("{to}?klart=beslut")).into_response())
        }
        Err((form, problems)) => {
            let content = page(&visit, &item, &form, &fields, &problems);
            Ok(again(visit.page(&item.page.name, content)))
        }
    }
}

/// Who waits. Whoever no longer does, and whoever never did, lead to the list.
async fn found(visit: &Visit) -> Result<Item, Stop> {
    let item = decisions::item(&visit.cx, visit.pupil()?).await?;
    item.ok_or_else(|| Stop::Elsewhere(list(visit)))
}

fn list(visit: &Visit) -> String {
    visit.url("/mina-beslut")
}

fn one(visit: &Visit, pupil: PupilId) -> String {
    visit.url(&format!("/mina-beslut/{pupil}"))
}

/// What a reason is begun with: what was proposed, and what the figures say.
fn reason(visit: &Visit, basis: &Basis) -> String {
    let language = visit.language();
    let proposed = basis.proposed.as_ref().map(|it| {
        let args = [("day", words::date(it.day)), ("name", words::words(&it.by)), ("text", words::words(&it.text))];
        tell("web-decisions-reason-proposed", args, language)
    });
    proposed.into_iter().chain(figures(visit, basis)).collect::<Vec<_>>().join("\n")
}

/// The figures in sentences: how much, of which days, and since when there has been a reason to ask.
pub(super) fn figures(visit: &Visit, basis: &Basis) -> Vec<String> {
    let language = visit.language();
    let (absent, reported) = basis.absent;
    let share = basis.period.filter(|_| reported > 0).map(|(from, to)| {
        let share = words::words(words::share(absent, reported, language));
        let args = [("share", share), ("from", words::date(from)), ("to", words::date(to))];
        tell("web-decisions-figures", args, language)
    });
    let since = basis.since.map(|day| {
        tell("web-decisions-reasons-since", [("day", words::date(day)), ("week", words::week(day))], language)
    });
    [share, since].into_iter().flatten().collect()
}

fn page(
    visit: &Visit,
    item: &Item,
    form: &casework::view::step_form::StepForm,
    typed: &Fields,
    problems: &Problems,
) -> Markup {
    html! {
        (ui::error_summary(problems, visit.language()))
        (bar(visit, item))
        (ui::walk_body(
            html! {
                (proposal(visit, item))
                (known(visit, &item.page, None))
                (ui::details(&visit.say("web-decisions-law"), decision::law(visit)))
            },
            html! {
                (decision::questions(visit, &one(visit, item.page.pupil), form, typed, problems))
                (ui::quiet(&visit.say("web-decisions-after")))
            },
        ))
    }
}

fn bar(visit: &Visit, item: &Item) -> Markup {
    let (number, whole) = item.at;
    let words = tell("web-decisions-at", [("number", count(number)), ("whole", count(whole))], visit.language());
    let previous = item.previous.map(|it| one(visit, it));
    let (next, label) = match item.next {
        Some(next) => (one(visit, next), "web-decisions-skip"),
        None => (list(visit), "web-decisions-end"),
    };
    let (back, label) = (visit.say("web-decisions-previous"), visit.say(label));
    let walk = Walk {
        at: item.at,
        words: &words,
        previous: previous.as_ref().map(|href| (href.as_str(), back.as_str())),
        next: Some((&next, &label)),
    };
    ui::walk_bar(&walk, &visit.say("web-decisions-pupils"))
}

/// What is answered: who proposed it, why, and how long it has waited.
fn proposal(visit: &Visit, item: &Item) -> Markup {
    let waited = days(visit, visit.today.0 - item.since.0);
    let waited = tell("web-decisions-has-waited", [("waited", words::words(waited))], visit.language());
    ui::notice(
        Tone::Info,
        &visit.say("web-decisions-proposed"),
        html! {
            @if let Some(it) = &item.basis.proposed {
                (ui::prose(&[&it.text]))
                (ui::quiet(&format!("{} · {} · {waited}", when::weekday(it.day, visit.language()), it.by)))
            } @else {
                (ui::quiet(&waited))
            }
        },
    )
}
