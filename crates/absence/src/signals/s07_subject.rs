//! S07 Ett ämne sticker ut: when in school, the pupil misses this subject far more than the rest.
//!
//! Window: reported lessons on known days that are not full-absent, among the last 40 school days. A lesson is missed
//! when at least half of it is (`2·a ≥ s`). Fires when some subject stands out by [`super::contrast`]. Needs 28 such
//! lessons. Source: method, section 1.3. Never says why.

use domain::Answer;
use text::{Arg, Message};

use super::contrast::Contrast;
use crate::columns::Subjects;
use crate::explain::{self, Explained};
use crate::scan::{View, Window};

const DAYS: usize = 40;
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
        let days = view.last_days(DAYS);
        let mut contrast = Contrast::default();
        for day in days.iter().filter(|day| day.known() && !day.is_full_absent_day()) {
            for lesson in view.lessons_of(day).iter().filter(|lesson| lesson.reported) {
                contrast.count(lesson.subject, lesson.missed);
            }
        }
        Figures { window: Window::of(days), contrast }
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
        let sentence = |found: &super::contrast::Outstanding| {
            Message::new("explain-s07")
                .with("subject", Arg::Text(subjects.name(found.part.key)))
                .with("missed", Arg::Count(found.part.missed))
                .with("lessons", Arg::Count(found.part.of))
                .with("other-missed", Arg::Count(found.others_missed))
                .with("other-lessons", Arg::Count(found.others_of))
        };
        let missing = explain::too_few_lessons(self.contrast.total(), LEAST_LESSONS);
        explain::many_with_basis(self.judge(limit), found.iter().map(sentence).collect(), missing, &self.window, None)
    }
}
