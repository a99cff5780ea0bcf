//! Scanning: from the files of two school years to how each pupil stands, and how much is reported. What an earlier scan
//! left is brought up to date when it can be: then only the pupils of the files that changed are read.

mod earlier;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use absence::figures::{self, Hold};
use absence::history::{History, Manifest, Prepared};
use absence::overview::running::{Running, Touched, changed};
use absence::overview::worklist::listed;
use absence::scan::Question;
use domain::{SchoolYear, Signal, Stage};
use pack::{Pack, Thresholds, WorkList};
use room::results;
use sha2::{Digest, Sha256};

use crate::lists::{SCHOOL, TEAM};
use crate::{Cx, Failure, Result};
use earlier::Earlier;

/// With more pupils than this, nothing is kept between imports: it takes about two kilobytes each.
const MOST_KEPT: usize = 250_000;

/// What a scan is asked.
pub(super) struct Asked<'a> {
    /// The days and the terms.
    pub(super) question: &'a Question,
    /// Thresholds and lists.
    pub(super) pack: &'a Pack,
    /// Pupils who are in no list and no level of others.
    pub(super) protected: &'a BTreeSet<i32>,
    /// Threads.
    pub(super) threads: usize,
    /// What the last scan left, if anything is kept.
    pub(super) kept: Option<Scanned>,
    /// Taken before that.
    pub(super) hold: Hold,
}

/// What a scan leaves: everything that the room stores of it can be told from this.
pub(crate) struct Scanned {
    manifest: Manifest,
    running: Running,
    earlier: Earlier,
    lists: [Option<WorkList>; 2],
    /// The list of what a simulator of thresholds reads.
    pub(super) figures: String,
    /// The version of the results that it has been stored as.
    pub(super) stored: Option<i64>,
}

impl Scanned {
    /// The pupils, by rising number.
    pub(super) fn pupils(&self) -> impl Iterator<Item = i32> {
        self.running.pupils()
    }
}

/// What it answers.
pub(super) struct Answered {
    /// All of it.
    pub(super) scanned: Scanned,
    /// What can be another than in the version that [`Scanned::stored`] names; none when everything can.
    pub(super) touched: Option<Touched>,
    /// Pupils on the school's list.
    pub(super) listed: usize,
    /// Schools with pupils in the figures.
    pub(super) schools: BTreeSet<i32>,
    /// To be let go when the figures are shown.
    pub(super) hold: Hold,
    rule: Rule,
}

/// The day, the thresholds and the lists.
struct Rule {
    question: Question,
    thresholds: Thresholds,
    lists: [Option<WorkList>; 2],
}

impl Rule {
    fn of(question: &Question, pack: &Pack) -> Result<Rule> {
        Ok(Rule {
            question: question.clone(),
            thresholds: pack.thresholds_on(question.as_of())?.clone(),
            lists: [SCHOOL, TEAM].map(|list| pack.list(list).cloned()),
        })
    }

    /// Another for whatever is asked otherwise, and for another version of the program.
    fn digest(&self) -> Vec<u8> {
        let Rule { question, thresholds, lists } = self;
        let asked = format!("{} {question:?} {thresholds:?} {lists:?}", env!("CARGO_PKG_VERSION"));
        Sha256::digest(asked.as_bytes()).to_vec()
    }
}

/// Whether the room already shows what a scan would answer: of the same files, people, days, thresholds and lists.
pub(super) async fn stands(cx: &Cx, question: &Question, pack: &Pack, prepared: &Prepared) -> Result<bool> {
    if prepared.changes() {
        return Ok(false);
    }
    let rule = Rule::of(question, pack)?.digest();
    let is_of = |current: &results::Current| {
        let results::Current { generation, touched, rule: of, .. } = current;
        let same = (generation.as_of, generation.attendance_version) == (question.as_of(), prepared.after.version);
        same && touched.is_empty() && *of == rule
    };
    Ok(results::current(cx.room()).await?.as_ref().is_some_and(is_of))
}

/// Takes what the last scan left; nothing when another process has published since, for then its figures are gone. They
/// stay while they are held.
pub(super) async fn left(cx: &Cx, _: &Hold) -> Result<Option<Scanned>> {
    let kept = cx.kept().scanned.take(); // whoever imports meanwhile scans all
    let figures = room::figures::current(cx.room()).await?;
    Ok(kept.filter(|kept| Some(&kept.figures) == figures.as_ref()))
}

/// Scans the files that a manifest names.
pub(super) fn scan(history: &History, manifest: &Manifest, asked: Asked<'_>) -> Result<Answered> {
    let Asked { question, pack, protected, threads, kept, hold } = asked;
    let rule = Rule::of(question, pack)?;
    let year = SchoolYear::of(question.as_of());
    let holds =
        |kept: &Scanned| kept.lists == rule.lists && kept.running.answers(question, &rule.thresholds, protected);
    let updated = match kept.filter(holds) {
        Some(kept) => update(kept, history, manifest, year, protected, threads)?,
        None => None,
    };
    let (scanned, touched) = match updated {
        Some((scanned, touched)) => (scanned, touched),
        None => {
            let files = history.files(manifest, year)?;
            let running = Running::of(&files, protected, question, &rule.thresholds, threads)?;
            let figures = running.write_figures(history.root(), &files)?;
            let earlier = Earlier::of(history, manifest, year, protected, threads)?;
            let (manifest, lists) = (manifest.clone(), rule.lists.clone());
            (Scanned { manifest, running, earlier, lists, figures, stored: None }, None)
        }
    };
    let (mut listed_here, mut schools) = (0, BTreeSet::new());
    let [school, _] = &rule.lists;
    for (told, at) in scanned.running.told() {
        let on_it = school.as_ref().and_then(|list| listed(&told, list, &rule.thresholds));
        listed_here += usize::from(on_it.is_some());
        schools.insert(at);
    }
    Ok(Answered { scanned, touched, listed: listed_here, schools, hold, rule })
}

/// Brings what is kept up to date; nothing when only a full scan can tell. What was touched is told when only some were.
type Updated = Option<(Scanned, Option<Touched>)>;

fn update(
    mut kept: Scanned,
    history: &History,
    manifest: &Manifest,
    year: SchoolYear,
    protected: &BTreeSet<i32>,
    threads: usize,
) -> Result<Updated> {
    let Some(changed) = changed(history, year, &kept.manifest, manifest)? else { return Ok(None) };
    if changed.len() * 2 > kept.running.len() {
        return Ok(None);
    }
    let touched = kept.running.update(&changed, protected)?;
    if !touched.read.is_empty() {
        let reach = kept.running.take_reach();
        let (homes, read) = (kept.running.homes(&reach), &touched.read);
        kept.figures = figures::rewrite(history.root(), &kept.figures, read, &touched.homes, homes, threads)?;
    }
    let same = kept.earlier.holds(manifest, protected);
    if !same {
        kept.earlier = Earlier::of(history, manifest, year, protected, threads)?;
    }
    kept.manifest = manifest.clone();
    Ok(Some((kept, Some(touched).filter(|_| same))))
}

impl Answered {
    /// How some pupils stand, as the room stores it, or all; those of whom nothing is known are left out.
    pub(super) fn standings(&self, among: Option<&BTreeSet<i32>>) -> Result<Vec<results::Standing>> {
        let Scanned { running, earlier, .. } = &self.scanned;
        let stored = |pupil: i32| {
            let row = running.row(pupil, earlier.schools(pupil))?;
            Some(rows::stored(&row, &self.rule.lists, &self.rule.question, &self.rule.thresholds))
        };
        match among {
            Some(among) => among.iter().filter_map(|pupil| stored(*pupil)).collect(),
            None => running.pupils().filter_map(stored).collect(),
        }
    }

    /// The level of others, week by week of two school years, at some schools or at all.
    pub(super) fn peers(&self, schools: Option<&BTreeSet<i32>>) -> Result<Vec<results::PeerWeek>> {
        let wanted = |school: i32| schools.is_none_or(|schools| schools.contains(&school));
        let earlier = self.scanned.earlier.peers.iter().filter(|week| wanted(week.school));
        earlier.chain(&self.scanned.running.peer_weeks(schools)).map(rows::week).collect()
    }

    /// How much is reported: the weeks of some schools, or of all, and every school.
    pub(super) fn reporting(&self, schools: Option<&BTreeSet<i32>>) -> results::Reporting {
        let mut units: BTreeMap<i32, results::OfUnit> = BTreeMap::new();
        for (told, school) in self.scanned.running.told() {
            let none = results::OfUnit { school, pupils: 0, questions: 0 };
            let unit = units.entry(school).or_insert(none);
            let asks = |signal| told.answer(signal).is_yes();
            unit.pupils += 1;
            unit.questions += i64::from(asks(Signal::S12a) || asks(Signal::S12b) || told.stale);
        }
        let weeks = self.scanned.running.reporting(schools).into_iter().map(|it| results::OfWeek {
            school: it.school,
            week: it.week,
            scheduled: it.scheduled,
            reported: it.reported,
        });
        results::Reporting { units: units.into_values().collect(), weeks: weeks.collect() }
    }

    /// The season.
    pub(super) fn season(&self) -> Vec<results::SeasonWeek> {
        let week = |it: absence::signals::season::SeasonWeek| results::SeasonWeek {
            week: it.week,
            stage: match it.stage {
                Stage::Low => 0,
                Stage::Middle => 1,
                Stage::High => 2,
            },
            absent: it.absent,
            reported: it.reported,
            pupils: it.pupils,
        };
        self.scanned.running.season().into_iter().map(week).collect()
    }

    /// What was asked, as the room keeps it beside the answers.
    pub(super) fn asked(&self) -> Vec<u8> {
        self.rule.digest()
    }

    /// How many pupils there are.
    pub(super) fn pupils(&self) -> usize {
        self.scanned.running.len()
    }

    /// What may be kept for the next import, stored as a version of the results; and what holds the figures.
    pub(super) fn kept(self, version: Option<i64>) -> (Option<Scanned>, Hold) {
        let scanned = Scanned { stored: version, ..self.scanned };
        (Some(scanned).filter(|scanned| version.is_some() && scanned.running.len() <= MOST_KEPT), self.hold)
    }
}

fn odd(error: std::num::TryFromIntError) -> Failure {
    Failure::Fault { context: "a figure that no pupil can have", source: Box::new(error) }
}
