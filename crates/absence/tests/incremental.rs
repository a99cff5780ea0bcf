//! An incremental scan after imports equals a full scan, pupil by pupil and figure by figure, with movers.

#[cfg(test)]
mod shared;

use absence::columns::Table;
use absence::columns::table::Row;
use absence::history::Manifest;
use absence::overview::Overview;
use absence::overview::incremental::changed_pupils;
use absence::scan::Question;
use absence::synth::{City, lessons, roster, terms};
use domain::{Day, SchoolYear};
use pack::Pack;
use shared::{Place, day};

const YEAR: SchoolYear = SchoolYear(2025);

/// The rows of a city as they were known on a day.
#[cfg(test)]
fn city(seed: u64, as_of: Day, place: &Place) -> Vec<Row> {
    let city = City { pupils: 300, seed, year: YEAR, as_of: Some(as_of) };
    Table::of_batch(&lessons(&city, 1, 300), &place.subjects).unwrap().rows
}

#[cfg(test)]
fn scan(place: &Place, question: &Question, pack: &Pack) -> Overview {
    let files = place.history.files(&place.history.manifest().unwrap(), YEAR).unwrap();
    Overview::of(&files, &std::collections::BTreeSet::new(), question, pack.thresholds_on(question.as_of()).unwrap(), 2)
        .unwrap()
}

#[cfg(test)]
fn check(place: &Place, overview: &mut Overview, before: &Manifest, question: &Question, pack: &Pack, what: &str) {
    let after = place.history.manifest().unwrap();
    let changed =
        changed_pupils(&place.history, YEAR, before, &after).unwrap().expect("every file from before is there");
    let files = place.history.files(&after, YEAR).unwrap();
    let thresholds = pack.thresholds_on(question.as_of()).unwrap();
    overview.update(&files, &changed, question, thresholds, 2).unwrap();
    let full = scan(place, question, pack);
    assert_eq!(overview.sums, full.sums, "{what}: sums");
    assert_eq!(overview.pupils.len(), full.pupils.len(), "{what}");
    for (pupil, standing) in &full.pupils {
        // subjects are numbered in order of meeting: compare them by name
        let mut found = overview.pupils[pupil].clone();
        let which =
            |standing: &absence::overview::Standing, subjects| standing.own.s07.which(&thresholds.s07, subjects);
        assert_eq!(which(&found, &overview.subjects), which(standing, &full.subjects), "{what}: pupil {pupil}");
        assert_eq!(found.own.s07.contrast.total(), standing.own.s07.contrast.total(), "{what}: pupil {pupil}");
        found.own.s07 = standing.own.s07.clone();
        assert_eq!(&found, standing, "{what}: pupil {pupil}");
    }
}

#[test]
fn an_incremental_scan_equals_a_full_one() {
    let place = Place::new();
    let pack = Pack::embedded().unwrap();
    let as_of = day("2026-03-13");
    let question = Question::with_fridays(as_of, terms(YEAR));
    let movers = roster(&City { pupils: 300, seed: 5, year: YEAR, as_of: Some(as_of) });
    assert!(movers.windows(2).any(|pair| pair[0].pupil == pair[1].pupil), "the city has no mover");
    place.import(&city(5, as_of, &place));
    let mut overview = scan(&place, &question, &pack);

    // a month of one school comes again, with other absence
    let before = place.history.manifest().unwrap();
    let other = city(6, as_of, &place);
    let school = other[0].school;
    let month = day("2026-02-01").0..=day("2026-02-28").0;
    let again: Vec<Row> = other.iter().filter(|r| r.school == school && month.contains(&r.date)).copied().collect();
    place.import(&again);
    check(&place, &mut overview, &before, &question, &pack, "a month of one school");

    // pupils move to the school that is imported, and the week's last days change
    let before = place.history.manifest().unwrap();
    let week = day("2026-03-09").0..=day("2026-03-15").0;
    let moved: Vec<Row> = city(5, as_of, &place)
        .iter()
        .filter(|row| week.contains(&row.date))
        .map(|row| Row { school, date: row.date + i32::from(row.pupil % 7 == 0), ..*row })
        .collect();
    place.import(&moved);
    check(&place, &mut overview, &before, &question, &pack, "a week with movers and weekend lessons");

    // and the month is undone
    let before = place.history.manifest().unwrap();
    place.history.undo(2, as_of).unwrap();
    check(&place, &mut overview, &before, &question, &pack, "an undo");
}
