//! Numbers that rise when something in the room has changed, so that what was read before can be used until then.

use domain::Day;
use jiff::Timestamp;

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::results::Generation;
use crate::room::Room;
use crate::store::{on_read, on_tx};

const FAILED: &str = "reading what has changed in the room";

/// How far each thing has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The generation that everybody sees; none before the first scan.
    pub generation: Option<Generation>,
    /// Rises when names may have changed.
    pub people: i64,
    /// Rises when a school or the calendar has changed.
    pub settings: i64,
    /// Rises with every change of the attendance history.
    pub attendance: u64,
    /// Rises whenever what lists and pages read of a scan has changed, within a generation too.
    pub results: i64,
}

type Row = (i64, i64, i64, i64, Option<i64>, Option<i64>, Option<i64>, Option<i64>, Option<i64>);

/// What holds now.
///
/// # Errors
/// The database.
pub async fn versions(room: &Room) -> Result<Versions> {
    let row: Row = on_read!(room.store(), on => sqlx::query_as(
        "SELECT r.people_version, r.settings_version, a.version, r.results_version, g.number, g.as_of, \
         g.attendance_version, g.made_at, g.pupils FROM room r JOIN attendance a ON a.one = r.one LEFT JOIN generation g ON g.number = \
         r.current_generation WHERE r.one = 1").fetch_one(on).await)
    .map_err(fault(FAILED))?;
    let (people, settings, attendance, results, number, as_of, of_version, made_at, pupils) = row;
    let generation = match number.zip(as_of).zip(of_version).zip(made_at).zip(pupils) {
        Some(((((number, as_of), version), made_at), pupils)) => Some(Generation {
            number,
            as_of: Day(i32::try_from(as_of).map_err(fault(FAILED))?),
            attendance_version: version.unsigned_abs(),
            made_at: Timestamp::from_microsecond(made_at).map_err(fault(FAILED))?,
            pupils: pupils.unsigned_abs(),
        }),
        None => None,
    };
    Ok(Versions { generation, people, settings, attendance: attendance.unsigned_abs(), results })
}

/// Notes that a school or the calendar has changed.
pub(crate) async fn settings_changed(change: &mut Change<'_>) -> Result<()> {
    on_tx!(&mut change.tx, on => sqlx::query("UPDATE room SET settings_version = settings_version + 1 WHERE one = 1")
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))
}
