//! One pupil on reading equals the pupil of a full scan, cell by cell, in a city of 300 with movers over two years.

#[cfg(test)]
mod shared;

use std::collections::{BTreeMap, BTreeSet};

use absence::columns::{LessonFile, Table};
use absence::history::Manifest;
use absence::overview::line::{self, Moved};
use absence::overview::{Overview, Running, Standing, StoredPeers, pupil};
use absence::scan::{Light, Question, Sums, WeekSum, light};
use absence::signals::season::Season;
use absence::synth::{City, lessons, terms, truths};
use domain::{Day, SchoolYear, Signal};
use pack::{Pack, Thresholds};
use shared::{Place, day};

const YEARS: [SchoolYear; 2] = [SchoolYear(2025), SchoolYear(2026)];

/// The city's history of two school years and a full scan of the second.
#[cfg(test)]
struct Scanned {
    place: Place,
    manifest: Manifest,
    question: Question,
    thresholds: Thresholds,
    overview: Overview,
    earlier: BTreeMap<i32, Light>,
}

#[cfg(test)]
fn light_of_all(files: &[LessonFile], protected: &BTreeSet<i32>, span: (Day, Day)) -> BTreeMap<i32, Light> {
    let found = light(files, protected, span, 2, Vec::push).unwrap();
    found.into_iter().flatten().map(|found| (found.pupil, found)).collect()
}

#[cfg(test)]
impl Scanned {
    fn new(as_of: &str) -> Scanned {
        let (place, as_of, nobody) = (Place::new(), day(as_of), BTreeSet::new());
        for year in YEARS {
            let city = City { pupils: 300, seed: 5, year, as_of: Some(as_of) };
            place.import(&Table::of_batch(&lessons(&city, 1, 600), &place.subjects).unwrap().rows);
        }
        let manifest = place.history.manifest().unwrap();
        let thresholds = Pack::embedded().unwrap().thresholds_on(as_of).unwrap().clone();
        let question = Question::with_fridays(as_of, terms(YEARS[1]));
        let files = |year| place.history.files(&manifest, year).unwrap();
        let overview = Overview::of(&files(YEARS[1]), &nobody, &question, &thresholds, 2).unwrap();
        let span = (YEARS[0].start(), YEARS[0].end());
        let earlier = light_of_all(&files(YEARS[0]), &nobody, span);
        Scanned { place, manifest, question, thresholds, overview, earlier }
    }

    /// What a scan stores of a pupil, through its JSON and back.
    fn stored(&self, standing: &Standing) -> StoredPeers {
        let earlier = self.earlier.get(&standing.pupil).map_or(&[][..], |found| &found.schools);
        let json = StoredPeers::of(standing, earlier).to_json().unwrap();
        StoredPeers::from_json(&json).unwrap()
    }

    /// The season as it is stored.
    fn season(&self) -> Season {
        let (files, nobody) = (self.place.history.files(&self.manifest, YEARS[1]).unwrap(), BTreeSet::new());
        let running = Running::of(&files, &nobody, &self.question, &self.thresholds, 2).unwrap();
        Season::of_weeks(running.season())
    }

    fn files(&self, year: SchoolYear, schools: &BTreeSet<i32>) -> Vec<LessonFile> {
        self.place.history.files_of(&self.manifest, year, schools).unwrap()
    }

    /// The first day of the line, in the school year before.
    fn line_start(&self) -> Day {
        YEARS[0].start()
    }
}

#[test]
fn one_pupil_with_the_stored_peers_equals_the_full_overview() {
    let scanned = Scanned::new("2027-03-12");
    let season = scanned.season();
    let (mut movers, mut firing) = (0, BTreeSet::new());
    for full in scanned.overview.pupils.values() {
        let stored = scanned.stored(full);
        let files = scanned.files(YEARS[1], &stored.schools);
        let read = pupil::read(&files, full.pupil, &scanned.question, &scanned.thresholds).unwrap().unwrap();
        let found = read.standing(&stored, &season, scanned.question.as_of(), &scanned.thresholds);
        for signal in Signal::ALL {
            let reduced = Some(day("2026-10-05"));
            let told = found.explain(signal, &scanned.thresholds, &read.subjects, reduced);
            let expected = full.explain(signal, &scanned.thresholds, &scanned.overview.subjects, reduced);
            assert_eq!(told, expected, "pupil {} {}", full.pupil, signal.code());
            assert_eq!(found.answer(signal), full.answer(signal), "pupil {} {}", full.pupil, signal.code());
            firing.extend(full.answer(signal).is_yes().then_some(signal));
        }
        assert_eq!(read.sums, scanned.overview.sums[&full.pupil]);
        // subjects are numbered in order of meeting: they have been compared by name
        let mut found = found;
        found.own.s07 = full.own.s07.clone();
        found.reach = full.reach.clone(); // for the simulator only
        assert_eq!(&found, full);
        movers += usize::from(full.moved.is_some());
    }
    assert!(movers > 3 && firing.len() > 9, "{movers} movers, {firing:?}");
}

#[test]
fn the_weeks_of_a_line_add_up_to_the_week_sums() {
    let scanned = Scanned::new("2026-11-20");
    let as_of = scanned.question.as_of();
    let (mut late, mut moves) = (0, BTreeMap::new());
    for full in scanned.overview.pupils.values() {
        let schools = scanned.stored(full).schools;
        let mut files = scanned.files(YEARS[0], &schools);
        files.extend(scanned.files(YEARS[1], &schools));
        let line = line::read(&files, full.pupil, scanned.line_start(), as_of).unwrap();
        let earlier = scanned.earlier.get(&full.pupil).map(|found| &found.sums);
        let sums = earlier.into_iter().chain(scanned.overview.sums.get(&full.pupil));
        let mut expected: BTreeMap<i32, [i64; 4]> = BTreeMap::new();
        for sum in sums.flat_map(|sums| sums.iter()) {
            let WeekSum { scheduled, reported, absent, invalid, .. } = *sum;
            let week = expected.entry(sum.week.0).or_default();
            for (total, minutes) in week.iter_mut().zip([scheduled, reported, absent, invalid]) {
                *total += i64::from(minutes);
            }
        }
        for week in &line.weeks {
            let [scheduled, reported, absent, invalid] = expected.remove(&week.week.0).unwrap_or_default();
            assert_eq!((week.scheduled, week.reported, week.absent()), (scheduled, reported, absent));
            assert!(week.invalid <= invalid && week.invalid + week.late >= invalid);
            assert_eq!(week.scheduled > 0, week.school.is_some());
            late += week.late;
        }
        assert!(expected.is_empty(), "weeks outside the line");
        moves.insert(full.pupil, line.moves);
    }
    assert!(late > 0);
    // the truth of the city knows the moves within a year
    let city = City { pupils: 300, seed: 5, year: YEARS[1], as_of: Some(as_of) };
    let mut moved = 0;
    for truth in truths(&city).iter().filter(|truth| moves.contains_key(&truth.pupil)) {
        let in_year = |it: &&Moved| SchoolYear::of(it.day) == YEARS[1];
        let found: Vec<(i32, i32)> = moves[&truth.pupil].iter().filter(in_year).map(|it| (it.from, it.to)).collect();
        let expected = truth.moved.filter(|it| it.first <= as_of).map(|it| (it.from, it.to));
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "pupil {}", truth.pupil);
        moved += found.len();
    }
    assert!(moved > 0);
}

#[test]
fn a_light_scan_has_the_sums_and_schools_of_a_full_one() {
    let scanned = Scanned::new("2026-11-20");
    let files = scanned.place.history.files(&scanned.manifest, YEARS[1]).unwrap();
    let span = (YEARS[1].start(), scanned.question.as_of());
    let protected = BTreeSet::from([1, 2, 3]);
    let found = light_of_all(&files, &protected, span);
    let mut expected = scanned.overview.sums.clone();
    expected.retain(|pupil, _| !protected.contains(pupil));
    for (pupil, found) in &found {
        assert_eq!(found.schools, scanned.overview.pupils[pupil].schools);
    }
    let found: Sums = found.into_iter().map(|(pupil, found)| (pupil, found.sums)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_pupil_without_rows_is_nobody_and_has_empty_weeks() {
    let scanned = Scanned::new("2026-11-20");
    let files = scanned.place.history.files(&scanned.manifest, YEARS[1]).unwrap();
    assert!(pupil::read(&files, 9_999, &scanned.question, &scanned.thresholds).unwrap().is_none());
    let line = line::read(&files, 9_999, day("2026-08-17"), day("2026-11-20")).unwrap();
    assert_eq!((line.weeks.len(), line.moves.len()), (14, 0));
    assert!(line.weeks.iter().all(|week| week.scheduled == 0 && week.school.is_none()));
}
