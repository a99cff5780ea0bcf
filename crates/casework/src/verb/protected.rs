//! The officer has checked.

use crate::{Cx, Result};

/// Notes that protected pupils' attendance has been checked by hand; the next time is four school weeks later.
///
/// # Errors
/// Denied. The room.
pub async fn checked(cx: &Cx) -> Result<()> {
    Err(crate::failure::unbuilt())
}
