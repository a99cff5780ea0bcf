//! What has just been done, told on the page that follows. The address carries a code and never content.

use maud::{Markup, html};
use text::Language;

use crate::ui::{confirmation, say};

/// The codes and their sentences. A code that is not here tells nothing.
const DONE: &[(&str, &str)] = &[
    ("steg", "web-done-step"),
    ("beslut", "web-done-decision"),
    ("tillbaka", "web-done-retracted"),
    ("uppfoljning", "web-done-follow-up"),
    ("kanda", "web-done-known"),
    ("genomgang", "web-done-sitting"),
    ("mote", "web-done-meeting"),
    ("konto", "web-done-account"),
    ("konto-finns", "web-done-account-there"),
    ("losenord", "web-done-password"),
    ("reservkod", "web-done-recovery"),
    ("ny-app", "web-done-another-app"),
    ("filen", "web-done-file-read"),
    ("profil", "web-done-profile"),
    ("profil-borta", "web-done-profile-gone"),
    ("bekraftad", "web-done-import-confirmed"),
    ("kastad", "web-done-import-discarded"),
    ("jobb", "web-done-job"),
    ("kalla", "web-done-source"),
    ("kalla-borta", "web-done-source-gone"),
    ("kalla-pausad", "web-done-source-paused"),
    ("kalla-igen", "web-done-source-resumed"),
    ("kalla-las", "web-done-source-asked"),
    ("nyckel", "web-done-token"),
    ("ihopparat", "web-done-peer"),
    ("avslutat", "web-done-peer-ended"),
    ("skyddade", "web-done-protected"),
    ("ringt", "web-done-called"),
    ("kontakt", "web-done-contact"),
    ("gransvarden", "web-done-thresholds"),
    ("gransvarden-sedan", "web-done-thresholds-later"),
    ("gransvarden-nasta", "web-done-thresholds-next"),
    ("gransvarden-tillbaka", "web-done-thresholds-back"),
    ("utloggad", "web-done-signed-out"),
];

/// The confirmation that the address asks for, if any: `?klart=steg`.
pub fn flash(query: &str, language: Language) -> Markup {
    let asked = query.split('&').find_map(|pair| pair.strip_prefix("klart="));
    let sentence = asked.and_then(|code| DONE.iter().find(|(known, _)| *known == code));
    html! { @if let Some((_, sentence)) = sentence { (confirmation(&say(sentence, language))) } }
}
