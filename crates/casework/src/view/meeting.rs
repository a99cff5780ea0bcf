//! EHT-läge: the pupil health team's meeting, one pupil a screen.

use domain::Day;
use uuid::Uuid;

use super::pupil::PupilPage;
use super::{Colleague, School};
use crate::{Cx, Result};

/// What is needed to begin a meeting.
#[derive(Clone, Debug)]
pub struct Begin {
    /// The schools where the actor can hold one, with the number of pupils that would come up.
    pub schools: Vec<(School, i64)>,
    /// A meeting that was begun and not ended.
    pub open: Option<(Uuid, School)>,
    /// Meetings before, newest first: id, day, school, pupils.
    pub before: Vec<(Uuid, Day, School, i64)>,
}

/// One pupil of a meeting.
#[derive(Clone, Debug)]
pub struct Item {
    /// The meeting.
    pub meeting: Uuid,
    /// Its school.
    pub school: School,
    /// This one's number, from 1, and how many there are.
    pub at: (i64, i64),
    /// The pupil, as on the pupil page.
    pub page: PupilPage,
    /// What was decided about the pupil at this meeting, if anything: the statement.
    pub decided: Option<Uuid>,
    /// Who can be given something to do.
    pub colleagues: Vec<Colleague>,
    /// Days to choose: number of school weeks and the day.
    pub follow_ups: Vec<(u8, Day)>,
    /// The usual day.
    pub usual: Day,
}

/// What is needed to begin.
///
/// # Errors
/// Denied: the actor may not hold meetings. The room.
pub async fn begin(cx: &Cx) -> Result<Begin> {
    Err(crate::failure::unbuilt())
}

/// One pupil of a meeting, by number from 1.
///
/// # Errors
/// Denied: no such meeting or number, or not for the actor. The room.
pub async fn item(cx: &Cx, meeting: Uuid, number: i64) -> Result<Item> {
    Err(crate::failure::unbuilt())
}
