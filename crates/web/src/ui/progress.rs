//! How far something has come.

use maud::{Markup, html};
use text::{Arg, Language, Message, render};

/// A bar with its words: what goes on, and how much of it is done.
pub fn progress(label: &str, done: u32, whole: u32, language: Language) -> Markup {
    let words =
        Message::new("web-progress").with("done", Arg::Count(done.into())).with("whole", Arg::Count(whole.into()));
    html! {
        div class="sl-progress" {
            p { span { (label) } span class="sl-progress-words" { (render(&words, language)) } }
            progress aria-label=(label) max=(whole.max(1)) value=(done.min(whole)) {}
        }
    }
}

pub(super) fn example(language: Language) -> Markup {
    progress("Elevens plan", 3, 5, language)
}
