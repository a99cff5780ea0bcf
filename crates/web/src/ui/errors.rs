//! What is wrong with a form: first on the page, each with a link to its field, and focused.

use maud::{Markup, html};
use text::Language;

use super::say;

/// What is wrong, in the order of the questions: the field's name and a sentence that says what to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<(&'static str, String)>);

impl Problems {
    /// What is wrong with one field.
    pub fn of(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, _)| *field == name).map(|(_, sentence)| sentence.as_str())
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The list of what is wrong; nothing when nothing is. It takes focus when the page is shown, with and without
/// JavaScript, so that it is read out first. Put it first on the page, and send the page with status 422.
pub fn error_summary(problems: &Problems, language: Language) -> Markup {
    html! {
        @if !problems.is_empty() {
            div class="ds-error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="errors-heading"
                data-unsaved {
                h2 class="ds-heading" id="errors-heading" { (say("web-errors", language)) }
                ul class="ds-list" {
                    @for (field, sentence) in &problems.0 {
                        li { a class="ds-link" href={ "#" (field) } { (sentence) } }
                    }
                }
            }
        }
    }
}

pub(super) fn example(language: Language) -> Markup {
    let problems = Problems(vec![
        ("day", "Skriv vilken dag samtalet var.".to_owned()),
        ("present", "Välj minst en som var med.".to_owned()),
    ]);
    error_summary(&problems, language)
}
