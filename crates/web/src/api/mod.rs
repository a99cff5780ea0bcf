//! The JSON API that other systems read by a token: its routes. Reading only, no cookies, no other origin, nothing kept.

mod answer;
mod answer_imports;
mod caller;
pub(crate) mod document;
mod errors;
mod imports;
mod pupils;

use axum::{Router, routing::get};

use crate::site::Shared;

pub(crate) use errors::{as_json, is_api};

/// Where it lies in a room.
pub(crate) const PATH: &str = "/{rum}/api/v1";
/// The same after the room's address.
pub(crate) const IN_ROOM: &str = "/api/v1";

/// Every route; the document names them all but its own.
#[rustfmt::skip]
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/openapi.json", get(document::show))
        .route("/pupils", get(pupils::list))
        .route("/pupils/{id}/line", get(pupils::line))
        .route("/pupils/{id}/signals", get(pupils::signals_of))
        .route("/signals", get(pupils::signals))
        .route("/imports", get(imports::list))
        .route("/imports/{id}", get(imports::one))
}
