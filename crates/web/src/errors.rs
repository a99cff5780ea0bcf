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
    api,
    failure::Fault,
    letters,
    preferences::Preferences,
    session,
    site::Shared,
    ui::{self, View},
};

/// Gives every refusal that is not a page already a page, whichever part of the program refused. A fault gets a number,
/// and a line in the log that says what was being done and nothing about whom.
pub(crate) async fn as_pages(site: Shared, request: Request, next: Next) -> Response {
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    let response = next.run(request).await;
    let status = response.status();
    if status.is_success()
        || status.is_redirection()
        || status == StatusCode::NOT_MODIFIED
        || is_page(response.headers())
    {
        return response;
    }
    let logged = |fault: &str| {
        let reference = site.reference();
        (site.log)(&format!("{reference}: {fault}"));
        reference
    };
    if api::is_api(uri.path()) {
        let language = Preferences::read(&headers, site.cookies()).language;
        return api::as_json(&response, language, logged);
    }
    let reference = response.extensions().get::<Fault>().map(|fault| logged(&fault.0));
    if uri.path() == letters::PATH {
        return letters::bare(&response);
    }
    // When the machine has failed, nothing more is asked of it.
    let around = if status.is_server_error() { None } else { session::around((&headers, &uri), &site).await };
    let view = around.unwrap_or_else(|| View {
        preferences: Preferences::read(&headers, site.cookies()),
        path: uri.path().to_owned(),
        ..View::default()
    });
    let mut answer = (status, page(&view, status, &home(&site, uri.path()), reference)).into_response();
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

/// Where one goes on from: the start of the room whose address it was, otherwise that of the site.
fn home(site: &Shared, path: &str) -> String {
    let room = path.split('/').nth(1).filter(|first| site.offices.contains_key(*first));
    room.map_or_else(|| "/".to_owned(), |room| format!("/{room}/"))
}

fn page(view: &View, status: StatusCode, home: &str, reference: Option<String>) -> Markup {
    let (title, help) = codes(status);
    let say = |code| ui::say(code, view.language());
    let content = html! {
        (ui::page_heading(&ui::Heading { title: &say(title), ..ui::Heading::default() }))
        (ui::prose(&[&say(help)]))
        @if let Some(reference) = reference {
            (ui::prose(&[&told(reference, view.language())]))
        }
        (ui::actions(html! { (ui::link_button(ui::Weight::Secondary, home, &say("web-error-home"))) }))
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
