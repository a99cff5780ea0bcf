//! The page of imports: what waits for somebody, files to send, what goes on, what was read, and the saved profiles.

use casework::view::imports::State;
use casework::view::imports::{self, Import, Page};
use exchange::Profile;
use maud::{Markup, html};
use uuid::Uuid;

use super::{one, shared};
use crate::{
    failure::Answer,
    session::Visit,
    ui::{self, Column, Field, Problems, Table, Tone, Weight},
    words::{tell, words},
};

/// The page.
pub(crate) async fn show(visit: Visit) -> Answer {
    let page = imports::list(&visit.cx).await?;
    visit.shown(&visit.say("web-import-title"), content(&visit, &page, &Problems::default()))
}

/// Its content, also when files were refused.
pub(super) fn content(visit: &Visit, page: &Page, problems: &Problems) -> Markup {
    let of = |states: &[State]| page.imports.iter().filter(|it| states.contains(&it.state)).collect::<Vec<_>>();
    let running = of(&[State::Queued]);
    let waiting: Vec<_> = [of(&[State::Held]), of(&[State::Waiting])].concat();
    let over = of(&[State::Done, State::Failed, State::Discarded, State::Undone]);
    let title = visit.say("web-import-title");
    html! {
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say("web-import-lead"), ..ui::Heading::default() }))
        @if !waiting.is_empty() {
            (ui::notice(Tone::Warning, &visit.say("web-import-waits"), waits(visit, &waiting)))
        }
        @if page.may_import { (ui::section(&visit.say("web-import-new"), upload(visit, problems))) }
        @if !running.is_empty() { (ui::section(&visit.say("web-import-running"), goes_on(visit, &running))) }
        (ui::section(&visit.say("web-import-latest"), latest(visit, &over)))
        @if page.may_import {
            (ui::section(&visit.say("web-import-profiles"), profiles(visit, &page.profiles)))
            (ui::section(&visit.say("web-import-by-itself"), html! {
                (ui::prose(&[&visit.say("web-import-by-itself-help")]))
                (ui::actions(html! {
                    (ui::link_button(Weight::Secondary, &visit.url("/import/kallor"), &visit.say("web-sources-go")))
                    (ui::link_button(Weight::Secondary, &visit.url("/jobb"), &visit.say("web-jobs-go")))
                }))
            }))
        }
    }
}

fn upload(visit: &Visit, problems: &Problems) -> Markup {
    let (label, hint) = (visit.say("web-import-files"), visit.say("web-import-files-hint"));
    let field = Field { name: "files", label: &label, hint: &hint, error: problems.of("files") };
    ui::upload_form(
        &visit.view,
        &visit.url("/import"),
        html! {
            (ui::files(&field))
            (ui::actions(ui::button(Weight::Primary, &visit.say("web-import-send"))))
        },
    )
}

/// What waits for a person, what is held first.
fn waits(visit: &Visit, waiting: &[&Import]) -> Markup {
    let line = |it: &&Import| {
        html! {
            (ui::cluster(html! {
                (ui::link(&shared::at(visit, it, ""), &shared::called(visit, it)))
                (shared::state(visit, it.state))
            }))
            (ui::quiet(&made(visit, it)))
        }
    };
    ui::lines(waiting.iter().map(line).collect())
}

/// What is being read. It asks again by itself.
fn goes_on(visit: &Visit, running: &[&Import]) -> Markup {
    let one = |it: &&Import| {
        html! {
            p { (ui::link(&shared::at(visit, it, ""), &shared::called(visit, it))) }
            (one::progress(visit, it))
        }
    };
    let content = ui::stack(html! { @for it in running { (one(it)) } });
    ui::live("pagar", &visit.url("/import"), content, visit.language())
}

fn latest(visit: &Visit, over: &[&Import]) -> Markup {
    if over.is_empty() {
        return ui::empty(&visit.say("web-import-none"), &visit.say("web-import-none-help"), html! {});
    }
    let labels = [
        "web-import-when",
        "web-import-what",
        "web-import-state",
        "web-import-rows",
        "web-import-pupils",
        "web-import-bad",
    ];
    let labels = labels.map(|code| visit.say(code));
    let [when, what, state, rows, pupils, bad] = labels.each_ref();
    let row = |it: &&Import| {
        vec![
            ui::link(&shared::at(visit, it, ""), &shared::time(it.made_at)),
            ui::cell(html! { (shared::names(visit, it)) }, &shared::source(visit, it)),
            shared::state(visit, it.state),
            html! { (shared::number(visit, it.told.rows)) },
            html! { (shared::number(visit, it.told.pupils)) },
            html! { (shared::number(visit, it.told.bad())) },
        ]
    };
    ui::table(&Table {
        caption: &visit.say("web-import-latest-caption"),
        columns: &[
            Column::words(when),
            Column::words(what),
            Column::words(state),
            Column::numbers(rows),
            Column::numbers(pupils),
            Column::numbers(bad),
        ],
        rows: over.iter().map(row).collect(),
        cards: true,
    })
}

/// The saved profiles, each with a way to throw it away.
fn profiles(visit: &Visit, profiles: &[(Uuid, Profile)]) -> Markup {
    if profiles.is_empty() {
        return ui::quiet(&visit.say("web-import-no-profiles"));
    }
    let labels = ["web-import-profile", "web-import-kind", "web-import-profile-do"].map(|code| visit.say(code));
    let row = |(id, profile): &(Uuid, Profile)| {
        let delete = tell("web-import-profile-delete", [("name", words(&profile.name))], visit.language());
        let to = visit.url(&format!("/import/profil/{id}/ta-bort"));
        vec![
            html! { (profile.name) },
            html! { (shared::kind(visit, profile.kind)) },
            ui::post_button(&visit.view, &to, Weight::Tertiary, &delete, &[]),
        ]
    };
    ui::table(&Table {
        caption: &visit.say("web-import-profiles-caption"),
        columns: &labels.each_ref().map(|label| Column::words(label)),
        rows: profiles.iter().map(row).collect(),
        cards: true,
    })
}

/// When it came, and from where.
pub(super) fn made(visit: &Visit, import: &Import) -> String {
    let args = [("time", words(shared::time(import.made_at))), ("source", words(shared::source(visit, import)))];
    tell("web-import-made", args, visit.language())
}
