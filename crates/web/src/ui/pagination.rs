//! The way on in a long list, one page at a time. There are no page numbers: lists change while they are read.

use maud::{Markup, html};
use text::Language;

use super::say;

/// Links to the page before and the page after; what is missing is left out.
pub fn pagination(previous: Option<&str>, next: Option<&str>, language: Language) -> Markup {
    html! {
        @if previous.is_some() || next.is_some() {
            nav class="sl-pagination" aria-label=(say("web-pages", language)) {
                @if let Some(href) = previous {
                    a class="ds-button" data-variant="secondary" rel="prev" href=(href) { (say("web-previous", language)) }
                }
                @if let Some(href) = next {
                    a class="ds-button" data-variant="secondary" rel="next" href=(href) { (say("web-next", language)) }
                }
            }
        }
    }
}

pub(super) fn example(language: Language) -> Markup {
    pagination(Some("#pagination"), Some("#pagination"), language)
}
