//! Days and pupil numbers on the command line, with errors that do not repeat what was written.

use absence::canonical::fields;
use domain::Day;
use domain::bad_row::Problem;
use text::{Language, Message, render};

/// A date from 2000 to 2099.
pub fn day(text: &str) -> Result<Day, String> {
    fields::day(text).map_err(said)
}

/// A pupil number; a personal number is refused.
pub fn pupil(text: &str) -> Result<i32, String> {
    fields::pupil(text).map_err(said)
}

/// In both languages: the one asked for is not known while the command line is read.
fn said(problem: Problem) -> String {
    let message = Message::new(problem.code());
    format!("{} / {}", render(&message, Language::Swedish), render(&message, Language::English))
}
