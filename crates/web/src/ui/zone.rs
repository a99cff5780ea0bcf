//! Who reads what stands here: a shape, a colour and a sentence, the same wherever the zone is.

use maud::{Markup, html};
use text::Language;

use super::icon::{Icon, icon};

/// The part of the documentation that is shown or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// The school's own: those who work with the pupil.
    General,
    /// Support measures.
    Support,
    /// The student health service.
    Health,
}

/// A banner over everything that is shown or written in a zone. The sentence names those who read it.
pub fn zone_banner(zone: Zone, sentence: &str) -> Markup {
    let (color, shape) = look(zone);
    html! { p class="sl-zone" data-color=(color) { (icon(shape)) span { (sentence) } } }
}

/// The colour and the shape of a zone.
pub(super) fn look(zone: Zone) -> (&'static str, Icon) {
    match zone {
        Zone::General => ("neutral", Icon::General),
        Zone::Support => ("lake", Icon::Support),
        Zone::Health => ("plum", Icon::Health),
    }
}

pub(super) fn example(_: Language) -> Markup {
    html! {
        (zone_banner(Zone::General, "De som arbetar med eleven på Björkskolan läser det här."))
        (zone_banner(Zone::Support, "Bara de som arbetar med elevens stöd läser det här."))
        (zone_banner(Zone::Health, "Bara elevhälsan på Björkskolan läser det här."))
    }
}
