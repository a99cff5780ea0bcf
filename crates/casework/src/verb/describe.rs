//! Describing the room: names and districts of its schools, terms, breaks and study days.

use access::UnitId;
use domain::SchoolYear;
use domain::calendar::Calendar;

use crate::{Cx, Result};

/// What is told of the room.
#[derive(Clone, Debug, Default)]
pub struct Description {
    /// Schools: unit code, name, district.
    pub schools: Vec<(UnitId, String, String)>,
    /// School years: what was there for a year is replaced.
    pub years: Vec<(SchoolYear, Calendar)>,
}

/// Takes it in.
///
/// # Errors
/// Refused: a school year whose terms do not fit. Denied. The room.
pub async fn run(_cx: &Cx, _description: Description) -> Result<()> {
    Err(crate::failure::unbuilt())
}
