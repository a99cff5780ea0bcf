//! `--term START..END`: the terms that a scan is told of.

use std::str::FromStr;

use absence::Failure;
use absence::scan::Question;
use domain::{Day, Term};
use text::Message;

/// A term as written on the command line.
#[derive(Clone, Copy, Debug)]
pub struct TermArg(Term);

impl FromStr for TermArg {
    type Err = String;

    fn from_str(text: &str) -> Result<TermArg, String> {
        let (start, end) = text.split_once("..").ok_or("2026-08-17..2026-12-18")?;
        let day = |text: &str| text.parse::<Day>().map_err(|error| error.to_string());
        let term = Term { start: day(start)?, end: day(end)? };
        if term.end < term.start { Err(format!("{} > {}", term.start, term.end)) } else { Ok(TermArg(term)) }
    }
}

/// The question for a day and each earlier Friday.
pub fn question(as_of: Day, terms: &[TermArg]) -> absence::Result<Question> {
    if terms.is_empty() {
        return Err(Failure::Refused(Message::new("term-missing")));
    }
    Ok(Question::with_fridays(as_of, terms.iter().map(|term| term.0).collect()))
}
