//! The roles of an account, in the order in which they were given.

use access::{Class, Place, Role, RoleAt, UnitId};
use uuid::Uuid;

use super::FAILED;
use crate::change::Change;
use crate::failure::{Result, broken, fault};
use crate::room::Room;
use crate::store::{on_read, on_tx};

/// The roles of an account, the title first.
pub(super) async fn roles_of(room: &Room, account: Uuid) -> Result<Vec<RoleAt>> {
    let rows: Vec<(String, Option<i64>, Option<String>)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT role, unit, class FROM account_role WHERE account = $1 ORDER BY place").bind(account)
        .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(role).collect()
}

/// The roles of every account, by account and place.
pub(super) async fn all(room: &Room) -> Result<Vec<(Uuid, RoleAt)>> {
    let rows: Vec<(Uuid, String, Option<i64>, Option<String>)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT account, role, unit, class FROM account_role ORDER BY account, place").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(|(account, code, unit, class)| Ok((account, role((code, unit, class))?))).collect()
}

/// A role as it is stored.
pub(crate) fn role((role, unit, class): (String, Option<i64>, Option<String>)) -> Result<RoleAt> {
    let unit = unit.map(|code| i32::try_from(code).map(UnitId)).transpose().map_err(fault(FAILED))?;
    let place = match (unit, class) {
        (None, _) => Place::Room,
        (Some(unit), None) => Place::Unit(unit),
        (Some(unit), Some(name)) => Place::Class(Class { unit, name }),
    };
    Ok(RoleAt { role: Role::from_code(&role).ok_or_else(|| broken("a role that does not exist"))?, place })
}

/// Replaces the roles of an account.
pub(super) async fn replace(change: &mut Change<'_>, account: Uuid, roles: &[RoleAt]) -> Result<()> {
    on_tx!(&mut change.tx, on =>
        sqlx::query("DELETE FROM account_role WHERE account = $1").bind(account).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    for (number, held) in (0_i64..).zip(roles) {
        let (unit, class) = match &held.place {
            Place::Room => (None, None),
            Place::Unit(unit) => (Some(i64::from(unit.0)), None),
            Place::Class(class) => (Some(i64::from(class.unit.0)), Some(class.name.as_str())),
        };
        on_tx!(&mut change.tx, on => sqlx::query(
            "INSERT INTO account_role (account, place, role, unit, class) VALUES ($1, $2, $3, $4, $5)")
            .bind(account).bind(number).bind(held.role.code()).bind(unit).bind(class).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    }
    Ok(())
}
