//! The report to the school authority (huvudman) that an inquiry has been opened: to be printed or copied.

use casework::view::decisions::{self, Report};
use maud::{Markup, html};

use super::decisions_item::figures;
use crate::{
    failure::Answer,
    session::Visit,
    ui::{self, Fact, Field, Weight},
    words::{self, tell},
};

/// The report, filled in.
pub(crate) async fn show(visit: Visit) -> Answer {
    let report = decisions::report(&visit.cx, visit.pupil()?).await?;
    let title = visit.say("web-report-title");
    let back = visit.url("/mina-beslut");
    let facts = facts(&visit, &report);
    let said = said(&visit, &report);
    let content = html! {
        (ui::screen_only(ui::breadcrumbs(&[(&back, &visit.say("web-decisions-title"))], visit.language())))
        (ui::page_heading(&ui::Heading { title: &title, ..ui::Heading::default() }))
        (ui::summary(&facts.iter().map(|(term, value)| Fact::new(term, value)).collect::<Vec<_>>()))
        (ui::prose(&said.iter().map(String::as_str).collect::<Vec<_>>()))
        (ui::print_only(signing(&visit, &report)))
        (ui::screen_only(to_do(&visit, &title, &facts, &said)))
    };
    visit.shown(&title, content)
}

fn facts(visit: &Visit, report: &Report) -> Vec<(String, String)> {
    let value = |code, value: &str| (visit.say(code), value.to_owned());
    vec![
        value("web-report-to", &report.to),
        value("web-report-from", &format!("{}, {}", report.by, report.pupil.school.name)),
        value("web-report-pupil", &report.pupil.name),
        value("web-report-class", &report.pupil.class),
        value("web-report-day", &report.day.to_string()),
    ]
}

fn said(visit: &Visit, report: &Report) -> Vec<String> {
    let language = visit.language();
    let decided = tell("web-report-decided", [("day", words::date(report.day))], language);
    let reason = report.reason.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
    let heading = visit.say("web-report-reason");
    // A reason that was begun with the figures says them already.
    let figures = figures(visit, &report.basis).into_iter().filter(|sentence| !report.reason.contains(sentence));
    std::iter::once(decided).chain(figures).chain([heading]).chain(reason).collect()
}

fn signing(visit: &Visit, report: &Report) -> Markup {
    html! {
        (ui::signature(&report.by))
        (ui::quiet(&tell("web-report-printed", [("day", words::date(visit.today))], visit.language())))
    }
}

/// The same as one text, to be marked and copied.
fn to_do(visit: &Visit, title: &str, facts: &[(String, String)], said: &[String]) -> Markup {
    let facts = facts.iter().map(|(term, value)| format!("{term}: {value}"));
    let lines: Vec<String> = std::iter::once(title.to_owned()).chain(facts).chain(said.iter().cloned()).collect();
    let (label, hint) = (visit.say("web-report-text"), visit.say("web-report-text-hint"));
    let field = Field { name: "text", label: &label, hint: &hint, error: None };
    html! {
        (ui::quiet(&visit.say("web-report-help")))
        (ui::actions(html! {
            (ui::print_button(&visit.say("web-report-print")))
            (ui::link_button(Weight::Secondary, &visit.url("/mina-beslut"), &visit.say("web-report-back")))
        }))
        (ui::details(&visit.say("web-report-copy"), ui::textarea(&field, 12, &lines.join("\n"))))
    }
}
