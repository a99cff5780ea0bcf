//! How parts stand on a page: below each other, beside each other, in sections.

use maud::{Markup, html};
use text::Language;

use super::{Hue, link, tag};

/// A part of a page with a heading of the second level.
pub fn section(heading: &str, content: Markup) -> Markup {
    html! { section class="sl-section" { h2 class="ds-heading" data-size="xs" { (heading) } (content) } }
}

/// A section that can be led to, and that stays on one sheet of paper.
pub fn section_at(id: &str, heading: &str, content: Markup) -> Markup {
    html! {
        section id=(id) class="sl-section sl-whole" { h2 class="ds-heading" data-size="xs" { (heading) } (content) }
    }
}

/// Parts below each other with the usual distance.
pub fn stack(content: Markup) -> Markup {
    html! { div class="sl-stack" { (content) } }
}

/// Small things beside each other: tags, links.
pub fn cluster(content: Markup) -> Markup {
    html! { div class="sl-cluster" { (content) } }
}

/// What the page is about, and beside it what helps; below it on a narrow screen.
pub fn aside(content: Markup, beside: Markup) -> Markup {
    html! { div class="sl-aside" { div class="sl-stack" { (content) } div class="sl-stack" { (beside) } } }
}

/// Questions beside each other where there is room.
pub fn beside(questions: Markup) -> Markup {
    html! { div class="sl-beside" { (questions) } }
}

/// Things that one chooses among, each on a card.
pub fn choosable(things: Vec<Markup>) -> Markup {
    html! { ul class="sl-choosable" { @for thing in things { li class="ds-card" { (thing) } } } }
}

/// Short lines below each other, close together.
pub fn lines(lines: Vec<Markup>) -> Markup {
    html! { @if !lines.is_empty() { ul class="sl-lines" { @for line in lines { li { (line) } } } } }
}

/// A heading of the second level over a few lines.
pub fn small_heading(words: &str) -> Markup {
    html! { h2 class="ds-heading" data-size="2xs" { (words) } }
}

/// A line to sign on, on paper.
pub fn signature(label: &str) -> Markup {
    html! { div class="sl-signature" { span { (label) } } }
}

/// Text to be read, one string a paragraph, in lines that are not too long.
pub fn prose(paragraphs: &[&str]) -> Markup {
    html! { div class="sl-prose" { @for paragraph in paragraphs { p { (paragraph) } } } }
}

/// A line that is read last: who, when, how.
pub fn quiet(words: &str) -> Markup {
    html! { p class="sl-quiet" { (words) } }
}

pub(super) fn example(_: Language) -> Markup {
    html! {
        (parts())
        (section_at("layout-skola", "Kvarnskolan", prose(&["Den här delen går att länka till, och delas inte mellan två papper."])))
    }
}

fn parts() -> Markup {
    aside(
        html! {
            (prose(&["Frånvaron har stigit sedan vecka 45. Det kan ha många skäl, och det är eleven som vet mest om dem."]))
            (cluster(html! { (tag(Hue::Neutral, "Matematik")) (tag(Hue::Neutral, "Idrott")) (link("#layout", "Visa alla ämnen")) }))
        },
        section("Att göra", prose(&["Boka tid med eleven före fredag."])),
    )
}
