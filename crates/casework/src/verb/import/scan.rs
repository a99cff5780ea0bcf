//! Scanning: from the files of two school years to how each pupil stands, and how much is reported.

use std::collections::{BTreeMap, BTreeSet};

use absence::figures;
use absence::history::{History, Manifest};
use absence::overview::peer_weeks::{PeerWeek, peer_weeks};
use absence::overview::recent::recent;
use absence::overview::reporting::reporting;
use absence::overview::stored::StoredPeers;
use absence::overview::worklist::{First, Place, band, level5, mask, places};
use absence::overview::{Overview, Standing};
use absence::scan::{Light, Question, light};
use domain::{SchoolYear, Signal, Signals};
use pack::{Pack, Thresholds};
use room::results;

use crate::lists::{SCHOOL, TEAM};
use crate::{Failure, Result};

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
}

/// What it answers, as the room stores it.
pub(super) struct Answered {
    /// How each pupil stands.
    pub(super) standings: Vec<results::Standing>,
    /// The level of others, week by week of two school years.
    pub(super) peers: Vec<results::PeerWeek>,
    /// How much is reported.
    pub(super) reporting: results::Reporting,
    /// Pupils on the school's list.
    pub(super) listed: usize,
    /// Schools with pupils in the figures.
    pub(super) schools: BTreeSet<i32>,
    /// The list of what a simulator of thresholds reads.
    pub(super) figures: String,
}

/// Scans the files that a manifest names.
pub(super) fn scan(history: &History, manifest: &Manifest, asked: &Asked<'_>) -> Result<Answered> {
    let as_of = asked.question.as_of();
    let (year, thresholds) = (SchoolYear::of(as_of), asked.pack.thresholds_on(as_of)?);
    let files = history.files(manifest, year)?;
    let overview = Overview::of(&files, asked.protected, asked.question, thresholds, asked.threads)?;
    let before = SchoolYear(year.0.saturating_sub(1));
    let span = (before.start(), before.end());
    let earlier = light(&history.files(manifest, before)?, asked.protected, span, asked.threads)?;
    let placed = |list: &str| -> BTreeMap<i32, Place> {
        let list = asked.pack.list(list);
        let all = list.map(|list| places(&overview, list, thresholds)).unwrap_or_default();
        all.into_iter().map(|place| (place.pupil, place)).collect()
    };
    let (school, team) = (placed(SCHOOL), placed(TEAM));
    let standing = |it: &Standing| {
        let at = [&school, &team].map(|list| list.get(&it.pupil));
        stored(it, at, &overview, &earlier, asked.question, thresholds)
    };
    let peers = peer_weeks(&earlier.sums).iter().chain(&peer_weeks(&overview.sums)).map(week).collect::<Result<_>>()?;
    let homes = overview.pupils.values().map(|it| (it.pupil, it.school, &it.reach));
    Ok(Answered {
        figures: figures::write(history.root(), homes, asked.threads)?,
        standings: overview.pupils.values().map(standing).collect::<Result<_>>()?,
        peers,
        reporting: reported(&overview),
        listed: school.len(),
        schools: overview.pupils.values().map(|it| it.school).collect(),
    })
}

/// A pupil as the room stores it. Once a timetable has stopped (P15) no signal is left to tell of.
fn stored(
    it: &Standing,
    [school, team]: [Option<&Place>; 2],
    overview: &Overview,
    earlier: &Light,
    question: &Question,
    thresholds: &Thresholds,
) -> Result<results::Standing> {
    let sums = overview.sums.get(&it.pupil).map_or(&[][..], |sums| sums);
    let (term, schools) = (&it.own.s01.window, earlier.schools.get(&it.pupil).map_or(&[][..], |schools| schools));
    let first = school.is_none_or(|place| place.first == First::PupilHealth);
    Ok(results::Standing {
        pupil: it.pupil,
        school: it.school,
        level: small(i64::from(it.grade))?,
        signals: Signals(u16::try_from(mask(it)).map_err(odd)?),
        band: small(band(it, thresholds))?,
        level5: small(level5(it, thresholds))?,
        since: if it.is_stale() { None } else { it.since.first() },
        place_school: school.map(|place| i64::from(place.place)),
        place_team: team.map(|place| i64::from(place.place)),
        first: if first { results::Reader::PupilHealth } else { results::Reader::Mentor },
        absent: term.valid + term.invalid,
        reported: term.reported,
        stale: it.is_stale(),
        recent: recent(sums, question.as_of()),
        peers: Some(StoredPeers::of(it, schools).to_json()?.into_bytes()),
    })
}

fn week(it: &PeerWeek) -> Result<results::PeerWeek> {
    let permille = |number: i32| u16::try_from(number).map_err(odd);
    Ok(results::PeerWeek {
        school: it.school,
        level: small(i64::from(it.level))?,
        week: it.week,
        low: permille(it.low)?,
        mid: permille(it.mid)?,
        high: permille(it.high)?,
    })
}

fn reported(overview: &Overview) -> results::Reporting {
    let mut units: BTreeMap<i32, results::OfUnit> = BTreeMap::new();
    for it in overview.pupils.values() {
        let none = results::OfUnit { school: it.school, pupils: 0, questions: 0 };
        let unit = units.entry(it.school).or_insert(none);
        let asks = |signal| it.answer(signal).is_yes();
        unit.pupils += 1;
        unit.questions += i64::from(asks(Signal::S12a) || asks(Signal::S12b) || it.is_stale());
    }
    let weeks = reporting(&overview.sums).into_iter().map(|it| results::OfWeek {
        school: it.school,
        week: it.week,
        scheduled: it.scheduled,
        reported: it.reported,
    });
    results::Reporting { units: units.into_values().collect(), weeks: weeks.collect() }
}

fn small(number: i64) -> Result<u8> {
    u8::try_from(number).map_err(odd)
}

fn odd(error: std::num::TryFromIntError) -> Failure {
    Failure::Fault { context: "a figure that no pupil can have", source: Box::new(error) }
}
