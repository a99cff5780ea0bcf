//! Questions that several forms ask.

pub(super) mod asks;
pub(super) mod password;
pub(super) mod reporting;
pub(super) mod roles;
pub(super) mod when;
pub(super) mod who;
pub(super) mod zone;
