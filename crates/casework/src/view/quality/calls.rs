//! The call list: the schools to phone, what to ask for, and the telephone number of the head teacher's office.

use std::collections::BTreeMap;

use access::Target;
use domain::{Day, Week};
use room::units::{self, Contact};

use super::{Asks, OfSchool};
use crate::view::School;
use crate::{Cx, Failure, Result};

/// The list.
#[derive(Clone, Debug)]
pub struct Calls {
    /// The day that the figures are of; `None` before the first import.
    pub as_of: Option<Day>,
    /// The weeks that it is about, oldest first.
    pub weeks: Vec<Week>,
    /// The schools, the one where most reports are missing first.
    pub schools: Vec<Call>,
}

/// A school to phone.
#[derive(Clone, Debug)]
pub struct Call {
    /// The school.
    pub school: School,
    /// Whom one phones; empty when nobody has written it.
    pub contact: Contact,
    /// What to ask about.
    pub asks: Asks,
    /// The latest day that somebody phoned.
    pub called: Option<Day>,
}

/// The list.
///
/// # Errors
/// Denied: the actor does not phone schools. The room.
pub async fn view(cx: &Cx) -> Result<Calls> {
    if !super::may_phone(cx) {
        return Err(Failure::denied("denied-numbers"));
    }
    let quality = super::view(cx).await?;
    let mut reading = cx.room().reading(cx.now());
    let permit = cx.access().decide(cx.actor(), access::ReadAct::SeeDataQuality, &Target::Room)?;
    let mut contacts = units::contacts(&mut reading, permit).await?;
    let mut contact = |school: &School| contacts.remove(&school.unit).unwrap_or_default();
    let call =
        |it: OfSchool| Call { contact: contact(&it.school), school: it.school, asks: it.asks, called: it.called };
    let mut asked: Vec<OfSchool> = quality.schools.into_iter().filter(|it| it.asks.is_anything()).collect();
    most_missing_first(&mut asked);
    let schools: Vec<Call> = asked.into_iter().map(call).collect();
    Ok(reading.show(Calls { as_of: quality.as_of, weeks: quality.weeks, schools }).await?)
}

/// Where a call helps most comes first: no lessons at all, then the number of reports that are missing. Schools that are
/// alike stand in order of name.
pub fn most_missing_first(schools: &mut [OfSchool]) {
    let place: BTreeMap<_, _> = schools.iter().enumerate().map(|(place, it)| (it.school.unit, place)).collect();
    schools.sort_by_key(|it| (!it.asks.no_lessons, -it.asks.missing, place.get(&it.school.unit).copied()));
}
