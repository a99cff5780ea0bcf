//! Accounts: made, closed, and given a new second factor.

use access::{RoleAt, UserId};

use crate::{Cx, Office, Result};

/// An account to be made.
#[derive(Clone)]
pub struct New {
    /// Id.
    pub user: UserId,
    /// Name.
    pub name: String,
    /// What is written when signing in.
    pub login: String,
    /// At least 12 characters.
    pub password: String,
    /// Roles.
    pub roles: Vec<RoleAt>,
}

/// Makes an account.
///
/// # Errors
/// Refused: `login` taken or empty, `password` too short or among the most usual, `roles` in a place where they cannot
/// be held, `name` missing. Denied. The room.
pub async fn create(cx: &Cx, new: New) -> Result<()> {
    Err(crate::failure::unbuilt())
}

/// Gives other roles.
///
/// # Errors
/// As for [`create`].
pub async fn give(cx: &Cx, user: UserId, roles: Vec<RoleAt>) -> Result<()> {
    Err(crate::failure::unbuilt())
}

/// Closes or opens an account; its sessions end.
///
/// # Errors
/// Denied. The room.
pub async fn disable(cx: &Cx, user: UserId, disabled: bool) -> Result<()> {
    Err(crate::failure::unbuilt())
}

/// Takes away the second factor and sets a new password, which is shown once.
///
/// # Errors
/// Denied. The room.
pub async fn reset(cx: &Cx, user: UserId, password: String) -> Result<()> {
    Err(crate::failure::unbuilt())
}

/// Whether the room has no account yet: then the first-run page makes the first.
///
/// # Errors
/// The room.
pub async fn none(office: &Office) -> Result<bool> {
    Err(crate::failure::unbuilt())
}
