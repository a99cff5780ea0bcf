//! Throwing a saved profile away.

use axum::response::{IntoResponse, Redirect};
use casework::verb::profile;

use crate::{failure::Answer, posted::Posted};

/// Throws it away.
pub(crate) async fn delete(Posted { visit, .. }: Posted) -> Answer {
    profile::delete(&visit.cx, visit.id("profil")?).await?;
    Ok(Redirect::to(&visit.url("/import?klart=profil-borta")).into_response())
}
