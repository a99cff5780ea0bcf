//! The simulator: whom a list would show by other thresholds, in numbers, on the scan day and each earlier Friday.
//!
//! One pass over the kept figures answers for several sets of thresholds at once. Numbers only, by school and grade:
//! nothing here says who. The follow-up tells of the rule, not of a pupil: of those listed on a day, how many were
//! absent more than 15 % of the reported time in their 40 school days after it.

mod rule;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::Day;
use pack::{Thresholds, WorkList};

use crate::failure::Result;
use crate::figures::{Column, Columns, Wanted};
use rule::{Rules, fires};

/// Absence after a listed day counts when it is over this, percent.
pub const OVER_PERCENT: i32 = 15;

/// What some thresholds give in a school and grade on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Pupils on the list.
    pub listed: i64,
    /// Those of them whose 40 school days after the day have been, with enough reported.
    pub followed: i64,
    /// Those of the followed who were absent more than 15 % of the reported time then.
    pub over: i64,
}

impl std::ops::AddAssign for Outcome {
    fn add_assign(&mut self, other: Outcome) {
        self.listed += other.listed;
        self.followed += other.followed;
        self.over += other.over;
    }
}

/// A school and grade on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The day.
    pub day: Day,
    /// School unit code.
    pub school: i32,
    /// Grade level.
    pub level: i8,
}

/// A school and grade on a day, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Pupils with a timetable.
    pub pupils: i64,
    /// What each set of thresholds gives, in the order that they were asked in.
    pub outcomes: Vec<Outcome>,
}

/// Everything that there is a figure of.
pub type Simulated = BTreeMap<Place, Cell>;

/// Whom a list would show by each of some thresholds, from files of [`crate::figures`].
///
/// # Errors
/// Refused when a file is damaged; the disk.
pub fn simulate(files: &[PathBuf], list: &WorkList, thresholds: &[&Thresholds], threads: usize) -> Result<Simulated> {
    let rules = Rules::of(list, thresholds);
    let wanted = Wanted {
        figures: rules.columns().into_iter().chain([Column::After]).collect(),
        parts: rules.parts(),
        pupils: false,
    };
    let next = AtomicUsize::new(0);
    let work = || -> Result<Simulated> {
        let mut counted = Simulated::new();
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            count(&Columns::read(path, &wanted)?, list, &rules, &mut counted);
        }
        Ok(counted)
    };
    let done: Vec<Result<Simulated>> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
        let join = |worker: std::thread::ScopedJoinHandle<'_, _>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().map(join).collect()
    });
    let mut all = Simulated::new();
    for part in done {
        part?.into_iter().for_each(|(place, cell)| add(&mut all, place, cell));
    }
    Ok(all)
}

fn add(all: &mut Simulated, place: Place, cell: Cell) {
    let known =
        all.entry(place).or_insert_with(|| Cell { pupils: 0, outcomes: vec![Outcome::default(); cell.outcomes.len()] });
    known.pupils += cell.pupils;
    known.outcomes.iter_mut().zip(cell.outcomes).for_each(|(known, more)| *known += more);
}

/// Counts the rows of a file.
fn count(columns: &Columns, list: &WorkList, rules: &Rules, counted: &mut Simulated) {
    let (places, of_row) = places(columns);
    let tests: Vec<Vec<bool>> = rules.tests.iter().map(|test| fires(test, columns)).collect();
    let among: Vec<bool> = columns
        .level
        .iter()
        .zip(&columns.stale)
        .map(|(level, stale)| !stale && i8::try_from(*level).is_ok_and(|level| list.levels.contains(&level)))
        .collect();
    let mut cells = vec![Cell { pupils: 0, outcomes: vec![Outcome::default(); rules.variants.len()] }; places.len()];
    for (place, stale) in of_row.iter().zip(&columns.stale) {
        if let (Some(cell), false) = (cells.get_mut(*place), stale) {
            cell.pupils += 1;
        }
    }
    let after = columns.figure(Column::After);
    for (number, variant) in rules.variants.iter().enumerate() {
        let mut outcomes = vec![Outcome::default(); places.len()];
        let listed = rule::listed(variant, &tests, &among);
        for ((place, listed), after) in of_row.iter().zip(listed).zip(after) {
            if let (true, Some(outcome)) = (listed, outcomes.get_mut(*place)) {
                outcome.listed += 1;
                outcome.followed += i64::from(*after >= 0);
                outcome.over += i64::from(*after > OVER_PERCENT);
            }
        }
        for (cell, outcome) in cells.iter_mut().zip(outcomes) {
            if let Some(place) = cell.outcomes.get_mut(number) {
                *place = outcome;
            }
        }
    }
    for (place, cell) in places.into_iter().zip(cells) {
        add(counted, place, cell);
    }
}

/// The places of a file, and for each row which of them it is of. Rows of a place come in few runs.
fn places(columns: &Columns) -> (Vec<Place>, Vec<usize>) {
    let (mut places, mut known) = (Vec::new(), BTreeMap::new());
    let mut of_row = Vec::with_capacity(columns.rows());
    let mut of_day: Vec<((i32, i32), usize)> = Vec::new();
    let mut today = None;
    for ((day, school), level) in columns.day.iter().zip(&columns.school).zip(&columns.level) {
        if today != Some(*day) {
            of_day.clear();
            today = Some(*day);
        }
        let found = of_day.iter().find(|(key, _)| *key == (*school, *level)).map(|(_, place)| *place);
        of_row.push(found.unwrap_or_else(|| {
            let level_in_list = i8::try_from(*level).unwrap_or(i8::MAX);
            let place = Place { day: Day(*day), school: *school, level: level_in_list };
            let number = *known.entry(place).or_insert_with(|| {
                places.push(place);
                places.len() - 1
            });
            of_day.push(((*school, *level), number));
            number
        }));
    }
    (places, of_row)
}
