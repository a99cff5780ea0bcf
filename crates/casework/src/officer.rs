//! The officer's recurring task: nothing here watches pupils with protected identity, so somebody must, by hand.

use access::{Actor, Job, Target, WriteAct};
use domain::Day;
use domain::calendar::Calendar;
use room::officer;

use crate::{Cx, Result, calendar, days};

/// School weeks between two times.
const EVERY: u8 = 4;

/// The day by which it is to be done the next time after a day.
pub(crate) fn next(calendar: &Calendar, done: Day) -> Day {
    calendar.school_weeks_after(done, EVERY)
}

/// Gives the task if there is anybody to go through and it has not been given: at once the first time, and then four
/// school weeks after it was done.
pub(crate) async fn remind(cx: &Cx) -> Result<()> {
    if room::relations::protected(cx.room()).await?.is_empty() {
        return Ok(());
    }
    let calendar = calendar::of(cx, &cx.versions().await?).await?;
    let due = match officer::latest(cx.room()).await? {
        None => calendar.school_weeks_after(cx.today(), 0),
        Some(task) => match task.done {
            None => return Ok(()),
            Some(done) => next(&calendar, days::swedish(done)?),
        },
    };
    let permit =
        cx.access().decide(&Actor::Job(Job::ProtectedReminder), WriteAct::RemindAboutProtected, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    officer::remind(&mut change, permit, due).await?;
    Ok(change.commit().await?)
}
