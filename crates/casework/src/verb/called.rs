//! Noting that a school was phoned about its reporting, and taking the note back.

use access::{Target, UnitId, WriteAct};
use domain::Day;
use room::results::quality;

use crate::{Cx, Failure, Refusal, Result};

/// The furthest back that a call may be noted, in days.
const LONG_AGO: i32 = 31;

/// Notes that somebody phoned a school on a day.
///
/// # Errors
/// Refused: `day` missing, to come or more than a month ago; there is no such school. Denied. The room.
pub async fn run(cx: &Cx, unit: UnitId, day: Option<Day>) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::NoteCall, &Target::Unit(unit))?;
    let Some(who) = cx.who() else { return Err(Failure::denied("denied-numbers")) };
    let Some(day) = day.filter(|day| *day <= cx.today() && cx.today().plus(-LONG_AGO) <= *day) else {
        return Err(Refusal::at("dag", "quality-call-day").into());
    };
    let mut change = cx.room().change(cx.now()).await?;
    quality::called(&mut change, permit, who.user, day).await?;
    Ok(change.commit().await?)
}

/// Takes it back.
///
/// # Errors
/// Denied. The room.
pub async fn undo(cx: &Cx, unit: UnitId) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::NoteCall, &Target::Unit(unit))?;
    let mut change = cx.room().change(cx.now()).await?;
    quality::not_called(&mut change, permit).await?;
    Ok(change.commit().await?)
}
