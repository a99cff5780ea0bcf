//! What is kept between imports and brought up to date equals a full scan, pupil by pupil and cell by cell: with movers,
//! corrections, an undo, a purge and pupils who become protected.

#[cfg(test)]
mod shared;

use std::collections::{BTreeMap, BTreeSet};

use absence::columns::Table;
use absence::columns::table::Row;
use absence::figures;
use absence::history::Manifest;
use absence::history::change::Cover;
use absence::overview::running::{Running, Touched, changed};
use absence::overview::{Overview, StoredPeers, Told, peer_weeks, recent, reporting};
use absence::scan::Question;
use absence::synth::{City, lessons, terms};
use domain::{Day, SchoolYear, Signal};
use pack::{Pack, Thresholds};
use shared::{Place, day};

const YEAR: SchoolYear = SchoolYear(2025);

/// The rows of a city as they were known on a day.
#[cfg(test)]
fn city(seed: u64, as_of: Day, place: &Place) -> Vec<Row> {
    let city = City { pupils: 600, seed, year: YEAR, as_of: Some(as_of) };
    Table::of_batch(&lessons(&city, 1, 600), &place.subjects).unwrap().rows
}

/// A history that is changed, and what is kept of it.
#[cfg(test)]
struct Trial {
    place: Place,
    question: Question,
    thresholds: Thresholds,
    protected: BTreeSet<i32>,
    running: Running,
}

#[cfg(test)]
impl Trial {
    fn new(as_of: Day) -> Trial {
        let place = Place::new();
        let mut rows = city(5, as_of, &place);
        // One who has a plan only until the school year is over, at one school and then at another.
        let last = rows.iter().map(|row| row.date).max().unwrap();
        rows.iter_mut().filter(|row| row.pupil == 17).for_each(|row| row.date = last.max(as_of.0 + 3));
        rows.sort_by_key(|row| (row.pupil, row.date, row.start));
        rows.dedup_by_key(|row| (row.pupil, row.date, row.start));
        place.import(&rows);
        let question = Question::with_fridays(as_of, terms(YEAR));
        let thresholds = Pack::embedded().unwrap().thresholds_on(as_of).unwrap().clone();
        let protected = BTreeSet::new();
        let files = place.history.files(&place.history.manifest().unwrap(), YEAR).unwrap();
        let running = Running::of(&files, &protected, &question, &thresholds, 2).unwrap();
        Trial { place, question, thresholds, protected, running }
    }

    fn manifest(&self) -> Manifest {
        self.place.history.manifest().unwrap()
    }

    /// Brings it up to date since a manifest, and compares with a full scan.
    #[track_caller]
    fn check(&mut self, before: &Manifest, what: &str) -> Touched {
        let after = self.manifest();
        let history = &self.place.history;
        let changed = changed(history, YEAR, before, &after).unwrap().expect("every file from before is there");
        let was: Vec<_> = self.running.pupils().map(|pupil| self.running.row(pupil, &[]).unwrap()).collect();
        let touched = self.running.update(&changed, &self.protected).unwrap();
        let files = history.files(&after, YEAR).unwrap();
        let overview = Overview::of(&files, &self.protected, &self.question, &self.thresholds, 2).unwrap();
        self.equals(&overview, what);
        let full = Running::of(&files, &self.protected, &self.question, &self.thresholds, 2).unwrap();
        assert_eq!(self.running.season(), full.season(), "{what}: season");
        let reach: BTreeMap<_, _> = self.running.take_reach().into_iter().collect();
        assert!(reach.keys().all(|pupil| touched.read.contains(pupil)), "{what}");
        for pupil in &touched.read {
            assert_eq!(reach.get(pupil), overview.pupils.get(pupil).map(|it| &it.reach), "{what}: the simulator's");
        }
        let homes = overview.pupils.iter().map(|(pupil, it)| (*pupil, it.school, &it.reach));
        let root = self.place.history.root();
        let name = figures::write(root, homes, 2).unwrap();
        assert_eq!(full.write_figures(root, &files).unwrap(), name, "{what}: the list is named by what the files say");
        // Whoever is not told to be touched is as before.
        for row in was.iter().filter(|row| !touched.pupils.contains(&row.told.pupil)) {
            assert_eq!(self.running.row(row.told.pupil, &[]).as_ref(), Some(row), "{what}");
        }
        touched
    }

    #[track_caller]
    fn equals(&self, full: &Overview, what: &str) {
        let running = &self.running;
        assert!(running.pupils().eq(full.pupils.keys().copied()), "{what}: pupils");
        for (pupil, standing) in &full.pupils {
            let row = running.row(*pupil, &[7]).unwrap();
            assert_eq!(row.told, Told::of(standing, &self.thresholds), "{what}: pupil {pupil}");
            assert_eq!(row.stored, StoredPeers::of(standing, &[7]), "{what}: pupil {pupil}");
            let term = &standing.own.s01.window;
            assert_eq!((row.school, row.term), (standing.school, (term.absent(), term.reported)), "{what}: {pupil}");
            assert_eq!(row.recent, recent(&full.sums[pupil], self.question.as_of()), "{what}: pupil {pupil}");
        }
        assert_eq!(running.peer_weeks(None), peer_weeks(&full.sums), "{what}: weeks of schools");
        assert_eq!(running.reporting(None), reporting(&full.sums), "{what}: reporting");
        for school in full.pupils.values().map(|it| it.school).collect::<BTreeSet<_>>() {
            let only = BTreeSet::from([school]);
            let of: Vec<_> = peer_weeks(&full.sums).into_iter().filter(|it| it.school == school).collect();
            assert_eq!(running.peer_weeks(Some(&only)), of, "{what}: weeks of {school}");
            let of: Vec<_> = reporting(&full.sums).into_iter().filter(|it| it.school == school).collect();
            assert_eq!(running.reporting(Some(&only)), of, "{what}: reporting of {school}");
        }
    }
}

#[test]
fn what_is_brought_up_to_date_equals_a_full_scan() {
    let as_of = day("2026-03-13");
    let mut trial = Trial::new(as_of);
    let before = trial.manifest();
    assert_eq!(trial.check(&before, "nothing"), Touched::default());
    let planned = 17;
    assert!(trial.running.row(planned, &[]).is_none());

    // a few lessons of one school are corrected: hardly anybody else is touched
    let rows = city(5, as_of, &trial.place);
    let school = rows[0].school;
    let week = day("2026-02-16").0..=day("2026-02-20").0;
    let corrected: Vec<Row> = rows
        .iter()
        .filter(|row| row.school == school && week.contains(&row.date) && row.pupil != planned)
        .map(|row| if row.pupil % 40 == 3 { Row { invalid: row.scheduled, valid: 0, ..*row } } else { *row })
        .collect();
    assert!(corrected.iter().any(|row| row.pupil % 40 == 3));
    trial.place.import(&corrected);
    let touched = trial.check(&before, "some lessons");
    assert!(touched.schools.len() == 1 && touched.pupils.len() < trial.running.len() * 2 / 3, "{touched:?}");

    // a month of one school comes again, with other absence
    let before = trial.manifest();
    let month = day("2026-02-01").0..=day("2026-02-28").0;
    let other = city(6, as_of, &trial.place);
    let again: Vec<Row> = other.iter().filter(|r| r.school == school && month.contains(&r.date)).copied().collect();
    trial.place.import(&again);
    trial.check(&before, "a month of one school");

    // pupils move to another school, and whoever had a plan only gets rows there
    let before = trial.manifest();
    let elsewhere = rows.iter().map(|row| row.school).find(|it| *it != school).unwrap();
    let week = day("2026-03-02").0..=day("2026-03-13").0;
    let moved: Vec<Row> = rows
        .iter()
        .filter(|row| week.contains(&row.date))
        .filter(|row| row.school == elsewhere || row.pupil % 9 == 0 || row.pupil == planned)
        .map(|row| Row { school: elsewhere, date: row.date + i32::from(row.pupil % 7 == 0), ..*row })
        .collect();
    trial.place.import(&moved);
    let touched = trial.check(&before, "movers, weekend lessons and somebody new");
    assert!(touched.schools.len() > 1 && trial.running.row(planned, &[]).is_some());

    // pupils become protected, and leave the history in an import of another school
    let before = trial.manifest();
    trial.protected = [rows[0].pupil, 200, 201].into();
    let nobody: Vec<Row> =
        rows.iter().filter(|row| row.school == elsewhere && week.contains(&row.date)).copied().collect();
    let kept: Vec<Row> = nobody.iter().filter(|row| !trial.protected.contains(&row.pupil)).copied().collect();
    let touched = trial
        .running
        .update(&changed(&trial.place.history, YEAR, &before, &before).unwrap().unwrap(), &trial.protected);
    assert!(touched.unwrap().pupils.is_superset(&trial.protected));
    trial.check(&before, "protection before the history knows");
    trial.place.import_over(&kept, &Cover::default(), &[]);
    trial.check(&before, "protection");

    // an import is undone
    let before = trial.manifest();
    trial.place.history.undo(3, as_of).unwrap();
    trial.check(&before, "an undo");

    // after a purge the file from before is gone
    let before = trial.manifest();
    trial.place.history.purge(&[300].into(), as_of).unwrap();
    assert!(changed(&trial.place.history, YEAR, &before, &trial.manifest()).unwrap().is_none());
}

#[test]
fn another_question_other_thresholds_and_lifted_protection_are_not_answered() {
    let trial = Trial::new(day("2025-11-20"));
    let answers = |question: &Question, thresholds: &Thresholds, protected: &[i32]| {
        trial.running.answers(question, thresholds, &protected.iter().copied().collect())
    };
    assert!(answers(&trial.question, &trial.thresholds, &[1, 2]));
    let later = Question::with_fridays(day("2025-11-21"), terms(YEAR));
    assert!(!answers(&later, &trial.thresholds, &[]));
    let mut other = trial.thresholds.clone();
    other.s10.ppm_weeks += 1;
    assert!(!answers(&trial.question, &other, &[]));
    let fires = trial.running.told().filter(|(told, _)| told.answer(Signal::S10).is_yes()).count();
    assert!(trial.running.len() > 500 && fires < 100);
}
