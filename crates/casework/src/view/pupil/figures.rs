//! What a pupil's rows say: read from the files of two school years, together with what the scan stored of others.

use std::collections::BTreeSet;
use std::sync::Arc;

use absence::columns::LessonFile;
use absence::history::{History, Manifest};
use absence::overview::stored::StoredPeers;
use absence::overview::{line, pupil};
use absence::scan::Question;
use absence::signals::season::{Season, SeasonWeek};
use access::UnitId;
use domain::{Day, SchoolYear, Signal, Stage, Week};
use pack::Pack;
use room::Versions;
use room::people::Schooling;
use room::results::{self, OfPupil};

use super::{Line, LineWeek, Told};
use crate::blocking::blocking;
use crate::schools::Schools;
use crate::{Cx, Result, calendar, history, method};

/// What a page shows of it.
#[derive(Default)]
pub(in crate::view) struct Figures {
    /// Since when the timetable has stopped.
    pub(in crate::view) stale_since: Option<Day>,
    /// The signals; none when the timetable has stopped (P15).
    pub(in crate::view) signals: Vec<Told>,
    /// The school line.
    pub(in crate::view) line: Line,
}

/// Everything that reading the files needs, so that it can be done on a thread of its own.
struct Asked {
    history: History,
    manifest: Arc<Manifest>,
    pack: Arc<Pack>,
    question: Question,
    pupil: i32,
    stored: StoredPeers,
    season: Arc<Season>,
    reduced: Option<Day>,
}

/// Reads a pupil.
pub(in crate::view) async fn of(
    cx: &Cx,
    now: &Versions,
    stands: &OfPupil,
    enrolments: &[Schooling],
    schools: &Schools,
) -> Result<Figures> {
    let (as_of, calendar) = (stands.as_of, calendar::of(cx, now).await?);
    let peers = stands.standing.peers.as_deref().and_then(|json| std::str::from_utf8(json).ok());
    let reduced = enrolments.iter().filter_map(|it| it.reduced).find(|span| span.contains(as_of));
    let asked = Asked {
        history: history::of(cx)?,
        manifest: history::kept(cx, now).await?,
        pack: method::at(cx, now.generation.as_ref().map_or(cx.now(), |it| it.made_at)).await?,
        question: Question::with_fridays(as_of, calendar::terms_of(&calendar.terms, as_of)),
        pupil: stands.standing.pupil,
        stored: peers.map(StoredPeers::from_json).transpose()?.unwrap_or_default(),
        season: cx.kept().season.of(&now.results, (), season(cx)).await?,
        reduced: reduced.map(|span| span.from),
    };
    let (mut figures, line) = blocking(move || read(&asked)).await?;
    figures.line.moves = line.moves.iter().map(|it| (it.day, schools.school(UnitId(it.to)).name)).collect();
    figures.line.reduced = reduced_of(enrolments, figures.line.weeks.first().map(|week| week.week));
    figures.line.weeks = weeks(cx, now, &line.weeks, &calendar).await?;
    Ok(figures)
}

/// The season of the current generation.
async fn season(cx: &Cx) -> Result<Season> {
    let stage = |number| match number {
        0 => Stage::Low,
        1 => Stage::Middle,
        _ => Stage::High,
    };
    let weeks = results::season(cx.room()).await?.into_iter().map(|it| SeasonWeek {
        stage: stage(it.stage),
        week: it.week,
        absent: it.absent,
        reported: it.reported,
        pupils: it.pupils,
    });
    Ok(Season::of_weeks(weeks))
}

fn read(asked: &Asked) -> Result<(Figures, line::Line)> {
    let as_of = asked.question.as_of();
    let (year, thresholds) = (SchoolYear::of(as_of), asked.pack.thresholds_on(as_of)?);
    let before = SchoolYear(year.0.saturating_sub(1));
    let mut files: Vec<LessonFile> = asked.history.files_of(&asked.manifest, year, &asked.stored.schools)?;
    let mut figures = Figures::default();
    if let Some(own) = pupil::read(&files, asked.pupil, &asked.question, thresholds)? {
        let standing = own.standing(&asked.stored, &asked.season, as_of, thresholds);
        let told = |signal| Told {
            signal,
            answer: standing.answer(signal),
            since: standing.since.of(signal),
            explained: standing.explain(signal, thresholds, &own.subjects, asked.reduced),
        };
        figures.stale_since = standing.peers.stale_since;
        figures.signals = match figures.stale_since {
            Some(_) => Vec::new(),
            None => Signal::ALL.into_iter().map(told).collect(),
        };
    }
    files.extend(asked.history.files_of(&asked.manifest, before, &asked.stored.schools)?);
    Ok((figures, line::read(&files, asked.pupil, before.start(), as_of)?))
}

/// The weeks as a page draws them, with the breaks of the calendar and the level of others.
async fn weeks(
    cx: &Cx,
    now: &Versions,
    weeks: &[line::LineWeek],
    calendar: &domain::calendar::Calendar,
) -> Result<Vec<LineWeek>> {
    let groups: BTreeSet<(i32, u8)> = weeks.iter().filter_map(group).collect();
    let mut peers = std::collections::BTreeMap::new();
    for (school, level) in groups {
        let read = async { Ok(results::peers(cx.room(), school, level).await?) };
        for it in cx.kept().peers.of(&now.results, (school, level), read).await?.iter() {
            peers.insert((school, level, it.week), (i64::from(it.low), i64::from(it.mid), i64::from(it.high)));
        }
    }
    let drawn = |it: &line::LineWeek| LineWeek {
        week: it.week,
        scheduled: it.scheduled,
        reported: it.reported,
        valid: it.valid,
        invalid: it.invalid,
        late: it.late,
        holiday: calendar::holiday(calendar, it.week.monday()).filter(|_| it.scheduled == 0),
        peers: group(it).and_then(|(school, level)| peers.get(&(school, level, it.week)).copied()),
    };
    Ok(weeks.iter().map(drawn).collect())
}

/// School and grade level of a week with lessons.
fn group(week: &line::LineWeek) -> Option<(i32, u8)> {
    Some((week.school?, u8::try_from(week.level?).ok()?))
}

/// Decisions on a reduced timetable that reach into the line, each once.
fn reduced_of(enrolments: &[Schooling], first: Option<Week>) -> Vec<(Day, Option<Day>)> {
    let reaches = |to: Option<Day>| first.is_none_or(|first| to.is_none_or(|to| first.monday() <= to));
    let mut spans: Vec<_> = enrolments.iter().filter_map(|it| it.reduced).map(|span| (span.from, span.to)).collect();
    spans.retain(|(_, to)| reaches(*to));
    spans.sort();
    spans.dedup();
    spans
}
