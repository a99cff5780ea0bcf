//! Every route, on one screen, grouped by who uses it; and what every request passes on its way.

use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRef},
    http::StatusCode,
    middleware::from_fn,
    response::IntoResponse,
    routing::{get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, csrf::CsrfLayer};

use crate::{assets, cookies::Cookies, errors, gallery, preferences, security};

/// The largest body of a request, in bytes. Pages that take files set their own.
const BODY: usize = 256 * 1024;

/// What the handlers share.
#[derive(Clone)]
pub struct App {
    /// How cookies are set, and whether the site is reached over HTTPS.
    pub cookies: Cookies,
}

impl FromRef<App> for Cookies {
    fn from_ref(app: &App) -> Cookies {
        app.cookies
    }
}

/// The whole site.
pub fn router(app: App) -> Router {
    let everybody = Router::new().route(preferences::PATH, post(preferences::choose));
    let developers = Router::new().route("/komponenter", get(gallery::show));

    let pages = everybody.merge(developers).nest(assets::PATH, assets::routes());
    protected(pages.with_state(app.clone()), app.cookies)
}

/// What every request passes, outermost last: a panic becomes an answer, a form from another site is refused, a
/// refusal becomes a page, and every answer gets its headers.
fn protected(pages: Router, cookies: Cookies) -> Router {
    let broken = |_| StatusCode::INTERNAL_SERVER_ERROR.into_response();
    pages
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(DefaultBodyLimit::max(BODY))
        .layer(CatchPanicLayer::custom(broken))
        .layer(CsrfLayer::new())
        .layer(from_fn(move |request, next| errors::as_pages(cookies, request, next)))
        .layer(from_fn(move |request, next| security::headers(cookies.https, request, next)))
}
