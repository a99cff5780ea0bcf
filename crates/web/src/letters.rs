//! Letters that other servers bring: taken, or turned away without a word. They are signed, so there are no cookies and
//! no forms, and nothing of them reaches a log.

use std::sync::Arc;

use axum::{
    Extension,
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use casework::doorway::{Doorway, MOST};

use crate::{failure::Answer, site::Shared};

/// The address, after that of the server: [`casework::doorway::PATH`].
pub(crate) const PATH: &str = "/dorr";

/// What the route needs: the way in that all rooms share, and room for a letter.
pub(crate) fn way_in() -> (Extension<Arc<Doorway>>, DefaultBodyLimit) {
    (Extension(Arc::new(Doorway::default())), DefaultBodyLimit::max(MOST))
}

/// Takes a letter for one of the rooms here.
pub(crate) async fn take(
    State(site): State<Shared>,
    Extension(doorway): Extension<Arc<Doorway>>,
    letter: Bytes,
) -> Answer {
    let offices: Vec<_> = site.offices.values().collect();
    let (now, _) = (site.clock)();
    let (status, receipt) = doorway.answer(&offices, &letter, now).await?;
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::FORBIDDEN);
    let kind = [(header::CONTENT_TYPE, "application/octet-stream")];
    Ok((status, kind, receipt).into_response())
}

/// An answer to another server: what it is told is the status, whatever went wrong.
pub(crate) fn bare(response: &Response) -> Response {
    response.status().into_response()
}

#[test]
fn the_address_is_the_one_that_the_door_sends_to() {
    assert_eq!(PATH.strip_prefix('/'), Some(casework::doorway::PATH));
}
