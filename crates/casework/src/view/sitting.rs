//! The first sitting: after a school's first import, many pupils at once.

use access::UnitId;
use domain::Day;

use super::worklist::Row;
use super::{Colleague, School};
use crate::{Cx, Result};

/// The table of a first sitting: what is left, in the order of the list.
#[derive(Clone, Debug)]
pub struct Sitting {
    /// The school.
    pub school: School,
    /// Pupils of the school's list who have been gone through, and all of them.
    pub done: (i64, i64),
    /// Those that are left, on this page.
    pub rows: Vec<Row>,
    /// Who can be the one that works with the pupil.
    pub colleagues: Vec<Colleague>,
    /// Follow-up days to choose: number of school weeks and the day.
    pub follow_ups: Vec<(u8, Day)>,
    /// The usual follow-up day.
    pub usual: Day,
    /// Whether the sitting has been ended.
    pub ended: bool,
}

/// The table of a school.
///
/// # Errors
/// Denied: the actor may not list the school's pupils. The room.
pub async fn view(cx: &Cx, school: UnitId) -> Result<Sitting> {
    Err(crate::failure::unbuilt())
}
