//! What several pages ask or show.

pub(super) mod asks;
pub(super) mod going;
pub(super) mod password;
pub(super) mod reporting;
pub(super) mod roles;
pub(super) mod when;
pub(super) mod who;
pub(super) mod zone;
