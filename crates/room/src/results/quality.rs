//! How each school reports, by class and subject: counts that an import leaves, seen whole or not at all.
//!
//! A school's rows are written under a new stamp ([`put_quality`]), and [`publish_quality`] makes it the current one in the
//! same change as the manifest that they were counted from. An import touches the rows of its own schools only.

mod calls;
mod cells;
mod open;
mod read;
mod sums;

use std::collections::BTreeMap;

use access::UnitId;
use domain::{Day, Week};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::{on_read, on_tx};

pub use calls::{called, not_called};
pub use open::{Asked, Questions, asked_about, questions};
pub use read::{Quality, courses, quality};

const FAILED: &str = "how schools report";
/// Rows in one statement.
const CHUNK: usize = 500;

/// What was counted of a school.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfSchool {
    /// School unit code.
    pub school: i32,
    /// The day that it was counted for.
    pub as_of: Day,
    /// What it was counted from, in a word that only equals itself.
    pub source: String,
    /// Classes and subjects with lessons.
    pub courses: Vec<Course>,
    /// Classes with pupils, and how many; also those without lessons.
    pub pupils: BTreeMap<String, i64>,
    /// Pupils who are enrolled and have had no lesson for weeks. Their class, and the last day that they had one.
    pub without_rows: Vec<(Uuid, String, Option<Day>)>,
    /// Lessons whose report this import changed long after they were held.
    pub late: Vec<LateWeek>,
}

/// A class in a subject; pupils whom the roster no longer has are a class without a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Class.
    pub class: String,
    /// Code of the subject.
    pub subject: String,
    /// The weeks with lessons, oldest first.
    pub weeks: Vec<CourseWeek>,
}

/// A class, with its pupils and the sums of its subjects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfClass {
    /// Class.
    pub class: String,
    /// Pupils.
    pub pupils: i64,
    /// The weeks with lessons, oldest first.
    pub weeks: Vec<CourseWeek>,
}

/// A week of a class in a subject. A lesson has a row for each pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseWeek {
    /// The week.
    pub week: Week,
    /// Lessons.
    pub lessons: u32,
    /// Lessons of which nothing is reported.
    pub silent: u32,
    /// Rows.
    pub rows: u32,
    /// Reported rows.
    pub reported: u32,
}

/// A week whose lessons an import changed late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateWeek {
    /// The week of the lessons.
    pub week: Week,
    /// The day of the import.
    pub seen: Day,
    /// Lessons.
    pub lessons: i64,
    /// Days from lesson to import, at the median.
    pub days: i64,
}

/// Rows of a school that nobody sees yet.
#[derive(Debug)]
pub struct Stamped {
    school: i32,
    stamp: i64,
    as_of: Day,
    source: String,
    weeks: Vec<CourseWeek>,
}

impl Stamped {
    /// The school.
    pub fn unit(&self) -> UnitId {
        UnitId(self.school)
    }
}

/// What each school's current rows were counted from. Codes only, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn sources(room: &Room) -> Result<BTreeMap<i32, String>> {
    let rows: Vec<(i64, String)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT unit, source FROM quality_unit ORDER BY unit").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(|(unit, source)| Ok((i32::try_from(unit).map_err(fault(FAILED))?, source))).collect()
}

/// Writes a school's rows under a new stamp. What an earlier import left half-way there goes.
///
/// # Errors
/// The database.
pub async fn put_quality(room: &Room, of: &OfSchool) -> Result<Stamped> {
    let unit = i64::from(of.school);
    let mut tx = room.store().begin().await?;
    let (stamp,): (i64,) = on_tx!(&mut tx, on => sqlx::query_as(
        "SELECT COALESCE(MAX(stamp), 0) + 1 FROM quality_unit WHERE unit = $1").bind(unit).fetch_one(on).await)
    .map_err(fault(FAILED))?;
    for sql in [
        "DELETE FROM quality_cell WHERE unit = $1 AND stamp = $2",
        "DELETE FROM quality_class WHERE unit = $1 AND stamp = $2",
        "DELETE FROM quality_absent_row WHERE unit = $1 AND stamp = $2",
        "DELETE FROM quality_late WHERE unit = $1 AND stamp = $2",
    ] {
        on_tx!(&mut tx, on => sqlx::query(sql).bind(unit).bind(stamp).execute(on).await.map(drop))
            .map_err(fault(FAILED))?;
    }
    for chunk in of.courses.chunks(CHUNK) {
        on_tx!(&mut tx, on => {
            let mut sql = QueryBuilder::new("INSERT INTO quality_cell (unit, stamp, class, subject, weeks) ");
            sql.push_values(chunk, |mut row, it| {
                row.push_bind(unit).push_bind(stamp).push_bind(it.class.as_str()).push_bind(it.subject.as_str());
                row.push_bind(cells::bytes(&it.weeks));
            });
            sql.build().persistent(false).execute(on).await.map(drop)
        })
        .map_err(fault(FAILED))?;
    }
    let classes = sums::by_class(of);
    for chunk in classes.chunks(CHUNK) {
        on_tx!(&mut tx, on => {
            let mut sql = QueryBuilder::new("INSERT INTO quality_class (unit, stamp, class, pupils, weeks) ");
            sql.push_values(chunk, |mut row, it| {
                row.push_bind(unit).push_bind(stamp).push_bind(it.class.as_str()).push_bind(it.pupils);
                row.push_bind(cells::bytes(&it.weeks));
            });
            sql.build().persistent(false).execute(on).await.map(drop)
        })
        .map_err(fault(FAILED))?;
    }
    for chunk in of.without_rows.chunks(CHUNK) {
        on_tx!(&mut tx, on => {
            let mut sql =
                QueryBuilder::new("INSERT INTO quality_absent_row (unit, stamp, person, class, latest_day) ");
            sql.push_values(chunk, |mut row, (person, class, latest)| {
                row.push_bind(unit).push_bind(stamp).push_bind(*person).push_bind(class.as_str());
                row.push_bind(latest.map(|day| i64::from(day.0)));
            });
            sql.push(" ON CONFLICT (unit, stamp, person) DO NOTHING");
            sql.build().persistent(false).execute(on).await.map(drop)
        })
        .map_err(fault(FAILED))?;
    }
    for chunk in of.late.chunks(CHUNK) {
        on_tx!(&mut tx, on => {
            let mut sql = QueryBuilder::new("INSERT INTO quality_late (unit, stamp, week, seen_day, lessons, days) ");
            sql.push_values(chunk, |mut row, it| {
                row.push_bind(unit).push_bind(stamp).push_bind(i64::from(it.week.0)).push_bind(i64::from(it.seen.0));
                row.push_bind(it.lessons).push_bind(it.days);
            });
            sql.build().persistent(false).execute(on).await.map(drop)
        })
        .map_err(fault(FAILED))?;
    }
    tx.commit().await?;
    let weeks = sums::of_all(&of.courses);
    Ok(Stamped { school: of.school, stamp, as_of: of.as_of, source: of.source.clone(), weeks })
}

/// Makes the rows the ones that everybody sees. Part of the change that publishes the scan, whose permit it uses.
///
/// # Errors
/// The database.
pub async fn publish_quality(change: &mut Change<'_>, all: &[Stamped]) -> Result<()> {
    for chunk in all.chunks(CHUNK) {
        on_tx!(&mut change.tx, on => {
            let mut sql = QueryBuilder::new("INSERT INTO quality_unit (unit, stamp, as_of, source, weeks) ");
            sql.push_values(chunk, |mut row, it| {
                row.push_bind(i64::from(it.school)).push_bind(it.stamp).push_bind(i64::from(it.as_of.0));
                row.push_bind(it.source.as_str()).push_bind(cells::bytes(&it.weeks));
            });
            sql.push(
                " ON CONFLICT (unit) DO UPDATE SET stamp = excluded.stamp, as_of = excluded.as_of, source = \
                 excluded.source, weeks = excluded.weeks");
            sql.build().persistent(false).execute(on).await.map(drop)
        })
        .map_err(fault(FAILED))?;
    }
    Ok(())
}

/// Clears away the rows that no longer count. Late corrections stay for a school year after they were seen.
///
/// # Errors
/// The database: then the rest goes the next time.
pub async fn discard_quality(room: &Room, schools: &[UnitId], today: Day) -> Result<()> {
    const YEAR: i32 = 365;
    for unit in schools {
        let mut tx = room.store().begin().await?;
        for sql in [
            "DELETE FROM quality_cell WHERE unit = $1 AND stamp < (SELECT stamp FROM quality_unit WHERE unit = $1)",
            "DELETE FROM quality_class WHERE unit = $1 AND stamp < (SELECT stamp FROM quality_unit WHERE unit = $1)",
            "DELETE FROM quality_absent_row WHERE unit = $1 AND stamp < (SELECT stamp FROM quality_unit WHERE unit = \
             $1)",
        ] {
            on_tx!(&mut tx, on => sqlx::query(sql).bind(i64::from(unit.0)).execute(on).await.map(drop))
                .map_err(fault(FAILED))?;
        }
        on_tx!(&mut tx, on => sqlx::query("DELETE FROM quality_late WHERE unit = $1 AND seen_day < $2")
            .bind(i64::from(unit.0)).bind(i64::from(today.plus(-YEAR).0)).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
        tx.commit().await?;
    }
    Ok(())
}
