//! The components that pages are put together from, and the only place that knows class names.
//!
//! Each file has an `example`, which the gallery shows. The server writes all ARIA; nothing here needs JavaScript.

mod button;
mod choices;
mod count;
mod details;
mod empty;
mod errors;
mod field;
mod figure;
mod filter;
mod form;
mod heading;
mod icon;
mod layout;
mod notice;
mod only;
mod pagination;
mod people;
mod pills;
mod progress;
mod secret;
mod shell;
mod summary;
mod table;
mod tabs;
mod tag;
mod tick;
mod timeline;
mod walk;
mod zone;
mod zones;

use maud::Markup;
use text::{Language, Message, render};

pub use button::{Weight, actions, button, button_to, danger_button, link, link_button};
pub use choices::{checkbox, checkboxes, radios};
pub use count::{Count, counts};
pub use details::details;
pub use empty::empty;
pub use errors::{Problems, error_summary};
pub use field::{Choice, Field, Kind, input, select, textarea};
pub use figure::figure;
pub use filter::filter;
pub use form::{AUTOSAVED, autosave, autosaved, form, hidden, plain_form, post_button};
pub use heading::{Heading, breadcrumbs, page_heading};
pub use layout::{aside, cluster, prose, quiet, section, stack};
pub use notice::{Tone, confirmation, notice};
pub use only::{print_only, screen_only};
pub use pagination::pagination;
pub use people::{PersonCard, people};
pub use pills::{OwnDay, pills};
pub use progress::progress;
pub use secret::secret;
pub use shell::{Nav, Person, View, page};
pub use summary::{Fact, summary};
pub use table::{Column, Table, table};
pub use tabs::tabs;
pub use tag::{Hue, tag};
pub use tick::{sticky, tick, tick_all, ticked};
pub use timeline::{Event, timeline};
pub use walk::{Walk, decide, only_for, walk_bar, walk_body, words_for};
pub use zone::{Zone, zone_banner};
pub use zones::{ZoneChoice, zones};

/// A sentence without arguments.
pub fn say(code: &'static str, language: Language) -> String {
    render(&Message::new(code), language)
}

/// Every component with its example, by the name of its file.
pub(crate) const EXAMPLES: &[(&str, fn(Language) -> Markup)] = &[
    ("heading", heading::example),
    ("tabs", tabs::example),
    ("zone", zone::example),
    ("notice", notice::example),
    ("count", count::example),
    ("table", table::example),
    ("pagination", pagination::example),
    ("filter", filter::example),
    ("summary", summary::example),
    ("timeline", timeline::example),
    ("tag", tag::example),
    ("form", form::example),
    ("errors", errors::example),
    ("field", field::example),
    ("choices", choices::example),
    ("pills", pills::example),
    ("zones", zones::example),
    ("tick", tick::example),
    ("walk", walk::example),
    ("people", people::example),
    ("secret", secret::example),
    ("button", button::example),
    ("details", details::example),
    ("progress", progress::example),
    ("figure", figure::example),
    ("empty", empty::example),
    ("layout", layout::example),
    ("icon", icon::example),
    ("only", only::example),
    ("shell", shell::example),
];
