//! Messages: what has been done, and what one needs to know before going on.

use maud::{Markup, html};
use text::Language;

use super::prose;

/// What kind of message it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// It went well.
    Success,
    /// Think before you go on.
    Warning,
    /// Something is wrong.
    Danger,
}

impl Tone {
    fn color(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Success => "success",
            Tone::Warning => "warning",
            Tone::Danger => "danger",
        }
    }
}

/// A message with a heading.
pub fn notice(tone: Tone, heading: &str, content: Markup) -> Markup {
    html! {
        div class="ds-alert" data-color=(tone.color()) {
            h2 class="ds-heading" data-size="2xs" { (heading) }
            (content)
        }
    }
}

/// What has just been done, in one sentence; read out when it comes.
pub fn confirmation(sentence: &str) -> Markup {
    html! { div class="ds-alert" data-color="success" role="status" { p { (sentence) } } }
}

pub(super) fn example(_: Language) -> Markup {
    html! {
        (confirmation("Samtalet är sparat."))
        (notice(Tone::Info, "Uppgifterna är från i fredags", prose(&["Närvaron för måndagen kommer i kväll."])))
        (notice(Tone::Warning, "Två lektioner är inte rapporterade", prose(&["Frånvaron kan vara högre eller lägre."])))
        (notice(Tone::Danger, "Importen avbröts", prose(&["Ingenting har ändrats. Försök igen."])))
    }
}
