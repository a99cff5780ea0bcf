//! What a room holds, as numbers and fingerprints: for checking it after a crash, a restore or a move. No content and
//! no ids, so that it needs no permit and tells nothing.

use std::collections::BTreeMap;

use domain::step::Mark;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::failure::{Result, fault};
use crate::marks::{self, FactRow, MarkRow};
use crate::room::Room;
use crate::store::on_read;

/// What a room holds. Two rooms with the same imports have the same fingerprints, whatever ids they gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Pupils.
    pub people: i64,
    /// Statements, those taken back included.
    pub statements: i64,
    /// Pupils with a mark that is not what the facts of their steps say: always 0, or something is broken.
    pub wrong_marks: i64,
    /// Rows of generations that never counted, or no longer do: an import that was cut off leaves them, and the next one
    /// clears them away.
    pub leftovers: i64,
    /// Version of the attendance manifest.
    pub attendance: i64,
    /// The version that the results that lists read were computed from; nothing before the first import.
    pub computed_from: Option<i64>,
    /// SHA-256 over people and enrolments. They are taken in a little at a time before an import becomes visible, so one
    /// that was cut off leaves something in between.
    pub roster: [u8; 32],
    /// SHA-256 over the files that count and the results that lists read. They change in one transaction.
    pub results: [u8; 32],
}

/// Every question whose answer makes up the fingerprint of the roster, each with its rows in a fixed order as one text a
/// row.
const ROSTER: [&str; 2] = [
    "SELECT CAST(pupil AS TEXT) || ' ' || CASE WHEN protected THEN '1' ELSE '0' END FROM person ORDER BY pupil",
    "SELECT CAST(p.pupil AS TEXT) || ' ' || CAST(e.unit AS TEXT) || ' ' || CAST(e.from_day AS TEXT) || ' ' || \
     COALESCE(CAST(e.to_day AS TEXT), '-') || ' ' || e.class FROM enrolment e JOIN person p ON p.id = e.person \
     ORDER BY p.pupil, e.unit, e.from_day",
];

/// The same for the results. Bytes are left out: what is sealed is never the same twice.
const RESULTS: [&str; 7] = [
    "SELECT CAST(school_year AS TEXT) || ' ' || CAST(school AS TEXT) || ' ' || content FROM attendance_file ORDER BY \
     school_year, school",
    "SELECT CAST(g.as_of AS TEXT) FROM generation g JOIN room r ON r.current_generation = g.number",
    "SELECT CAST(p.pupil AS TEXT) || ' ' || CAST(s.unit AS TEXT) || ' ' || CASE WHEN s.home THEN '1' ELSE '0' END \
     || ' ' || CAST(s.level AS TEXT) || ' ' || CAST(s.signals AS TEXT) || ' ' || CAST(s.band AS TEXT) || ' ' || \
     CAST(s.level5 AS TEXT) || ' ' || COALESCE(CAST(s.since_day AS TEXT), '-') || ' ' || \
     COALESCE(CAST(s.place_school AS TEXT), '-') || ' ' || COALESCE(CAST(s.place_team AS TEXT), '-') || ' ' || \
     CAST(s.first_reader AS TEXT) || ' ' || CAST(s.absent AS TEXT) || ' ' || CAST(s.reported AS TEXT) || ' ' || CASE \
     WHEN s.stale THEN '1' ELSE '0' END FROM standing s JOIN person p ON p.id = s.person JOIN room r ON r.current_generation = s.generation ORDER BY p.pupil, s.unit",
    "SELECT CAST(w.unit AS TEXT) || ' ' || CAST(w.level AS TEXT) || ' ' || CAST(w.week AS TEXT) || ' ' || \
     CAST(w.low AS TEXT) || ' ' || CAST(w.mid AS TEXT) || ' ' || CAST(w.high AS TEXT) FROM peer_week w JOIN room r ON \
     r.current_generation = w.generation ORDER BY w.unit, w.level, w.week",
    "SELECT CAST(w.unit AS TEXT) || ' ' || CAST(w.week AS TEXT) || ' ' || CAST(w.scheduled AS TEXT) || ' ' || \
     CAST(w.reported AS TEXT) FROM reporting w JOIN room r ON r.current_generation = w.generation ORDER BY w.unit, w.week",
    "SELECT CAST(u.unit AS TEXT) || ' ' || CAST(u.pupils AS TEXT) || ' ' || CAST(u.questions AS TEXT) FROM \
     reporting_unit u JOIN room r ON r.current_generation = u.generation ORDER BY u.unit",
    "SELECT CAST(s.week AS TEXT) || ' ' || CAST(s.stage AS TEXT) || ' ' || CAST(s.absent AS TEXT) || ' ' || \
     CAST(s.reported AS TEXT) || ' ' || CAST(s.pupils AS TEXT) FROM season s JOIN room r ON r.current_generation = \
     s.generation ORDER BY s.week, s.stage",
];

/// Rows of generations that nobody sees.
const LEFTOVERS: [&str; 6] = [
    "SELECT COUNT(*) FROM generation WHERE number <> COALESCE((SELECT current_generation FROM room), -1)",
    "SELECT COUNT(*) FROM standing WHERE generation <> COALESCE((SELECT current_generation FROM room), -1)",
    "SELECT COUNT(*) FROM peer_week WHERE generation <> COALESCE((SELECT current_generation FROM room), -1)",
    "SELECT COUNT(*) FROM reporting WHERE generation <> COALESCE((SELECT current_generation FROM room), -1)",
    "SELECT COUNT(*) FROM reporting_unit WHERE generation <> COALESCE((SELECT current_generation FROM room), -1)",
    "SELECT COUNT(*) FROM season WHERE generation <> COALESCE((SELECT current_generation FROM room), -1)",
];

const FAILED: &str = "looking at what the room holds";

/// What the room holds now.
///
/// # Errors
/// The database.
pub async fn whole(room: &Room) -> Result<Whole> {
    let computed: Option<(i64,)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT g.attendance_version FROM generation g JOIN room r ON r.current_generation = g.number")
        .fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let mut leftovers = 0;
    for question in LEFTOVERS {
        leftovers += number(room, question).await?;
    }
    Ok(Whole {
        people: number(room, "SELECT COUNT(*) FROM person").await?,
        statements: number(room, "SELECT COUNT(*) FROM statement").await?,
        wrong_marks: wrong_marks(room).await?,
        leftovers,
        attendance: number(room, "SELECT version FROM attendance").await?,
        computed_from: computed.map(|(version,)| version),
        roster: fingerprint(room, &ROSTER).await?,
        results: fingerprint(room, &RESULTS).await?,
    })
}

async fn fingerprint(room: &Room, questions: &'static [&'static str]) -> Result<[u8; 32]> {
    let mut hasher = Sha256::new();
    for question in questions {
        let rows: Vec<(String,)> =
            on_read!(room.store(), on => sqlx::query_as(*question).fetch_all(on).await).map_err(fault(FAILED))?;
        for (row,) in rows {
            hasher.update(row.as_bytes());
            hasher.update(b"\n");
        }
        hasher.update(b"--\n");
    }
    Ok(hasher.finalize().into())
}

/// Pupil, day and id of the last step, id and day of the one that clears, until when cleared, and what had been seen.
type Marked = (Uuid, Option<i64>, Option<Uuid>, Option<Uuid>, Option<i64>, Option<i64>, i64, i64, i64);
/// Pupil and id, day, until when it clears, what had been seen, and its place in the order.
type Told = (Uuid, Uuid, i64, Option<i64>, i64, i64, i64, i64, String);

/// Pupils whose mark is not what their steps make, also those who lack one.
async fn wrong_marks(room: &Room) -> Result<i64> {
    let marked: Vec<Marked> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT person, acted_day, statement, cleared_by, cleared_day, cleared_until, seen_signals, seen_band, seen_level5 \
         FROM mark")
        .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let facts: Vec<Told> =
        on_read!(room.store(), on => sqlx::query_as(
        "SELECT f.person, f.statement, f.day, f.until, f.seen_signals, f.seen_band, f.seen_level5, s.lamport, s.side FROM \
         step_fact f JOIN statement s ON s.id = f.statement WHERE NOT f.retracted").fetch_all(on).await)
        .map_err(fault(FAILED))?;
    let mut by_person: BTreeMap<Uuid, (Mark, Vec<FactRow>)> = BTreeMap::new();
    for (person, acted, statement, by, on, until, signals, band, level5) in marked {
        let row: MarkRow = (acted, statement, by, on, until, signals, band, level5);
        by_person.entry(person).or_default().0 = marks::mark(row)?;
    }
    for (person, statement, day, until, signals, band, level5, lamport, side) in facts {
        let row: FactRow = (statement, day, until, signals, band, level5, lamport, side);
        by_person.entry(person).or_default().1.push(row);
    }
    let mut wrong = 0;
    for (mark, mut facts) in by_person.into_values() {
        wrong += i64::from(marks::folded(&mut facts)? != mark);
    }
    Ok(wrong)
}

async fn number(room: &Room, question: &'static str) -> Result<i64> {
    let row: (i64,) =
        on_read!(room.store(), on => sqlx::query_as(question).fetch_one(on).await).map_err(fault(FAILED))?;
    Ok(row.0)
}
