//! What the schools of the room are called.

use access::UnitId;

use crate::view::School;
use crate::{Cx, Result, schools};

/// A school by its code; named by the code when nobody has told its name.
pub(crate) async fn named(cx: &Cx, unit: UnitId) -> Result<School> {
    Ok(schools::of(cx, &cx.versions().await?).await?.school(unit))
}
