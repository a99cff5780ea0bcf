//! What every page has around it: the product, the room, who is signed in, where one can go, language and colours.

use maud::{DOCTYPE, Markup, html};
use text::Language;

use super::{
    hidden,
    icon::{Icon, icon},
    say,
};
use crate::{
    assets,
    preferences::{self, Preferences, Scheme},
};

/// Who looks at a page, and from where. Handlers fill it in; components only read it.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// Language and colours.
    pub preferences: Preferences,
    /// The path of the page, without what is asked for after `?`.
    pub path: String,
    /// What is asked for after `?`.
    pub query: String,
    /// The name of the room.
    pub room: Option<String>,
    /// The first page of the room; without a room, the first page of all.
    pub home: Option<String>,
    /// Where a search for a pupil is posted, if this person may look for pupils.
    pub search: Option<String>,
    /// Who is signed in.
    pub person: Option<Person>,
    /// Where this person can go.
    pub nav: Vec<Nav>,
    /// The token of the session, which every form carries.
    pub token: Option<String>,
}

impl View {
    /// The language of the page.
    pub fn language(&self) -> Language {
        self.preferences.language
    }

    /// The address of the page, with what is asked for.
    pub fn here(&self) -> String {
        if self.query.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, self.query) }
    }
}

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The role in which this person works now, in words.
    pub role: String,
    /// Where the button that signs out is posted.
    pub sign_out: String,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person")
    }
}

/// A link to a page.
#[derive(Clone, Debug)]
pub struct Nav {
    /// Where.
    pub href: String,
    /// What it is called.
    pub label: String,
}

impl Nav {
    /// A link to a page.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Nav {
        Nav { href: href.into(), label: label.into() }
    }

    /// Whether the page with this path is the one or lies below it.
    fn leads_to(&self, path: &str) -> bool {
        let below = path.strip_prefix(self.href.as_str());
        below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// htmx keeps no copies of pages, runs no strings as code, adds no styles, and shows an answer that says what is wrong.
const HTMX: &str = r#"{"historyCacheSize":0,"refreshOnHistoryMiss":true,"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,"responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"422","swap":true},{"code":"[45]..","swap":true,"error":true}]}"#;

/// A whole page: its title, and what stands between head and foot.
pub fn page(view: &View, title: &str, content: Markup) -> Markup {
    let language = view.language();
    html! {
        (DOCTYPE)
        html lang=(language.code()) data-color-scheme=(view.preferences.scheme.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="htmx-config" content=(HTMX);
                title { (title) " – Skollinjen" }
                link rel="icon" href=(assets::href("mark.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(assets::href("skollinjen.css"));
                script src=(assets::href("htmx.js")) defer {}
                script src=(assets::href("app.js")) defer {}
            }
            body data-size="sm" {
                a class="ds-skip-link" href="#innehall" { (say("web-skip", language)) }
                (header(view))
                main id="innehall" class="sl-main" tabindex="-1" { (content) }
                (footer(view))
            }
        }
    }
}

fn header(view: &View) -> Markup {
    html! {
        header class="sl-header" {
            div class="sl-bar" {
                a class="sl-brand" href=(view.home.as_deref().unwrap_or("/")) { (icon(Icon::Mark)) "Skollinjen" }
                @if let Some(room) = &view.room { p class="sl-room" { (room) } }
                @if let Some(action) = &view.search { (search(view, action)) }
                @if let Some(person) = &view.person { (signed_in(view, person)) }
            }
            @if !view.nav.is_empty() { (navigation(view)) }
        }
    }
}

/// Looking for a pupil. With POST, so that no name stands in an address.
fn search(view: &View, action: &str) -> Markup {
    let say = |code| say(code, view.language());
    html! {
        form class="sl-search" method="post" action=(action) role="search" aria-label=(say("web-search-label")) {
            @if let Some(token) = &view.token { (hidden("token", token)) }
            input class="ds-input" type="search" name="ord" autocomplete="off" aria-label=(say("web-search-label"))
                placeholder=(say("web-search-label"));
            button class="ds-button" data-variant="tertiary" type="submit" { (say("web-search-button")) }
        }
    }
}

fn signed_in(view: &View, person: &Person) -> Markup {
    html! {
        div class="sl-person" {
            p { span class="sl-person-name" { (person.name) } " " span class="sl-person-role" { (person.role) } }
            form method="post" action=(person.sign_out) {
                @if let Some(token) = &view.token { (hidden("token", token)) }
                button class="ds-button" data-variant="tertiary" type="submit" { (say("web-sign-out", view.language())) }
            }
        }
    }
}

fn navigation(view: &View) -> Markup {
    html! {
        nav class="sl-nav" aria-label=(say("web-navigation", view.language())) {
            ul {
                @for link in &view.nav {
                    li {
                        a href=(link.href) aria-current=[link.leads_to(&view.path).then_some("page")] { (link.label) }
                    }
                }
            }
        }
    }
}

fn footer(view: &View) -> Markup {
    let language = view.language();
    let schemes = Scheme::ALL.map(|scheme| {
        let label = match scheme {
            Scheme::Auto => say("web-scheme-auto", language),
            Scheme::Light => say("web-scheme-light", language),
            Scheme::Dark => say("web-scheme-dark", language),
        };
        (scheme.code(), label, scheme == view.preferences.scheme)
    });
    html! {
        footer class="sl-footer" {
            div class="sl-bar" {
                p { (say("web-footer", language)) }
                (choice(view, &say("web-language", language), html! {
                    // Each language by its own name, so that who does not know the other one finds it.
                    @for (each, name) in [(Language::Swedish, "Svenska"), (Language::English, "English")] {
                        button type="submit" name="language" value=(each.code()) lang=(each.code())
                            aria-pressed=(each == language) { (name) }
                    }
                }))
                (choice(view, &say("web-scheme", language), html! {
                    @for (code, label, chosen) in schemes {
                        button type="submit" name="scheme" value=(code) aria-pressed=(chosen) { (label) }
                    }
                }))
            }
        }
    }
}

fn choice(view: &View, label: &str, buttons: Markup) -> Markup {
    html! {
        form method="post" action=(preferences::PATH) {
            input type="hidden" name="back" value=(view.here()) data-back;
            div class="sl-choice" role="group" aria-label=(label) { (buttons) }
        }
    }
}

/// The gallery itself stands in a shell; here is what the shell is made of.
pub(super) fn example(_: Language) -> Markup {
    html! { p { "Sidhuvudet och sidfoten på den här sidan." } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_current_on_its_page_and_below() {
        let leads = |href: &str, path| Nav::new(href, "").leads_to(path);
        assert!(leads("/elever", "/elever") && leads("/elever", "/elever/7") && leads("/", "/"));
        assert!(!leads("/elever", "/eleverna") && !leads("/", "/elever"));
    }
}
