//! Questions that several forms ask.

pub(super) mod when;
pub(super) mod who;
pub(super) mod zone;
