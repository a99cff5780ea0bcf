//! What has been learnt so far: numbers of pupils, codes of schools, who is enrolled and who is protected.
//!
//! One reading takes several files, the roster first, since lessons often lack grade and school.

use std::collections::{HashMap, HashSet};

use domain::Day;
use domain::bad_row::Problem;
use domain::pupil::{Pupil, Span};
use jiff::civil::Date;

use crate::numbers::{Key, Numbers};
use crate::profile::plain;
use crate::ss12000::remembered::Remembered;
use crate::value::number::whole;

/// The highest school unit code.
const HIGHEST_SCHOOL: i32 = 99_999_999;

/// What readings share. Kept by the caller over the files of one import.
#[derive(Debug, Default)]
pub struct Known {
    /// The day of the reading: settles centuries and the school year of a grade without one.
    pub today: Date,
    /// Pupil numbers by the source's keys.
    pub numbers: Numbers,
    schools: HashMap<String, i32>,
    enrolments: HashMap<i32, Vec<(i32, i8, Span)>>,
    protected: HashSet<i32>,
    pub(crate) remembered: Remembered,
    /// Lessons of which an Edlevo file has told absence: a file of presence must not say otherwise.
    pub(crate) told: HashSet<u64>,
}

impl Known {
    /// Nothing but the day and the numbers of earlier imports.
    pub fn new(today: Date, numbers: Numbers) -> Known {
        Known { today, numbers, ..Known::default() }
    }

    /// A school by one of its names: as a system writes it, its id, or its code.
    pub fn add_school(&mut self, name: &str, code: i32) {
        self.schools.insert(plain(name), code);
    }

    /// A roster row from before, such as those that a room has.
    pub fn add_pupil(&mut self, pupil: &Pupil) {
        let level = i8::try_from(pupil.grade.level).unwrap_or(i8::MAX);
        self.add_enrolment(pupil.pupil, pupil.school, level, pupil.enrolled);
        if pupil.protected {
            self.protected.insert(pupil.pupil);
        }
    }

    /// An enrolment from before, by what lessons lean on: school, level and days.
    pub fn add_enrolment(&mut self, pupil: i32, school: i32, level: i8, enrolled: Span) {
        self.enrolments.entry(pupil).or_default().push((school, level, enrolled));
    }

    /// Marks a pupil as protected.
    pub fn protect(&mut self, pupil: i32) {
        self.protected.insert(pupil);
    }

    /// Whether a pupil has protected identity.
    pub fn is_protected(&self, pupil: i32) -> bool {
        self.protected.contains(&pupil)
    }

    /// Whether any roster is known.
    pub(crate) fn has_roster(&self) -> bool {
        !self.enrolments.is_empty()
    }

    /// The code of a school, from eight digits or a known name.
    pub(crate) fn school(&self, text: &str) -> Result<i32, Problem> {
        let text = crate::value::present(text)?;
        if let Ok(code) = whole(text) {
            return if (1..=HIGHEST_SCHOOL).contains(&code) { Ok(code) } else { Err(Problem::OutOfRange) };
        }
        self.schools.get(&plain(text)).copied().ok_or(Problem::UnknownSchool)
    }

    /// The school and the level of a pupil on a day; at a school when it is given.
    pub(crate) fn enrolled(&self, pupil: i32, school: Option<i32>, day: Day) -> Option<(i32, i8)> {
        let rows = self.enrolments.get(&pupil)?;
        let at = |row: &&(i32, i8, Span)| school.is_none_or(|school| row.0 == school);
        let covering = rows.iter().filter(at).find(|row| row.2.contains(day));
        let latest = || rows.iter().max_by_key(|row| (row.2.from <= day, row.2.from));
        // P2 looks at the enrolment later: here the level is what counts
        covering.or_else(|| rows.iter().find(at)).or_else(latest).map(|row| (school.unwrap_or(row.0), row.1))
    }

    /// The number of a pupil in a file of lessons: with a roster, only those in it.
    pub(crate) fn pupil_of_lesson(&mut self, keys: &[Key]) -> Result<i32, Problem> {
        let number = match keys {
            [Key::Number(number)] => *number,
            [] => return Err(Problem::Missing),
            keys if self.has_roster() => {
                // the roster says which keys are the same pupil: a row of a lesson adds none
                let mut found = keys.iter().filter_map(|key| self.numbers.find(key));
                let number = found.next().ok_or(Problem::UnknownPupil)?;
                if found.any(|other| other != number) {
                    return Err(Problem::KeysDisagree);
                }
                number
            }
            keys => self.numbers.of(keys)?,
        };
        Ok(number)
    }
}
