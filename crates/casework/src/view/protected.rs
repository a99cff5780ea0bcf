//! The officer's recurring task: to check the attendance of pupils with protected identity by hand.

use domain::Day;

use crate::{Cx, Result};

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
    Err(crate::failure::unbuilt())
}
