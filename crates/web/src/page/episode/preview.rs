//! What the other side will be able to read, item by item, and why that is lawful: shown before anything is sent.

use casework::view::episode::{self, Preview};
use maud::{Markup, html};
use text::render;

use super::id;
use crate::{
    failure::Stop,
    session::Visit,
    ui::{self, Column, Hue, Table, Tone},
    words::{tell, words},
};

/// What goes with a statement of a kind; nothing where there is no other side.
pub(super) async fn of_kind(visit: &Visit, kind: &str) -> Result<Option<Preview>, Stop> {
    Ok(episode::preview(&visit.cx, id(visit)?, &episode::tells(kind)).await?)
}

/// The table of it.
pub(super) fn shown(visit: &Visit, preview: &Preview) -> Markup {
    let labels = ["ep-preview-what", "ep-preview-why"].map(|code| visit.say(code));
    let columns = labels.each_ref().map(|label| Column::words(label));
    let rows = preview.items.iter().map(|(kind, outcome)| {
        let what = html! { (visit.say(super::lines::item(*kind))) };
        let why = match outcome {
            Ok(grounds) => html! { (ui::tag(Hue::Spruce, &visit.say("ep-preview-goes"))) " " (grounds.join("; ")) },
            Err(missing) => html! {
                (ui::tag(Hue::Clay, &visit.say("ep-preview-stays")))
                @for message in missing { " " (render(message, visit.language())) }
            },
        };
        vec![what, why]
    });
    let to = tell("ep-preview-caption", [("to", words(&preview.to))], visit.language());
    html! {
        (ui::table(&Table { caption: &to, columns: &columns, rows: rows.collect(), cards: true }))
        @if preview.items.iter().any(|(_, it)| it.is_err()) {
            (ui::notice(Tone::Warning, &visit.say("ep-preview-some-stay"), ui::prose(&[&visit.say("ep-preview-some-stay-help")])))
        }
    }
}
