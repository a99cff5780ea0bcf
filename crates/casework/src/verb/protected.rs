//! The officer has checked.

use access::{Target, WriteAct};
use room::officer;

use crate::{Cx, Failure, Result};

/// Notes that protected pupils' attendance has been checked by hand; the next time is four school weeks later. When
/// nothing is due nothing is noted: it has been done already.
///
/// # Errors
/// Denied. The room.
pub async fn checked(cx: &Cx) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::ReviewProtected, &Target::Room)?;
    let Some(who) = cx.who() else { return Err(Failure::Denied(text::Message::new("denied-protected"))) };
    if let Some(task) = officer::latest(cx.room()).await?.filter(|task| task.done.is_none() && task.due <= cx.today()) {
        let mut change = cx.room().change(cx.now()).await?;
        officer::done(&mut change, permit, task.due, who.user).await?;
        change.commit().await?;
    }
    crate::officer::remind(cx).await
}
