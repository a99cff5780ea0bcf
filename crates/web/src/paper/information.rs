//! The information sheet, given at the start meeting or before: what the team is and is not, how to say no, the right
//! to apply for other support (SoL 11 kap. 6 §), the duty to notify (SoL 19 kap. 1 §), and who gets to know what.

use maud::{Markup, html};

use super::{Names, Voice, both, head, laws, points, text};
use crate::ui;

/// What is filled in on the sheet; what is empty is a line to write on.
#[derive(Clone, Copy, Default)]
pub(crate) struct Information<'a> {
    /// The two authorities. No pupil stands on it.
    pub(crate) names: Names<'a>,
    /// Who in the team comes from the school, and how she or he is reached.
    pub(crate) school_contact: &'a str,
    /// Who comes from the social services.
    pub(crate) social_contact: &'a str,
}

/// The sheet.
pub(crate) fn information(it: &Information<'_>, voice: Voice) -> Markup {
    let steps = [
        both!("paper-info-course-start"),
        both!("paper-info-course-map"),
        both!("paper-info-course-plan"),
        both!("paper-info-course-end"),
    ];
    let part = |heading, paragraphs| text(heading, paragraphs, voice);
    ui::sheet(
        voice.is_easy(),
        html! {
            (head(both!("paper-info-title"), &it.names, voice))
            (ui::spoken(&voice.say(both!("paper-info-lead")), voice.is_easy()))
            (part(both!("paper-info-is"), &[both!("paper-info-is-who"), both!("paper-info-is-what"), both!("paper-info-is-long")]))
            (points(
                both!("paper-info-not"),
                &[both!("paper-info-not-inquiry"), both!("paper-info-not-concern"), both!("paper-info-not-care")],
                voice,
            ))
            (ui::sheet_part(&voice.say(both!("paper-info-course")), ui::spoken_steps(&voice.all(&steps), voice.is_easy())))
            (part(both!("paper-info-voice"), &[both!("paper-info-voice-text")]))
            (part(both!("paper-info-no"), &[both!("paper-info-no-free"), both!("paper-info-no-how"), both!("paper-info-no-school")]))
            (part(both!("paper-info-apply"), &[both!("paper-info-apply-text")]))
            (part(both!("paper-info-duty"), &[both!("paper-info-duty-text")]))
            (part(
                both!("paper-info-share"),
                &[
                    both!("paper-info-share-text"),
                    both!("paper-info-share-two"),
                    both!("paper-info-share-write"),
                    both!("paper-info-data"),
                ],
            ))
            (contact(it, voice))
            (told(voice))
            (laws(
                &[
                    "paper-info-law-apply",
                    "paper-info-law-duty",
                    "paper-info-law-consent",
                    "paper-info-law-child",
                    "paper-info-law-secrecy",
                    "paper-info-law-write",
                    "paper-info-law-absence",
                ],
                voice,
            ))
        },
    )
}

fn contact(it: &Information<'_>, voice: Voice) -> Markup {
    let (school, social) = (voice.label("paper-info-contact-school"), voice.label("paper-info-contact-social"));
    let phone = voice.label("paper-phone");
    let line = |who: &str, contact: &str| {
        // A contact that is given says its telephone too.
        if contact.is_empty() { ui::blanks(&[(who, ""), (&phone, "")]) } else { ui::blanks(&[(who, contact)]) }
    };
    let lines = html! { (line(&school, it.school_contact)) (line(&social, it.social_contact)) };
    ui::sheet_whole(&voice.say(both!("paper-info-contact")), lines)
}

/// Written by whoever gives it: how it was told, also to who does not read or does not know Swedish.
fn told(voice: Voice) -> Markup {
    let ways = ["paper-info-told-spoken", "paper-info-told-paper", "paper-info-told-interpreter"];
    let [day, by, language] =
        ["paper-date", "paper-info-told-by", "paper-info-told-language"].map(|code| voice.label(code));
    ui::sheet_whole(
        &voice.label("paper-info-told"),
        html! {
            (ui::boxes_beside(&ways.map(|code| (false, voice.label(code))), voice.language))
            (ui::blanks(&[(&day, ""), (&by, ""), (&language, "")]))
        },
    )
}
