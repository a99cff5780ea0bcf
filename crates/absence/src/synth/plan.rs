//! What a run needs about the city before the first pupil: its schools and its school years.

use cast::clock::{CALENDARS, Calendar};
use domain::{Day, Term};
use rand_distr::{Distribution, StandardNormal};

use super::{
    city::{City, School},
    random::{Stream, beta, stream},
    year::{Year, year},
};

/// A city made ready: cheap (under a millisecond), and the same for every part of a split.
pub(super) struct Plan {
    pub(super) city: City,
    pub(super) schools: Vec<School>,
    /// School years with a calendar, oldest first, up to that of the city.
    pub(super) years: Vec<Year>,
}

/// About so many pupils a school.
const PUPILS_PER_SCHOOL: i32 = 400;
/// The first made-up code after those of the cast.
const FIRST_CODE: i32 = 90_001_001;
/// Spread of the share with a problem between districts and between schools: SD of its logarithm (method, section 5.2).
const DISTRICT_SD: f64 = 0.25;
const SCHOOL_SD: f64 = 0.20;
/// The few schools that report badly: one in fifty leaves 35 % of the lessons unreported.
const POOR_REPORTING: (usize, usize, f64) = (50, 7, 0.35);

impl Plan {
    pub(super) fn new(city: &City) -> Plan {
        let calendars = CALENDARS.iter().filter(|calendar| calendar.year <= city.year.0);
        Plan { city: *city, schools: schools(city), years: calendars.map(year).collect() }
    }

    /// The year that the city is in, if there is a calendar for it.
    pub(super) fn year(&self) -> Option<&Year> {
        self.years.last().filter(|year| year.year == self.city.year.0)
    }

    /// Whether something on that day is known: prior years always are.
    pub(super) fn known(&self, date: i32) -> bool {
        self.city.as_of.is_none_or(|as_of| date <= as_of.0)
    }

    /// The code of the school with that index.
    pub(super) fn code(&self, school: usize) -> i32 {
        self.schools.get(school).map_or(0, |school| school.code)
    }
}

/// The terms of a school year.
pub(super) fn terms(year: i16) -> Vec<Term> {
    let terms = Calendar::of(year).map(|calendar| calendar.terms);
    terms.into_iter().flatten().map(|(start, end)| Term { start: Day::of(start), end: Day::of(end) }).collect()
}

fn schools(city: &City) -> Vec<School> {
    let count = usize::try_from(city.pupils / PUPILS_PER_SCHOOL).unwrap_or(0).max(2);
    let mut schools: Vec<School> = (0..count).map(|index| school(city.seed, index)).collect();
    let mean = schools.iter().map(|school| school.problem_factor).sum::<f64>() / (count as f64);
    for school in &mut schools {
        school.problem_factor /= mean;
    }
    schools
}

fn school(seed: u64, index: usize) -> School {
    let about = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    let (code, name, district) = match cast::schools::SCHOOLS.get(index) {
        Some(known) => (known.code, known.name.to_owned(), known.district),
        None => {
            let more = index - cast::schools::SCHOOLS.len();
            let code = i32::try_from(more).map_or(FIRST_CODE, |more| FIRST_CODE + more);
            (code, format!("Skola {}", index + 1), cast::schools::DISTRICTS.len() + more / 12)
        }
    };
    let of_district: f64 = StandardNormal.sample(&mut stream(seed, about(district), Stream::District, 0));
    let mut rng = stream(seed, about(index), Stream::School, 0);
    let of_school: f64 = StandardNormal.sample(&mut rng);
    let usual = beta(&mut rng, 2.0, 38.0);
    let (every, at, poor) = POOR_REPORTING;
    School {
        code,
        name,
        district,
        problem_factor: (DISTRICT_SD * of_district + SCHOOL_SD * of_school).exp(),
        unreported: if index % every == at { poor } else { usual },
    }
}
