//! Figures for the simulator: how far each signal reaches, pupil by pupil, on the scan day and each earlier Friday.
//!
//! All thresholds are whole numbers, so of each figure only the highest threshold that it reaches is kept: with it a
//! threshold can be changed and judged again without a row of lessons. One Parquet file a school, `docs/thresholds.md`
//! tells its columns; pupil numbers only, nobody protected, and never changed: a scan writes new ones.

mod columns;
mod hold;
mod read;
mod set;
mod write;

use domain::Day;

pub use hold::{Alone, Hold, alone, hold};
pub use set::{FOLDER, files};
pub use write::{Home, Writing, rewrite, write};

pub(crate) use columns::{Column, NONE};
pub(crate) use read::{Columns, Wanted};

use crate::scan::PupilScan;
use crate::signals::contrast::Outstanding;
use crate::signals::{OwnFigures, PeerFigures};

/// A subject or weekday that could stand out (S07, S08), as counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// n_k.
    pub of: u16,
    /// m_k.
    pub missed: u16,
    /// n_o.
    pub others: u16,
    /// m_o.
    pub others_missed: u16,
}

/// One pupil on one day. A figure without enough data is `NONE` (-1); percent and counts are whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnDay {
    /// The day.
    pub day: Day,
    /// School of the latest school day until then.
    pub school: i32,
    /// S10: C, ppm·weeks.
    pub cusum: i32,
    /// S05: the run, days.
    pub run: i16,
    /// S12b: pupils compared with.
    pub peers: i16,
    /// Where the parts of S07 and then of S08 begin among the pupil's, and how many there are of each.
    parts: (u16, u8, u8),
    /// Highest grade level until then.
    pub level: i8,
    /// Whether the timetable has stopped (P15): then the pupil is on no list.
    pub stale: bool,
    /// S01: percent.
    pub term: i8,
    /// S02: percent.
    pub ten_days: i8,
    /// S03: days.
    pub absent_days: i8,
    /// S04: weeks.
    pub absent_weeks: i8,
    /// S06: percent and days.
    pub invalid: (i8, i8),
    /// S09: days.
    pub late: i8,
    /// S11: the lowest percentage that the absence is not over.
    pub majority: i8,
    /// S12a: percent reported.
    pub reported: i8,
    /// S12b: percent of the median.
    pub timetable: i8,
    /// The 40 school days after: the lowest percentage that the absence is not over. `NONE` (-1) until they have been, and
    /// when less than 80 % of them is reported.
    pub after: i8,
}

/// One pupil on every day, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PupilReach {
    /// The days.
    pub days: Box<[OnDay]>,
    parts: Box<[Part]>,
}

impl PupilReach {
    /// What a pupil's own days tell of each of some days; what needs other pupils is not there yet.
    pub fn of(days: &[Day], scan: &PupilScan) -> PupilReach {
        let (mut on_days, mut parts) = (Vec::with_capacity(days.len()), Vec::new());
        for ((day, own), placed) in days.iter().zip(&scan.figures).zip(&scan.places) {
            let (Some(own), Some(placed)) = (own, placed) else { continue };
            let after = placed.after.filter(|after| after.covered()).map(|after| after.percent_up());
            on_days.push(OnDay { school: placed.school, after: small(after), ..on_day(*day, own, &mut parts) });
        }
        PupilReach { days: on_days.into(), parts: parts.into() }
    }

    /// Adds what other pupils' figures say of a day.
    pub fn follow(&mut self, day: Day, peers: &PeerFigures) {
        let place = self.days.binary_search_by_key(&day, |it| it.day);
        let Some(on_day) = place.ok().and_then(|at| self.days.get_mut(at)) else { return };
        on_day.stale = peers.stale_since.is_some();
        on_day.cusum = peers.s10.cusum.map_or(NONE, |cusum| i32::try_from(cusum).unwrap_or(i32::MAX));
        let timetable = peers.s12b.reach();
        on_day.timetable = small(timetable.map(|(percent, _)| percent));
        on_day.peers = middling(timetable.map(|(_, pupils)| pupils));
    }

    /// The subjects of a day that could stand out (S07).
    pub fn subjects(&self, on_day: &OnDay) -> &[Part] {
        let (from, subjects, _) = on_day.parts;
        self.between(usize::from(from), usize::from(subjects))
    }

    /// The weekdays of a day that could stand out (S08).
    pub fn weekdays(&self, on_day: &OnDay) -> &[Part] {
        let (from, subjects, weekdays) = on_day.parts;
        self.between(usize::from(from) + usize::from(subjects), usize::from(weekdays))
    }

    fn between(&self, from: usize, count: usize) -> &[Part] {
        self.parts.get(from..from + count).unwrap_or(&[])
    }
}

fn on_day(day: Day, own: &OwnFigures, parts: &mut Vec<Part>) -> OnDay {
    let from = u16::try_from(parts.len()).unwrap_or(u16::MAX);
    let mut add = |found: Vec<Outstanding>| {
        parts.extend(found.iter().take(usize::from(u8::MAX)).map(part));
        u8::try_from(found.len()).unwrap_or(u8::MAX)
    };
    let invalid = own.s06.reach();
    OnDay {
        day,
        school: 0,
        cusum: NONE,
        run: middling(own.s05.run),
        peers: middling(None),
        parts: (from, add(own.s07.reach()), add(own.s08.reach())),
        level: i8::try_from(own.s11.grade).unwrap_or(i8::MAX),
        stale: false,
        term: small(own.s01.reach()),
        ten_days: small(own.s02.reach()),
        absent_days: small(own.s03.reach()),
        absent_weeks: small(own.s04.reach()),
        invalid: (small(invalid.map(|it| it.0)), small(invalid.map(|it| it.1))),
        late: small(own.s09.reach()),
        majority: small(own.s11.reach()),
        reported: small(own.s12a.reach()),
        timetable: small(None),
        after: small(None),
    }
}

fn part(found: &Outstanding) -> Part {
    let count = |number: i64| u16::try_from(number).unwrap_or(u16::MAX);
    Part {
        of: count(found.part.of),
        missed: count(found.part.missed),
        others: count(found.others_of),
        others_missed: count(found.others_missed),
    }
}

/// No threshold is higher than 105 where these are used, so a higher figure reaches no more.
fn small(number: Option<i64>) -> i8 {
    number.map_or(-1, |number| i8::try_from(number).unwrap_or(i8::MAX))
}

/// The same where no threshold is higher than 1,000.
fn middling(number: Option<i64>) -> i16 {
    number.map_or(-1, |number| i16::try_from(number).unwrap_or(i16::MAX))
}
