//! What other systems read by a token: pupils by number, a pupil's line and signals. Never a name, never what anybody
//! has written, never a pupil with protected identity. The imports are those of [`super::imports`].

use access::{PupilId, ReadAct, UnitId};
use domain::{Day, Signals};
use room::people;
use room::results::{self, NumberedAsk};

use super::pupil::figures::{self, Figures as Read};
use super::pupil::{self, Line, Told};
use crate::steps::permit;
use crate::{Cx, Result, lists, schools};

pub use room::results::{Numbered, NumberedPage, Stands};

/// Rows on a page, at most.
pub const PAGE: u16 = 100;

/// What is asked of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// One school only. One that the token does not reach has nobody, whether it exists or not.
    pub school: Option<UnitId>,
    /// Only pupils with a signal that fires.
    pub firing: bool,
    /// Those after this id: the next page.
    pub after: Option<PupilId>,
    /// Rows, [`PAGE`] at most.
    pub limit: u16,
}

/// A page of pupils, in the order of their ids.
///
/// # Errors
/// Denied: the actor may list no pupils. Refused: the page is too long. The room.
pub async fn pupils(cx: &Cx, ask: Ask) -> Result<NumberedPage> {
    let permit = lists::permit(cx)?;
    let signals = if ask.firing { Signals::ABOUT_PUPIL } else { Signals::default() };
    let asked = NumberedAsk { unit: ask.school, signals, after: ask.after, limit: ask.limit };
    let mut reading = cx.room().reading(cx.now());
    let page = results::numbered(&mut reading, permit, &asked, cx.today()).await?;
    Ok(reading.show(page).await?)
}

/// A pupil, in figures.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The pupil.
    pub pupil: PupilId,
    /// The number in the attendance history; nothing before the first scan that holds the pupil.
    pub number: Option<i32>,
    /// The school.
    pub unit: UnitId,
    /// The class there; empty when there is none.
    pub class: String,
    /// The day that the figures are of; nothing before the first scan that holds the pupil.
    pub as_of: Option<Day>,
    /// Grade level, 0 to 10.
    pub level: Option<u8>,
    /// Since when the timetable has stopped; then no signal is told (P15).
    pub stale_since: Option<Day>,
    /// The signals, in order.
    pub signals: Vec<Told>,
    /// The weeks of two school years.
    pub line: Line,
}

/// A pupil's line and signals.
///
/// # Errors
/// Denied: the actor may not see the pupil, or there is none. The room; the history.
pub async fn of_pupil(cx: &Cx, id: PupilId) -> Result<Figures> {
    let places = permit::places(cx, id).await?;
    let see = || permit::read(cx, &places, ReadAct::SeeAbsenceFigures);
    let (allowed, enrolled, at) = (see()?, see()?, pupil::at(cx, &places)?);
    let mut reading = cx.room().reading(cx.now());
    let stands = results::of_pupil(&mut reading, allowed).await?;
    let enrolments = people::schooling(&mut reading, enrolled).await?;
    let now = cx.versions().await?;
    let schools = schools::of(cx, &now).await?;
    let read = match &stands {
        Some(stands) => figures::of(cx, &now, stands, &enrolments, &schools).await?,
        None => Read::default(),
    };
    let here = enrolments.iter().rfind(|it| it.unit == at.unit && it.enrolled.contains(cx.today()));
    let found = Figures {
        pupil: id,
        number: stands.as_ref().map(|it| it.standing.pupil),
        unit: at.unit,
        class: at.class.clone().unwrap_or_default(),
        as_of: stands.as_ref().map(|it| it.as_of),
        level: here.map(|it| it.grade.level),
        stale_since: read.stale_since,
        signals: read.signals,
        line: read.line,
    };
    Ok(reading.show(found).await?)
}
