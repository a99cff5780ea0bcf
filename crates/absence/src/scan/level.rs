//! The peers' level: how absent the others of the same school and grade have been this term, for S01's explanation.

use std::collections::BTreeMap;

use domain::{Day, Term};

use super::sums::{Sums, WeekSum};

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

fn in_term<'a>(pupil: &'a [WeekSum], term: Option<Term>, day: Day, scan_day: Day) -> impl Iterator<Item = &'a WeekSum> {
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
    /// The levels as known on a day.
    pub fn on(sums: &Sums, term: Option<Term>, day: Day, scan_day: Day) -> Levels {
        let mut levels = Levels::default();
        for (group, own) in sums.values().filter_map(|pupil| of_pupil(pupil, term, day, scan_day)) {
            let level = levels.0.entry(group).or_default();
            level.absent += own.absent;
            level.reported += own.reported;
            level.pupils += own.pupils;
            level.grade = own.grade;
        }
        levels
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
