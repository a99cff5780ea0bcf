//! The two canonical files of the demo: a city in two school years, with the pupils of Björkstad who have a story.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use domain::lesson::Batch;
use domain::pupil::Pupil;
use domain::{Day, SchoolYear, Term};

use super::plan::Plan;
use super::{City, roster, rows_into, stories};
use crate::canonical::write::{write_lessons, write_pupils};
use crate::failure::Result;

/// What the demo is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demo {
    /// Number of pupils of the city; about 400 a school.
    pub pupils: i32,
    /// Seed of every random draw.
    pub seed: u64,
    /// The day of the demo: what comes later in its term is plan only, and later terms are not planned yet.
    pub as_of: Day,
}

/// The files that were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The `pupils` file.
    pub pupils: PathBuf,
    /// The `lessons` file, of both school years.
    pub lessons: PathBuf,
    /// Pupils in the first.
    pub people: usize,
    /// Rows in the second.
    pub rows: u64,
}

/// Pupil numbers in a part of the work: about a row group.
const PART: i32 = 140;

/// Some pupils of a year.
#[derive(Clone, Copy)]
enum Part {
    City { city: City, from: i32, to: i32, last: Day },
    Stories { city: City, last: Day },
}

impl Demo {
    /// The school year before that of the demo's day, and that one.
    fn cities(&self) -> [City; 2] {
        let year = SchoolYear::of(self.as_of).0;
        let city = |year| City { pupils: self.pupils, seed: self.seed, year, as_of: Some(self.as_of) };
        [city(SchoolYear(year - 1)), city(SchoolYear(year))]
    }

    /// The terms of both school years, oldest first.
    pub fn terms(&self) -> Vec<Term> {
        self.cities().iter().flat_map(|city| super::terms(city.year)).collect()
    }

    /// The last day with rows: the end of the term that the day lies in.
    fn last(&self) -> Day {
        Term::current(&self.terms(), self.as_of).map_or(self.as_of, |term| term.end.max(self.as_of))
    }

    /// The roster of both school years, one row for each school and school year of a pupil.
    pub fn roster(&self) -> Vec<Pupil> {
        let stories: Vec<Pupil> = self.cities().iter().flat_map(|city| stories::enrolled(&Plan::new(city))).collect();
        let taken: BTreeSet<&str> = stories.iter().map(|row| row.personal_number.as_str()).collect();
        let mut rows: Vec<Pupil> = self.cities().iter().flat_map(roster).collect();
        // A large city goes through the whole test series, and comes to the numbers of the cast.
        rows.iter_mut()
            .filter(|row| taken.contains(row.personal_number.as_str()))
            .for_each(|row| row.personal_number.clear());
        rows.extend(stories);
        rows.sort_by_key(|row| (row.pupil, row.enrolled.from));
        rows
    }
}

/// Writes the two files to a folder as Parquet, on as many threads as asked for. `progress` is told the parts done, of
/// how many.
///
/// # Errors
/// The disk.
pub fn write(demo: &Demo, folder: &Path, threads: usize, progress: &mut dyn FnMut(usize, usize)) -> Result<Written> {
    let (pupils, lessons) = (folder.join("pupils.parquet"), folder.join("lessons.parquet"));
    let roster = demo.roster();
    write_pupils(&pupils, &roster)?;
    let people = roster.iter().map(|row| row.pupil).collect::<BTreeSet<i32>>().len();
    let parts: Vec<Part> = demo.cities().iter().flat_map(|city| parts(city, demo.last())).collect();
    let make = |at: usize, batch: &mut Batch| match parts.get(at) {
        Some(&Part::City { city, from, to, last }) => rows_into(&Plan::new(&city), from, to, last, batch),
        Some(&Part::Stories { city, last }) => {
            super::clear(batch);
            stories::add(&Plan::new(&city), last, batch);
        }
        None => super::clear(batch),
    };
    let rows = write_lessons(&lessons, parts.len(), threads, make, &mut |done| progress(done, parts.len()))?;
    Ok(Written { pupils, lessons, people, rows })
}

fn parts(city: &City, last: Day) -> Vec<Part> {
    let (city, last) = (*city, last.min(city.year.end()));
    let (first, end) = (*city.numbers().start(), *city.numbers().end());
    let starts = std::iter::successors(Some(first), |from| from.checked_add(PART)).take_while(|from| *from <= end);
    let of_city = starts.map(|from| Part::City { city, from, to: (from + PART - 1).min(end), last });
    of_city.chain([Part::Stories { city, last }]).collect()
}
