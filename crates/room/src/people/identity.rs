//! Who one pupil is.

use access::{Permit, Read, Subject};
use uuid::Uuid;

use super::{name_place, number_place};
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::room::Room;
use crate::store::on_read;

/// A pupil's name and personal number.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    /// Name as delivered.
    pub name: String,
    /// Personal number as delivered, if there is one.
    pub personal_number: Option<String>,
}

impl std::fmt::Debug for Identity {
    /// Nothing: a name must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity")
    }
}

/// Who the pupil of the permit is. Whoever may read anything about a pupil, or in an episode, may know who it is about.
///
/// # Errors
/// A permit that is not for a pupil or an episode; the database; a row that was tampered with.
pub async fn identity(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Option<Identity>> {
    let used = reading.take_any(permit)?;
    let (Subject::Pupil(pupil) | Subject::Episode { pupil, .. }) = used.subject else {
        return Err(broken("an identity is a pupil's"));
    };
    of_person(reading.room(), Uuid::from_u128(pupil.0)).await
}

/// Who a person is, for what has used up a permit about her or him.
pub(crate) async fn of_person(room: &Room, id: Uuid) -> Result<Option<Identity>> {
    let row: Option<(Vec<u8>, Option<Vec<u8>>)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT sealed_name, sealed_number FROM identity WHERE person = $1").bind(id)
        .fetch_optional(on).await)
    .map_err(fault("reading who a pupil is"))?;
    let Some((name, number)) = row else { return Ok(None) };
    let number = number.map(|sealed| room.keys().open_text(number_place(&id), &sealed)).transpose()?;
    Ok(Some(Identity { name: room.keys().open_text(name_place(&id), &name)?, personal_number: number }))
}
