//! What a person sees when a request could not be answered: a page in plain words, never an error's own text.

use axum::{
    extract::Request,
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use text::{Arg, Language, Message, render};

use crate::{
    cookies::Cookies,
    preferences::Preferences,
    ui::{self, View},
};

/// The number by which a fault can be found in the log. It says nothing by itself.
#[derive(Clone, Debug)]
struct Reference(String);

/// The answer when something is broken: the page tells the reference and nothing more.
pub fn fault(reference: impl Into<String>) -> Response {
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Reference(reference.into()));
    response
}

/// Gives every refusal that is not a page already a page, whichever part of the program refused.
pub(crate) async fn as_pages(cookies: Cookies, request: Request, next: Next) -> Response {
    let view = View {
        preferences: Preferences::read(request.headers(), cookies),
        path: request.uri().path().to_owned(),
        ..View::default()
    };
    let response = next.run(request).await;
    let status = response.status();
    if status.is_success()
        || status.is_redirection()
        || status == StatusCode::NOT_MODIFIED
        || is_page(response.headers())
    {
        return response;
    }
    let reference = response.extensions().get::<Reference>().map(|it| it.0.clone());
    let mut answer = (status, page(&view, status, reference)).into_response();
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            answer.headers_mut().insert(name, value.clone());
        }
    }
    answer
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

fn page(view: &View, status: StatusCode, reference: Option<String>) -> Markup {
    let (title, help) = codes(status);
    let say = |code| ui::say(code, view.language());
    let content = html! {
        (ui::page_heading(&ui::Heading { title: &say(title), ..ui::Heading::default() }))
        (ui::prose(&[&say(help)]))
        @if let Some(reference) = reference {
            (ui::prose(&[&told(reference, view.language())]))
        }
        (ui::actions(html! { (ui::link_button(ui::Weight::Secondary, "/", &say("web-error-home"))) }))
    };
    ui::page(view, &say(title), content)
}

fn told(reference: String, language: Language) -> String {
    render(&Message::new("web-error-reference").with("reference", Arg::Text(reference)), language)
}

/// What happened and what to do, by kind. A kind that has no sentence of its own is told as our fault or the request's.
fn codes(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::UNAUTHORIZED => ("web-error-signed-out", "web-error-signed-out-help"),
        StatusCode::FORBIDDEN => ("web-error-refused", "web-error-refused-help"),
        StatusCode::NOT_FOUND => ("web-error-missing", "web-error-missing-help"),
        StatusCode::METHOD_NOT_ALLOWED => ("web-error-method", "web-error-method-help"),
        StatusCode::PAYLOAD_TOO_LARGE => ("web-error-large", "web-error-large-help"),
        StatusCode::TOO_MANY_REQUESTS => ("web-error-many", "web-error-many-help"),
        status if status.is_server_error() => ("web-error-fault", "web-error-fault-help"),
        _ => ("web-error-form", "web-error-form-help"),
    }
}
