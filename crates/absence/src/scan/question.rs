//! What a scan is asked: which days, in which school year, with which terms.

use domain::{Day, SchoolYear, Term};

/// The days to answer for. Rows before `year_start` do not count; rows after the scan day are plan only (R0).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The days, oldest first; the last one is the scan day.
    days: Vec<Day>,
    /// First day of the school year.
    pub year_start: Day,
    /// The terms of the school year.
    pub terms: Vec<Term>,
}

impl Question {
    /// Asks for one day only.
    pub fn on(as_of: Day, year_start: Day, terms: Vec<Term>) -> Question {
        Question { days: vec![as_of], year_start, terms }
    }

    /// Asks for a day and every earlier Friday of its school year.
    pub fn with_fridays(as_of: Day, terms: Vec<Term>) -> Question {
        let year_start = SchoolYear::of(as_of).start();
        let mut days: Vec<Day> = (year_start.week().0..=as_of.week().0)
            .map(|week| domain::Week(week).friday())
            .filter(|friday| (year_start..as_of).contains(friday))
            .collect();
        days.push(as_of);
        Question { days, year_start, terms }
    }

    /// The days, oldest first.
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// The scan day.
    pub fn as_of(&self) -> Day {
        self.days.last().copied().unwrap_or(self.year_start)
    }

    /// The last day whose rows matter: the scan day, or the end of the plan for the latest term.
    pub fn last_row(&self) -> Day {
        self.terms.iter().map(|term| term.end).fold(self.as_of(), Day::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_on_a_friday_answers_for_it_once() {
        let friday: Day = "2026-11-20".parse().unwrap();
        let question = Question::with_fridays(friday, Vec::new());
        assert_eq!(question.days().len(), 16); // 7 August to 20 November
        assert_eq!(question.days().first().map(|day| day.to_string()).as_deref(), Some("2026-08-07"));
        assert_eq!(question.days().iter().filter(|day| **day == friday).count(), 1);
        assert_eq!(Question::with_fridays(friday.plus(2), Vec::new()).days().len(), 17);
    }
}
