//! What somebody should ask a school about: in numbers that can be phoned about, small ones of pupils not shown.

use domain::Week;
use room::results::quality::{CourseWeek, OfClass, Quality, Questions};

use super::{ENOUGH, class_key, rate, total};

/// Fewer pupils than this could point at somebody.
const LEAST: i64 = 5;

/// What to ask about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asks {
    /// Pupils at the school.
    pub pupils: i64,
    /// No lesson has been delivered.
    pub no_lessons: bool,
    /// Reports missing in the weeks below.
    pub missing: i64,
    /// Lessons of those weeks of which nothing is reported.
    pub silent: i64,
    /// The weeks with too few reports, oldest first.
    pub weeks: Vec<Week>,
    /// The classes with too few reports in those weeks, in order of name.
    pub classes: Vec<String>,
    /// Whether those are all the classes of the school.
    pub all_classes: bool,
    /// Classes with pupils, and the weeks in which they have no lesson though the school has.
    pub without_timetable: Vec<Without>,
    /// Pupils who are enrolled and have had no lesson for weeks.
    pub without_rows: Few,
    /// Pupils with lessons that nobody reported (S12a).
    pub unreported: Few,
    /// Pupils with a timetable far shorter than that of others (S12b).
    pub shorter: Few,
    /// Pupils without a timetable for long (P15).
    pub stopped: Few,
    /// Reports that were changed late.
    pub late: Option<LateSum>,
}

/// A class without lessons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// Class.
    pub class: String,
    /// The weeks, oldest first.
    pub weeks: Vec<Week>,
}

/// A number of pupils; `None` for one to four, who could be pointed at.
pub type Few = Option<i64>;

/// Late corrections of the last weeks together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateSum {
    /// Lessons.
    pub lessons: i64,
    /// Days from lesson to correction, at the median of the weeks.
    pub days: i64,
}

impl Asks {
    /// Whether there is anything to phone about. A late correction is told of, and nobody has to do anything about it; and
    /// a few shorter timetables are the school's own everyday, which its head teacher sees.
    pub fn is_anything(&self) -> bool {
        let pupils = [self.without_rows, self.stopped].iter().any(|few| *few != Some(0));
        let shorter = self.shorter.is_some_and(|pupils| pupils > 0);
        self.no_lessons || !self.weeks.is_empty() || !self.without_timetable.is_empty() || pupils || shorter
    }
}

/// What to ask a school about, of the weeks shown.
pub(super) fn of(of: &Quality, weeks: &[Week], questions: Questions) -> Asks {
    let is_low = |it: &&CourseWeek| weeks.contains(&it.week) && it.lessons > 0 && rate(it).is_below(ENOUGH);
    let low: Vec<Week> = of.weeks.iter().filter(is_low).map(|it| it.week).collect();
    let sum = total(&of.weeks, &low);
    let mut classes: Vec<&OfClass> =
        of.classes.iter().filter(|it| !it.class.is_empty() && total(&it.weeks, &low).is_below(ENOUGH)).collect();
    classes.sort_by(|a, b| class_key(&a.class).cmp(&class_key(&b.class)));
    Asks {
        pupils: of.classes.iter().map(|it| it.pupils).sum(),
        no_lessons: of.weeks.iter().all(|it| it.lessons == 0),
        missing: sum.missing(),
        silent: sum.silent,
        weeks: low,
        all_classes: classes.len() > 1 && classes.len() == of.classes.iter().filter(|it| has_lessons(it)).count(),
        classes: classes.into_iter().map(|it| it.class.clone()).collect(),
        without_timetable: without_timetable(of, weeks),
        without_rows: few(of.without_rows),
        unreported: few(questions.unreported),
        shorter: few(questions.shorter),
        stopped: few(questions.stopped),
        late: late(of),
    }
}

fn has_lessons(it: &OfClass) -> bool {
    !it.class.is_empty() && !it.weeks.is_empty()
}

/// The classes with pupils that have no lesson in a week in which most of the school's classes have one: a single class at
/// school in a holiday says nothing about the others.
pub(super) fn without_timetable(of: &Quality, weeks: &[Week]) -> Vec<Without> {
    let classes: Vec<&OfClass> = of.classes.iter().filter(|it| !it.class.is_empty() && it.pupils > 0).collect();
    let has = |it: &OfClass, week: Week| it.weeks.iter().any(|of| of.week == week && of.lessons > 0);
    let most = |week: &&Week| 2 * classes.iter().filter(|it| has(it, **week)).count() > classes.len();
    let school: Vec<Week> = weeks.iter().filter(most).copied().collect();
    let without = |it: &&OfClass| {
        let weeks: Vec<Week> = school.iter().copied().filter(|week| !has(it, *week)).collect();
        (!weeks.is_empty()).then(|| Without { class: it.class.clone(), weeks })
    };
    let mut found: Vec<Without> = classes.iter().filter_map(without).collect();
    found.sort_by(|a, b| class_key(&a.class).cmp(&class_key(&b.class)));
    found
}

/// The median of the weeks' medians, each week as often as it has lessons.
fn late(of: &Quality) -> Option<LateSum> {
    let lessons: i64 = of.late.iter().map(|it| it.lessons).sum();
    let mut by_days: Vec<(i64, i64)> = of.late.iter().map(|it| (it.days, it.lessons)).collect();
    by_days.sort_unstable();
    let mut passed = 0;
    let mid = by_days.iter().find(|(_, lessons_of)| {
        passed += lessons_of;
        2 * passed >= lessons
    });
    mid.filter(|_| lessons > 0).map(|(days, _)| LateSum { lessons, days: *days })
}

fn few(number: i64) -> Few {
    Some(number).filter(|number| *number == 0 || *number >= LEAST)
}

#[cfg(test)]
mod tests {
    use domain::Day;
    use room::results::quality::LateWeek;

    use super::*;

    fn week(number: i32, rows: u32, reported: u32) -> CourseWeek {
        CourseWeek { week: Week(number), lessons: rows / 10, silent: 0, rows, reported }
    }

    fn class(name: &str, weeks: &[CourseWeek]) -> OfClass {
        OfClass { class: name.to_owned(), pupils: 20, weeks: weeks.to_vec() }
    }

    fn school(classes: Vec<OfClass>, weeks: &[CourseWeek]) -> Quality {
        Quality { classes, weeks: weeks.to_vec(), ..Quality::default() }
    }

    #[test]
    fn a_week_under_ninety_five_percent_is_asked_about_and_one_at_it_is_not() {
        let low = [week(1, 1_000, 949), week(2, 1_000, 950), week(9, 1_000, 0)];
        let found = of(&school(vec![class("7B", &low[..2])], &low), &[Week(1), Week(2)], Questions::default());
        assert_eq!(
            (found.missing, found.weeks.as_slice(), found.classes.as_slice()),
            (51, &[Week(1)][..], &["7B".to_owned()][..])
        );
        assert!(found.is_anything());
    }

    #[test]
    fn a_class_without_lessons_when_most_others_have_some_has_no_timetable() {
        let both = [week(1, 100, 100), week(2, 100, 100)];
        let classes = vec![class("10A", &both[..1]), class("9A", &both), class("9B", &both), class("2A", &both)];
        let weeks = [Week(1), Week(2), Week(3)];
        let found = without_timetable(&school(classes, &both), &weeks);
        assert_eq!(found, [Without { class: "10A".to_owned(), weeks: vec![Week(2)] }]);
    }

    #[test]
    fn one_to_four_pupils_are_not_shown_as_a_number() {
        assert_eq!([0, 1, 4, 5].map(few), [Some(0), None, None, Some(5)]);
    }

    #[test]
    fn late_corrections_are_told_at_the_median_lesson() {
        let late_week = |week, lessons, days| LateWeek { week: Week(week), seen: Day(0), lessons, days };
        let of =
            Quality { late: vec![late_week(1, 1, 40), late_week(2, 8, 12), late_week(3, 2, 9)], ..Quality::default() };
        assert_eq!(late(&of), Some(LateSum { lessons: 11, days: 12 }));
        assert_eq!(late(&Quality::default()), None);
    }
}
