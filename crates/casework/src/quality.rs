//! What an import leaves about data quality: the schools whose files it changed are counted anew, and no others.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;

use absence::columns::{LessonFile, Subjects};
use absence::history::manifest::Entry;
use absence::history::{Manifest, Prepared};
use absence::quality::{Counted, Late, MOST_GROUPS, NO_GROUP, count, late};
use absence::scan::threads::in_parts;
use access::UnitId;
use domain::{Day, SchoolYear};
use room::relations::{self, Rolled};
use room::results::quality::{self, Course, CourseWeek, LateWeek, OfSchool, Stamped};

use crate::blocking::blocking;
use crate::{Cx, Result, history};

/// Schools counted and written at a time.
const CHUNK: usize = 16;
/// A pupil without a lesson in this many of the school's latest weeks with lessons is asked about.
const WEEKS_WITHOUT: usize = 3;

/// Whether changed reports are late corrections. What an undo brings back is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Corrections {
    /// An import: they are.
    Count,
    /// An undo: they are not.
    Leave,
}

/// A school to be counted: its files, its pupils.
struct Task {
    school: i32,
    source: String,
    file: Option<std::path::PathBuf>,
    before: Option<std::path::PathBuf>,
    roll: Vec<Rolled>,
}

/// Counts the schools whose file of the school year is another than the one that was counted, and writes their rows:
/// nobody sees them before [`quality::publish_quality`].
pub(crate) async fn count_changed(
    cx: &Cx,
    as_of: Day,
    prepared: &Prepared,
    corrections: Corrections,
) -> Result<Vec<Stamped>> {
    let year = SchoolYear::of(as_of);
    let counted = quality::sources(cx.room()).await?;
    let (before, after) = (of_year(&prepared.before, year), of_year(&prepared.after, year));
    let known = room::units::all(cx.room()).await?;
    let schools: BTreeSet<i32> = known.iter().map(|unit| unit.id.0).chain(after.keys().copied()).collect();
    let source = |school: &i32| format!("{}:{}", year.0, after.get(school).map_or("", |entry| entry.content.as_str()));
    let changed: Vec<i32> =
        schools.into_iter().filter(|school| counted.get(school).is_none_or(|was| *was != source(school))).collect();
    let history = history::of(cx)?;
    let mut written = Vec::new();
    for chunk in changed.chunks(CHUNK) {
        let mut tasks = Vec::with_capacity(chunk.len());
        for school in chunk {
            let file = after.get(school).map(|entry| history.path(entry.slot, &entry.content));
            let old = before.get(school).filter(|_| corrections == Corrections::Count);
            let old =
                old.map(|entry| history.path(entry.slot, &entry.content)).filter(|path| Some(path) != file.as_ref());
            let roll = relations::roll(cx.room(), UnitId(*school), as_of).await?;
            tasks.push(Task { school: *school, source: source(school), file, before: old, roll });
        }
        let today = cx.today();
        for done in blocking(move || all(&tasks, as_of, today)).await? {
            written.push(quality::put_quality(cx.room(), &done).await?);
        }
    }
    Ok(written)
}

/// Clears away what the published rows replaced.
pub(crate) async fn settle(cx: &Cx, published: &[Stamped]) -> Result<()> {
    let schools: Vec<UnitId> = published.iter().map(Stamped::unit).collect();
    Ok(quality::discard_quality(cx.room(), &schools, cx.today()).await?)
}

fn of_year(manifest: &Manifest, year: SchoolYear) -> BTreeMap<i32, &Entry> {
    let of_year = manifest.files.iter().filter(|entry| entry.slot.school_year == year.0);
    of_year.map(|entry| (entry.slot.school, entry)).collect()
}

fn all(tasks: &[Task], as_of: Day, today: Day) -> Result<Vec<OfSchool>> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let parts = in_parts(tasks, threads, |part| part.iter().map(|task| one(task, as_of, today)).collect());
    let parts: Vec<Result<Vec<OfSchool>>> = parts;
    Ok(parts.into_iter().collect::<Result<Vec<_>>>()?.concat())
}

fn one(task: &Task, as_of: Day, today: Day) -> Result<OfSchool> {
    let mut classes: Vec<&str> = task.roll.iter().map(|it| it.class.as_str()).filter(|it| !it.is_empty()).collect();
    classes.sort_unstable();
    classes.dedup();
    // group 0 is whoever is in no class; a school with more classes than there are groups has the rest there too
    let number = |class: &str| {
        let place = classes.binary_search(&class).ok().and_then(|at| u16::try_from(at + 1).ok());
        place.filter(|place| *place <= MOST_GROUPS).unwrap_or(NO_GROUP)
    };
    let groups: BTreeMap<i32, u16> = task.roll.iter().map(|it| (it.pupil, number(&it.class))).collect();
    let group = |pupil: i32| groups.get(&pupil).copied();
    let name = |group: u16| {
        let at = usize::from(group).checked_sub(1);
        at.and_then(|at| classes.get(at)).map(|class| (*class).to_owned()).unwrap_or_default()
    };
    let subjects = Subjects::default();
    let file = task.file.as_deref().map(LessonFile::open).transpose()?;
    let before = task.before.as_deref().filter(|path| path.exists()).map(LessonFile::open).transpose()?;
    let counted = match &file {
        Some(file) => count(file, &subjects, as_of, &group)?,
        None => Counted::default(),
    };
    let late = match (&before, &file) {
        (Some(before), Some(after)) => late(before, after, &subjects, today, &group)?,
        _ => Vec::new(),
    };
    let mut pupils: BTreeMap<String, i64> = BTreeMap::new();
    let distinct: BTreeMap<i32, &str> = task.roll.iter().map(|it| (it.pupil, it.class.as_str())).collect();
    for class in distinct.into_values() {
        *pupils.entry(class.to_owned()).or_default() += 1;
    }
    Ok(OfSchool {
        school: task.school,
        as_of,
        source: task.source.clone(),
        courses: courses(&counted, &subjects, name),
        pupils,
        without_rows: without_rows(&counted, &task.roll),
        late: late.iter().map(|it| seen(it, today)).collect(),
    })
}

fn courses(counted: &Counted, subjects: &Subjects, name: impl Fn(u16) -> String) -> Vec<Course> {
    let mut courses: Vec<Course> = Vec::new();
    for of_course in counted.cells.chunk_by(|a, b| (a.group, a.subject) == (b.group, b.subject)) {
        let Some(first) = of_course.first() else { continue };
        let week = |it: &absence::quality::Cell| CourseWeek {
            week: it.week,
            lessons: it.lessons,
            silent: it.silent,
            rows: it.rows,
            reported: it.reported,
        };
        let weeks = of_course.iter().map(week).collect();
        courses.push(Course { class: name(first.group), subject: subjects.name(first.subject), weeks });
    }
    courses
}

/// The pupils who were enrolled when the latest weeks began and have had no lesson since. Where the school has no lessons
/// at all, that is what is to be asked about, and nobody is named.
fn without_rows(counted: &Counted, roll: &[Rolled]) -> Vec<(uuid::Uuid, String, Option<Day>)> {
    let weeks = counted.weeks();
    let Some(first) = weeks.len().checked_sub(WEEKS_WITHOUT).and_then(|at| weeks.get(at)) else { return Vec::new() };
    let begins = first.monday();
    let latest = |it: &Rolled| counted.latest.get(&it.pupil).copied();
    let is_without = |it: &&Rolled| it.from <= begins && latest(it).is_none_or(|day| day < begins);
    roll.iter().filter(is_without).map(|it| (it.person, it.class.clone(), latest(it))).collect()
}

fn seen(late: &Late, today: Day) -> LateWeek {
    LateWeek { week: late.week, seen: today, lessons: i64::from(late.lessons), days: i64::from(late.days) }
}
