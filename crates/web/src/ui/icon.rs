//! The few pictures that we draw ourselves. None says anything that words do not say beside it.

use maud::{Markup, html};
use text::Language;

use super::cluster;

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icon {
    /// Three in a circle: the general zone.
    General,
    /// A diamond with a hand's cross: the support zone.
    Support,
    /// A shield with a keyhole: the health zone.
    Health,
    /// The mark of the product.
    Mark,
}

const ALL: [Icon; 4] = [Icon::General, Icon::Support, Icon::Health, Icon::Mark];

/// The picture, in the colour of the text around it, hidden from screen readers.
pub(super) fn icon(icon: Icon) -> Markup {
    html! {
        svg class="sl-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor"
            stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" {
            (strokes(icon))
        }
    }
}

fn strokes(icon: Icon) -> Markup {
    match icon {
        Icon::General => html! {
            circle cx="12" cy="12" r="10" {}
            circle cx="12" cy="8.500" r="2" {}
            circle cx="7.800" cy="13.500" r="2" {}
            circle cx="16.200" cy="13.500" r="2" {}
        },
        Icon::Support => html! {
            path d="M12 1.800 22.200 12 12 22.200 1.800 12Z" {}
            path d="M12 8v8M8 12h8" {}
        },
        Icon::Health => html! {
            path d="M12 2 20.500 5v6.500c0 5-3.600 8.700-8.500 10.500-4.900-1.800-8.500-5.500-8.500-10.500V5Z" {}
            circle cx="12" cy="10.500" r="1.800" {}
            path d="M12 12.300V16" {}
        },
        Icon::Mark => html! {
            path d="M3 17.500c4 0 3.800-5.500 7.200-5.500s3.200 2.700 5.900 2.700c2.900 0 3-7.700 5-9.200" stroke-width="2.400" {}
            circle cx="10.200" cy="12" r="2.300" fill="var(--sl-mark)" stroke="none" {}
        },
    }
}

pub(super) fn example(_: Language) -> Markup {
    cluster(html! { @for one in ALL { (icon(one)) } })
}
