//! Managing accounts: made, shown, changed and closed under a permit. Nobody sees a secret.

use access::{Act, List, ListAct, Permit, Place, RoleAt, Scope, Side, Subject, Used, UserId, Write, WriteAct};
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{FAILED, forget_tries, login_hash, place, recovery, roles};
use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::reading::Reading;
use crate::sessions::HALF_OPEN;
use crate::store::{on_read, on_tx};

/// An account to be made.
#[derive(Clone)]
pub struct New<'a> {
    /// Its id.
    pub id: Uuid,
    /// What is typed to sign in.
    pub login: &'a str,
    /// Name of the person.
    pub name: &'a str,
    /// Hash of the password; none when it is set at the first sign-in.
    pub password: Option<&'a str>,
    /// Roles, the title first.
    pub roles: &'a [RoleAt],
}

/// An account as whoever manages accounts sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: UserId,
    /// What is typed to sign in.
    pub login: String,
    /// Name of the person.
    pub name: String,
    /// Roles, the title first.
    pub roles: Vec<RoleAt>,
    /// Whether there is a password.
    pub has_password: bool,
    /// Whether there is a second factor.
    pub has_totp: bool,
    /// Since when it is closed, if it is.
    pub disabled: Option<Timestamp>,
    /// When it was made.
    pub made: Timestamp,
    /// Who made it; nobody when a command on the machine or the first-run page did.
    pub made_by: Option<UserId>,
}

/// Somebody whom a task can be given to.
#[derive(Clone, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub id: UserId,
    /// Name.
    pub name: String,
    /// Roles, the title first.
    pub roles: Vec<RoleAt>,
}

macro_rules! debug_id {
    ($($name:ident $(<$life:lifetime>)?),*) => { $(
        impl std::fmt::Debug for $name $(<$life>)? {
            /// The id only: a name or a login must not reach a log.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).field("id", &self.id).finish_non_exhaustive()
            }
        }
    )* };
}
debug_id!(New<'_>, Account, Colleague);

/// Uses up a permit for something done with an account, which the journal tells: whoever manages accounts decides who sees
/// what.
pub(super) fn did(change: &mut Change<'_>, permit: Permit<Write>, account: Uuid, what: &str) -> Result<Used> {
    let about = json!({ "account": account.to_string(), "change": what });
    change.take_about(permit, WriteAct::ManageAccounts.code(), about)
}

/// Makes an account.
///
/// # Errors
/// Refused: the login is taken. A permit for something else than managing accounts; the database.
pub async fn put(change: &mut Change<'_>, permit: Permit<Write>, new: &New<'_>) -> Result<()> {
    insert(change, permit, new, new.password.is_some()).await
}

/// `given`: whether somebody else made the password.
async fn insert(change: &mut Change<'_>, permit: Permit<Write>, new: &New<'_>, given: bool) -> Result<()> {
    let used = did(change, permit, new.id, "made")?;
    // Somebody who has an account; nobody has for a command on the machine.
    let by = used.actor.strip_prefix("person:").and_then(|id| id.parse::<Uuid>().ok());
    let (keys, at) = (change.room().keys(), change.now().as_microsecond());
    let login = keys.seal(place("sealed_login", &new.id), new.login.trim().as_bytes())?.0;
    let name = keys.seal(place("sealed_name", &new.id), new.name.trim().as_bytes())?.0;
    let password = new.password.map(|hash| keys.seal(place("sealed_password", &new.id), hash.as_bytes()));
    let password = password.transpose()?.map(|sealed| sealed.0);
    let hash = login_hash(&keys.hash, new.login);
    let made = on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO account (id, login_hash, sealed_login, sealed_name, sealed_password, created_at, password_given, made_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)").bind(new.id).bind(hash).bind(login).bind(name).bind(password).bind(at).bind(given).bind(by)
        .execute(on).await.map(drop));
    made.map_err(|error| match error.as_database_error() {
        Some(database) if database.is_unique_violation() => refuse("account-login-taken"),
        _ => fault(FAILED)(error),
    })?;
    roles::replace(change, new.id, new.roles).await
}

/// Makes the first account, in a room that has none. Of two at once only one is made.
///
/// # Errors
/// Refused: there is an account. As for [`put`].
pub async fn put_first(change: &mut Change<'_>, permit: Permit<Write>, new: &New<'_>) -> Result<()> {
    // The row of the room is locked until the change is there: the other waits, and then sees the account.
    on_tx!(&mut change.tx, on => sqlx::query("UPDATE room SET demo = demo").execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    let found: Option<(Uuid,)> = on_tx!(&mut change.tx, on =>
        sqlx::query_as("SELECT id FROM account LIMIT 1").fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    if found.is_some() {
        return Err(refuse("account-not-first"));
    }
    insert(change, permit, new, false).await
}

/// Replaces the roles of an account. They count from its next request.
///
/// # Errors
/// Refused: there is no such account. A permit for something else than managing accounts; the database.
pub async fn set_roles(
    change: &mut Change<'_>,
    permit: Permit<Write>,
    account: UserId,
    roles: &[RoleAt],
) -> Result<()> {
    did(change, permit, Uuid::from_u128(account.0), "roles")?;
    let id = Uuid::from_u128(account.0);
    there(change, id).await?;
    roles::replace(change, id, roles).await
}

/// Takes away password, second factor and recovery codes, opens a locked account, and ends its sessions: the person sets new ones.
/// `password` is the hash of one to begin with.
///
/// # Errors
/// Refused: there is no such account. A permit for something else than managing accounts; the database.
pub async fn reset(
    change: &mut Change<'_>,
    permit: Permit<Write>,
    account: UserId,
    password: Option<&str>,
) -> Result<()> {
    did(change, permit, Uuid::from_u128(account.0), "reset")?;
    let id = Uuid::from_u128(account.0);
    there(change, id).await?;
    let keys = change.room().keys();
    let sealed = password.map(|hash| keys.seal(place("sealed_password", &id), hash.as_bytes())).transpose()?;
    let sealed = sealed.map(|sealed| sealed.0);
    on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE account SET sealed_password = $2, password_given = $3, sealed_totp = NULL, totp_last_step = NULL WHERE id = $1")
        .bind(id).bind(sealed).bind(password.is_some()).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    recovery::forget_codes(&mut change.tx, id).await?;
    forget_tries(&mut change.tx, id).await?;
    end_sessions(change, id).await
}

/// Closes an account, and ends its sessions. What it has done stays.
///
/// # Errors
/// Refused: there is no such account. A permit for something else than managing accounts; the database.
pub async fn disable(change: &mut Change<'_>, permit: Permit<Write>, account: UserId) -> Result<()> {
    did(change, permit, Uuid::from_u128(account.0), "closed")?;
    let (id, now) = (Uuid::from_u128(account.0), change.now().as_microsecond());
    there(change, id).await?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE account SET disabled_at = $2 WHERE id = $1 AND disabled_at IS NULL").bind(id).bind(now)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    end_sessions(change, id).await
}

async fn there(change: &mut Change<'_>, id: Uuid) -> Result<()> {
    let found: Option<(Uuid,)> = on_tx!(&mut change.tx, on =>
        sqlx::query_as("SELECT id FROM account WHERE id = $1").bind(id).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    found.map(drop).ok_or_else(|| refuse("account-not-there"))
}

/// Ends the sessions of an account, and the one that waits for a code: a password that was right before is not enough now.
async fn end_sessions(change: &mut Change<'_>, id: Uuid) -> Result<()> {
    on_tx!(&mut change.tx, on =>
        sqlx::query("DELETE FROM draft WHERE account = $1 AND form = $2").bind(id).bind(HALF_OPEN)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    on_tx!(&mut change.tx, on =>
        sqlx::query("DELETE FROM session WHERE account = $1").bind(id).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

type Row = (Uuid, Vec<u8>, Vec<u8>, bool, bool, Option<i64>, i64, Option<Uuid>);

/// Every account, by name.
///
/// # Errors
/// A permit for something else than managing accounts; the database; a row that was tampered with.
pub async fn list(reading: &mut Reading<'_>, permit: Permit<Write>) -> Result<Vec<Account>> {
    reading.take(permit, WriteAct::ManageAccounts.code())?;
    let room = reading.room();
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, sealed_login, sealed_name, sealed_password IS NOT NULL, sealed_totp IS NOT NULL, disabled_at, created_at, made_by FROM account ORDER BY id").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let held = roles::all(room).await?;
    let at = |at: Option<i64>| at.map(Timestamp::from_microsecond).transpose().map_err(fault(FAILED));
    let account = |(id, login, name, has_password, has_totp, disabled, made, made_by): Row| {
        Ok(Account {
            id: UserId(id.as_u128()),
            login: room.keys().open_text(place("sealed_login", &id), &login)?,
            name: room.keys().open_text(place("sealed_name", &id), &name)?,
            roles: held.iter().filter(|(of, _)| *of == id).map(|(_, role)| role.clone()).collect(),
            has_password,
            has_totp,
            disabled: at(disabled)?,
            made: Timestamp::from_microsecond(made).map_err(fault(FAILED))?,
            made_by: made_by.map(|id| UserId(id.as_u128())),
        })
    };
    let mut accounts: Vec<Account> = rows.into_iter().map(account).collect::<Result<_>>()?;
    accounts.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(accounts)
}

/// Those with a role at a school, or in a class of one, that the scope of the permit touches: whom a task can be given
/// to. By name.
///
/// # Errors
/// A permit for something else than listing pupils or episodes; the database; a row that was tampered with.
pub async fn colleagues(reading: &mut Reading<'_>, permit: Permit<List>) -> Result<Vec<Colleague>> {
    let acts = [ListAct::ListPupils, ListAct::ListEpisodes(Side::School)].map(ListAct::code);
    let act = acts.into_iter().find(|act| *act == permit.act()).ok_or_else(|| broken("a list of something else"))?;
    let used = reading.take(permit, act)?;
    let Subject::Scope(scope) = &used.subject else { return Err(broken("a list without a scope")) };
    let room = reading.room();
    let held = roles::all(room).await?;
    let rows: Vec<(Uuid, Vec<u8>)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, sealed_name FROM account WHERE disabled_at IS NULL ORDER BY id").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let mut found = Vec::new();
    for (id, name) in rows {
        let roles: Vec<RoleAt> = held.iter().filter(|(of, _)| *of == id).map(|(_, role)| role.clone()).collect();
        if roles.iter().any(|role| touches(scope, &role.place)) {
            let name = room.keys().open_text(place("sealed_name", &id), &name)?;
            found.push(Colleague { id: UserId(id.as_u128()), name, roles });
        }
    }
    found.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(found)
}

/// Whether a role is held where the scope has pupils.
fn touches(scope: &Scope, place: &Place) -> bool {
    let at = |unit| scope.units().contains(&unit) || scope.classes().iter().any(|class| class.unit == unit);
    match place {
        Place::Room => false,
        Place::Unit(unit) => scope.everywhere() || at(*unit),
        Place::Class(class) => scope.everywhere() || at(class.unit),
    }
}
