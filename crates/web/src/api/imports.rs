//! Imports: when deliveries came, and what became of them.

use axum::response::Response;
use casework::view::imports;

use super::{
    answer::good,
    answer_imports::{Import, Imports},
    caller::Caller,
    errors::{Problem, Refused},
};

/// The latest imports, for a token that reads deliveries of the whole room.
#[utoipa::path(
    get, path = "/imports", operation_id = "imports", tag = "imports",
    responses(
        (status = 200, description = "The latest imports", body = Imports),
        (status = 401, description = "No valid token", body = Problem),
        (status = 403, description = "The token does not read the room's imports", body = Problem),
        (status = 429, description = "Too many wrong tokens", body = Problem),
    )
)]
pub(super) async fn list(caller: Caller) -> Result<Response, Refused> {
    Ok(good(&Imports::of(&imports::list(&caller.cx).await?.imports)))
}

/// One import.
#[utoipa::path(
    get, path = "/imports/{id}", operation_id = "import", tag = "imports",
    params(("id" = String, Path, description = "The import's id", format = "uuid")),
    responses(
        (status = 200, description = "The import", body = Import),
        (status = 401, description = "No valid token", body = Problem),
        (status = 403, description = "The token does not read the room's imports", body = Problem),
        (status = 404, description = "No such import", body = Problem),
        (status = 429, description = "Too many wrong tokens", body = Problem),
    )
)]
pub(super) async fn one(caller: Caller) -> Result<Response, Refused> {
    Ok(good(&Import::of(&imports::one(&caller.cx, caller.id()?).await?)))
}
