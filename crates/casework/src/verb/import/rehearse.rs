//! A rehearsal: the real export is read in memory and nothing is stored. It tells what would be understood, how much of
//! the time is covered, and how many pupils would be listed at each school.

use std::collections::{BTreeMap, BTreeSet};

use absence::columns::write::lesson_bytes;
use absence::columns::{LessonFile, Subjects, Table};
use absence::history::Spool;
use absence::history::change::{Change, Cover};
use absence::overview::worklist;
use absence::overview::{Overview, Told as OfPupil};
use absence::scan::Question;
use access::{Target, WriteAct};
use domain::{Day, SchoolYear};
use pack::Pack;

use super::read::{self, Before, brings_roster};
use super::told::Told;
use super::{Delivered, Stage};
use crate::lists::SCHOOL;
use crate::{Cx, Refusal, Result, calendar};

/// Numbers of pupils from one up to this are not shown: one could tell who they are.
pub const FEWEST: usize = 5;

/// What an import would come to.
#[derive(Clone, Debug, Default)]
pub struct Rehearsal {
    /// What there is to tell of the files.
    pub told: Told,
    /// School by school.
    pub schools: Vec<School>,
    /// The day that the lists are of.
    pub as_of: Day,
}

/// What there would be of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// School unit code.
    pub code: i32,
    /// Name; the code when there is none.
    pub name: String,
    /// Pupils with lessons.
    pub pupils: usize,
    /// Lessons.
    pub rows: usize,
    /// Those that are reported.
    pub reported: usize,
    /// First and last day.
    pub days: (Day, Day),
    /// Weeks with lessons.
    pub weeks: usize,
    /// Pupils on the school's list; nothing when they are fewer than [`FEWEST`] but some.
    pub listed: Option<usize>,
}

/// What is known beforehand, when there is a room: its schools by name. Nothing else is looked at.
///
/// # Errors
/// Denied: the actor may not import. The room.
pub async fn schools(cx: &Cx) -> Result<Vec<(String, i32)>> {
    drop(cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?);
    let units = room::units::all(cx.room()).await?;
    Ok(units.into_iter().map(|unit| (unit.name, unit.id.0)).collect())
}

/// Rehearses an import into an empty room. `schools` are known by name.
///
/// # Errors
/// Refused: a file cannot be read, or there are no lessons in it.
pub fn run(
    files: &[Delivered],
    schools: Vec<(String, i32)>,
    pack: &Pack,
    as_of: Option<Day>,
    today: Day,
    threads: usize,
    tell: &(dyn Fn(Stage) + Send + Sync),
) -> Result<Rehearsal> {
    if !brings_roster(files, today)? {
        return Err(Refusal::new("import-no-roster").into());
    }
    let mut names: BTreeMap<i32, String> = schools.iter().map(|(name, code)| (*code, name.clone())).collect();
    let before = Before {
        protected: BTreeSet::new(),
        enrolled: Vec::new(),
        spans: Vec::new(),
        levels: Vec::new(),
        keys: None,
        schools,
        today,
    };
    let spool = Spool::in_memory(Cover::default());
    let read::Files { gathered, told, subjects, .. } = read::files(files, before, &spool, tell)?;
    for it in gathered.schools {
        names.entry(it.code).or_insert(it.name);
    }
    let changes = spool.changes();
    let last = changes.iter().map(|change| change.window.to).max();
    let Some(last) = last else { return Ok(Rehearsal { told, schools: Vec::new(), as_of: today }) };
    let as_of = as_of.unwrap_or_else(|| last.min(today));
    tell(Stage::Scanning);
    let opened = in_memory(&changes, SchoolYear::of(as_of), &subjects)?;
    let terms = calendar::terms_of(&[], as_of);
    let (question, thresholds) = (Question::with_fridays(as_of, terms), pack.thresholds_on(as_of)?);
    let overview = Overview::of(&opened, gathered.roster.protected(), &question, thresholds, threads)?;
    let list = pack.list(SCHOOL);
    let mut listed: BTreeMap<i32, usize> = BTreeMap::new();
    for standing in overview.pupils.values() {
        let pupil = OfPupil::of(standing, thresholds);
        if list.is_some_and(|list| worklist::listed(&pupil, list, thresholds).is_some()) {
            *listed.entry(standing.school).or_default() += 1;
        }
    }
    let mut schools: BTreeMap<i32, School> = BTreeMap::new();
    for change in &changes {
        let code = change.slot.school;
        let name = names.get(&code).cloned().unwrap_or_else(|| code.to_string());
        let found = of_school(change, name, shown(listed.get(&code).copied().unwrap_or(0)))?;
        schools.entry(code).and_modify(|it| add(it, &found)).or_insert(found);
    }
    Ok(Rehearsal { told, schools: schools.into_values().collect(), as_of })
}

/// A small number of pupils is not shown.
fn shown(listed: usize) -> Option<usize> {
    (listed == 0 || listed >= FEWEST).then_some(listed)
}

fn of_school(change: &Change, name: String, listed: Option<usize>) -> Result<School> {
    let rows = change.rows.read()?;
    let pupils: BTreeSet<i32> = rows.iter().map(|row| row.pupil).collect();
    let weeks: BTreeSet<i32> = rows.iter().map(|row| Day(row.date).week().0).collect();
    let unreported = absence::columns::UNREPORTED;
    let reported = rows.iter().filter(|row| row.valid != unreported && row.invalid != unreported).count();
    Ok(School {
        code: change.slot.school,
        name,
        pupils: pupils.len(),
        rows: rows.len(),
        reported,
        days: (change.window.from, change.window.to),
        weeks: weeks.len(),
        listed,
    })
}

/// The same school in the next school year.
fn add(school: &mut School, next: &School) {
    school.pupils = school.pupils.max(next.pupils);
    school.rows += next.rows;
    school.reported += next.reported;
    school.weeks += next.weeks;
    school.days = (school.days.0.min(next.days.0), school.days.1.max(next.days.1));
}

/// The files of a school year as the history would have them.
fn in_memory(changes: &[Change], year: SchoolYear, subjects: &Subjects) -> Result<Vec<LessonFile>> {
    let of_year = changes.iter().filter(|change| change.slot.school_year == year.0);
    let file = |change: &Change| {
        let mut table = Table { rows: change.rows.read()? };
        table.sort(subjects);
        table.clean();
        Ok(LessonFile::in_memory("lessons".as_ref(), lesson_bytes(&table.rows, subjects)?.into())?)
    };
    of_year.map(file).collect()
}
