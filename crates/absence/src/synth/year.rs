//! A school year as the days that pupils have lessons, with the weight that season and weekday give each of them.

use cast::clock::Calendar;
use domain::{Day, Term};

/// A day with lessons.
pub(super) struct SchoolDay {
    pub(super) date: i32,
    /// Monday 0 to Friday 4.
    pub(super) weekday: usize,
    /// What the chance of falling ill is multiplied with, mean 1 over the year.
    pub(super) illness: f64,
    /// What the level of a problem is multiplied with.
    pub(super) problem: f64,
}

/// A school year.
pub(super) struct Year {
    pub(super) year: i16,
    pub(super) terms: [Term; 2],
    pub(super) days: Vec<SchoolDay>,
    /// Places of the days before a break of at least four days, and of the last day.
    pub(super) before_break: Vec<usize>,
}

/// Start of illness by weekday, Monday first (method, section 5.2).
const ILLNESS_WEEKDAY: [f64; 5] = [1.02, 0.90, 0.85, 0.95, 1.28];
/// Level of problem absence by weekday: Friday × 1.25, Monday between.
const PROBLEM_WEEKDAY: [f64; 5] = [1.05, 0.93, 0.93, 0.93, 1.25];

/// Start of illness by ISO week: weeks 33 to 52, then 1 to 24. Weeks of the breaks of 2025/26 are filled in between
/// their neighbours, for years that have lessons then.
const AUTUMN_FROM: u8 = 33;
const AUTUMN: [f64; 20] = [
    0.45, 0.45, 0.50, 0.55, 0.60, 0.85, 1.05, 1.05, 1.00, 1.05, 1.10, 1.00, 0.90, 0.95, 1.05, 1.10, 1.20, 1.30, 1.35,
    1.35,
];
const SPRING: [f64; 24] = [
    0.85, 0.85, 1.00, 1.25, 1.25, 1.30, 1.30, 1.25, 1.15, 1.05, 1.10, 1.15, 1.10, 1.00, 0.95, 0.90, 0.85, 0.85, 0.85,
    0.80, 0.75, 0.70, 0.70, 0.60,
];

fn season(week: u8) -> f64 {
    let (table, from): (&[f64], u8) = if week >= AUTUMN_FROM { (&AUTUMN, AUTUMN_FROM) } else { (&SPRING, 1) };
    table.get(usize::from(week.saturating_sub(from))).copied().unwrap_or(0.60)
}

/// The school year of a calendar.
pub(super) fn year(calendar: &Calendar) -> Year {
    let mut days: Vec<SchoolDay> = calendar.school_days().into_iter().map(|date| school_day(Day::of(date))).collect();
    let mean = days.iter().map(|day| day.illness).sum::<f64>() / (days.len().max(1) as f64);
    for day in &mut days {
        day.illness /= mean;
    }
    let next = days.iter().skip(1).map(|day| day.date).chain([i32::MAX]);
    let before_break = days.iter().zip(next).enumerate().filter(|(_, (day, next))| next - day.date > 4);
    Year {
        year: calendar.year,
        terms: calendar.terms.map(|(start, end)| Term { start: Day::of(start), end: Day::of(end) }),
        before_break: before_break.map(|(at, _)| at).collect(),
        days,
    }
}

fn school_day(day: Day) -> SchoolDay {
    let weekday = usize::from(day.weekday().saturating_sub(1));
    let of_weekday = |table: [f64; 5]| table.get(weekday).copied().unwrap_or(1.0);
    SchoolDay {
        date: day.0,
        weekday,
        illness: season(day.week().number()) * of_weekday(ILLNESS_WEEKDAY),
        problem: of_weekday(PROBLEM_WEEKDAY),
    }
}
