//! `/rum/sok`: a pupil by name or personal number. Sent with POST, so that neither stands in an address.

use axum::response::IntoResponse;
use casework::view::search::{self, Found};
use maud::{Markup, html};

use crate::{
    failure::{Answer, again, answered},
    posted::Posted,
    session::Visit,
    ui::{self, Column, Field, Kind, Problems, Table, Weight},
    words::{count, tell},
};

pub(crate) async fn show(visit: Visit) -> Answer {
    search::allowed(&visit.cx)?;
    Ok(page(&visit, "", &Problems::default(), html! {}).into_response())
}

pub(crate) async fn send(Posted { visit, fields }: Posted) -> Answer {
    let words = fields.get("ord");
    match answered(search::view(&visit.cx, words).await, visit.language())? {
        Err(problems) => {
            // The view knows of no form: what is wrong is always the words.
            let problems = Problems(problems.0.into_iter().map(|(_, sentence)| ("ord", sentence)).collect());
            Ok(again(page(&visit, words, &problems, html! {})))
        }
        Ok(found) => Ok(page(&visit, words, &Problems::default(), results(&visit, &found)).into_response()),
    }
}

fn page(visit: &Visit, words: &str, problems: &Problems, results: Markup) -> Markup {
    let title = visit.say("web-search-label");
    let field = Field {
        name: "ord",
        label: &visit.say("web-search-words"),
        hint: &visit.say("web-search-hint"),
        error: problems.of("ord"),
    };
    let content = html! {
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, ..ui::Heading::default() }))
        (ui::form(&visit.view, &visit.url("/sok"), html! {
            (ui::input(&field, Kind::Search, words))
            (ui::actions(ui::button(Weight::Primary, &visit.say("web-search-button"))))
        }))
        (results)
    };
    visit.page(&title, content)
}

fn results(visit: &Visit, found: &[Found]) -> Markup {
    if found.is_empty() {
        return ui::empty(&visit.say("web-search-none"), &visit.say("web-search-none-help"), html! {});
    }
    let row = |it: &Found| {
        vec![
            ui::link(&visit.url(&format!("/elev/{}", it.pupil)), &it.name),
            html! { (it.class) },
            html! { (it.school.name) },
        ]
    };
    let many = i64::try_from(found.len()).unwrap_or_default();
    let headings = ["web-list-pupil", "web-list-class", "web-list-school-label"].map(|code| visit.say(code));
    let [pupil, class, school] = &headings;
    ui::table(&Table {
        caption: &tell("web-search-found", [("pupils", count(many))], visit.language()),
        columns: &[Column::words(pupil), Column::words(class), Column::words(school)],
        rows: found.iter().map(row).collect(),
        cards: true,
    })
}
