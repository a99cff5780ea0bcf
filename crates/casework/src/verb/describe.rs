//! Describing the room: names and districts of its schools, terms, breaks and study days.

use access::{Target, UnitId, WriteAct};
use domain::calendar::Calendar;
use domain::{SchoolYear, Term};
use text::{Arg, Message};

use crate::{Cx, Failure, Refusal, Result};

/// What is told of the room.
#[derive(Clone, Debug, Default)]
pub struct Description {
    /// Schools: unit code, name, district.
    pub schools: Vec<(UnitId, String, String)>,
    /// School years: what was there for a year is replaced.
    pub years: Vec<(SchoolYear, Calendar)>,
}

/// Takes it in.
///
/// # Errors
/// Refused: a school year whose terms do not fit. Denied. The room.
pub async fn run(cx: &Cx, description: Description) -> Result<()> {
    let refusals: Vec<Refusal> = description.years.iter().flat_map(|(year, told)| wrong(*year, told)).collect();
    if !refusals.is_empty() {
        return Err(Failure::Refused(refusals));
    }
    let permit = || cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room);
    let (allowed, mut whole) = (permit()?, room::calendar::load(cx.room()).await?);
    let mut change = cx.room().change(cx.now()).await?;
    for (unit, name, district) in &description.schools {
        room::units::name(&mut change, permit()?, *unit, name.trim(), district.trim()).await?;
    }
    for (year, told) in description.years {
        replace(&mut whole, year, told);
    }
    room::calendar::put(&mut change, allowed, &whole).await?;
    Ok(change.commit().await?)
}

/// A school year's part of the calendar gives way to what is told of it.
fn replace(whole: &mut Calendar, year: SchoolYear, told: Calendar) {
    whole.terms.retain(|term| SchoolYear::of(term.start) != year);
    whole.breaks.retain(|pause| SchoolYear::of(pause.from) != year);
    whole.study_days.retain(|day| SchoolYear::of(*day) != year);
    whole.terms.extend(told.terms);
    whole.breaks.extend(told.breaks);
    whole.study_days.extend(told.study_days);
}

fn wrong(year: SchoolYear, told: &Calendar) -> Vec<Refusal> {
    let within = |term: &Term| SchoolYear::of(term.start) == year && SchoolYear::of(term.end) == year;
    let mut terms = told.terms.clone();
    terms.sort();
    let meet = terms.windows(2).any(|pair| matches!(pair, [before, after] if after.start <= before.end));
    let of_year = |code| Message::new(code).with("year", Arg::Text(year.to_string()));
    let mut found = Vec::new();
    if told.terms.iter().any(|term| term.end < term.start) {
        found.push(Message::new("describe-term-backwards"));
    } else if !told.terms.iter().all(within) {
        found.push(of_year("describe-term-other-year"));
    } else if meet {
        found.push(of_year("describe-terms-overlap"));
    }
    if told.breaks.iter().any(|pause| pause.to < pause.from) {
        found.push(Message::new("describe-break-backwards"));
    }
    found.into_iter().map(|message| Refusal { field: None, message }).collect()
}
