//! The guardians of the demo's pupils, and the independent school's roster: as files that are imported like any other.

use std::path::Path;

use absence::canonical::write::write_pupils;
use anyhow::Context;
use cast::names::{BOYS, GIRLS};
use cast::schools::INDEPENDENT;
use domain::pupil::{Pupil, Span};
use domain::{Day, Grade, SchoolForm, SchoolYear};

/// Writes the guardians of the pupils of some schools, two for most.
pub fn guardians(path: &Path, roster: &[Pupil], schools: &[i32]) -> anyhow::Result<()> {
    let mut text = String::from("Personnummer;Vårdnadshavare\n");
    let mut last = None;
    for row in roster.iter().filter(|row| schools.contains(&row.school) && !row.personal_number.is_empty()) {
        if last == Some(row.pupil) {
            continue; // a row for each school year
        }
        last = Some(row.pupil);
        let number = usize::try_from(row.pupil).unwrap_or_default();
        let surname = row.name.split_whitespace().last().unwrap_or_default();
        let first = |names: &[&'static str], at: usize| names.get(at % names.len()).copied().unwrap_or_default();
        let mut add = |name: &str| text.push_str(&format!("{};{name} {surname}\n", row.personal_number));
        add(first(&GIRLS, number));
        if number % 5 != 0 {
            add(first(&BOYS, number / 3));
        }
    }
    std::fs::write(path, text).with_context(|| path.display().to_string())
}

/// Writes the roster of the independent school.
pub fn independent(path: &Path) -> anyhow::Result<Vec<Pupil>> {
    let here = cast::pupils::PUPILS.iter().filter(|it| it.school == INDEPENDENT.code);
    let rows: Vec<Pupil> = here.map(pupil).collect();
    write_pupils(path, &rows)?;
    Ok(rows)
}

fn pupil(it: &cast::pupils::Pupil) -> Pupil {
    let from = cast::clock::CALENDARS.last().and_then(|year| year.terms.first()).map(|(first, _)| Day::of(*first));
    Pupil {
        pupil: it.number,
        personal_number: it.personal_number.to_owned(),
        name: it.name.to_owned(),
        school: it.school,
        class: it.class.to_owned(),
        grade: Grade {
            form: SchoolForm::CompulsorySchool,
            level: it.level,
            school_year: SchoolYear::of(Day::of(cast::clock::DEMO_DAY)),
        },
        enrolled: Span { from: from.unwrap_or(Day::of(cast::clock::DEMO_DAY)), to: None },
        protected: it.protected,
        reduced_timetable: None,
    }
}
