//! Om.

use maud::html;

use crate::{failure::Answer, session::Visit};

pub(crate) async fn show(visit: Visit) -> Answer {
    visit.shown("Om", html! { h1 { "Om" } })
}
