//! The questions to the head teacher about the data: lessons nobody reported, short and stopped timetables. By class,
//! never in order of absence, and never on a pupil list.

use absence::overview::Standing;
use domain::Signal;
use text::{Arg, Language, Message, render, render_all};

use super::list::{Shown, short_name};
use crate::drawing::wrapped;
use crate::say::{line, say};

impl Shown<'_> {
    /// Prints the questions of the school, class by class.
    pub fn print_reporting(&self, language: Language) {
        let mut asked: Vec<(&str, &str, &Standing)> = self
            .overview
            .pupils
            .values()
            .filter(|standing| self.at_school(standing.school) && !self.questions(standing).is_empty())
            .filter_map(|standing| {
                let row = self.roster.on(standing.pupil, self.question.as_of())?;
                Some((row.class.as_str(), row.name.as_str(), standing))
            })
            .collect();
        asked.sort_by_key(|(class, _, standing)| (*class, standing.pupil));
        let count = Arg::Count(i64::try_from(asked.len()).unwrap_or(i64::MAX));
        say(&Message::new("reporting-heading").with("count", count), language);
        for (class, name, standing) in asked {
            line(&format!("\n{class}  {name}"));
            for (chip, explained) in self.questions(standing) {
                let chip = render(&Message::new(chip), language);
                line(&wrapped(&format!("[{chip}] {}", render_all(&explained, language))));
            }
        }
        line("");
        say(&Message::new("reporting-why"), language);
    }

    /// The questions about a pupil's data: chip and sentences.
    fn questions(&self, standing: &Standing) -> Vec<(&'static str, Vec<Message>)> {
        if let Some(since) = standing.peers.stale_since {
            let stale = Message::new("explain-stale").with("date", Arg::Day(since.date()));
            return vec![("reporting-stale", vec![stale])];
        }
        let as_of = self.question.as_of();
        let reduced = self.roster.reduced_on(standing.pupil, as_of).map(|span| span.from);
        let explain = |signal: Signal| standing.explain(signal, self.thresholds, &self.overview.subjects, reduced);
        let asks = [Signal::S12a, Signal::S12b].into_iter().filter(|signal| standing.answer(*signal).is_yes());
        asks.map(|signal| (short_name(signal), explain(signal))).collect()
    }
}
