//! `--term START..END`: the terms that a scan is told of.

use std::str::FromStr;

use absence::Failure;
use absence::scan::Question;
use domain::{Day, SchoolYear, Term};
use text::{Arg, Message};

/// A term as written on the command line.
#[derive(Clone, Copy, Debug)]
pub struct TermArg(Term);

impl FromStr for TermArg {
    type Err = String;

    fn from_str(text: &str) -> Result<TermArg, String> {
        let (start, end) = text.split_once("..").ok_or("2026-08-17..2026-12-18")?;
        let day = crate::days::day;
        let term = Term { start: day(start)?, end: day(end)? };
        if term.end < term.start { Err(format!("{} > {}", term.start, term.end)) } else { Ok(TermArg(term)) }
    }
}

/// Refuses a period that ends before it begins.
pub fn forwards(from: Day, to: Day) -> absence::Result<()> {
    if from <= to {
        return Ok(());
    }
    let message = Message::new("days-backwards").with("from", Arg::Date(from.date()));
    Err(Failure::Refused(message.with("to", Arg::Date(to.date()))))
}

/// The question for a day and each earlier Friday.
pub fn question(as_of: Day, terms: &[TermArg]) -> absence::Result<Question> {
    if terms.is_empty() {
        return Err(Failure::Refused(Message::new("term-missing")));
    }
    let year = SchoolYear::of(as_of);
    let within = |term: &TermArg| year.start() <= term.0.end && term.0.start <= year.end();
    if !terms.iter().any(within) {
        let day = Arg::Date(as_of.date());
        return Err(Failure::Refused(Message::new("term-outside").with("day", day)));
    }
    Ok(Question::with_fridays(as_of, terms.iter().map(|term| term.0).collect()))
}
