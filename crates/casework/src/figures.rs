//! The figures that a simulator of thresholds reads, on disk: those that belong to what everybody sees, and no others. An
//! import that was cut off leaves files that nobody reads, and that may hold somebody who is protected by now; so whatever
//! works with figures next takes them away.

use absence::figures::{self, Hold};

use crate::blocking::blocking;
use crate::{Cx, Result};

/// Lets nobody take figures away, until it is dropped.
pub(crate) async fn hold(cx: &Cx) -> Result<Hold> {
    let root = cx.attendance().to_owned();
    blocking(move || Ok(figures::hold(&root)?)).await
}

/// Takes away the figures that nobody sees. Gives the number of files. Where others are being written nothing is done:
/// whoever writes them does this afterwards.
pub(crate) async fn sweep(cx: &Cx) -> Result<usize> {
    let root = cx.attendance().to_owned();
    let Some(alone) = blocking(move || Ok(figures::alone(&root)?)).await? else { return Ok(0) };
    let now = room::figures::current(cx.room()).await?;
    blocking(move || Ok(alone.sweep(now.as_deref())?)).await
}
