//! School years and terms. Signals never use holidays: a school day is a day with lessons (method, section 1.2, P6).

use jiff::civil::date;

use crate::day::Day;

/// A school year, named by the calendar year it starts in: 2025 is 1 August 2025 to 31 July 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(pub i16);

impl SchoolYear {
    /// The school year that a day lies in (method, section 1.2, R0: it starts on 1 August).
    pub fn of(day: Day) -> SchoolYear {
        let date = day.date();
        SchoolYear(if date.month() >= 8 { date.year() } else { date.year() - 1 })
    }

    /// 1 August.
    pub fn start(self) -> Day {
        Day::of(date(self.0.clamp(-9_998, 9_998), 8, 1))
    }

    /// 31 July the year after.
    pub fn end(self) -> Day {
        SchoolYear(self.0.saturating_add(1)).start().plus(-1)
    }
}

impl std::fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{:02}", self.0, (self.0 + 1).rem_euclid(100))
    }
}

/// A term: the first and the last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
}

impl Term {
    /// Whether a day lies in the term.
    pub fn contains(self, day: Day) -> bool {
        self.start <= day && day <= self.end
    }

    /// The term that counts on a day: the latest one that has started by then.
    pub fn current(terms: &[Term], day: Day) -> Option<Term> {
        terms.iter().copied().filter(|term| term.start <= day).max_by_key(|term| term.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_year_turns_on_the_first_of_august() {
        let last: Day = "2026-07-31".parse().unwrap();
        assert_eq!(SchoolYear::of(last), SchoolYear(2025));
        assert_eq!(SchoolYear::of(last.plus(1)), SchoolYear(2026));
        assert_eq!(SchoolYear(2025).end(), last);
        assert_eq!(SchoolYear(2025).to_string(), "2025/26");
    }

    #[test]
    fn between_terms_the_one_that_ended_counts() {
        let autumn = Term { start: "2025-08-18".parse().unwrap(), end: "2025-12-19".parse().unwrap() };
        let spring = Term { start: "2026-01-08".parse().unwrap(), end: "2026-06-11".parse().unwrap() };
        let on = |day: &str| Term::current(&[spring, autumn], day.parse().unwrap());
        assert_eq!(on("2025-08-17"), None);
        assert_eq!(on("2026-01-02"), Some(autumn));
        assert_eq!(on("2026-01-08"), Some(spring));
    }
}
