//! A part of a page that keeps itself up to date while something goes on: the only thing that scripts are for.

use maud::{Markup, html};
use text::Language;

use super::{link, progress, say};

/// How often the part asks again.
const EVERY: &str = "every 3s";

/// Something that goes on. The page at `href` is asked again and its part with the same id takes this one's place,
/// until that is [`settled`]. Without scripts there is a link to the same page.
pub fn live(id: &str, href: &str, content: Markup, language: Language) -> Markup {
    let select = format!("#{id}");
    html! {
        div id=(id) role="status" hx-get=(href) hx-trigger=(EVERY) hx-select=(select) hx-swap="outerHTML" {
            (content)
            noscript { (link(href, &say("web-live-again", language))) }
        }
    }
}

/// What stands there when it is done.
pub fn settled(id: &str, content: Markup) -> Markup {
    html! { div id=(id) role="status" { (content) } }
}

pub(super) fn example(language: Language) -> Markup {
    live("example-import", "/komponenter", progress("Inläsning av närvaro", 3, 5, language), language)
}
