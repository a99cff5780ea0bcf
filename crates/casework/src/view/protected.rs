//! The officer's recurring task: to check the attendance of pupils with protected identity by hand.

use access::{Target, WriteAct};
use domain::Day;

use crate::{Cx, Result, calendar, days, officer};

/// The task. No names: only that it is due, and when it was done.
#[derive(Clone, Debug)]
pub struct Protected {
    /// The day by which it is to be done.
    pub due: Day,
    /// Whether it is due today or earlier.
    pub is_due: bool,
    /// When it was done before, newest first.
    pub done: Vec<Day>,
}

/// The task.
///
/// # Errors
/// Denied: the actor is not the officer. The room.
pub async fn view(cx: &Cx) -> Result<Protected> {
    let permit = cx.access().decide(cx.actor(), WriteAct::ReviewProtected, &Target::Room)?;
    let mut reading = cx.room().reading(cx.now());
    let tasks = room::officer::tasks(&mut reading, permit).await?;
    let done = tasks.iter().filter_map(|task| task.done).map(days::swedish).collect::<Result<Vec<Day>>>()?;
    let calendar = calendar::of(cx, &cx.versions().await?).await?;
    let due = match tasks.iter().find(|task| task.done.is_none()) {
        Some(task) => task.due,
        None => officer::next(&calendar, cx.today()), // nobody to go through yet
    };
    Ok(reading.show(Protected { due, is_due: due <= cx.today(), done }).await?)
}
