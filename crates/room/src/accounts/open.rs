//! Whether there is an account at all, opening one that was closed, and whom one can choose to be in a demo.

use access::{Permit, UserId, Write};
use uuid::Uuid;

use super::manage::did;
use super::{Colleague, FAILED, place, roles_of};
use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::room::Room;
use crate::store::{on_read, on_tx};

/// Whether the room has an account. It says nothing about anybody, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn any(room: &Room) -> Result<bool> {
    let row: Option<(Uuid,)> =
        on_read!(room.store(), on => sqlx::query_as("SELECT id FROM account LIMIT 1").fetch_optional(on).await)
            .map_err(fault(FAILED))?;
    Ok(row.is_some())
}

/// Opens an account that was closed.
///
/// # Errors
/// Refused: there is no such account. A permit for something else than managing accounts; the database.
pub async fn enable(change: &mut Change<'_>, permit: Permit<Write>, account: UserId) -> Result<()> {
    did(change, permit, Uuid::from_u128(account.0), "opened")?;
    let rows = on_tx!(&mut change.tx, on => sqlx::query("UPDATE account SET disabled_at = NULL WHERE id = $1")
        .bind(Uuid::from_u128(account.0)).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows == 1 { Ok(()) } else { Err(refuse("account-not-there")) }
}

/// Everybody in a room that the demo made, by name: nobody in it is real, so it needs no permit.
///
/// # Errors
/// The room was made by somebody else; the database.
pub async fn in_demo(room: &Room) -> Result<Vec<Colleague>> {
    if !room.is_demo() {
        return Err(broken("a room that the demo did not make"));
    }
    let rows: Vec<(Uuid, Vec<u8>)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, sealed_name FROM account WHERE disabled_at IS NULL ORDER BY id").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let mut found = Vec::with_capacity(rows.len());
    for (id, name) in rows {
        let name = room.keys().open_text(place("sealed_name", &id), &name)?;
        found.push(Colleague { id: UserId(id.as_u128()), name, roles: roles_of(room, id).await? });
    }
    found.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(found)
}
