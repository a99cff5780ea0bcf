//! The part of the family's sheet that came with the referral is taken into the room's own records.

use axum::response::{IntoResponse, Redirect};
use casework::verb::episode::register_sheet;

use super::{id, path};
use crate::{failure::Answer, posted::Posted};

/// Records it.
pub(crate) async fn save(Posted { visit, .. }: Posted) -> Answer {
    register_sheet::run(&visit.cx, id(&visit)?, visit.id("del")?).await?;
    Ok(Redirect::to(&visit.url(&path(id(&visit)?))).into_response())
}
