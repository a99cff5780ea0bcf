//! Sök.

use maud::html;

use crate::{failure::Answer, posted::Posted, session::Visit};

pub(crate) async fn show(visit: Visit) -> Answer {
    visit.shown("Sök", html! { h1 { "Sök" } })
}

pub(crate) async fn send(Posted { visit, .. }: Posted) -> Answer {
    visit.shown("Sök", html! { h1 { "Sök" } })
}
