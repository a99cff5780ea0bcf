//! How many pupils of each school nobody has acted on, or it is time to look at again: a number, never a pupil.

use access::{Act, Permit, Read, ReadAct, Subject, UnitId};
use domain::{Day, Signals};
use sqlx::{Database, Encode, QueryBuilder, Type};

use crate::failure::{Result, broken, fault};
use crate::people::scope;
use crate::reading::Reading;
use crate::store::on_read;

const FAILED: &str = "counting what is left to do";

/// Pupils on the school's list with nothing done that holds today, school by school: of the school when the permit is for
/// one, of all when it is for the room. Small numbers too: whoever shows them suppresses them.
///
/// # Errors
/// A permit for something else than seeing numbers; the database.
pub async fn open(reading: &mut Reading<'_>, permit: Permit<Read>, today: Day) -> Result<Vec<(UnitId, i64)>> {
    let used = reading.take(permit, ReadAct::SeeCounts.code())?;
    let only = match &used.subject {
        Subject::Room => None,
        Subject::Unit(unit) => Some(i64::from(unit.0)),
        _ => return Err(broken("numbers are a school's or the room's")),
    };
    let (today, about) = (i64::from(today.0), i64::from(Signals::ABOUT_PUPIL.0));
    let rows: Vec<(i64, i64)> = on_read!(reading.room().store(), on =>
        counts(only, today, about).build_query_as().fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let unit = |(unit, count): (i64, i64)| Ok((UnitId(i32::try_from(unit).map_err(fault(FAILED))?), count));
    rows.into_iter().map(unit).collect()
}

/// One school is asked for by name: a condition that holds for all or for one would read them all from the index.
fn counts<DB: Database>(only: Option<i64>, today: i64, about: i64) -> QueryBuilder<DB>
where
    for<'a> i64: Encode<'a, DB> + Type<DB>,
{
    let mut sql = QueryBuilder::new(
        "SELECT s.unit, COUNT(*) FROM standing s LEFT JOIN mark m ON m.person = s.person WHERE s.generation = (SELECT \
         current_generation FROM room) AND s.place_school IS NOT NULL AND ",
    );
    sql.push(scope::NOT_PROTECTED);
    if let Some(unit) = only {
        sql.push(" AND s.unit = ").push_bind(unit);
    }
    sql.push(" AND EXISTS (SELECT 1 FROM enrolment e WHERE e.person = s.person AND e.unit = s.unit AND e.from_day <= ");
    sql.push_bind(today).push(" AND (e.to_day IS NULL OR e.to_day >= ").push_bind(today);
    // The mark holds as `domain::step::Mark::state` has it.
    sql.push(")) AND (m.cleared_until IS NULL OR NOT (m.cleared_until > ").push_bind(today);
    sql.push(" AND (s.signals & ~m.seen_signals & ").push_bind(about);
    sql.push(") = 0 AND s.band <= m.seen_band AND s.level5 <= m.seen_level5)) GROUP BY s.unit ORDER BY s.unit");
    sql
}
