//! S11 Stärkt stöd: over half of the term missed, grades F–9.
//!
//! Window: the term. Fires when `2·A > D`, strictly. Preliminary until the term ends, then final. Needs 30 known days
//! and 80 % coverage. While the term runs and the whole term's plan S_T is known, the answer may be certain already
//! (`2·A > S_T`) or impossible (`2·(A + S_T − D) ≤ S_T`). Source: method, section 1.3 (Stockholm's social investment).

use domain::{Answer, Day};
use pack::thresholds::Majority;
use text::{Arg, Message};

use crate::explain::{self, Explained};
use crate::scan::{View, Window};

const KNOWN_DAYS: i64 = 30;

/// The numbers behind S11.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The term so far.
    pub window: Window,
    /// Highest grade level of the pupil in the school year so far.
    pub grade: i32,
    /// S_T: scheduled minutes of the whole term; `None` when the plan does not reach the term's end.
    pub planned: Option<i64>,
    /// Last day of the term.
    pub term_end: Option<Day>,
    /// Whether the term is over.
    pub over: bool,
}

/// What the rest of the term can still change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Over the limit whatever happens.
    Certain,
    /// Not over the limit whatever happens.
    Impossible,
    /// The rest of the term decides.
    Open,
}

impl Verdict {
    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Certain => "certain",
            Verdict::Impossible => "impossible",
            Verdict::Open => "open",
        }
    }
}

impl Figures {
    /// Measures the term so far and its plan. The plan reaches the term's end when the pupil has a lesson on the
    /// term's last weekday or later.
    pub fn measure(view: &View<'_>) -> Figures {
        let (days, plan) = (view.term_days(), view.term_plan());
        let reached = |term_end: Day| {
            let latest = plan.last().or(days.last()).map(|day| day.date);
            latest.is_some_and(|latest| latest >= term_end.weekday_at_or_before())
        };
        let term_end = view.term.map(|term| term.end);
        let planned = days.iter().chain(plan).map(|day| day.scheduled).sum();
        Figures {
            window: view.windows.term,
            grade: view.days.iter().map(|day| day.highest_grade).max().unwrap_or(-1),
            planned: term_end.is_some_and(reached).then_some(planned),
            term_end,
            over: term_end.is_some_and(|end| view.as_of >= end),
        }
    }

    /// Whether the pupil's grade lies outside F–9, whom the signal is not about.
    fn outside_grades(&self) -> bool {
        !(0..=9).contains(&self.grade)
    }

    fn enough(&self) -> bool {
        self.window.known >= KNOWN_DAYS && self.window.covered() && !self.outside_grades()
    }

    /// The lowest whole percentage that the absence is not strictly over. `None` when there is too little data.
    pub fn reach(&self) -> Option<i64> {
        self.enough().then(|| self.window.percent_up())
    }

    /// Whether the pupil is over the limit so far.
    pub fn judge(&self, limit: &Majority) -> Answer {
        let window = &self.window;
        Answer::when(self.enough(), 100 * window.absent() > limit.over_percent * window.reported)
    }

    /// What the rest of the term can change; `None` when the plan is not known.
    pub fn verdict(&self, limit: &Majority) -> Option<Verdict> {
        let (planned, absent) = (self.planned?, self.window.absent());
        let highest = absent + planned - self.window.reported;
        Some(if 100 * absent > limit.over_percent * planned {
            Verdict::Certain
        } else if 100 * highest <= limit.over_percent * planned {
            Verdict::Impossible
        } else {
            Verdict::Open
        })
    }

    /// What the school is told.
    pub fn explain(&self, limit: &Majority) -> Explained {
        let window = &self.window;
        let headline = Message::new("explain-s11")
            .with("rate", Arg::rate_over(window.absent(), window.reported, limit.over_percent))
            .with("absent", Arg::Hours(window.absent()))
            .with("reported", Arg::Hours(window.reported));
        let missing = explain::too_few_days(window.known, KNOWN_DAYS)
            .or_else(|| explain::low_coverage(window))
            .or_else(|| self.outside_grades().then(|| Message::new("explain-s11-other-grade")));
        let answer = self.judge(limit);
        let mut explained = explain::with_basis(answer, headline, missing, window, None);
        if answer == Answer::TooLittleData {
            return explained; // nothing is said of the term's end either
        }
        let state = match (self.over, self.term_end, self.verdict(limit)) {
            (true, ..) => Message::new("explain-s11-final"),
            (_, _, Some(Verdict::Certain)) => Message::new("explain-s11-certain"),
            (_, _, Some(Verdict::Impossible)) => Message::new("explain-s11-impossible"),
            (_, _, Some(Verdict::Open)) => Message::new("explain-s11-open"),
            (_, _, None) => Message::new("explain-s11-plan-unknown"),
        };
        explained.push(state);
        if let (false, Some(end)) = (self.over, self.term_end) {
            explained.push(Message::new("explain-s11-preliminary").with("end", Arg::Day(end.date())));
        }
        explained
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{DAY, Days, day, lesson, said, thresholds};

    #[track_caller]
    fn check(days: Days, answer: Answer) {
        assert_eq!(days.see(Figures::measure).judge(&thresholds().s11), answer);
    }

    /// As known on Friday 7 November, the 60th of the autumn's 90 school days: S_T = 27,000, half of it 13,500.
    #[track_caller]
    fn check_verdict(sixty: Days, verdict: Verdict) {
        let figures = sixty.present(30).asked_on("2025-11-07").see(Figures::measure);
        assert_eq!((figures.window.days, figures.planned), (60, Some(90 * DAY)));
        assert_eq!(figures.verdict(&thresholds().s11), Some(verdict));
    }

    /// Whether a plan that ends on a date reaches the end of the term.
    #[track_caller]
    fn check_plan(term_end: &str, school_days: usize, reaches: bool) {
        let days = Days::autumn().term("2025-08-18", term_end).present(school_days).asked_on("2025-11-07");
        assert_eq!(days.see(Figures::measure).planned.is_some(), reaches);
    }

    #[test]
    fn exactly_half_is_not_over_half() {
        // 30 days: D = 9000
        check(Days::autumn().missing(30, 4500), Answer::No);
        check(Days::autumn().missing(30, 4501), Answer::Yes);
    }

    #[test]
    fn thirty_known_days_are_enough() {
        check(Days::autumn().full(30), Answer::Yes);
        check(Days::autumn().full(29), Answer::TooLittleData);
        check(Days::autumn().full(29).unreported(1), Answer::TooLittleData);
    }

    #[test]
    fn four_fifths_reported_is_enough() {
        // 30 days with 240 of 300 minutes is 80 %; one unreported minute more is less
        check(Days::autumn().reported(30, 4), Answer::No);
        let last = [lesson("ma", 240), lesson("sv", 61).unreported()];
        check(Days::autumn().reported(29, 4).days(1, &last), Answer::TooLittleData);
    }

    #[test]
    fn only_preschool_class_to_grade_nine_are_answered() {
        check(Days::autumn().grade(0).full(30), Answer::Yes);
        check(Days::autumn().grade(9).full(30), Answer::Yes);
        check(Days::autumn().grade(10).full(30), Answer::TooLittleData); // specialskola has ten grades
    }

    #[test]
    fn certain_is_strictly_over_half_of_the_whole_term() {
        check_verdict(Days::autumn().missing(60, 13_501), Verdict::Certain);
        check_verdict(Days::autumn().missing(60, 13_500), Verdict::Open);
    }

    #[test]
    fn impossible_is_when_all_that_remains_makes_half_at_the_most() {
        // 30 days of 300 remain: A + 9000 ≤ 13500 exactly when A ≤ 4500
        check_verdict(Days::autumn().missing(60, 4500), Verdict::Impossible);
        check_verdict(Days::autumn().missing(60, 4501), Verdict::Open);
        // what is unreported may have been absence too: 4200 + 300 + 9000 = 13500
        check_verdict(Days::autumn().missing(59, 4200).unreported(1), Verdict::Impossible);
        check_verdict(Days::autumn().missing(59, 4201).unreported(1), Verdict::Open);
    }

    #[test]
    fn the_plan_must_reach_the_last_weekday_of_the_term() {
        check_plan("2025-12-19", 90, true); // Friday 19 December is the 90th school day
        check_plan("2025-12-19", 89, false);
        check_plan("2025-12-20", 90, true); // a term that ends on a Saturday
        check_plan("2025-12-20", 89, false);
        check_plan("2025-12-21", 90, true); // or on a Sunday
        check_plan("2025-12-22", 90, false); // Monday
    }

    #[test]
    fn what_is_planned_after_the_term_is_not_the_terms() {
        let days = Days::autumn().present(90).on("2026-01-08").present(10).asked_on("2025-11-07");
        assert_eq!(days.see(Figures::measure).planned, Some(90 * DAY));
    }

    #[test]
    fn the_term_is_over_on_its_last_day() {
        let over = |as_of| Days::autumn().present(90).asked_on(as_of).see(Figures::measure).over;
        assert_eq!([over("2025-12-18"), over("2025-12-19"), over("2026-01-07")], [false, true, true]);
        let figures = Days::autumn().full(90).asked_on("2026-01-07").see(Figures::measure);
        assert_eq!((figures.window.days, figures.term_end), (90, Some(day("2025-12-19"))));
        assert_eq!(figures.judge(&thresholds().s11), Answer::Yes); // until the next term begins
    }

    /// The sentences after those on rate, target group and basis.
    fn state(days: Days) -> String {
        let told = said(&days.see(Figures::measure).explain(&thresholds().s11));
        told.split_once("rapporterad. ").unwrap().1.to_owned()
    }

    #[test]
    fn the_school_is_told_rate_split_coverage_and_that_it_is_preliminary() {
        // 60 days, 4 unreported: S = 18000, D = 16800; V = 7500, U = 1500, A = 9000: A/D = 53.6 %
        // V/D = 44.6 %, U/D = 8.9 %, D/S = 93.3 %, A/S = 50 %, (A + S − D)/S = 10200/18000 = 56.7 %
        let days = Days::autumn().full(25).invalid(5, 300).unreported(4).present(56).asked_on("2025-11-07");
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s11)),
            "Frånvaro 54 % under terminen: 150 av 280 rapporterade timmar. Målgruppen för stärkt stöd är över 50 % \
             (F–9). Giltig 45 %, ogiltig 9 %. \
             93 % av elevens egna schemalagda tid är rapporterad; vad det orapporterade än rymmer ligger frånvaron \
             mellan 50 % och 57 %. Hur terminen slutar är öppet: det beror på resten av schemat och på det som inte \
             är rapporterat. Preliminärt: terminen slutar 19 december."
        );
    }

    #[test]
    fn just_over_half_is_shown_as_more_than_fifty() {
        // 4501/9000 = 50.01 %
        let told = said(&Days::autumn().missing(30, 4501).see(Figures::measure).explain(&thresholds().s11));
        assert!(told.starts_with("Frånvaro 50,1 % under terminen:"), "{told}");
        let told = said(&Days::autumn().missing(30, 4500).see(Figures::measure).explain(&thresholds().s11));
        assert!(told.starts_with("Frånvaro 50 % under terminen:"), "{told}");
    }

    #[test]
    fn the_school_is_told_what_the_rest_of_the_term_can_change() {
        let preliminary = "Preliminärt: terminen slutar 19 december.";
        assert_eq!(
            state(Days::autumn().full(46).present(44).asked_on("2025-11-07")),
            format!("Det är redan säkert att terminen slutar över gränsen, hur resten än blir. {preliminary}")
        );
        assert_eq!(
            state(Days::autumn().present(90).asked_on("2025-11-07")),
            format!(
                "Terminen kan inte sluta över gränsen, inte ens om allt som återstår och allt orapporterat vore \
                 frånvaro. {preliminary}"
            )
        );
        assert_eq!(
            state(Days::autumn().full(60)),
            format!(
                "Schemat för resten av terminen saknas, så det går inte att säga om utfallet redan är säkert. \
                 {preliminary}"
            )
        );
        assert_eq!(state(Days::autumn().full(90)), "Slutligt: terminen är slut.");
    }

    #[test]
    fn a_grade_that_the_signal_is_not_about_is_told_as_such() {
        let told = said(&Days::autumn().grade(10).full(30).see(Figures::measure).explain(&thresholds().s11));
        assert!(told.starts_with("Signalen gäller bara årskurs F–9. Giltig "), "{told}");
    }

    #[test]
    fn with_too_little_data_nothing_is_said_of_how_the_term_ends() {
        let days = Days::autumn().term("2025-08-18", "2025-10-03").full(29).present(6).asked_on("2025-09-25");
        let told = said(&days.see(Figures::measure).explain(&thresholds().s11));
        assert!(told.starts_with("För lite underlag för att svara: 29 skoldagar"), "{told}");
        assert!(!told.contains("terminen"), "{told}");
    }
}
