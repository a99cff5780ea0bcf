//! A bar in the terminal for long work; silent when nobody watches.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar over a known number of steps, with rate and time left.
pub fn bar(steps: u64, unit: &str) -> ProgressBar {
    let bar = ProgressBar::new(steps);
    let template = format!("{{bar:30}} {{human_pos}}/{{human_len}} {unit}  {{per_sec}}  {{eta}}");
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style);
    }
    bar
}

/// A counter for work whose length is not known.
pub fn counter(unit: &str) -> ProgressBar {
    let counter = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template(&format!("{{spinner}} {{human_pos}} {unit}  {{per_sec}}")) {
        counter.set_style(style);
    }
    counter
}
