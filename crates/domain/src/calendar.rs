//! The school's calendar: terms, breaks and study days. It sets when a follow-up is due; signals never use it.

use jiff::civil::{ISOWeekDate, Weekday, date};

use crate::{Day, SchoolYear, Term};

/// A span within a term without lessons, both days included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// Name as people say it: höstlov.
    pub name: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

/// When there is school. A school year that it has no term of goes by [`Calendar::swedish_default`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The terms, in any order.
    pub terms: Vec<Term>,
    /// Breaks within the terms.
    pub breaks: Vec<Break>,
    /// Days within the terms on which only the staff is at school.
    pub study_days: Vec<Day>,
}

/// Weeks looked at for each school week wanted, at most: the summer is some ten weeks without school.
const WEEKS_LOOKED_AT: i32 = 20;

impl Calendar {
    /// What most Swedish schools come close to, for a room without a calendar of its own: 18 August to 20 December and
    /// 8 January to 12 June, höstlov in week 44 and sportlov in week 9. Easter and single public holidays are left out.
    pub fn swedish_default(year: SchoolYear) -> Calendar {
        let (autumn, spring) = (year.0.clamp(-9_998, 9_997), year.0.clamp(-9_998, 9_997) + 1);
        let term = |from, to| Term { start: Day::of(from), end: Day::of(to) };
        let week = |name: &str, year, week| {
            let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?;
            let from = Day::of(monday.date());
            Some(Break { name: name.to_owned(), from, to: from.plus(4) })
        };
        Calendar {
            terms: vec![term(date(autumn, 8, 18), date(autumn, 12, 20)), term(date(spring, 1, 8), date(spring, 6, 12))],
            breaks: [week("höstlov", autumn, 44), week("sportlov", spring, 9)].into_iter().flatten().collect(),
            study_days: Vec::new(),
        }
    }

    /// Whether pupils have lessons on a day.
    pub fn is_school_day(&self, day: Day) -> bool {
        let year = SchoolYear::of(day);
        if self.terms.iter().any(|term| SchoolYear::of(term.start) == year) {
            return self.says(day);
        }
        Calendar::swedish_default(year).says(day)
    }

    fn says(&self, day: Day) -> bool {
        day.weekday() <= 5
            && self.terms.iter().any(|term| term.contains(day))
            && !self.breaks.iter().any(|pause| pause.from <= day && day <= pause.to)
            && !self.study_days.contains(&day)
    }

    /// The same weekday `n` school weeks later: only weeks with at least one school day count. If there is no school on
    /// that day, the next day with school.
    pub fn school_weeks_after(&self, day: Day, n: u8) -> Day {
        let has_school = |monday: Day| (0..5).any(|later| self.is_school_day(monday.plus(later)));
        let weeks = (1..=i32::from(n) * WEEKS_LOOKED_AT).map(|later| day.plus(7 * later));
        let there = weeks.filter(|day| has_school(day.week().monday())).nth(usize::from(n).saturating_sub(1));
        let there = there.filter(|_| n > 0).unwrap_or(day);
        let next = (0..7 * WEEKS_LOOKED_AT).map(|later| there.plus(later)).find(|day| self.is_school_day(*day));
        next.unwrap_or(there)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The calendar of Björkstad, all years.
    fn bjorkstad() -> Calendar {
        let mut all = Calendar::default();
        for year in &cast::clock::CALENDARS {
            let term = |(start, end)| Term { start: Day::of(start), end: Day::of(end) };
            all.terms.extend(year.terms.map(term));
            all.study_days.extend(year.study_days.map(Day::of));
            let pause =
                |it: &cast::clock::Break| Break { name: it.name.into(), from: Day::of(it.first), to: Day::of(it.last) };
            all.breaks.extend(year.breaks.iter().map(pause));
        }
        all
    }

    #[track_caller]
    fn check(calendar: &Calendar, from: &str, weeks: u8, expected: &str) {
        let due = calendar.school_weeks_after(from.parse().unwrap(), weeks);
        assert_eq!(due.to_string(), expected, "{weeks} school weeks after {from}");
    }

    #[test]
    fn school_days_are_those_of_the_cast() {
        let calendar = bjorkstad();
        for year in &cast::clock::CALENDARS {
            let days: Vec<_> = year.school_days().into_iter().map(Day::of).collect();
            let start = SchoolYear(year.year).start();
            let ours: Vec<_> = (0..365).map(|n| start.plus(n)).filter(|day| calendar.is_school_day(*day)).collect();
            assert_eq!(ours, days);
        }
    }

    #[test]
    fn weeks_without_school_are_not_counted() {
        let calendar = bjorkstad();
        check(&calendar, "2026-11-20", 3, "2026-12-11");
        check(&calendar, "2026-10-14", 1, "2026-10-21");
        check(&calendar, "2026-10-21", 1, "2026-11-04"); // höstlov is week 44
        check(&calendar, "2026-11-27", 6, "2027-01-29"); // weeks 49–51 and 2–4: week 1 has a study day only
        check(&calendar, "2026-11-20", 0, "2026-11-20");
    }

    #[test]
    fn a_day_without_school_becomes_the_next_with_school() {
        let calendar = bjorkstad();
        check(&calendar, "2026-11-09", 1, "2026-11-17"); // Monday 16 November is a study day
        check(&calendar, "2026-11-14", 1, "2026-11-23"); // a Saturday
        check(&calendar, "2026-11-22", 3, "2026-12-14"); // a Sunday
    }

    #[test]
    fn over_the_summer_the_weeks_of_two_years_count() {
        check(&bjorkstad(), "2026-06-03", 3, "2026-08-26"); // weeks 24, 34 and 35
        // 2027/28 is not in the calendar: school starts on 18 August.
        check(&bjorkstad(), "2027-06-09", 2, "2027-08-25");
    }

    #[test]
    fn without_a_calendar_the_usual_one_holds() {
        let none = Calendar::default();
        check(&none, "2026-10-21", 1, "2026-11-04");
        check(&none, "2027-02-24", 1, "2027-03-10"); // sportlov is week 9
        check(&none, "2026-12-16", 1, "2027-01-08"); // Wednesday 6 January is before term
    }
}
