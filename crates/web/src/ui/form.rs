//! Forms. Every one is sent with POST and carries the token of the session, which another site does not know.

use maud::{Markup, html};
use text::Language;

use super::{Field, Kind, View, Weight, actions, button, input};

/// The field that carries the token.
const TOKEN: &str = "token";

/// A form around its fields and buttons, sent and answered as a whole page. Post it to the page that it stands on: when
/// something is wrong, that page is shown again with status 422, the errors first and everything written kept.
pub fn form(view: &View, action: &str, content: Markup) -> Markup {
    html! {
        // Without the browser's own checks: ours tell what to do, in the language of the page.
        form class="sl-form" method="post" action=(action) novalidate {
            (token(view))
            (content)
        }
    }
}

/// A form that takes files. They are sent after the token, so that it is read before them.
pub fn upload_form(view: &View, action: &str, content: Markup) -> Markup {
    html! {
        form class="sl-form sl-upload" method="post" action=(action) enctype="multipart/form-data" novalidate {
            (token(view))
            (content)
        }
    }
}

/// The id of where [`autosave`] says what was kept; also the target that its requests name.
pub const AUTOSAVED: &str = "utkast";

/// Fields that are sent to `action`, with the rest of their form, a moment after something in them has changed.
pub fn autosave(action: &str, fields: Markup) -> Markup {
    let place = format!("#{AUTOSAVED}");
    html! {
        div class="sl-form" hx-post=(action) hx-trigger="input delay:1s" hx-target=(place) hx-select=(place) hx-swap="outerHTML" {
            (fields)
        }
        (autosaved(""))
    }
}

/// What was kept, and when.
pub fn autosaved(sentence: &str) -> Markup {
    html! { p id=(AUTOSAVED) class="sl-autosaved" { (sentence) } }
}

/// A value that goes with a form without being seen.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// One button that does one thing, with the values that go with it.
pub fn post_button(view: &View, action: &str, weight: Weight, label: &str, values: &[(&str, &str)]) -> Markup {
    html! {
        form class="sl-inline" method="post" action=(action) {
            (token(view))
            @for (name, value) in values { (hidden(name, value)) }
            (button(weight, label))
        }
    }
}

fn token(view: &View) -> Markup {
    html! { @if let Some(token) = &view.token { (hidden(TOKEN, token)) } }
}

pub(super) fn example(_: Language) -> Markup {
    let view = View { token: Some("example".to_owned()), ..View::default() };
    html! {
        (form(&view, "/komponenter", html! {
            (input(&Field { name: "task", label: "Vad ska göras?", ..Field::default() }, Kind::Text, ""))
            (actions(button(Weight::Primary, "Lägg till")))
        }))
        (post_button(&view, "/komponenter", Weight::Secondary, "Markera som klar", &[("id", "7")]))
    }
}
