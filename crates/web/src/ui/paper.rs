//! Parts of a paper that is printed and filled in by hand, or printed filled in: text, boxes to tick, lines to write on.

use maud::{Markup, html};
use text::Language;

use super::say;

/// A paper. Whoever reads easily has smaller letters than whoever does not.
pub fn sheet(easy: bool, content: Markup) -> Markup {
    html! { article class="sl-sheet" data-easy[easy] { (content) } }
}

/// What the paper is, and which kind of Swedish it is in when that has a name.
pub fn sheet_head(title: &str, kind: Option<&str>) -> Markup {
    html! {
        div class="sl-sheet-head" {
            h1 class="ds-heading" { (title) }
            @if let Some(kind) = kind { p class="sl-sheet-kind" { (kind) } }
        }
    }
}

/// A part of the paper under a heading of its own.
pub fn sheet_part(heading: &str, content: Markup) -> Markup {
    html! { section class="sl-sheet-part" { h2 class="ds-heading" { (heading) } (content) } }
}

/// A part that is not split over two pages: what is filled in or signed together.
pub fn sheet_whole(heading: &str, content: Markup) -> Markup {
    html! { section class="sl-sheet-part sl-whole" { h2 class="ds-heading" { (heading) } (content) } }
}

/// A paragraph; in easy reading each sentence has a line of its own.
pub fn spoken(words: &str, easy: bool) -> Markup {
    html! { p { (sentences(words, easy)) } }
}

/// Paragraphs as points.
pub fn spoken_list(points: &[String], easy: bool) -> Markup {
    html! { ul class="sl-sheet-points" { @for point in points { li { (sentences(point, easy)) } } } }
}

/// Paragraphs as steps in their order.
pub fn spoken_steps(steps: &[String], easy: bool) -> Markup {
    html! { ol class="sl-sheet-points" { @for step in steps { li { (sentences(step, easy)) } } } }
}

/// Small print at the end: what others look up.
pub fn small_print(heading: &str, lines: &[String]) -> Markup {
    html! {
        section class="sl-sheet-law" {
            h2 class="ds-heading" { (heading) }
            ul { @for line in lines { li { (line) } } }
        }
    }
}

/// What is written beside each other: a label and its value, or a line to write on.
pub fn blanks(fields: &[(&str, &str)]) -> Markup {
    html! {
        div class="sl-blanks" {
            @for (label, value) in fields {
                p class="sl-blank" { span class="sl-blank-label" { (label) } " " span class="sl-blank-value" { (value) } }
            }
        }
    }
}

/// A value that is a sentence or more, or so many lines to write on.
pub fn write_here(value: &str, lines: usize) -> Markup {
    html! {
        @if value.is_empty() {
            div class="sl-rules" aria-hidden="true" { @for _ in 0..lines { div {} } }
        } @else {
            p class="sl-written" { (value) }
        }
    }
}

/// Boxes to tick below each other: whether each is ticked, and what stands beside it.
pub fn boxes(boxes: &[(bool, String)], language: Language) -> Markup {
    html! { ul class="sl-boxes" { @for (ticked, label) in boxes { li { (square(*ticked, language)) " " (label) } } } }
}

/// The same beside each other, for short answers.
pub fn boxes_beside(boxes: &[(bool, String)], language: Language) -> Markup {
    html! {
        p class="sl-boxes-beside" {
            @for (ticked, label) in boxes { span { (square(*ticked, language)) " " (label) } " " }
        }
    }
}

/// What belongs together and stays on one page: a goal, a person who answers.
pub fn sheet_card(heading: &str, content: Markup) -> Markup {
    html! {
        div class="sl-sheet-card sl-whole" {
            @if !heading.is_empty() { h3 class="ds-heading" { (heading) } }
            (content)
        }
    }
}

fn square(ticked: bool, language: Language) -> Markup {
    let label = say(if ticked { "paper-boxed" } else { "paper-box" }, language);
    html! { span class="sl-box" role="img" data-ticked[ticked] aria-label=(label) {} }
}

fn sentences(words: &str, easy: bool) -> Markup {
    if !easy {
        return html! { (words) };
    }
    // A question or a full stop ends a line; the texts have no abbreviations.
    let lines = words.split_inclusive(". ").flat_map(|it| it.split_inclusive("? "));
    html! { @for line in lines { span class="sl-sentence" { (line) } } }
}

pub(super) fn example(language: Language) -> Markup {
    sheet(
        true,
        html! {
            (sheet_head("Får vi ringa dig?", Some("Lättläst")))
            (spoken("Vi vill ringa dig. Du väljer själv om vi får. Du kan ändra dig.", true))
            (sheet_part("Bra att veta", html! {
                (spoken_list(&["Du kan säga nej.".to_owned()], true))
                (spoken_steps(&["Du svarar. Vi ringer.".to_owned()], true))
            }))
            (sheet_whole("Ditt svar", sheet_card("Elev", html! {
                (boxes_beside(&[(true, "Ja".to_owned()), (false, "Nej".to_owned())], language))
                (boxes(&[(false, "På morgonen".to_owned())], language))
                (write_here("", 2))
                (write_here("Helst efter klockan tre.", 2))
                (blanks(&[("Namn", "Elsa Lindqvist"), ("Datum", "")]))
            })))
            (small_print("Det här står i lagen", &["Förvaltningslagen 7 §".to_owned()]))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sentence_of_easy_reading_has_a_line_of_its_own() {
        let lines = |easy| spoken("Vill du? Säg ja. Säg nej.", easy).into_string().matches("<span").count();
        assert_eq!((lines(true), lines(false)), (3, 0));
    }
}
