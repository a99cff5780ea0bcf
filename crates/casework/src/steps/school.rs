//! What the schools of the room are called.

use access::UnitId;

use crate::view::School;
use crate::{Cx, Result};

/// A school by its code; named by the code when nobody has told its name.
pub(crate) async fn named(cx: &Cx, unit: UnitId) -> Result<School> {
    let all = room::units::all(cx.room()).await?;
    let name = all.into_iter().find(|it| it.id == unit).map_or_else(|| unit.0.to_string(), |it| it.name);
    Ok(School { unit, name })
}
