//! How a person wants pages: language, light or dark. Kept in two cookies that say nothing about who it is.

use std::convert::Infallible;

use axum::{
    Form,
    extract::{FromRef, FromRequestParts, State},
    http::{HeaderMap, HeaderName, StatusCode, header, request::Parts},
    response::{AppendHeaders, IntoResponse},
};
use serde::Deserialize;
use text::Language;

use crate::cookies::Cookies;

/// Where a choice is posted.
pub(crate) const PATH: &str = "/installningar/visning";

const LANGUAGE: &str = "sprak";
const SCHEME: &str = "utseende";
/// A year.
const SECONDS: u32 = 365 * 24 * 60 * 60;

/// What a person has chosen, or what is likely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the pages.
    pub language: Language,
    /// Their colours.
    pub scheme: Scheme,
}

/// The colours of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the computer is set.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// Every choice, in the order in which they are shown.
    pub const ALL: [Scheme; 3] = [Scheme::Auto, Scheme::Light, Scheme::Dark];

    /// The code of the choice, in forms, cookies and in the page itself.
    pub fn code(self) -> &'static str {
        match self {
            Scheme::Auto => "auto",
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }

    fn from_code(code: &str) -> Option<Scheme> {
        Scheme::ALL.into_iter().find(|scheme| scheme.code() == code)
    }
}

impl Preferences {
    /// Reads the cookies. Without a choice it is Swedish, unless the browser asks for English and not for Swedish.
    pub fn read(headers: &HeaderMap, cookies: Cookies) -> Preferences {
        let chosen = cookies.get(headers, LANGUAGE).and_then(Language::from_code);
        let scheme = cookies.get(headers, SCHEME).and_then(Scheme::from_code);
        Preferences { language: chosen.unwrap_or_else(|| asked(headers)), scheme: scheme.unwrap_or_default() }
    }
}

fn asked(headers: &HeaderMap) -> Language {
    let line = headers.get(header::ACCEPT_LANGUAGE).and_then(|line| line.to_str().ok()).unwrap_or_default();
    let codes = line.split(',').filter_map(|part| part.trim().get(..2));
    codes.filter_map(Language::from_code).next().unwrap_or_default()
}

impl<S: Send + Sync> FromRequestParts<S> for Preferences
where
    Cookies: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Preferences, Infallible> {
        Ok(Preferences::read(&parts.headers, Cookies::from_ref(state)))
    }
}

/// What the buttons at the foot of a page send: one of the choices, and the page to go back to.
#[derive(Deserialize)]
pub(crate) struct Choice {
    language: Option<String>,
    scheme: Option<String>,
    back: String,
}

/// Remembers a choice and shows the same page again.
pub(crate) async fn choose(State(cookies): State<Cookies>, Form(choice): Form<Choice>) -> impl IntoResponse {
    let language = choice.language.as_deref().and_then(Language::from_code).map(|it| (LANGUAGE, it.code()));
    let scheme = choice.scheme.as_deref().and_then(Scheme::from_code).map(|it| (SCHEME, it.code()));
    let chosen = language.into_iter().chain(scheme);
    let set = chosen.filter_map(|(name, code)| cookies.set(name, code, Some(SECONDS)).ok());
    let headers: Vec<(HeaderName, _)> = set.map(|line| (header::SET_COOKIE, line)).collect();
    (StatusCode::SEE_OTHER, AppendHeaders(headers), [(header::LOCATION, own_path(&choice.back).to_owned())])
}

/// The path when it is one of ours; otherwise the first page, so that nobody is sent to another site.
fn own_path(path: &str) -> &str {
    let ours =
        path.starts_with('/') && !path.starts_with("//") && path.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    if ours { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn check(name: HeaderName, line: &'static str, language: Language, scheme: Scheme) {
        let headers = HeaderMap::from_iter([(name, HeaderValue::from_static(line))]);
        assert_eq!(Preferences::read(&headers, Cookies { https: false }), Preferences { language, scheme }, "{line}");
    }

    #[test]
    fn a_choice_goes_before_what_the_browser_asks_for() {
        check(header::COOKIE, "sprak=en; utseende=dark", Language::English, Scheme::Dark);
        check(header::COOKIE, "sprak=xx; utseende=pink", Language::Swedish, Scheme::Auto);
        check(header::ACCEPT_LANGUAGE, "de, en-GB;q=0.8, sv;q=0.5", Language::English, Scheme::Auto);
        check(header::ACCEPT_LANGUAGE, "*, x", Language::Swedish, Scheme::Auto);
    }

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(own_path("/elever/7?sida=2"), "/elever/7?sida=2");
        for path in ["https://example.org", "//example.org", "/\\example.org", "", "/a\r\nSet-Cookie: x"] {
            assert_eq!(own_path(path), "/", "{path}");
        }
    }
}
