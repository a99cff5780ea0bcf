//! The components that pages are put together from, and the only place that knows class names.
//!
//! Each file has an `example`, which the gallery shows. The server writes all ARIA; nothing here needs JavaScript.

mod bars;
mod button;
mod cell;
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
mod live;
mod menu;
mod narrow;
mod notice;
mod only;
mod pagination;
mod paper;
mod people;
mod pills;
mod preview;
mod progress;
mod reason;
mod shell;
mod square;
mod summary;
mod table;
mod tabs;
mod tag;
mod tick;
mod timeline;
mod walk;
mod whatif;
mod written;
mod zone;
mod zones;

use maud::Markup;
use text::{Language, Message, render};

pub use bars::{Bar, bars};
pub use button::{
    Weight, actions, button, button_to, danger_button, keys, link, link_button, link_named, new_window, print_button,
};
pub use cell::{cell, chips, drawn};
pub use choices::{checkbox, checkboxes, radios};
pub use count::{Count, counts};
pub use details::{details, details_open};
pub use empty::empty;
pub use errors::{Problems, error_summary};
pub use field::{Choice, Field, Kind, files, input, input_labelled, select, textarea};
pub use figure::{both, figure, plain_figure};
pub use filter::filter;
pub use form::{AUTOSAVED, autosave, autosaved, form, hidden, post_button, upload_form};
pub use heading::{Heading, breadcrumbs, page_heading};
pub use layout::{
    aside, beside, choosable, cluster, lines, prose, quiet, section, section_at, signature, small_heading, stack,
};
pub use live::{live, settled};
pub use menu::{Way, menu};
pub use narrow::{copied, copied_lines, narrow, steps, ways};
pub use notice::{Tone, confirmation, notice};
pub use only::{print_only, screen_only};
pub use pagination::pagination;
pub use paper::{
    blanks, boxes, boxes_beside, sheet, sheet_card, sheet_head, sheet_part, sheet_whole, small_print, spoken,
    spoken_list, spoken_steps, write_here,
};
pub use people::{PersonCard, people};
pub use pills::{OwnDay, pills};
pub use preview::{PreviewCell, PreviewColumn, preview, small_select};
pub use progress::progress;
pub use reason::{Reason, quiet_reasons, reasons};
pub use shell::{Nav, Person, View, page};
pub use square::square;
pub use summary::{Fact, summary};
pub use table::{Column, Table, table};
pub use tabs::{Tab, choices, tabs};
pub use tag::{Hue, tag};
pub use tick::{sticky, tick, tick_all, ticked};
pub use timeline::{Event, timeline};
pub use walk::{Walk, decide, only_for, walk_bar, walk_body, words_for};
pub use whatif::{outcome, tried, whatif};
pub use written::{group, written};
pub use zone::{Zone, zone_banner};
pub use zones::{ZoneChoice, zones};

/// A sentence without arguments.
pub fn say(code: &'static str, language: Language) -> String {
    render(&Message::new(code), language)
}

/// A component's name, which is that of its file, and what shows it.
pub(crate) type Example = (&'static str, fn(Language) -> Markup);

/// Every component.
pub(crate) const EXAMPLES: &[Example] = &[
    ("heading", heading::example),
    ("tabs", tabs::example),
    ("zone", zone::example),
    ("notice", notice::example),
    ("count", count::example),
    ("table", table::example),
    ("preview", preview::example),
    ("bars", bars::example),
    ("pagination", pagination::example),
    ("filter", filter::example),
    ("summary", summary::example),
    ("timeline", timeline::example),
    ("written", written::example),
    ("tag", tag::example),
    ("cell", cell::example),
    ("menu", menu::example),
    ("reason", reason::example),
    ("form", form::example),
    ("errors", errors::example),
    ("field", field::example),
    ("choices", choices::example),
    ("pills", pills::example),
    ("zones", zones::example),
    ("tick", tick::example),
    ("walk", walk::example),
    ("whatif", whatif::example),
    ("people", people::example),
    ("paper", paper::example),
    ("button", button::example),
    ("details", details::example),
    ("progress", progress::example),
    ("live", live::example),
    ("figure", figure::example),
    ("empty", empty::example),
    ("layout", layout::example),
    ("narrow", narrow::example),
    ("square", square::example),
    ("icon", icon::example),
    ("only", only::example),
    ("shell", shell::example),
];
