//! The calendar of a room, filled up with what most Swedish schools come close to.

use std::sync::Arc;

use domain::calendar::Calendar;
use domain::{Day, SchoolYear, Term};
use room::Versions;

use crate::{Cx, Result};

/// The calendar as the room was told of it.
pub(crate) async fn of(cx: &Cx, now: &Versions) -> Result<Arc<Calendar>> {
    cx.kept().calendar.of(&now.settings, (), async { Ok(room::calendar::load(cx.room()).await?) }).await
}

/// The terms of the school year of a day: those that are known of it, or the usual ones.
pub(crate) fn terms_of(known: &[Term], day: Day) -> Vec<Term> {
    let year = SchoolYear::of(day);
    let of_year: Vec<Term> = known.iter().copied().filter(|term| SchoolYear::of(term.start) == year).collect();
    if of_year.is_empty() { Calendar::swedish_default(year).terms } else { of_year }
}

/// The name of the break that covers the school days of a week, if one does.
pub(crate) fn holiday(calendar: &Calendar, monday: Day) -> Option<String> {
    let covers = |calendar: &Calendar| {
        let breaks = calendar.breaks.iter();
        breaks.filter(|it| it.from <= monday && monday.plus(4) <= it.to).map(|it| it.name.clone()).next()
    };
    let year = SchoolYear::of(monday);
    if calendar.terms.iter().any(|term| SchoolYear::of(term.start) == year) {
        covers(calendar)
    } else {
        covers(&Calendar::swedish_default(year))
    }
}
