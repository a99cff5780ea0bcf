//! The clock of Björkstad: the day of the demo, and the school years with terms, breaks and study days.

use jiff::civil::{Date, Weekday, date};

/// The day on which the demo takes place: a Friday in week 47, four weeks before the autumn term ends.
pub const DEMO_DAY: Date = date(2026, 11, 20);

/// A span without lessons, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// Name as people say it.
    pub name: &'static str,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

/// A school year. The year 2025/26 is that of method, section 5.2 (178 school days); the others follow its pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The calendar year that the school year starts in.
    pub year: i16,
    /// Autumn and spring term, first and last day.
    pub terms: [(Date, Date); 2],
    /// Breaks and public holidays on weekdays within the terms.
    pub breaks: &'static [Break],
    /// Days on which only the staff is at school.
    pub study_days: [Date; 4],
}

const fn pause(name: &'static str, first: Date, last: Date) -> Break {
    Break { name, first, last }
}

/// The school years of Björkstad, oldest first.
pub const CALENDARS: [Calendar; 3] = [
    Calendar {
        year: 2024,
        terms: [(date(2024, 8, 19), date(2024, 12, 20)), (date(2025, 1, 8), date(2025, 6, 13))],
        breaks: &[
            pause("höstlov", date(2024, 10, 28), date(2024, 11, 1)),
            pause("sportlov", date(2025, 2, 24), date(2025, 2, 28)),
            pause("påsklov", date(2025, 4, 18), date(2025, 4, 25)),
            pause("första maj", date(2025, 5, 1), date(2025, 5, 2)),
            pause("kristi himmelsfärd", date(2025, 5, 29), date(2025, 5, 30)),
            pause("nationaldagen", date(2025, 6, 6), date(2025, 6, 6)),
        ],
        study_days: [date(2024, 9, 30), date(2024, 11, 18), date(2025, 1, 8), date(2025, 3, 17)],
    },
    Calendar {
        year: 2025,
        terms: [(date(2025, 8, 18), date(2025, 12, 19)), (date(2026, 1, 8), date(2026, 6, 11))],
        breaks: &[
            pause("höstlov", date(2025, 10, 27), date(2025, 10, 31)),
            pause("sportlov", date(2026, 2, 23), date(2026, 2, 27)),
            pause("påsklov", date(2026, 4, 3), date(2026, 4, 10)),
            pause("första maj", date(2026, 5, 1), date(2026, 5, 1)),
            pause("kristi himmelsfärd", date(2026, 5, 14), date(2026, 5, 15)),
        ],
        study_days: [date(2025, 9, 29), date(2025, 11, 17), date(2026, 1, 8), date(2026, 3, 16)],
    },
    Calendar {
        year: 2026,
        terms: [(date(2026, 8, 17), date(2026, 12, 18)), (date(2027, 1, 8), date(2027, 6, 11))],
        breaks: &[
            pause("höstlov", date(2026, 10, 26), date(2026, 10, 30)),
            pause("sportlov", date(2027, 3, 1), date(2027, 3, 5)),
            pause("påsklov", date(2027, 3, 26), date(2027, 4, 2)),
            pause("kristi himmelsfärd", date(2027, 5, 6), date(2027, 5, 7)),
        ],
        study_days: [date(2026, 9, 28), date(2026, 11, 16), date(2027, 1, 8), date(2027, 3, 15)],
    },
];

impl Calendar {
    /// The calendar of the school year that starts in that calendar year, if there is one.
    pub fn of(year: i16) -> Option<&'static Calendar> {
        CALENDARS.iter().find(|calendar| calendar.year == year)
    }

    /// Whether pupils have lessons on a day.
    pub fn is_school_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            && self.terms.iter().any(|(first, last)| (*first..=*last).contains(&day))
            && !self.breaks.iter().any(|pause| (pause.first..=pause.last).contains(&day))
            && !self.study_days.contains(&day)
    }

    /// Every day with lessons, in order.
    pub fn school_days(&self) -> Vec<Date> {
        let [autumn, spring] = self.terms;
        let all = std::iter::successors(Some(autumn.0), |day| day.tomorrow().ok());
        all.take_while(|day| *day <= spring.1).filter(|day| self.is_school_day(*day)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_day_is_a_friday_with_lessons() {
        assert_eq!(DEMO_DAY.weekday(), Weekday::Friday);
        assert!(Calendar::of(2026).unwrap().is_school_day(DEMO_DAY));
    }

    #[test]
    fn a_school_year_has_the_178_days_that_the_ordinance_asks_for() {
        let days: Vec<_> = CALENDARS.iter().map(|calendar| calendar.school_days().len()).collect();
        assert_eq!(days, [178, 178, 179]);
    }

    #[test]
    fn breaks_and_study_days_lie_on_weekdays_within_their_year() {
        for calendar in CALENDARS {
            let inside = |day: Date| calendar.terms[0].0 <= day && day <= calendar.terms[1].1;
            for pause in calendar.breaks {
                assert!(pause.first <= pause.last && inside(pause.first) && inside(pause.last), "{pause:?}");
            }
            for day in calendar.study_days {
                assert!(inside(day) && day.weekday() != Weekday::Sunday && day.weekday() != Weekday::Saturday, "{day}");
            }
        }
    }
}
