//! The peers' level: how absent the others of the same school and grade have been this term, for S01's explanation.

use std::collections::BTreeMap;

use domain::{Day, Term};

use super::sums::WeekSum;

/// With fewer others than this their level is not shown: it could say something about one of them.
const LEAST_OTHERS: i64 = 10;

/// Absence of the others, in the whole weeks of the term so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// Absence minutes.
    pub absent: i64,
    /// Reported minutes.
    pub reported: i64,
    /// Number of pupils.
    pub pupils: i64,
    /// Grade level.
    pub grade: i32,
}

/// The levels of all schools and grades.
#[derive(Clone, Debug, Default)]
pub struct Levels(BTreeMap<(i32, i32), Level>);

fn in_term(pupil: &[WeekSum], term: Option<Term>, day: Day, scan_day: Day) -> impl Iterator<Item = &WeekSum> {
    let (from, to) = term.map_or((1, 0), |term| (term.start.week().0, term.end.week().0));
    pupil.iter().filter(move |sum| sum.known_on(day, scan_day) && (from..=to).contains(&sum.week.0))
}

fn of_pupil(pupil: &[WeekSum], term: Option<Term>, day: Day, scan_day: Day) -> Option<((i32, i32), Level)> {
    let last = in_term(pupil, term, day, scan_day).max_by_key(|sum| sum.last_day())?;
    let mut level = Level { pupils: 1, grade: last.grade, ..Level::default() };
    for sum in in_term(pupil, term, day, scan_day) {
        level.absent += i64::from(sum.absent);
        level.reported += i64::from(sum.reported);
    }
    Some(((last.school, last.grade), level))
}

impl Levels {
    /// Counts a pupil as known on a day.
    pub fn count(&mut self, pupil: &[WeekSum], term: Option<Term>, day: Day, scan_day: Day) {
        if let Some((group, own)) = of_pupil(pupil, term, day, scan_day) {
            self.add(group, &own);
        }
    }

    /// Takes back what was counted of a pupil.
    pub fn uncount(&mut self, pupil: &[WeekSum], term: Option<Term>, day: Day, scan_day: Day) {
        if let Some((group, own)) = of_pupil(pupil, term, day, scan_day) {
            let Level { absent, reported, pupils, grade } = own;
            self.add(group, &Level { absent: -absent, reported: -reported, pupils: -pupils, grade });
        }
    }

    /// The school and grade where a pupil is counted, and what is counted of her or him.
    pub fn of_pupil(pupil: &[WeekSum], term: Option<Term>, day: Day, scan_day: Day) -> Option<((i32, i32), Level)> {
        of_pupil(pupil, term, day, scan_day)
    }

    /// Counts what another thread has counted.
    pub fn merge(&mut self, other: &Levels) {
        for (group, level) in &other.0 {
            self.add(*group, level);
        }
    }

    fn add(&mut self, group: (i32, i32), more: &Level) {
        let level = self.0.entry(group).or_default();
        level.absent += more.absent;
        level.reported += more.reported;
        level.pupils += more.pupils;
        level.grade = more.grade;
    }

    /// The level of the others of a pupil's school and grade, when there are enough of them.
    pub fn of_others(&self, pupil: &[WeekSum], term: Option<Term>, day: Day, scan_day: Day) -> Option<Level> {
        let (group, own) = of_pupil(pupil, term, day, scan_day)?;
        let all = self.0.get(&group)?;
        let others = Level {
            absent: all.absent - own.absent,
            reported: all.reported - own.reported,
            pupils: all.pupils - own.pupils,
            grade: all.grade,
        };
        (others.pupils >= LEAST_OTHERS && others.reported > 0).then_some(others)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{SCHOOL, day, sums, weeks};

    fn levels(all: &crate::scan::Sums, term: Option<Term>, after: Day) -> Levels {
        let mut levels = Levels::default();
        all.values().for_each(|pupil| levels.count(pupil, term, after, after));
        levels
    }

    const TERM: (&str, &str) = ("2025-09-01", "2025-12-19");

    /// What is shown to the last of the pupils, on a day after all weeks.
    fn shown(pupils: Vec<Vec<WeekSum>>) -> Option<Level> {
        let (term, after) = (Term { start: day(TERM.0), end: day(TERM.1) }, day("2026-01-07"));
        let all = sums(pupils.clone());
        levels(&all, Some(term), after).of_others(pupils.last()?, Some(term), after, after)
    }

    #[test]
    fn at_least_ten_others_are_needed_and_the_pupil_is_not_among_them() {
        // the others miss 80 of 1000 minutes in each of two weeks, the pupil everything
        let pupils = |others: usize| [vec![weeks(&[80, 80]); others], vec![weeks(&[1000, 1000])]].concat();
        assert_eq!(shown(pupils(10)), Some(Level { absent: 1600, reported: 20_000, pupils: 10, grade: 7 }));
        assert_eq!(shown(pupils(9)), None);
    }

    #[test]
    fn others_are_those_of_the_same_school_and_grade() {
        let in_grade = |grade| weeks(&[80]).into_iter().map(|week| WeekSum { grade, ..week }).collect::<Vec<_>>();
        let at = |school| weeks(&[80]).into_iter().map(|week| WeekSum { school, ..week }).collect::<Vec<_>>();
        let with = |tenth: Vec<WeekSum>| [vec![weeks(&[80]); 9], vec![tenth, weeks(&[0])]].concat();
        assert_eq!(shown(with(in_grade(8))), None);
        assert_eq!(shown(with(at(SCHOOL + 1))), None);
        assert_eq!(shown(with(weeks(&[80]))).map(|level| level.pupils), Some(10));
    }

    #[test]
    fn only_the_weeks_of_the_term_count() {
        let early = |mut weeks: Vec<WeekSum>| {
            weeks[0].week = day("2025-08-25").week(); // before the term
            weeks
        };
        let pupils = vec![early(weeks(&[1000, 80])); 11];
        assert_eq!(shown(pupils), Some(Level { absent: 800, reported: 10_000, pupils: 10, grade: 7 }));
    }

    #[test]
    fn without_a_term_nothing_is_shown() {
        let (all, after) = (sums(vec![weeks(&[80]); 20]), day("2026-01-07"));
        assert_eq!(levels(&all, None, after).of_others(&weeks(&[80]), None, after, after), None);
    }
}
