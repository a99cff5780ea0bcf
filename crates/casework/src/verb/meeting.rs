//! The pupil health team's meeting: begin, decide, end.

use access::{UnitId, UserId};
use domain::Day;
use uuid::Uuid;

use crate::{Cx, Result};

/// The three choices about a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Wait until a day.
    Wait {
        /// Until when.
        until: Day,
    },
    /// Do something: who, when and what.
    Do {
        /// Who.
        assignee: UserId,
        /// When.
        by: Day,
        /// What.
        text: String,
    },
    /// Propose an inquiry (skollagen 7 kap. 19 a §) to the head teacher.
    Inquiry {
        /// Why.
        text: String,
    },
}

/// Begins a meeting at a school with those of its list whom nobody has acted on or whose follow-up is due.
///
/// # Errors
/// Refused: nobody to talk about. Denied. The room.
pub async fn begin(cx: &Cx, id: Uuid, school: UnitId) -> Result<()> {
    Err(crate::failure::unbuilt())
}

/// Decides about a pupil of the meeting, by number from 1. A new choice takes the place of the one before.
///
/// # Errors
/// Refused, by field as in [`super::document`]. Denied. The room.
pub async fn decide(cx: &Cx, id: Uuid, meeting: Uuid, number: i64, choice: Choice) -> Result<()> {
    Err(crate::failure::unbuilt())
}

/// Ends the meeting.
///
/// # Errors
/// Denied. The room.
pub async fn end(cx: &Cx, meeting: Uuid) -> Result<()> {
    Err(crate::failure::unbuilt())
}
