//! The accounts of the room, for the administrator.

use std::collections::BTreeMap;

use access::{RoleAt, Target, UserId, WriteAct};
use domain::Day;

use super::School;
use crate::names::Swedish;
use crate::steps::when::day_of;
use crate::{Cx, Result, schools};

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
    /// Whether it is the reader's own.
    pub own: bool,
    /// The day that it was made, and by whom; nobody when a command on the machine or the first-run page did.
    pub made: (Day, Option<String>),
}

/// The accounts.
///
/// # Errors
/// Denied: the actor does not manage accounts. The room.
pub async fn view(cx: &Cx) -> Result<Accounts> {
    let permit = cx.access().decide(cx.actor(), WriteAct::ManageAccounts, &Target::Room)?;
    let mut reading = cx.room().reading(cx.now());
    let mut all = room::accounts::list(&mut reading, permit).await?;
    let swedish = Swedish::new()?;
    all.sort_by(|a, b| swedish.compare(&a.name, &b.name).then(a.id.cmp(&b.id)));
    let me = cx.who().map(|who| who.user);
    let names: BTreeMap<UserId, String> = all.iter().map(|it| (it.id, it.name.clone())).collect();
    let accounts = all.into_iter().map(|it| Account {
        user: it.id,
        name: it.name,
        login: it.login,
        roles: it.roles,
        disabled: it.disabled.is_some(),
        second_factor: it.has_totp,
        own: me == Some(it.id),
        made: (day_of(it.made), it.made_by.and_then(|by| names.get(&by).cloned())),
    });
    let accounts =
        Accounts { accounts: accounts.collect(), schools: schools::of(cx, &cx.versions().await?).await?.all() };
    Ok(reading.show(accounts).await?)
}
