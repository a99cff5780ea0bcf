//! stub
use casework::view::pupil::PupilPage;
use maud::{Markup, html};
use crate::session::Visit;

pub(super) fn compact(_: &Visit, _: &PupilPage) -> Markup { html! {} }
