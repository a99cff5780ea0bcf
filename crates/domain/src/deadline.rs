//! Deadlines: the only arithmetic on days that something must be done by.

use jiff::Span;

use crate::{
    Day,
    calendar::Calendar,
    holiday::{is_eve, is_public_holiday},
};

/// What a deadline is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Every day.
    Calendar,
    /// Monday to Friday, without public holidays and without midsommarafton, julafton and nyårsafton.
    Working,
    /// Days with lessons by the school's calendar, without public holidays.
    School,
}

/// A year and some: no stretch without working or school days is longer.
const DAYS_LOOKED_AT: i32 = 400;

/// The day that is `n` units after a day, which is not counted itself; 0 gives the day itself.
pub fn deadline(from: Day, n: u16, unit: Unit, calendar: &Calendar) -> Day {
    if unit == Unit::Calendar {
        return from.plus(i32::from(n));
    }
    let counts = |day: &Day| match unit {
        Unit::Calendar => true,
        Unit::Working => is_working_day(*day),
        Unit::School => calendar.is_school_day(*day) && !is_public_holiday(*day),
    };
    (0..n).fold(from, |last, _| {
        let next = (1..=DAYS_LOOKED_AT).map(|later| last.plus(later)).find(counts);
        next.unwrap_or(last.plus(1))
    })
}

/// Monday to Friday, without public holidays and the three eves on which nobody works.
pub fn is_working_day(day: Day) -> bool {
    day.weekday() <= 5 && !is_public_holiday(day) && !is_eve(day)
}

/// The same day of the month so many calendar months later; the last of the month when it has no such day
/// (lag 1930:173, 1 §).
pub fn months_after(day: Day, months: u8) -> Day {
    day.date().checked_add(Span::new().months(i32::from(months))).map_or(day, Day::of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::holiday::easter;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// Days in a year from Monday to Friday that are no working days, as almanacs print them.
    #[track_caller]
    fn check(year: i16, holidays: &str, working_days: usize) {
        let all: Vec<_> = (0..366)
            .map(|n| day(&format!("{year}-01-01")).plus(n))
            .filter(|day| day.date().year() == year && day.weekday() <= 5)
            .collect();
        let free: Vec<_> = all.iter().filter(|day| !is_working_day(**day)).collect();
        let said: Vec<String> = free.iter().filter_map(|day| Some(day.to_string().get(5..)?.to_owned())).collect();
        assert_eq!(said.join(" "), holidays, "{year}");
        assert_eq!(all.len() - free.len(), working_days, "{year}");
    }

    #[test]
    fn working_days_are_those_of_the_almanac() {
        check(2024, "01-01 03-29 04-01 05-01 05-09 06-06 06-21 12-24 12-25 12-26 12-31", 251);
        check(2025, "01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31", 249);
        check(2026, "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31", 251);
        check(2027, "01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31", 253);
        check(2028, "01-06 04-14 04-17 05-01 05-25 06-06 06-23 12-25 12-26", 251);
    }

    #[test]
    fn holidays_on_saturdays_and_sundays_are_found_too() {
        let holidays =
            ["2024-03-31", "2024-05-19", "2024-06-22", "2024-11-02", "2025-11-01", "2026-10-31", "2028-11-04"];
        assert!(holidays.iter().all(|it| is_public_holiday(day(it))));
        assert!(!is_public_holiday(day("2024-03-30")), "påskafton is a Saturday like others");
    }

    #[test]
    fn easter_is_where_it_was_and_will_be() {
        let published = [
            "1961-04-02",
            "1981-04-19",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
        ];
        for it in published {
            assert_eq!(easter(day(it).date().year()), day(it));
        }
    }

    #[test]
    fn a_deadline_counts_the_days_that_its_unit_names() {
        let none = Calendar::default();
        let check = |from: &str, n, unit, expected: &str| {
            assert_eq!(deadline(day(from), n, unit, &none).to_string(), expected, "{n} {unit:?} after {from}");
        };
        check("2026-11-22", 14, Unit::Calendar, "2026-12-06");
        check("2026-11-20", 3, Unit::Working, "2026-11-25");
        check("2026-11-20", 0, Unit::Working, "2026-11-20");
        check("2026-12-22", 3, Unit::Working, "2026-12-29"); // 23, 28 and 29 December
        check("2026-12-30", 5, Unit::Working, "2027-01-11"); // 4, 5, 7, 8 and 11 January
        check("2026-06-18", 1, Unit::Working, "2026-06-22"); // over midsommar
        check("2026-10-23", 1, Unit::School, "2026-11-02"); // höstlov is week 44
        check("2027-05-05", 1, Unit::School, "2027-05-07"); // over Kristi himmelsfärdsdag
        check("2027-06-11", 2, Unit::School, "2027-08-19"); // over the summer
    }

    #[test]
    fn months_end_on_the_same_day_or_the_last_of_the_month() {
        let check = |from: &str, months, expected: &str| assert_eq!(months_after(day(from), months), day(expected));
        check("2026-11-22", 3, "2027-02-22");
        check("2026-11-30", 3, "2027-02-28");
        check("2027-11-30", 3, "2028-02-29");
        check("2026-08-31", 6, "2027-02-28");
        check("2026-11-22", 12, "2027-11-22");
    }
}
