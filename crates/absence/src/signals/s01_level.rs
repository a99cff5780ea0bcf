//! S01 Nivå hittills i terminen: the band that the term's absence has reached.
//!
//! Window: term start to the day. Fires when R = A/D ≥ the watch band (default 10 %); the band is the highest of
//! 5, 10, 15, 20, 30 and 50 % with R ≥ band. Needs at least 15 known days and 80 % coverage.
//! Source: method, section 1.3; bands from Skolverket (15, 30, 50), Stockholm (20) and international practice (10).

use domain::Answer;
use pack::thresholds::Level;
use text::{Arg, Message, Rounding};

use crate::explain::{self, Explained};
use crate::scan::{Level as Others, View, Window};

const KNOWN_DAYS: i64 = 15;

/// The numbers behind S01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The term so far.
    pub window: Window,
    /// Whether the term is an autumn term.
    pub autumn: bool,
}

impl Figures {
    /// Measures the term so far.
    pub fn measure(view: &View<'_>) -> Figures {
        let autumn = view.term.is_some_and(|term| term.start.date().month() >= 7);
        Figures { window: view.windows.term, autumn }
    }

    /// Whether there is enough to answer.
    pub fn enough(&self) -> bool {
        self.window.known >= KNOWN_DAYS && self.window.covered()
    }

    /// The highest band reached, in percent; 0 below the lowest. `None` when there is too little data.
    pub fn band(&self, level: &Level) -> Option<i64> {
        let reached = |band: &&i64| self.window.reaches(**band);
        self.enough().then(|| level.bands_percent.iter().rev().find(reached).copied().unwrap_or(0))
    }

    /// The highest whole percentage that is reached. `None` when there is too little data.
    pub fn reach(&self) -> Option<i64> {
        self.enough().then(|| self.window.percent())
    }

    /// Whether the watch level is reached.
    pub fn judge(&self, level: &Level) -> Answer {
        Answer::when(self.enough(), self.window.reaches(level.watch_percent))
    }

    /// What the school is told.
    /// `others` is how absent the rest of the pupil's school and grade are.
    pub fn explain(&self, level: &Level, others: Option<&Others>) -> Explained {
        let window = &self.window;
        let term = if self.autumn { "term-autumn" } else { "term-spring" };
        let rate = Arg::rate(window.absent(), window.reported, &level.bands_percent);
        let headline = Message::new("explain-s01")
            .with("rate", rate)
            .with("term", Arg::Code(term))
            .with("absent", Arg::Hours(window.absent()))
            .with("reported", Arg::Hours(window.reported));
        let missing = explain::too_few_days(window.known, KNOWN_DAYS).or_else(|| explain::low_coverage(window));
        let mut explained =
            explain::with_basis(self.judge(level), headline, missing, window, Some(level.watch_percent));
        explained.extend(others.map(of_others));
        explained
    }
}

fn of_others(others: &Others) -> Message {
    let rate = Arg::Percent { part: others.absent, whole: others.reported, rounding: Rounding::Whole };
    match others.grade {
        0 => Message::new("explain-s01-peers-preschool").with("rate", rate),
        grade => Message::new("explain-s01-peers").with("grade", Arg::Count(i64::from(grade))).with("rate", rate),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, lesson, said, thresholds};

    #[track_caller]
    fn check(days: Days, answer: Answer, band: Option<i64>) {
        let (figures, level) = (days.see(Figures::measure), thresholds().s01);
        assert_eq!((figures.judge(&level), figures.band(&level)), (answer, band));
    }

    #[test]
    fn every_band_begins_at_equality() {
        // 20 days of 300 minutes: D = 6000
        check(Days::autumn().missing(20, 299), Answer::No, Some(0));
        check(Days::autumn().missing(20, 300), Answer::No, Some(5)); // 300/6000 = 5 %
        check(Days::autumn().missing(20, 599), Answer::No, Some(5));
        check(Days::autumn().missing(20, 600), Answer::Yes, Some(10)); // the watch level
        check(Days::autumn().missing(20, 899), Answer::Yes, Some(10));
        check(Days::autumn().missing(20, 900), Answer::Yes, Some(15));
        check(Days::autumn().missing(20, 1199), Answer::Yes, Some(15));
        check(Days::autumn().missing(20, 1200), Answer::Yes, Some(20));
        check(Days::autumn().missing(20, 1799), Answer::Yes, Some(20));
        check(Days::autumn().missing(20, 1800), Answer::Yes, Some(30));
        check(Days::autumn().missing(20, 2999), Answer::Yes, Some(30));
        check(Days::autumn().missing(20, 3000), Answer::Yes, Some(50));
    }

    #[test]
    fn fifteen_known_days_are_enough() {
        check(Days::autumn().full(15), Answer::Yes, Some(50));
        check(Days::autumn().full(14), Answer::TooLittleData, None);
        check(Days::autumn().full(14).unreported(1), Answer::TooLittleData, None);
    }

    #[test]
    fn four_fifths_reported_is_enough() {
        // 15 days with 4 of 5 lessons: 3600 of 4500 minutes, exactly 80 %
        check(Days::autumn().reported(15, 4), Answer::No, Some(0));
        // the last day with one unreported minute more: 3600 of 4501
        let last = [lesson("ma", 240), lesson("sv", 61).unreported()];
        check(Days::autumn().reported(14, 4).days(1, &last), Answer::TooLittleData, None);
    }

    #[test]
    fn absence_before_the_term_does_not_count() {
        check(Days::from("2025-08-11").full(5).present(15), Answer::No, Some(0));
        check(Days::autumn().full(20).on("2026-01-08").present(15), Answer::No, Some(0));
        check(Days::autumn().full(20).on("2026-01-08").present(14), Answer::TooLittleData, None);
    }

    #[test]
    fn the_school_is_told_hours_split_coverage_and_bounds() {
        // 40 days, 2 of them unreported: S = 12000, D = 11400 (190 h), V = 1500, U = 300, A = 1800 (30 h)
        // R = 15.8 %, V/D = 13.2 %, U/D = 2.6 %, D/S = 95 %, A/S = 15 %, (A + S − D)/S = 2400/12000 = 20 %
        let figures = Days::autumn().full(5).invalid(1, 300).unreported(2).present(32).see(Figures::measure);
        let others = Others { absent: 800, reported: 10_000, pupils: 20, grade: 7 };
        assert_eq!(
            said(&figures.explain(&thresholds().s01, Some(&others))),
            "Frånvaro 16 % hittills i höst: 30 av 190 rapporterade timmar. Giltig 13 %, ogiltig 3 %. 95 % av elevens \
             egna schemalagda tid är rapporterad; vad det orapporterade än rymmer ligger frånvaron mellan 15 % och \
             20 %. Säker oavsett orapporterat: gränsen är nådd även om eleven var på plats all orapporterad tid. \
             Årskurs 7 på skolan: 8 %."
        );
    }

    #[test]
    fn a_spring_without_absence_in_preschool_class_is_told_too() {
        let figures = Days::from("2026-01-08").reported(10, 4).present(10).see(Figures::measure);
        let others = Others { absent: 300, reported: 10_000, pupils: 20, grade: 0 };
        // D = 10·240 + 10·300 = 5400 (90 h) of S = 6000: 90 %; at most 600/6000 = 10 %, which is not below the watch
        assert_eq!(
            said(&figures.explain(&thresholds().s01, Some(&others))),
            "Frånvaro 0 % hittills i vår: 0 av 90 rapporterade timmar. Giltig 0 %, ogiltig 0 %. 90 % av elevens egna \
             schemalagda tid är rapporterad; vad det orapporterade än rymmer ligger frånvaron mellan 0 % och 10 %. \
             Förskoleklassen på skolan: 3 %."
        );
    }

    #[test]
    fn too_little_data_says_what_is_missing_instead() {
        let few = Days::autumn().full(14).see(Figures::measure).explain(&thresholds().s01, None);
        assert_eq!(
            said(&few),
            "För lite underlag för att svara: 14 skoldagar att räkna på, men 15 behövs. Giltig 100 %, ogiltig 0 %. \
             Hela elevens egna schemalagda tid är rapporterad."
        );
        // 20 days with 3 of 5 lessons: 60 % reported; unreported 40 %
        let sparse = Days::autumn().reported(20, 3).see(Figures::measure).explain(&thresholds().s01, None);
        assert_eq!(
            said(&sparse),
            "För lite underlag för att svara: bara 60 % av elevens egna schemalagda tid är rapporterad. Giltig 0 %, \
             ogiltig 0 %. 60 % av elevens egna schemalagda tid är rapporterad; vad det orapporterade än rymmer \
             ligger frånvaron mellan 0 % och 40 %."
        );
    }
}
