//! How far an import has come, in the terminal: one bar for each stage, with rows a second and the time that is left.

use std::sync::Mutex;
use std::time::Instant;

use casework::verb::import::Stage;
use indicatif::{ProgressBar, ProgressStyle};
use text::{Language, Message, render};

use crate::absence::progress::{bar, counter};

/// The bar in the terminal.
pub struct Shown {
    language: Language,
    begun: Instant,
    now: Mutex<Option<(&'static str, ProgressBar)>>,
}

impl Shown {
    /// Nothing yet.
    pub fn new(language: Language) -> Shown {
        Shown { language, begun: Instant::now(), now: Mutex::default() }
    }

    /// Shows how far it has come.
    pub fn show(&self, stage: Stage) {
        let (code, at, of) = match stage {
            Stage::Reading { at, of, .. } => ("import-stage-reading", at, of),
            Stage::Roster(pupils, of) => ("import-stage-roster", pupils, of),
            Stage::Writing => ("import-stage-writing", 0, 0),
            Stage::Scanning => ("import-stage-scanning", 0, 0),
            Stage::Storing(pupils, of) => ("import-stage-storing", pupils, of),
        };
        let Ok(mut now) = self.now.lock() else { return };
        if now.as_ref().is_none_or(|(shown, _)| *shown != code) {
            if let Some((_, before)) = now.take() {
                before.finish_and_clear();
            }
            let unit = render(&Message::new(code), self.language);
            let new = match stage {
                Stage::Reading { .. } => reading(of),
                _ if of == 0 => counter(&unit),
                _ => bar(of, &unit),
            };
            *now = Some((code, new));
        }
        if let Some((_, bar)) = now.as_ref() {
            if of > 0 {
                bar.set_length(of);
            }
            if let Stage::Reading { rows, .. } = stage {
                let second = self.begun.elapsed().as_secs_f64().max(0.001);
                #[expect(clippy::cast_precision_loss, reason = "a rate for the eye")]
                let rate = rows as f64 / second;
                let unit = render(&Message::new(code), self.language);
                bar.set_message(format!("{} {unit}  {rate:.0}/s", indicatif::HumanCount(rows)));
            }
            bar.set_position(at);
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Ok(mut now) = self.now.lock()
            && let Some((_, bar)) = now.take()
        {
            bar.finish_and_clear();
        }
    }
}

/// A bar over bytes, with the rows told beside it.
fn reading(of: u64) -> ProgressBar {
    let bar = ProgressBar::new(of);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {percent} %  {msg}  {eta}") {
        bar.set_style(style);
    }
    bar
}
