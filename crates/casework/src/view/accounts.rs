//! The accounts of the room, for the administrator.

use access::{RoleAt, UserId};

use super::School;
use crate::{Cx, Result};

/// The accounts.
#[derive(Clone, Debug)]
pub struct Accounts {
    /// Every account, by name.
    pub accounts: Vec<Account>,
    /// The schools of the room.
    pub schools: Vec<School>,
}

/// An account.
#[derive(Clone, Debug)]
pub struct Account {
    /// Id.
    pub user: UserId,
    /// Name.
    pub name: String,
    /// What is written when signing in.
    pub login: String,
    /// Roles.
    pub roles: Vec<RoleAt>,
    /// Whether it is closed.
    pub disabled: bool,
    /// Whether the second factor is set up.
    pub second_factor: bool,
}

/// The accounts.
///
/// # Errors
/// Denied: the actor does not manage accounts. The room.
pub async fn view(cx: &Cx) -> Result<Accounts> {
    Err(crate::failure::unbuilt())
}
