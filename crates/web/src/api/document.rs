//! The API's description, OpenAPI 3.1, written by the handlers themselves. It holds nothing of a room but its address.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        Components, PathItem, Server,
        security::{Http, HttpAuthScheme, SecurityScheme},
    },
};

use super::{IN_ROOM, answer, errors::Refused, imports, pupils};
use crate::site::Shared;

/// The name of the security scheme.
const TOKEN: &str = "token";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Skollinjen",
        description = "Absence in figures, read by a token that somebody answers for. No names, no personal numbers, \
                       nothing that anybody has written, and never a pupil with protected identity.",
        version = "1"
    ),
    paths(
        pupils::list,
        pupils::line,
        pupils::signals_of,
        pupils::signals,
        imports::list,
        imports::one
    ),
    security(("token" = [])),
    modifiers(&Scheme)
)]
struct Document;

struct Scheme;

impl Modify for Scheme {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document.components.get_or_insert_with(Components::new).add_security_scheme(TOKEN, scheme);
    }
}

/// The description, for a room.
pub(crate) fn of(slug: &str) -> utoipa::openapi::OpenApi {
    let mut document = Document::openapi();
    document.servers = Some(vec![Server::new(format!("/{slug}{IN_ROOM}"))]);
    document
}

/// What can be asked, in order: the address and, in a sentence, what it answers.
pub(crate) fn operations() -> Vec<(String, String)> {
    let told = |(path, item): (String, PathItem)| {
        let operation = item.get?;
        Some((path, operation.summary.or(operation.description).unwrap_or_default()))
    };
    Document::openapi().paths.paths.into_iter().filter_map(told).collect()
}

/// The description. It needs no token: it is the same for every room.
pub(super) async fn show(State(site): State<Shared>, Path(slug): Path<String>) -> Result<Response, Refused> {
    if !site.offices.contains_key(&slug) {
        return Err(StatusCode::NOT_FOUND.into());
    }
    Ok(answer::good(&of(&slug)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_is_openapi_3_1_and_tells_every_route() {
        let written = serde_json::to_value(of("bjorkstad")).unwrap();
        assert!(written["openapi"].as_str().unwrap().starts_with("3.1"));
        assert_eq!(written["servers"][0]["url"], "/bjorkstad/api/v1");
        let routes = include_str!("mod.rs").matches(".route(").count();
        assert_eq!(operations().len(), routes - 1, "all but the document itself");
        assert!(operations().iter().all(|(_, says)| !says.is_empty()));
    }
}
