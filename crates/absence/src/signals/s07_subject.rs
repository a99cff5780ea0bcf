//! S07 Ett ämne sticker ut: when in school, the pupil misses this subject far more than the rest.
//!
//! Window: reported lessons on known days that are not full-absent, among the last 40 school days. A lesson is missed
//! when at least half of it is (`2·a ≥ s`). Fires when some subject stands out by [`super::contrast`]. Needs 28 such
//! lessons. Source: method, section 1.3. Never says why.

use domain::Answer;
use text::{Arg, Message};

use super::contrast::{Contrast, Outstanding};
use crate::columns::Subjects;
use crate::explain::{self, Explained};
use crate::scan::view::DAYS_40;
use crate::scan::{View, Window};

const LEAST_LESSONS: i64 = 28;

/// The numbers behind S07.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The last forty school days.
    pub window: Window,
    /// Lessons per subject on days in school.
    pub contrast: Contrast,
}

impl Figures {
    /// Measures the last forty school days.
    pub fn measure(view: &View<'_>) -> Figures {
        let days = view.last_days(DAYS_40);
        let in_school = days.iter().filter(|day| day.known() && !day.is_full_absent_day());
        let lessons = in_school.flat_map(|day| view.lessons_of(day)).filter(|lesson| lesson.reported);
        let contrast = Contrast::of(lessons.map(|lesson| (lesson.subject, lesson.missed)));
        Figures { window: view.windows.days40, contrast }
    }

    /// What could stand out by some limits. Nothing when there is too little data.
    pub fn reach(&self) -> Vec<Outstanding> {
        if self.contrast.total() >= LEAST_LESSONS { self.contrast.candidates() } else { Vec::new() }
    }

    /// Whether a subject stands out.
    pub fn judge(&self, limit: &pack::thresholds::Contrast) -> Answer {
        Answer::when(self.contrast.total() >= LEAST_LESSONS, !self.contrast.outstanding(limit).is_empty())
    }

    /// The subjects that stand out, in order of code.
    pub fn which(&self, limit: &pack::thresholds::Contrast, subjects: &Subjects) -> Vec<String> {
        let found = self.contrast.outstanding(limit);
        let mut names: Vec<String> = found.iter().map(|found| subjects.name(found.part.key)).collect();
        names.sort();
        names
    }

    /// What the school is told: one sentence a subject.
    pub fn explain(&self, limit: &pack::thresholds::Contrast, subjects: &Subjects) -> Explained {
        let mut found = self.contrast.outstanding(limit);
        found.sort_by_key(|found| subjects.name(found.part.key));
        let sentence = |found: &Outstanding| {
            Message::new("explain-s07")
                .with("subject", Arg::Text(subjects.name(found.part.key)))
                .with("missed", Arg::Count(found.part.missed))
                .with("lessons", Arg::Count(found.part.of))
                .with("other-missed", Arg::Count(found.others_missed))
                .with("other-lessons", Arg::Count(found.others_of))
                .with("days", Arg::Count(self.window.days))
        };
        let none = Message::new("explain-s07-none")
            .with("lessons", Arg::Count(self.contrast.total()))
            .with("days", Arg::Count(self.window.days));
        let sentences = if found.is_empty() { vec![none] } else { found.iter().map(sentence).collect() };
        let missing = explain::too_few_lessons(self.contrast.total(), LEAST_LESSONS);
        explain::many_with_basis(self.judge(limit), sentences, missing, &self.window, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, lesson, said, thresholds};

    #[track_caller]
    fn check(days: &Days, answer: Answer) {
        assert_eq!(days.see(Figures::measure).judge(&thresholds().s07), answer);
    }

    /// Lessons in idh: how many count, and how many of them were missed.
    fn idh(days: &Days) -> (i64, i64) {
        let number = days.rows().1.number("idh").unwrap();
        let parts = days.see(Figures::measure).contrast.parts;
        parts.iter().find(|part| part.key == number).map_or((0, 0), |part| (part.of, part.missed))
    }

    #[test]
    fn four_of_eight_lessons_missed_fire() {
        // a plain day is one lesson of idh and four others
        check(&Days::autumn().skipping(4, "idh").present(4), Answer::Yes);
        check(&Days::autumn().skipping(3, "idh").present(5), Answer::No);
        check(&Days::autumn().skipping(4, "idh").present(3), Answer::No); // seven lessons only
    }

    #[test]
    fn twenty_eight_lessons_are_enough() {
        let (ma, sv) = (lesson("ma", 60), lesson("sv", 60));
        let away = [lesson("idh", 60).invalid(60), ma, sv];
        let eight = || Days::autumn().days(4, &away).days(4, &[lesson("idh", 60), ma, sv]); // 8 idh, 16 others
        check(&eight().days(2, &[ma, sv]), Answer::Yes); // 8 + 20
        check(&eight().days(1, &[ma, sv]).days(1, &[ma]), Answer::TooLittleData); // 8 + 19
        let nine = eight().days(1, &[lesson("idh", 60)]);
        check(&nine.days(1, &[ma, sv]).days(1, &[ma]), Answer::No); // 9 + 19: too few others
    }

    #[test]
    fn half_a_lesson_is_missed() {
        let part = |minutes| [lesson("ma", 240), lesson("idh", 60).valid(minutes)];
        assert_eq!(idh(&Days::autumn().days(4, &part(30))), (4, 4));
        assert_eq!(idh(&Days::autumn().days(4, &part(29))), (4, 0));
    }

    #[test]
    fn whole_days_away_do_not_count() {
        let days = Days::autumn().skipping(4, "idh").present(4).absent(5, 240).full(5);
        assert_eq!(idh(&days), (8, 4));
        assert_eq!(idh(&Days::autumn().absent(1, 239)), (1, 1)); // 239 of 300 minutes is less than 80 %
    }

    #[test]
    fn unknown_days_and_unreported_lessons_do_not_count() {
        let day = |idh| [lesson("idh", idh).valid(idh), lesson("ma", 60), lesson("sv", 240 - idh).unreported()];
        assert_eq!(idh(&Days::autumn().days(1, &day(90))), (1, 1)); // 150 of 300 minutes reported: known
        assert_eq!(idh(&Days::autumn().days(1, &day(89))), (0, 0)); // 149 of 300: unknown
        assert_eq!(idh(&Days::autumn().reported(3, 4).present(2)), (2, 0)); // idh is the fifth lesson
    }

    #[test]
    fn only_the_last_forty_school_days_are_seen() {
        let (ma, sv) = (lesson("ma", 60), lesson("sv", 60));
        let away = [lesson("idh", 60).invalid(60), ma, sv];
        let eight = || Days::autumn().days(4, &away).days(4, &[lesson("idh", 60), ma, sv]);
        check(&eight().days(32, &[ma, sv]), Answer::Yes);
        check(&eight().days(33, &[ma, sv]), Answer::No);
    }

    #[test]
    fn the_school_is_told_both_counts_and_never_a_cause() {
        // 12 plain days: D = 3600; idh missed on 7: U = 420 = 11.7 %; the other 4·12 lessons attended
        let days = Days::autumn().skipping(7, "idh").present(5);
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s07, days.rows().1)),
            "Missat 7 av 12 lektioner i idh men 0 av 48 övriga, räknat på de dagar då eleven var i skolan, bland de \
             senaste 12 skoldagarna. Giltig 0 %, ogiltig 12 %. Hela elevens egna schemalagda tid är rapporterad."
        );
    }

    #[test]
    fn several_subjects_are_told_in_order_of_code() {
        // sv and idh missed on 4 of 8 days each: others are 32 lessons with 4 missed
        let days = Days::autumn().skipping(4, "sv").skipping(4, "idh");
        let figures = days.see(Figures::measure);
        assert_eq!(figures.which(&thresholds().s07, days.rows().1), ["idh", "sv"]);
        let told = said(&figures.explain(&thresholds().s07, days.rows().1));
        let sentence = |subject| {
            format!(
                "Missat 4 av 8 lektioner i {subject} men 4 av 32 övriga, räknat på de dagar då eleven var i skolan, \
                 bland de senaste 8 skoldagarna."
            )
        };
        assert!(told.starts_with(&format!("{} {}", sentence("idh"), sentence("sv"))), "{told}");
    }

    #[test]
    fn that_no_subject_stands_out_is_told_with_what_it_was_counted_on() {
        let days = Days::autumn().present(40); // five lessons a day
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s07, days.rows().1)),
            "Inget ämne sticker ut bland 200 lektioner, räknat på de dagar då eleven var i skolan, bland de senaste 40 \
             skoldagarna. Giltig 0 %, ogiltig 0 %. Hela elevens egna schemalagda tid är rapporterad."
        );
    }

    #[test]
    fn too_few_lessons_are_told() {
        let days = Days::autumn().present(5);
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s07, days.rows().1)),
            "För lite underlag för att svara: 25 lektioner att räkna på, men 28 behövs. Giltig 0 %, ogiltig 0 %. Hela \
             elevens egna schemalagda tid är rapporterad."
        );
    }
}
