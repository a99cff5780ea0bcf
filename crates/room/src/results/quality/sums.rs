//! Courses added up: to classes and to a school.

use std::collections::BTreeMap;

use domain::Week;

use super::{Course, CourseWeek, OfClass, OfSchool};

/// The weeks of some courses together, oldest first.
pub(super) fn of_all<'a>(courses: impl IntoIterator<Item = &'a Course>) -> Vec<CourseWeek> {
    let mut weeks: BTreeMap<Week, CourseWeek> = BTreeMap::new();
    for it in courses.into_iter().flat_map(|course| &course.weeks) {
        let none = CourseWeek { week: it.week, lessons: 0, silent: 0, rows: 0, reported: 0 };
        let sum = weeks.entry(it.week).or_insert(none);
        sum.lessons = sum.lessons.saturating_add(it.lessons);
        sum.silent = sum.silent.saturating_add(it.silent);
        sum.rows = sum.rows.saturating_add(it.rows);
        sum.reported = sum.reported.saturating_add(it.reported);
    }
    weeks.into_values().collect()
}

/// Every class with pupils or lessons.
pub(super) fn by_class(of: &OfSchool) -> Vec<OfClass> {
    let mut classes: BTreeMap<&str, Vec<&Course>> = of.pupils.keys().map(|name| (name.as_str(), Vec::new())).collect();
    for course in &of.courses {
        classes.entry(&course.class).or_default().push(course);
    }
    let class = |(name, courses): (&str, Vec<&Course>)| OfClass {
        class: name.to_owned(),
        pupils: of.pupils.get(name).copied().unwrap_or(0),
        weeks: of_all(courses),
    };
    classes.into_iter().map(class).collect()
}
