//! Data quality: how schools report, what is missing, and whom to phone about it.
//!
//! Everything here is about lessons and reports. A pupil is a number, unless the reader may list pupils at the school; a
//! teacher's name is for that school's head teacher alone.

mod asks;
pub mod calls;
pub mod school;

use access::{Actor, Permit, Place, Read, ReadAct, Target, UnitId};
use domain::{Day, Week};
use room::results::quality::{self, CourseWeek, OfClass};
use std::collections::{BTreeMap, BTreeSet};

pub use asks::{Asks, LateSum, Without};
pub use room::units::Contact;

use super::School;
use crate::{Cx, Failure, Result, schools};

/// Weeks with lessons that the pages show.
pub const WEEKS: usize = 8;
/// A week with a lower reported share than this, in percent, is asked about.
pub const ENOUGH: i64 = 95;
/// With a lower share than this, in percent, the method says that there is too little (S12a).
pub const TOO_LITTLE: i64 = 80;
/// For how many days a late correction is told of.
const LATELY: i32 = 28;

/// The page of all schools.
#[derive(Clone, Debug)]
pub struct Quality {
    /// The day that the figures are of; `None` before the first import.
    pub as_of: Option<Day>,
    /// The weeks shown, oldest first: the latest ones in which any school has lessons.
    pub weeks: Vec<Week>,
    /// The schools, in Swedish order.
    pub schools: Vec<OfSchool>,
    /// Whether the reader may phone schools and note it.
    pub phones: bool,
}

/// A school.
#[derive(Clone, Debug)]
pub struct OfSchool {
    /// The school.
    pub school: School,
    /// What is reported in each of the weeks shown; `None` in a week without lessons.
    pub weeks: Vec<Option<Rate>>,
    /// All of those weeks together.
    pub total: Rate,
    /// What somebody should ask the school about.
    pub asks: Asks,
    /// The latest day that somebody phoned it.
    pub called: Option<Day>,
}

/// How much is reported. A lesson should have a report for each pupil.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// Reports that there should be.
    pub expected: i64,
    /// Reports that there are.
    pub reported: i64,
    /// Lessons.
    pub lessons: i64,
    /// Lessons of which nothing is reported for anybody.
    pub silent: i64,
}

impl Rate {
    /// Reports that are missing.
    pub fn missing(self) -> i64 {
        self.expected - self.reported
    }

    /// Whether less than so many percent is reported.
    pub fn is_below(self, percent: i64) -> bool {
        100 * self.reported < percent * self.expected
    }

    fn add(self, other: Rate) -> Rate {
        Rate {
            expected: self.expected + other.expected,
            reported: self.reported + other.reported,
            lessons: self.lessons + other.lessons,
            silent: self.silent + other.silent,
        }
    }
}

/// The page.
///
/// # Errors
/// Denied: the actor may not see data quality anywhere. The room.
pub async fn view(cx: &Cx) -> Result<Quality> {
    let now = cx.versions().await?;
    let known = schools::of(cx, &now).await?;
    let mut reading = cx.room().reading(cx.now());
    let (mut found, mut questions) = (BTreeMap::new(), BTreeMap::new());
    for permit in permits(cx)? {
        found.extend(quality::quality(&mut reading, permit, late_since(cx)).await?);
    }
    for permit in permits(cx)? {
        questions.extend(quality::questions(&mut reading, permit).await?);
    }
    let weeks = latest(found.values().flat_map(|it| &it.weeks));
    let of_school = |school: School| {
        let of = found.get(&school.unit)?;
        let asked = questions.get(&school.unit).copied().unwrap_or_default();
        Some(OfSchool {
            weeks: aligned(&of.weeks, &weeks),
            total: total(&of.weeks, &weeks),
            asks: asks::of(of, &weeks, asked),
            called: of.called,
            school,
        })
    };
    let schools = known.all().into_iter().filter_map(of_school).filter(OfSchool::is_known).collect();
    let quality = Quality { as_of: now.generation.map(|it| it.as_of), weeks, schools, phones: may_phone(cx) };
    Ok(reading.show(quality).await?)
}

impl OfSchool {
    /// A school of the room that has neither lessons nor pupils is not at work.
    fn is_known(&self) -> bool {
        self.total.lessons > 0 || self.asks.pupils > 0
    }
}

/// The permits to see data quality: of the room, or else of each school where the reader has a role.
fn permits(cx: &Cx) -> Result<Vec<Permit<Read>>> {
    let ask = |target: &Target| cx.access().decide(cx.actor(), ReadAct::SeeDataQuality, target);
    let whole = ask(&Target::Room);
    if let Ok(permit) = whole {
        return Ok(vec![permit]);
    }
    let Actor::Person { roles, .. } = cx.actor() else { return Err(Failure::denied("denied-numbers")) };
    let unit = |place: &Place| match place {
        Place::Unit(unit) => Some(*unit),
        Place::Room | Place::Class(_) => None,
    };
    let units: BTreeSet<UnitId> = roles.iter().filter_map(|held| unit(&held.place)).collect();
    let permits: Vec<_> = units.into_iter().filter_map(|unit| ask(&Target::Unit(unit)).ok()).collect();
    if permits.is_empty() { Err(Failure::denied("denied-numbers")) } else { Ok(permits) }
}

/// Whether the actor may note calls, at any school.
fn may_phone(cx: &Cx) -> bool {
    cx.access().decide(cx.actor(), access::WriteAct::NoteCall, &Target::Room).is_ok()
}

fn late_since(cx: &Cx) -> Day {
    cx.today().plus(-LATELY)
}

/// The latest weeks with lessons, oldest first.
fn latest<'a>(weeks: impl Iterator<Item = &'a CourseWeek>) -> Vec<Week> {
    let all: BTreeSet<Week> = weeks.filter(|it| it.lessons > 0).map(|it| it.week).collect();
    let mut latest: Vec<Week> = all.into_iter().rev().take(WEEKS).collect();
    latest.reverse();
    latest
}

fn rate(it: &CourseWeek) -> Rate {
    Rate {
        expected: i64::from(it.rows),
        reported: i64::from(it.reported),
        lessons: i64::from(it.lessons),
        silent: i64::from(it.silent),
    }
}

/// What is reported in each of some weeks.
fn aligned(of: &[CourseWeek], weeks: &[Week]) -> Vec<Option<Rate>> {
    weeks.iter().map(|week| of.iter().find(|it| it.week == *week && it.lessons > 0).map(rate)).collect()
}

/// What is reported in all of some weeks.
fn total(of: &[CourseWeek], weeks: &[Week]) -> Rate {
    of.iter().filter(|it| weeks.contains(&it.week)).map(rate).fold(Rate::default(), Rate::add)
}

/// Classes as people order them: F before 2A before 10A.
fn in_order(classes: &mut [OfClass]) {
    classes.sort_by(|a, b| class_key(&a.class).cmp(&class_key(&b.class)));
}

fn class_key(class: &str) -> (bool, Option<u32>, &str) {
    let digits: String = class.chars().take_while(char::is_ascii_digit).collect();
    (class.is_empty(), digits.parse().ok(), class)
}
