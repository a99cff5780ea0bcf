//! A row of a list: from columns to what is shown. What was said is opened only in a zone that holds the row.

use access::{PupilId, Scope, UnitId, Zone};
use domain::step::{Body, Cleared, Kind, Last, Mark, Seen, State};
use domain::{Day, Signals};
use sqlx::{ColumnIndex, Database, Decode, FromRow, Row, Type};
use uuid::Uuid;

use super::super::of_pupil::{day, mask, small, weeks};
use super::super::{Reader, WEEKS};
use crate::failure::Result;
use crate::people::name_place;
use crate::seal::Keyring;
use crate::statements::{body_place, zone_hash};

/// A row of a list.
#[derive(Clone, PartialEq, Eq)]
pub struct ListRow {
    /// The pupil.
    pub person: PupilId,
    /// Name.
    pub name: String,
    /// The school where the pupil is within the scope.
    pub unit: UnitId,
    /// The class there.
    pub class: String,
    /// Level of the grade.
    pub level: u8,
    /// The figures that a mark is held against: signals, band of S01, level of S05.
    pub now: Seen,
    /// Day of the earliest signal that fires.
    pub since: Option<Day>,
    /// Who reads it first.
    pub first: Reader,
    /// Absent minutes of S01.
    pub absent: i64,
    /// Scheduled minutes of S01.
    pub reported: i64,
    /// Nothing has been reported for long.
    pub stale: bool,
    /// Absence of the latest weeks in percent, oldest first; 255 for a week without lessons.
    pub recent: [u8; WEEKS],
    /// The place on the list: what to ask for as `after`.
    pub place: i64,
    /// When it was cleared, while that holds; else when somebody last acted, if somebody did.
    pub acted: Option<Day>,
    /// How it stands today.
    pub state: State,
    /// What was done then, where the reader may know it.
    pub how: Option<How>,
}

/// What was done: the step that cleared, while it does; else the latest.
#[derive(Clone, PartialEq, Eq)]
pub struct How {
    /// Id of the statement.
    pub statement: Uuid,
    /// The zone that it was written in.
    pub zone: Zone,
    /// What was done; `None` when the statement needs a newer program.
    pub kind: Option<Kind>,
    /// Name of whoever documented it.
    pub by: String,
}

impl std::fmt::Debug for ListRow {
    /// The id only: a name must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListRow").field("person", &self.person).field("place", &self.place).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for How {
    /// The id only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("How").field("statement", &self.statement).finish_non_exhaustive()
    }
}

/// A row as it lies in the tables.
pub(super) struct Raw {
    pub(super) person: Uuid,
    pub(super) unit: i64,
    pub(super) place: i64,
    class: String,
    level: i64,
    signals: i64,
    band: i64,
    level5: i64,
    since: Option<i64>,
    first: i64,
    absent: i64,
    reported: i64,
    stale: bool,
    recent: Vec<u8>,
    name: Vec<u8>,
    acted: Option<i64>,
    cleared: Option<i64>,
    seen: [Option<i64>; 3],
    statement: Option<Uuid>,
    cleared_by: Option<Uuid>,
    cleared_day: Option<i64>,
    /// The statement that is told of: one of the two.
    told: Option<Uuid>,
    zone_hash: Option<Vec<u8>>,
    body: Option<Vec<u8>>,
    /// A bit for each of the zones whose scope holds the row, in the order of the permits.
    zones: i64,
}

/// The columns of [`Raw`], in its order; the place and the zones are added by the query.
pub(super) const COLUMNS: &str = "s.person, s.unit, s.class, s.level, s.signals, s.band, s.level5, s.since_day, \
     s.first_reader, s.absent, s.reported, s.stale, s.recent, i.sealed_name, m.acted_day, m.cleared_until, \
     m.seen_signals, m.seen_band, m.seen_level5, m.statement, m.cleared_by, m.cleared_day, t.id, t.zone_hash, \
     t.sealed_body";

impl<'r, R: Row> FromRow<'r, R> for Raw
where
    usize: ColumnIndex<R>,
    Uuid: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    bool: Decode<'r, R::Database> + Type<R::Database>,
    Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
    R::Database: Database,
{
    fn from_row(row: &'r R) -> sqlx::Result<Raw> {
        Ok(Raw {
            person: row.try_get(0)?,
            unit: row.try_get(1)?,
            class: row.try_get(2)?,
            level: row.try_get(3)?,
            signals: row.try_get(4)?,
            band: row.try_get(5)?,
            level5: row.try_get(6)?,
            since: row.try_get(7)?,
            first: row.try_get(8)?,
            absent: row.try_get(9)?,
            reported: row.try_get(10)?,
            stale: row.try_get(11)?,
            recent: row.try_get(12)?,
            name: row.try_get(13)?,
            acted: row.try_get(14)?,
            cleared: row.try_get(15)?,
            seen: [row.try_get(16)?, row.try_get(17)?, row.try_get(18)?],
            statement: row.try_get(19)?,
            cleared_by: row.try_get(20)?,
            cleared_day: row.try_get(21)?,
            told: row.try_get(22)?,
            zone_hash: row.try_get(23)?,
            body: row.try_get(24)?,
            place: row.try_get(25)?,
            zones: row.try_get(26)?,
        })
    }
}

impl Raw {
    pub(super) fn open(self, keys: &Keyring, zones: &[(Zone, Scope)], today: Day) -> Result<ListRow> {
        let how = self.how(keys, zones)?;
        let now = Seen { signals: mask(self.signals)?, band: small(self.band)?, level5: small(self.level5)? };
        let acted = self.acted.map(day).transpose()?;
        let [signals, band, level5] = self.seen;
        let seen = Seen {
            signals: signals.map_or(Ok(Signals::default()), mask)?,
            band: band.map_or(Ok(0), small)?,
            level5: level5.map_or(Ok(0), small)?,
        };
        let on = self.cleared_day.map(day).transpose()?;
        let until = self.cleared.map(day).transpose()?;
        let by = self.cleared_by.map(|id| id.as_u128());
        let cleared = by.zip(on).zip(until).map(|((id, day), until)| Cleared { id, day, until, seen });
        let last = acted.zip(self.statement).map(|(day, id)| Last { id: id.as_u128(), day });
        let state = Mark { last, cleared }.state(today, now);
        Ok(ListRow {
            person: PupilId(self.person.as_u128()),
            name: keys.open_text(name_place(&self.person), &self.name)?,
            unit: UnitId(day(self.unit)?.0),
            class: self.class,
            level: small(self.level)?,
            now,
            since: self.since.map(day).transpose()?,
            first: Reader::from_number(self.first),
            absent: self.absent,
            reported: self.reported,
            stale: self.stale,
            recent: weeks(&self.recent)?,
            place: self.place,
            acted: if matches!(state, State::Cleared { .. }) { on } else { acted },
            state,
            how,
        })
    }

    /// Opens the step that is told of if it was written in one of the zones whose scope holds the row.
    fn how(&self, keys: &Keyring, zones: &[(Zone, Scope)]) -> Result<Option<How>> {
        let (Some(statement), Some(hash), Some(body)) = (self.told, &self.zone_hash, &self.body) else {
            return Ok(None);
        };
        let within = zones.iter().enumerate().filter(|(bit, _)| self.zones & (1 << bit) != 0);
        let zone = within.map(|(_, (zone, _))| *zone).find(|zone| zone_hash(&keys.hash, self.person, *zone) == *hash);
        let Some(zone) = zone else { return Ok(None) };
        let body = keys.open_value(body_place(&statement), body)?;
        Ok(Some(match Body::from_json(&body) {
            Some(Body::Step(step)) => How { statement, zone, kind: Some(step.kind), by: step.by },
            _ => How { statement, zone, kind: None, by: String::new() },
        }))
    }
}
