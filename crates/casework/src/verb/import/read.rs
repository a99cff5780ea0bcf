//! Reading: the files of a delivery against what the room knows, and what they would do to the history.

use std::collections::{BTreeMap, BTreeSet};

use absence::canonical::{Against, BadRows, Roster, read_lesson_file};
use absence::columns::Subjects;
use absence::history::change::Cover;
use absence::history::held::{BAD_PERCENT, Held, bad_roster, bad_rows};
use absence::history::import::Plan;
use absence::history::{History, Spool};
use domain::Day;
use domain::bad_row::File;
use domain::guardian::Guardian;
use exchange::{Format, Key, Known, Numbers, School, Teacher};
use room::people::{AtLevel, Keys, PupilKey};
use room::relations::{Enrolled, Spanned};
use text::Message;
use uuid::Uuid;

use super::delivered::Delivered;
use super::gather::Gather;
use super::leaving::{self, Leaving};
use super::told::{Reason, Told, ToldFile, ToldSchool};
use super::{Import, Stage};
use crate::{Failure, Refusal, Result};

/// What the room knows beforehand.
pub(super) struct Before {
    /// Pupils who are protected in the room, whatever a file says.
    pub(super) protected: BTreeSet<i32>,
    /// Enrolments that last on the day.
    pub(super) enrolled: Vec<Enrolled>,
    /// Every enrolment.
    pub(super) spans: Vec<Spanned>,
    /// Every enrolment with its level, when the delivery has no roster.
    pub(super) levels: Vec<AtLevel>,
    /// Numbers of pupils by the keys of other systems.
    pub(super) keys: Option<Keys>,
    /// Names of the schools, and their codes.
    pub(super) schools: Vec<(String, i32)>,
    /// The day of the reading.
    pub(super) today: Day,
}

/// What was read.
pub(super) struct Delivery {
    /// Who is enrolled where; the protected of the file and of the room.
    pub(super) roster: Roster,
    /// Who has left a school.
    pub(super) leaving: Leaving,
    /// What it does to the history.
    pub(super) plan: Plan,
    /// Why a person should look first.
    pub(super) reasons: Vec<Message>,
    /// Names of the subjects in the plan.
    pub(super) subjects: Subjects,
    /// Guardians.
    pub(super) guardians: Vec<Guardian>,
    /// Schools by name.
    pub(super) schools: Vec<School>,
    /// Who teaches what.
    pub(super) teachers: Vec<Teacher>,
    /// Keys that have a number from now on.
    pub(super) fresh: Vec<(Key, i32)>,
    /// What there is to tell.
    pub(super) told: Told,
}

/// Reads a delivery whole. `name` is the name of the folder that the rows may need on their way in.
pub(super) fn delivery(
    import: &Import,
    history: &History,
    before: Before,
    name: Uuid,
    tell: &(dyn Fn(Stage) + Send + Sync),
) -> Result<Delivery> {
    let mut names: BTreeMap<i32, String> = before.schools.iter().map(|(name, code)| (*code, name.clone())).collect();
    let spool = Spool::on_disk(&history.incoming(&name.to_string()), Cover::default())?;
    let read = files(&import.files, before, &spool, tell)?;
    tell(Stage::Writing);
    let Files { gathered, mut told, fresh, enrolled, subjects, bad_roster: bad } = read;
    let mut plan = history.plan(spool.changes(), gathered.roster.protected(), &subjects)?;
    let percent = import.files.iter().filter_map(|file| file.profile.as_ref()?.most_bad_percent).map(u64::from).min();
    let percent = percent.unwrap_or(BAD_PERCENT);
    for lessons in gathered.lessons.iter().filter(|it| it.rows > 0) {
        plan.held.extend(bad_rows(File::Lessons, lessons.bad, lessons.rows, percent));
    }
    plan.held.extend(bad_roster(&gathered.roster, &bad, percent));
    plan.held.extend(import.files.iter().any(is_partial).then_some(Held::Partial));
    let leaving = leaving::of(&gathered.roster, &enrolled, import.as_of);
    plan.held.extend_from_slice(&leaving.held);
    names.extend(gathered.schools.iter().map(|school| (school.code, school.name.clone())));
    names.retain(|code, name| !name.is_empty() && *name != code.to_string());
    let reasons: Vec<Message> =
        plan.held.iter().map(|held| held.message_with(|code| names.get(&code).map(String::as_str))).collect();
    told.reasons = plan.held.iter().zip(&reasons).map(|(held, said)| Reason::of(held, said)).collect();
    told.schools = plan.schools.iter().map(|school| ToldSchool::of(&school.compared)).collect();
    Ok(Delivery {
        leaving,
        plan,
        reasons,
        subjects,
        guardians: gathered.guardians,
        schools: gathered.schools,
        teachers: gathered.teachers,
        roster: gathered.roster,
        fresh,
        told,
    })
}

fn is_partial(file: &Delivered) -> bool {
    file.profile.as_ref().is_some_and(|profile| profile.partial)
}

/// Whether any of the files tells who is enrolled where.
pub(super) fn brings_roster(files: &[Delivered], today: Day) -> Result<bool> {
    for file in files {
        let is_roster = match file.format()? {
            Format::CanonicalParquet => file.lessons()?.is_none(),
            _ => exchange::is_roster(&mut file.job()?, today.date())?,
        };
        if is_roster {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What the files held.
pub(super) struct Files {
    pub(super) gathered: Gathered,
    pub(super) told: Told,
    pub(super) fresh: Vec<(Key, i32)>,
    pub(super) enrolled: Vec<Enrolled>,
    pub(super) subjects: Subjects,
    pub(super) bad_roster: BadRows,
}

/// What the sink has when everything is read.
pub(super) struct Gathered {
    pub(super) roster: Roster,
    pub(super) guardians: Vec<Guardian>,
    pub(super) schools: Vec<School>,
    /// Who teaches what.
    pub(super) teachers: Vec<Teacher>,
    pub(super) lessons: Vec<CountedFile>,
}

/// Rows of lessons of a file.
pub(super) struct CountedFile {
    pub(super) rows: u64,
    pub(super) bad: u64,
}

/// Reads the files into a spool. The roster comes first, whichever file it is in.
pub(super) fn files(
    delivered: &[Delivered],
    before: Before,
    spool: &Spool,
    tell: &(dyn Fn(Stage) + Send + Sync),
) -> Result<Files> {
    let Before { protected, enrolled, spans, levels, keys, schools, today } = before;
    let free = keys.as_ref().map_or(0, |keys| keys.free);
    let find = move |key: &Key| keys.as_ref()?.find(keys_of(key)?);
    let mut known = Known::new(today.date(), Numbers::new(free, find));
    schools.iter().for_each(|(name, code)| known.add_school(name, *code));
    protected.iter().for_each(|pupil| known.protect(*pupil));

    let mut roster = Roster::default();
    protected.iter().for_each(|pupil| roster.protect(*pupil));
    let (mut parquet, mut others) = (Vec::new(), Vec::new());
    for file in delivered {
        match file.format()? {
            Format::CanonicalParquet => parquet.push((file, file.lessons()?)),
            _ => others.push(file),
        }
    }
    let mut told = Told::default();
    let mut bad_in_roster = BadRows::default();
    for (file, _) in parquet.iter().filter(|(_, lessons)| lessons.is_none()) {
        let (read, bad) = file.pupils()?;
        let rows = u64::try_from(read.rows().count()).unwrap_or(u64::MAX);
        let mut line = of_parquet(file, rows + bad.count, rows);
        line.add(&bad);
        told.files.push(line);
        read.rows().for_each(|pupil| known.add_pupil(pupil));
        read.protected().iter().for_each(|pupil| known.protect(*pupil));
        roster.append(read);
        bad_in_roster.append(bad);
    }
    spans.iter().for_each(|it| roster.add_before(it.pupil, it.school, it.enrolled));
    levels.iter().for_each(|it| known.add_enrolment(it.pupil, it.school, it.level, it.enrolled));

    let subjects = Subjects::default();
    let length = others.iter().map(|file| file.length()).sum();
    let mut gather = Gather::new(roster, &subjects, spool, length, tell);
    let jobs = others.iter().map(|file| file.job()).collect::<Result<Vec<_>>>()?;
    let reports = exchange::read(jobs, &mut known, &mut gather);
    gather.ends()?;
    if let Some(failure) = gather.failed.take() {
        return Err(failure.into());
    }
    let mut lessons = Vec::new();
    for report in reports? {
        bad_in_roster.unprotected += report.bad.unprotected;
        bad_in_roster.unclear += report.bad.unclear;
        let has_lessons = report.bad.first.first().is_some_and(|bad| bad.file == File::Lessons);
        let counted = gather.lessons.get(&report.name).cloned().unwrap_or_default();
        let mut line = ToldFile::of(report, &counted.bad);
        (line.cancelled, line.elsewhere) = (counted.cancelled, counted.elsewhere);
        if has_lessons || counted.rows > 0 {
            lessons.push(CountedFile { rows: line.rows.max(counted.rows), bad: line.bad });
        } else {
            bad_in_roster.count += line.bad;
        }
        told.files.push(line);
    }
    for (file, opened) in &parquet {
        let Some(opened) = opened else { continue };
        let against = Against { roster: &gather.roster, subjects: &subjects, spool };
        let read = read_lesson_file(opened, against, &mut |rows| {
            tell(Stage::Reading { rows, at: rows, of: opened.rows() });
        })?;
        let mut line = of_parquet(file, read.rows, read.taken);
        (line.cancelled, line.elsewhere) = (read.cancelled, read.elsewhere);
        line.add(&read.bad);
        lessons.push(CountedFile { rows: read.rows, bad: read.bad.count });
        told.files.push(line);
    }
    told.rows = lessons.iter().map(|it| it.rows).sum();
    told.pupils = u64::try_from(gather.roster.len()).unwrap_or(u64::MAX);
    let fresh = known.numbers.fresh().to_vec();
    let Gather { roster, guardians, schools, teachers, sums, .. } = gather;
    let gathered = Gathered { roster, guardians, schools, teachers, lessons };
    if sums > 0 && told.rows == 0 && gathered.roster.is_empty() {
        return Err(Failure::from(Refusal::new("import-only-sums")));
    }
    Ok(Files { gathered, told, fresh, enrolled, subjects, bad_roster: bad_in_roster })
}

fn of_parquet(file: &Delivered, rows: u64, taken: u64) -> ToldFile {
    let format = Format::CanonicalParquet.code().to_owned();
    ToldFile { name: file.name.clone(), format, rows, taken, ..ToldFile::default() }
}

/// A key as the room hashes it.
pub(super) fn keys_of(key: &Key) -> Option<PupilKey<'_>> {
    match key {
        Key::Number(_) => None,
        Key::Personal(number) => Some(PupilKey::Personal(number.as_str())),
        Key::Id(text) => Some(PupilKey::Id(text)),
    }
}
