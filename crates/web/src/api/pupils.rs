//! Pupils: by number, their signals, and one pupil's weeks.

use access::{PupilId, UnitId};
use axum::{
    extract::{Query, rejection::QueryRejection},
    http::StatusCode,
    response::Response,
};
use casework::view::api::{self, Ask, NumberedPage, PAGE};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::{
    answer::{FiringPage, PupilLine, PupilPage, SignalsOfPupil, good},
    caller::Caller,
    errors::{Problem, Refused},
};

/// Which page of which list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// One school only, by the code of the unit. A school that the token does not reach has nobody.
    #[param(minimum = 0)]
    school: Option<i32>,
    /// The value of `next` on the page before.
    #[param(format = "uuid")]
    after: Option<String>,
    /// Pupils on a page.
    #[param(minimum = 1, maximum = 100, default = 100)]
    limit: Option<u16>,
}

type Asked = Result<Query<Wanted>, QueryRejection>;

async fn page(caller: &Caller, asked: Asked, firing: bool) -> Result<NumberedPage, Refused> {
    let bad = || Refused::With(StatusCode::BAD_REQUEST);
    let Query(wanted) = asked.map_err(|_| bad())?;
    let after = wanted.after.map(|after| after.parse::<Uuid>()).transpose().map_err(|_| bad())?;
    let limit = wanted.limit.unwrap_or(PAGE);
    if !(1..=PAGE).contains(&limit) || wanted.school.is_some_and(|school| school < 0) {
        return Err(bad());
    }
    let after = after.map(|id| PupilId(id.as_u128()));
    Ok(api::pupils(&caller.cx, Ask { school: wanted.school.map(UnitId), firing, after, limit }).await?)
}

/// Pupils by number: those that the token reaches, in the order of their ids.
#[utoipa::path(
    get, path = "/pupils", operation_id = "pupils", tag = "pupils", params(Wanted),
    responses(
        (status = 200, description = "A page of pupils", body = PupilPage),
        (status = 400, description = "The request cannot be understood", body = Problem),
        (status = 401, description = "No valid token", body = Problem),
        (status = 403, description = "The token does not read pupils", body = Problem),
        (status = 429, description = "Too many wrong tokens", body = Problem),
    )
)]
pub(super) async fn list(caller: Caller, asked: Asked) -> Result<Response, Refused> {
    Ok(good(&PupilPage::of(&page(&caller, asked, false).await?)))
}

/// Pupils with a signal that fires, of those that the token reaches.
#[utoipa::path(
    get, path = "/signals", operation_id = "signals", tag = "signals", params(Wanted),
    responses(
        (status = 200, description = "A page of pupils with signals", body = FiringPage),
        (status = 400, description = "The request cannot be understood", body = Problem),
        (status = 401, description = "No valid token", body = Problem),
        (status = 403, description = "The token does not read pupils", body = Problem),
        (status = 429, description = "Too many wrong tokens", body = Problem),
    )
)]
pub(super) async fn signals(caller: Caller, asked: Asked) -> Result<Response, Refused> {
    Ok(good(&FiringPage::of(&page(&caller, asked, true).await?)))
}

/// A pupil's weeks over two school years.
#[utoipa::path(
    get, path = "/pupils/{id}/line", operation_id = "pupil_line", tag = "pupils",
    params(("id" = String, Path, description = "The pupil's id", format = "uuid")),
    responses(
        (status = 200, description = "The weeks", body = PupilLine),
        (status = 401, description = "No valid token", body = Problem),
        (status = 404, description = "No such pupil for this token", body = Problem),
        (status = 429, description = "Too many wrong tokens", body = Problem),
    )
)]
pub(super) async fn line(caller: Caller) -> Result<Response, Refused> {
    let id = PupilId(caller.id()?.as_u128());
    Ok(good(&PupilLine::of(api::of_pupil(&caller.cx, id).await?)))
}

/// What each signal says about a pupil.
#[utoipa::path(
    get, path = "/pupils/{id}/signals", operation_id = "pupil_signals", tag = "signals",
    params(("id" = String, Path, description = "The pupil's id", format = "uuid")),
    responses(
        (status = 200, description = "The signals", body = SignalsOfPupil),
        (status = 401, description = "No valid token", body = Problem),
        (status = 404, description = "No such pupil for this token", body = Problem),
        (status = 429, description = "Too many wrong tokens", body = Problem),
    )
)]
pub(super) async fn signals_of(caller: Caller) -> Result<Response, Refused> {
    let id = PupilId(caller.id()?.as_u128());
    Ok(good(&SignalsOfPupil::of(&api::of_pupil(&caller.cx, id).await?)))
}
