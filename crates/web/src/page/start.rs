//! `/rum/`: what needs somebody today.

use access::Side;
use axum::response::{IntoResponse, Redirect};
use casework::view::start::{self, SchoolNumbers, Start, Task};
use casework::view::{School, worklist::Counts};
use domain::Day;
use maud::{Markup, html};

use crate::{
    failure::Answer,
    session::Visit,
    ui::{self, Column, Count, Hue, Table, Tone, Weight},
    words::{self, count, date, share, tell},
};

pub(crate) async fn show(visit: Visit) -> Answer {
    let episodes = visit.url("/arenden");
    // In a room of the social services everything begins with the cases.
    if visit.office.side() == Some(Side::Social) && visit.view.nav.iter().any(|it| it.href == episodes) {
        return Ok(Redirect::to(&episodes).into_response());
    }
    let start = start::view(&visit.cx).await?;
    let name = visit.cx.who().map(|who| who.name.split(' ').next().unwrap_or_default().to_owned()).unwrap_or_default();
    let title = tell("web-start-title", [("name", words::words(name))], visit.language());
    let lead = match start.as_of {
        Some(day) => {
            let day = words::long_day(day, visit.language());
            tell("web-as-of", [("day", words::words(day))], visit.language())
        }
        None => visit.say("web-start-nothing-imported"),
    };
    let content = html! {
        (ui::page_heading(&ui::Heading { title: &title, lead: &lead, ..ui::Heading::default() }))
        (alarms(&visit, &start))
        (numbers(&visit, &start))
        (waiting(&visit, &start))
        (tasks(&visit, &start.tasks))
        (schools(&visit, &start.schools))
        (running(&visit, &start))
        @if quiet(&start) {
            (ui::empty(&visit.say("web-start-quiet"), &visit.say("web-start-quiet-help"), html! {
                (ui::link_button(Weight::Secondary, &visit.url("/om"), &visit.say("web-nav-about")))
            }))
        }
    };
    visit.shown(&visit.say("web-nav-start"), content)
}

/// What went wrong by itself, for who looks after the room.
fn alarms(visit: &Visit, start: &Start) -> Markup {
    html! {
        @if !start.alarms.is_empty() {
            (super::jobs::alarms(visit, &start.alarms))
            (ui::actions(ui::link_button(Weight::Secondary, &visit.url("/jobb"), &visit.say("web-jobs-go"))))
        }
    }
}

/// Whether there is nothing here that concerns the reader's roles.
fn quiet(start: &Start) -> bool {
    start.list.is_none()
        && start.schools.is_empty()
        && start.tasks.is_empty()
        && start.protected_due.is_none()
        && start.running.is_none()
}

/// What somebody began and what falls due, each with the way on.
fn waiting(visit: &Visit, start: &Start) -> Markup {
    let language = visit.language();
    html! {
        @if let Some((meeting, school)) = &start.meeting {
            (ui::notice(Tone::Info, &tell("web-start-meeting", [("school", words::words(&school.name))], language), html! {
                (ui::link_button(Weight::Primary, &visit.url(&format!("/eht/{meeting}/1")), &visit.say("web-start-meeting-go")))
            }))
        }
        @if !start.sittings.is_empty() { (sittings(visit, &start.sittings)) }
        @if let Some(due) = start.protected_due {
            (ui::notice(Tone::Warning, &visit.say("web-start-protected"), html! {
                (ui::prose(&[&tell("web-start-protected-help", [("day", date(due))], language)]))
                (ui::link_button(Weight::Secondary, &visit.url("/skyddade"), &visit.say("web-start-protected-go")))
            }))
        }
    }
}

/// The first sittings that are still to be finished, each with its way there.
fn sittings(visit: &Visit, schools: &[School]) -> Markup {
    ui::notice(
        Tone::Info,
        &visit.say("web-start-sitting"),
        ui::stack(html! {
            (ui::prose(&[&visit.say("web-start-sitting-help")]))
            (ui::actions(html! {
                @for school in schools {
                    (ui::link_button(
                        Weight::Secondary,
                        &visit.url(&format!("/narvaro/forsta-genomgang?skola={}", school.unit.0)),
                        &tell("web-start-sitting-go", [("school", words::words(&school.name))], visit.language()),
                    ))
                }
            }))
        }),
    )
}

fn numbers(visit: &Visit, start: &Start) -> Markup {
    let whole = |number: i64| u64::try_from(number).unwrap_or_default();
    let list = |acted: &str| visit.url(&format!("/narvaro?agerat={acted}"));
    let (nobody, due, later) = (list("ingen"), list("uppfoljning"), list("klara"));
    let team_href = visit.url("/narvaro?lista=team");
    let say = |code| visit.say(code);
    let words = [
        say("web-start-nobody"),
        say("web-start-nobody-help"),
        say("web-start-follow-up"),
        say("web-start-follow-up-help"),
        say("web-start-cleared"),
        say("web-start-cleared-help"),
        say("web-start-team"),
        say("web-start-team-help"),
    ];
    let [nobody_label, nobody_help, due_label, due_help, later_label, later_help, team_label, team_help] = &words;
    let mut cards = Vec::new();
    if let Some(Counts { nobody: untouched, follow_up, cleared }) = start.list {
        let card = |number, label, detail, href, urgent| Count { number: whole(number), label, detail, href, urgent };
        cards.push(card(untouched, nobody_label.as_str(), nobody_help.as_str(), nobody.as_str(), untouched > 0));
        cards.push(card(follow_up, due_label, due_help, &due, follow_up > 0));
        cards.push(card(cleared, later_label, later_help, &later, false));
    }
    if let Some(Counts { nobody: untouched, follow_up, .. }) = start.team {
        let number = whole(untouched + follow_up);
        cards.push(Count { number, label: team_label, detail: team_help, href: &team_href, urgent: false });
    }
    html! { @if !cards.is_empty() { (ui::counts(&cards)) } }
}

fn tasks(visit: &Visit, tasks: &[Task]) -> Markup {
    let headings = ["web-start-task", "web-start-task-pupil", "web-start-task-due"].map(|code| visit.say(code));
    let [what, pupil, due] = &headings;
    let row = |task: &Task| {
        vec![
            ui::link(&visit.url(&format!("/elev/{}", task.pupil)), &task.name),
            html! { (task.class) ", " (task.school.name) },
            html! { (what_to_do(visit, task)) },
            due_day(visit, task.due),
        ]
    };
    let school = visit.say("web-start-task-class");
    let columns = [Column::words(pupil), Column::words(&school), Column::words(what), Column::words(due)];
    let caption = visit.say("web-start-tasks");
    html! {
        @if !tasks.is_empty() {
            (ui::section(&caption, ui::table(&Table {
                caption: &visit.say("web-start-tasks-help"),
                columns: &columns,
                rows: tasks.iter().map(row).collect(),
                cards: true,
            })))
        }
    }
}

/// The day; what is late says so in words.
/// What a task is; who may not read it there learns only that there is something.
fn what_to_do(visit: &Visit, task: &Task) -> String {
    task.kind.map_or_else(|| visit.say("web-start-task-something"), |kind| words::step(kind, visit.language()))
}

fn due_day(visit: &Visit, due: Day) -> Markup {
    let late = i64::from(visit.today.0 - due.0);
    let language = visit.language();
    html! {
        (due) " "
        @if late > 0 {
            (ui::tag(Hue::Danger, &tell("web-start-late", [("days", count(late))], language)))
        } @else if late == 0 {
            (ui::tag(Hue::Warning, &visit.say("web-start-today")))
        }
    }
}

fn schools(visit: &Visit, schools: &[SchoolNumbers]) -> Markup {
    let language = visit.language();
    let few = visit.say("web-few");
    let shown = |number: Option<i64>| match number {
        Some(number) => html! { (tell("web-number", [("number", count(number))], language)) },
        None => html! { (few) },
    };
    let row = |it: &SchoolNumbers| {
        vec![
            html! { (it.school.name) },
            shown(it.pupils),
            shown(it.open),
            match it.reported {
                Some((reported, scheduled)) => html! { (share(reported, scheduled, language)) },
                None => html! { (visit.say("web-schools-few")) },
            },
            shown(it.questions),
        ]
    };
    let codes = [
        "web-schools-school",
        "web-schools-pupils",
        "web-schools-open",
        "web-schools-reported",
        "web-schools-questions",
    ];
    let headings = codes.map(|code| visit.say(code));
    let [school, numbers @ ..] = &headings;
    let columns: Vec<_> =
        std::iter::once(Column::words(school)).chain(numbers.iter().map(|it| Column::numbers(it))).collect();
    html! {
        @if !schools.is_empty() {
            (ui::section(&visit.say("web-schools"), html! {
                (ui::table(&Table {
                    caption: &visit.say("web-schools-caption"),
                    columns: &columns,
                    rows: schools.iter().map(row).collect(),
                    cards: false,
                }))
                (ui::quiet(&visit.say("web-schools-help")))
            }))
        }
    }
}

fn running(visit: &Visit, start: &Start) -> Markup {
    let fact = |code, value: String| ui::Fact::new(visit.say(code), value);
    html! {
        @if let Some(running) = start.running {
            (ui::section(&visit.say("web-running"), html! {
                (ui::summary(&[
                    fact("web-running-imported", running.imported.map_or_else(|| visit.say("web-running-never"), |day| day.to_string())),
                    fact("web-running-accounts", tell("web-number", [("number", count(running.accounts))], visit.language())),
                ]))
                (ui::actions(ui::link_button(Weight::Secondary, &visit.url("/konton"), &visit.say("web-running-manage"))))
            }))
        }
    }
}
