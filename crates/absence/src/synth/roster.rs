//! A pupil's roster rows, and what is true of the pupil, in the words of the outside: codes and days.

use domain::{
    Day, Grade, SchoolForm, SchoolYear,
    pupil::{Pupil, Span},
};

use super::{
    city::{Move, Truth},
    person,
    plan::Plan,
    status::{Status, status},
    support,
    traits::Traits,
};

/// The roster rows of a pupil: one, or two when the pupil has changed school. `None` when not enrolled in the year.
pub(super) fn rows(plan: &Plan, traits: &Traits) -> Option<Vec<Pupil>> {
    let status = status(plan, traits, plan.year()?)?;
    let person = person::person(plan, traits);
    let year = plan.city.year;
    let row = |school: usize, from: Day, to: Day| Pupil {
        pupil: traits.pupil,
        personal_number: person.personal_number.clone(),
        name: person.name.clone(),
        school: plan.code(school),
        class: class(status.level, traits.class),
        grade: grade(status.level, year),
        enrolled: Span { from, to: Some(to) },
        protected: person.protected,
        reduced_timetable: status.reduced.filter(|reduced| reduced.decided).map(|reduced| reduced.span),
    };
    Some(match status.moved {
        None => vec![row(status.school, year.start(), year.end())],
        Some(moved) => {
            vec![row(status.school, year.start(), Day(moved.last)), row(moved.to, Day(moved.first), year.end())]
        }
    })
}

/// What is true of a pupil.
pub(super) fn truth(plan: &Plan, number: i32) -> Option<Truth> {
    let traits = Traits::of(plan, number)?;
    let status = status(plan, &traits, plan.year()?)?;
    Some(Truth {
        pupil: number,
        school: plan.code(status.school),
        grade: status.level,
        problem: status.problem.map(|problem| problem.kind),
        moved: moved(plan, &status),
        reduced: status.reduced,
        support: support::of(plan, &traits, &mut Vec::new()),
        protected: person::protected(plan, &traits),
    })
}

fn moved(plan: &Plan, status: &Status) -> Option<Move> {
    status.moved.map(|moved| Move {
        from: plan.code(status.school),
        to: plan.code(moved.to),
        last: Day(moved.last),
        first: Day(moved.first),
        at_term_change: moved.at_term_change,
    })
}

pub(super) fn grade(level: u8, school_year: SchoolYear) -> Grade {
    let form = if level == 0 { SchoolForm::PreschoolClass } else { SchoolForm::CompulsorySchool };
    Grade { form, level, school_year }
}

/// "7B"; "FB" in förskoleklass.
pub(super) fn class(level: u8, letter: usize) -> String {
    let letter = ('A'..='Z').nth(letter).unwrap_or('Z');
    if level == 0 { format!("F{letter}") } else { format!("{level}{letter}") }
}
