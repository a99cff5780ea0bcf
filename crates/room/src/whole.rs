//! What a room holds, as numbers and a fingerprint: for checking it after a crash, a restore or a move. No content and
//! no ids, so that it needs no permit and tells nothing.

use sha2::{Digest, Sha256};

use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::on_read;

/// What a room holds. Two rooms with the same import have the same fingerprint, whatever ids they gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Pupils.
    pub people: i64,
    /// Statements, those taken back included.
    pub statements: i64,
    /// Pupils with a mark that is not what the facts of their steps say: always 0, or something is broken.
    pub wrong_marks: i64,
    /// Rows of generations that never counted, or no longer do.
    pub leftovers: i64,
    /// Version of the attendance manifest.
    pub attendance: i64,
    /// The version that the results that lists read were computed from; nothing before the first import.
    pub computed_from: Option<i64>,
    /// SHA-256 over people, enrolments, the files that count and the results that lists read.
    pub fingerprint: [u8; 32],
}

/// Every question whose answer makes up the fingerprint, each with its rows in a fixed order as one text a row.
const TOLD: [&str; 4] = [
    "SELECT CAST(pupil AS TEXT) || ' ' || CASE WHEN protected THEN '1' ELSE '0' END FROM person ORDER BY pupil",
    "SELECT CAST(p.pupil AS TEXT) || ' ' || CAST(e.unit AS TEXT) || ' ' || CAST(e.from_day AS TEXT) || ' ' || \
     COALESCE(CAST(e.to_day AS TEXT), '-') || ' ' || e.class FROM enrolment e JOIN person p ON p.id = e.person \
     ORDER BY p.pupil, e.unit, e.from_day",
    "SELECT CAST(school_year AS TEXT) || ' ' || CAST(school AS TEXT) || ' ' || content FROM attendance_file ORDER BY \
     school_year, school",
    "SELECT CAST(p.pupil AS TEXT) || ' ' || CAST(s.unit AS TEXT) || ' ' || CAST(s.signals AS TEXT) || ' ' || \
     CAST(s.band AS TEXT) || ' ' || CAST(s.level5 AS TEXT) || ' ' || COALESCE(CAST(s.since_day AS TEXT), '-') || ' ' || \
     COALESCE(CAST(s.place_school AS TEXT), '-') || ' ' || COALESCE(CAST(s.place_team AS TEXT), '-') || ' ' || \
     CAST(s.absent AS TEXT) || ' ' || CAST(s.reported AS TEXT) FROM standing s JOIN person p ON p.id = s.person JOIN \
     room r ON r.current_generation = s.generation ORDER BY p.pupil, s.unit",
];

const WRONG_MARKS: &str = "SELECT COUNT(*) FROM mark m WHERE COALESCE(m.acted_day, -1) <> COALESCE((SELECT MAX(f.day) FROM step_fact f \
                           WHERE f.person = m.person AND NOT f.retracted), -1)";

/// What the room holds now.
///
/// # Errors
/// The database.
pub async fn whole(room: &Room) -> Result<Whole> {
    let mut hasher = Sha256::new();
    for question in TOLD {
        let rows: Vec<(String,)> =
            on_read!(room.store(), on => sqlx::query_as(question).fetch_all(on).await).map_err(fault(FAILED))?;
        for (row,) in rows {
            hasher.update(row.as_bytes());
            hasher.update(b"\n");
        }
        hasher.update(b"--\n");
    }
    let computed: Option<(i64,)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT g.attendance_version FROM generation g JOIN room r ON r.current_generation = g.number")
        .fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    Ok(Whole {
        people: number(room, "SELECT COUNT(*) FROM person").await?,
        statements: number(room, "SELECT COUNT(*) FROM statement").await?,
        wrong_marks: number(room, WRONG_MARKS).await?,
        leftovers: number(
            room,
            "SELECT COUNT(*) FROM standing WHERE generation <> COALESCE((SELECT current_generation FROM room), -1)",
        )
        .await?,
        attendance: number(room, "SELECT version FROM attendance").await?,
        computed_from: computed.map(|(version,)| version),
        fingerprint: hasher.finalize().into(),
    })
}

const FAILED: &str = "looking at what the room holds";

async fn number(room: &Room, question: &'static str) -> Result<i64> {
    let row: (i64,) =
        on_read!(room.store(), on => sqlx::query_as(question).fetch_one(on).await).map_err(fault(FAILED))?;
    Ok(row.0)
}
