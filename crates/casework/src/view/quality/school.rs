//! One school's data quality: by class, by subject and, for its head teacher, by course with who teaches it.

use std::collections::{BTreeMap, BTreeSet};

use access::{PupilId, ReadAct, Target, UnitId, WriteAct};
use domain::{Day, Signal, Week};
use room::people;
use room::results::quality::{self, Asked, Course, LateWeek};
use room::teachers::Teaches;
use room::units::Contact;

use super::{Asks, Rate, aligned, asks, class_key, in_order, late_since, latest, total};
use crate::names::Swedish;
use crate::view::School;
use crate::{Cx, Failure, Result, lists, schools};

/// The page.
#[derive(Clone, Debug)]
pub struct SchoolQuality {
    /// The school.
    pub school: School,
    /// The day that it was counted for.
    pub as_of: Day,
    /// The weeks shown, oldest first.
    pub weeks: Vec<Week>,
    /// All of them together.
    pub total: Rate,
    /// By class, in order; pupils in no class come last, under an empty name.
    pub classes: Vec<Line>,
    /// By subject, in order.
    pub subjects: Vec<Line>,
    /// What somebody should ask about.
    pub asks: Asks,
    /// Late corrections, by week of the lessons.
    pub late: Vec<LateWeek>,
    /// For the school's head teacher: classes and subjects with missing reports, in order of both.
    pub courses: Option<Vec<CourseLine>>,
    /// For whoever may list pupils here: those about whom there is something to ask.
    pub pupils: Option<Vec<PupilAsked>>,
    /// Whom one phones.
    pub contact: Contact,
    /// Whether the reader may change that.
    pub may_edit: bool,
    /// The latest day that somebody phoned.
    pub called: Option<Day>,
}

/// A class or a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// What is reported in each of the weeks shown; `None` in a week without lessons.
    pub weeks: Vec<Option<Rate>>,
    /// All of them together.
    pub total: Rate,
}

/// A course of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseLine {
    /// Class.
    pub class: String,
    /// Code of the subject.
    pub subject: String,
    /// Who teaches it, in Swedish order; nobody when no delivery has told.
    pub teachers: Vec<String>,
    /// All of the weeks shown together.
    pub total: Rate,
}

/// A pupil to ask about.
#[derive(Clone, PartialEq, Eq)]
pub struct PupilAsked {
    /// The pupil.
    pub pupil: PupilId,
    /// Name.
    pub name: String,
    /// Class.
    pub class: String,
    /// Why, at least one.
    pub why: Vec<Why>,
}

impl std::fmt::Debug for PupilAsked {
    /// The id only: a name must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PupilAsked").field("pupil", &self.pupil).finish_non_exhaustive()
    }
}

/// Why a pupil is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No lesson for weeks; the last day that there was one, if there was.
    WithoutRows(Option<Day>),
    /// The timetable has stopped (P15).
    Stopped,
    /// A timetable far shorter than that of others (S12b).
    Shorter,
    /// Lessons that nobody reported (S12a).
    Unreported,
}

/// The page of a school.
///
/// # Errors
/// Denied: the actor may not see its data quality, or there is no such school. The room.
pub async fn view(cx: &Cx, unit: UnitId) -> Result<SchoolQuality> {
    let target = Target::Unit(unit);
    let may_see = || cx.access().decide(cx.actor(), ReadAct::SeeDataQuality, &target);
    let known = schools::of(cx, &cx.versions().await?).await?;
    let mut reading = cx.room().reading(cx.now());
    let mut found = quality::quality(&mut reading, may_see()?, late_since(cx)).await?;
    let mut of = found.remove(&unit).ok_or_else(|| Failure::denied("denied-numbers"))?;
    let questions = quality::questions(&mut reading, may_see()?).await?;
    let courses = quality::courses(&mut reading, may_see()?).await?;
    let contact = room::units::contacts(&mut reading, may_see()?).await?.remove(&unit).unwrap_or_default();
    let weeks = latest(of.weeks.iter());
    let asks = asks::of(&of, &weeks, questions.get(&unit).copied().unwrap_or_default());
    let teachers = match cx.access().decide(cx.actor(), ReadAct::SeeTeacher, &target) {
        Ok(permit) => Some(room::teachers::of_school(&mut reading, permit).await?),
        Err(_) => None,
    };
    in_order(&mut of.classes);
    let class = |it: &room::results::quality::OfClass| Line {
        name: it.class.clone(),
        weeks: aligned(&it.weeks, &weeks),
        total: total(&it.weeks, &weeks),
    };
    let page = SchoolQuality {
        school: known.school(unit),
        as_of: of.as_of,
        total: total(&of.weeks, &weeks),
        classes: of.classes.iter().filter(|it| !it.class.is_empty() || !it.weeks.is_empty()).map(class).collect(),
        subjects: subjects(&courses, &weeks),
        asks,
        late: of.late,
        courses: teachers.map(|teachers| course_lines(&courses, &weeks, &teachers)).transpose()?,
        pupils: pupils(cx, &mut reading, unit).await?,
        contact,
        may_edit: cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room).is_ok(),
        called: of.called,
        weeks,
    };
    Ok(reading.show(page).await?)
}

/// The subjects of the school, all classes together.
fn subjects(courses: &[Course], weeks: &[Week]) -> Vec<Line> {
    let names: BTreeSet<&str> = courses.iter().map(|it| it.subject.as_str()).collect();
    let line = |name: &str| {
        let of: Vec<&Course> = courses.iter().filter(|it| it.subject == name).collect();
        let of_week = |week: &Week| {
            let sum = of.iter().map(|it| total(&it.weeks, &[*week])).fold(Rate::default(), Rate::add);
            Some(sum).filter(|sum| sum.lessons > 0)
        };
        Line {
            name: name.to_owned(),
            weeks: weeks.iter().map(of_week).collect(),
            total: of.iter().map(|it| total(&it.weeks, weeks)).fold(Rate::default(), Rate::add),
        }
    };
    names.into_iter().map(line).filter(|it| it.total.lessons > 0).collect()
}

/// The courses of classes with missing reports. In order of class and subject, and never of what is missing: this is not
/// a comparison of those who teach.
fn course_lines(courses: &[Course], weeks: &[Week], teachers: &[Teaches]) -> Result<Vec<CourseLine>> {
    let swedish = Swedish::new()?;
    let mut by_course: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for it in teachers {
        by_course.entry((&it.class, &it.subject)).or_default().push(&it.name);
    }
    let line = |it: &Course| {
        let mut names = by_course.get(&(it.class.as_str(), it.subject.as_str())).cloned().unwrap_or_default();
        names.sort_by(|a, b| swedish.compare(a, b));
        CourseLine {
            class: it.class.clone(),
            subject: it.subject.clone(),
            teachers: names.into_iter().map(str::to_owned).collect(),
            total: total(&it.weeks, weeks),
        }
    };
    let low = |it: &CourseLine| !it.class.is_empty() && it.total.lessons > 0 && it.total.is_below(super::ENOUGH);
    let mut lines: Vec<CourseLine> = courses.iter().map(line).filter(low).collect();
    lines.sort_by(|a, b| (class_key(&a.class), &a.subject).cmp(&(class_key(&b.class), &b.subject)));
    Ok(lines)
}

/// The pupils about whom there is something to ask, in Swedish order within their class. Nothing for whoever may list no
/// pupils at the school.
async fn pupils(cx: &Cx, reading: &mut room::Reading<'_>, unit: UnitId) -> Result<Option<Vec<PupilAsked>>> {
    let Ok(permit) = lists::permit(cx) else { return Ok(None) };
    if !permit.scope().is_some_and(|scope| scope.everywhere() || scope.units().contains(&unit)) {
        return Ok(None);
    }
    let asked = quality::asked_about(reading, permit, unit, cx.today()).await?;
    let ids: Vec<PupilId> = asked.iter().map(|it| it.pupil).collect();
    let found = people::found(reading, lists::permit(cx)?, &ids, ids.len(), cx.today()).await?;
    let why: BTreeMap<PupilId, Vec<Why>> = asked.iter().map(|it| (it.pupil, reasons(it))).collect();
    let swedish = Swedish::new()?;
    let mut rows: Vec<PupilAsked> = found
        .into_iter()
        .filter_map(|it| {
            let why = why.get(&it.id).cloned().filter(|why| !why.is_empty())?;
            Some(PupilAsked { pupil: it.id, name: it.name, class: it.class, why })
        })
        .collect();
    rows.sort_by(|a, b| {
        let names = || swedish.compare(&a.name, &b.name).then(a.pupil.cmp(&b.pupil));
        class_key(&a.class).cmp(&class_key(&b.class)).then_with(names)
    });
    Ok(Some(rows))
}

/// Once the timetable has stopped there is nothing more to say about it.
fn reasons(it: &Asked) -> Vec<Why> {
    let mut why = Vec::new();
    match it.without_rows {
        Some(latest) => why.push(Why::WithoutRows(latest)),
        None if it.stopped => why.push(Why::Stopped),
        None => {
            let fires = |signal| it.signals.iter().any(|of| of == signal);
            why.extend(fires(Signal::S12b).then_some(Why::Shorter));
            why.extend(fires(Signal::S12a).then_some(Why::Unreported));
        }
    }
    why
}
