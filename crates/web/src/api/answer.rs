//! What the answers about pupils are made of, and how an answer is sent. A name here is a name in the API: it stays as it is in this version.

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use casework::view::{
    api::{self, Numbered, NumberedPage},
    pupil::{LineWeek, Told},
};
use domain::{Answer, Day, Signal};
use serde::Serialize;
use utoipa::ToSchema;

use crate::failure::Stop;

/// A page of pupils.
#[derive(Serialize, ToSchema)]
pub(crate) struct PupilPage {
    /// The pupils, in the order of their ids.
    pupils: Vec<Pupil>,
    /// Send it as `after` for the next page; null on the last one.
    #[schema(required, format = "uuid")]
    next: Option<String>,
}

/// A pupil, by number.
#[derive(Serialize, ToSchema)]
pub(crate) struct Pupil {
    /// The room's own id of the pupil.
    #[schema(format = "uuid")]
    id: String,
    /// The number in the attendance history.
    pupil_number: i32,
    /// Code of the school unit.
    school: i32,
    /// The class; null when there is none.
    #[schema(required)]
    class: Option<String>,
    /// Grade level, 0 (preschool class) to 10; null when the latest figures do not hold the pupil.
    #[schema(required, minimum = 0, maximum = 10)]
    level: Option<u8>,
}

/// A page of pupils with a signal that fires.
#[derive(Serialize, ToSchema)]
pub(crate) struct FiringPage {
    /// The day that the figures are of; null before the first import.
    #[schema(required, format = "date")]
    as_of: Option<String>,
    /// The pupils, in the order of their ids.
    pupils: Vec<Firing>,
    /// Send it as `after` for the next page; null on the last one.
    #[schema(required, format = "uuid")]
    next: Option<String>,
}

/// The signals that fire for a pupil.
#[derive(Serialize, ToSchema)]
pub(crate) struct Firing {
    /// Who.
    pupil: Pupil,
    /// Codes of the signals, in order.
    signals: Vec<String>,
    /// First day of the signal that has been true longest.
    #[schema(required, format = "date")]
    since: Option<String>,
    /// The threshold in percent that S01 has passed; null when it does not fire.
    #[schema(required)]
    s01_percent: Option<u8>,
    /// The level of S05; null when it does not fire.
    #[schema(required)]
    s05_level: Option<u8>,
    /// Absent minutes of the term so far.
    absent_minutes: i64,
    /// Reported minutes of the term so far.
    reported_minutes: i64,
}

/// What each signal says about a pupil.
#[derive(Serialize, ToSchema)]
pub(crate) struct SignalsOfPupil {
    /// Who.
    #[schema(format = "uuid")]
    id: String,
    /// The day that the figures are of; null before the first import that holds the pupil.
    #[schema(required, format = "date")]
    as_of: Option<String>,
    /// Since when nothing has been reported; no signal is told then.
    #[schema(required, format = "date")]
    stale_since: Option<String>,
    /// The signals that are about a pupil, in order.
    signals: Vec<SignalAnswer>,
}

/// What a signal says.
#[derive(Serialize, ToSchema)]
pub(crate) struct SignalAnswer {
    /// The code, as in the method.
    #[schema(example = "S01")]
    signal: String,
    /// Whether it fires.
    answer: Said,
    /// Since when, when it does.
    #[schema(required, format = "date")]
    since: Option<String>,
}

/// What a signal can say.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Said {
    /// It fires.
    Yes,
    /// It does not.
    No,
    /// There is too little reported to say.
    TooLittle,
}

/// A pupil's weeks over two school years.
#[derive(Serialize, ToSchema)]
pub(crate) struct PupilLine {
    /// Who.
    #[schema(format = "uuid")]
    id: String,
    /// The number in the attendance history; null before the first import that holds the pupil.
    #[schema(required)]
    pupil_number: Option<i32>,
    /// Code of the school unit.
    school: i32,
    /// The class; null when there is none.
    #[schema(required)]
    class: Option<String>,
    /// Grade level, 0 (preschool class) to 10.
    #[schema(required, minimum = 0, maximum = 10)]
    level: Option<u8>,
    /// The day that the figures are of; null before the first import that holds the pupil.
    #[schema(required, format = "date")]
    as_of: Option<String>,
    /// Every week from the start of the previous school year to that day.
    weeks: Vec<Week>,
}

/// A week, in minutes.
#[derive(Serialize, ToSchema)]
pub(crate) struct Week {
    /// Its Monday.
    #[schema(format = "date")]
    monday: String,
    /// Scheduled; 0 in a week without lessons.
    scheduled: i64,
    /// Reported.
    reported: i64,
    /// Valid absence, late arrivals not included.
    valid: i64,
    /// Invalid absence, late arrivals not included.
    invalid: i64,
    /// Late arrivals.
    late: i64,
    /// Absence of others in the same grade at the school; null when they are fewer than ten.
    #[schema(required)]
    others: Option<Others>,
}

/// Absence of others in a week, in permille.
#[derive(Serialize, ToSchema)]
pub(crate) struct Others {
    /// Lower quartile.
    low: i64,
    /// Median.
    middle: i64,
    /// Upper quartile.
    high: i64,
}

pub(super) fn day(day: Day) -> String {
    day.date().to_string()
}

fn words(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

impl Pupil {
    fn of(it: &Numbered) -> Pupil {
        Pupil {
            id: it.person.to_string(),
            pupil_number: it.pupil,
            school: it.unit.0,
            class: words(it.class.clone()),
            level: it.stands.map(|stands| stands.level),
        }
    }
}

impl PupilPage {
    pub(super) fn of(page: &NumberedPage) -> PupilPage {
        PupilPage { pupils: page.rows.iter().map(Pupil::of).collect(), next: page.next.map(|id| id.to_string()) }
    }
}

impl FiringPage {
    pub(super) fn of(page: &NumberedPage) -> FiringPage {
        FiringPage {
            as_of: page.as_of.map(day),
            pupils: page.rows.iter().filter_map(Firing::of).collect(),
            next: page.next.map(|id| id.to_string()),
        }
    }
}

impl Firing {
    fn of(it: &Numbered) -> Option<Firing> {
        let stands = it.stands?;
        let fires = |signal: &&Signal| signal.about_pupil() && stands.signals.has(**signal);
        Some(Firing {
            pupil: Pupil::of(it),
            signals: Signal::ALL.iter().filter(fires).map(|signal| signal.code().to_owned()).collect(),
            since: stands.since.map(day),
            s01_percent: Some(stands.band).filter(|band| *band > 0),
            s05_level: Some(stands.level5).filter(|level| *level > 0),
            absent_minutes: stands.absent,
            reported_minutes: stands.reported,
        })
    }
}

impl SignalsOfPupil {
    pub(super) fn of(it: &api::Figures) -> SignalsOfPupil {
        SignalsOfPupil {
            id: it.pupil.to_string(),
            as_of: it.as_of.map(day),
            stale_since: it.stale_since.map(day),
            signals: it.signals.iter().filter(|it| it.signal.about_pupil()).map(SignalAnswer::of).collect(),
        }
    }
}

impl SignalAnswer {
    fn of(it: &Told) -> SignalAnswer {
        let answer = match it.answer {
            Answer::Yes => Said::Yes,
            Answer::No => Said::No,
            Answer::TooLittleData => Said::TooLittle,
        };
        SignalAnswer { signal: it.signal.code().to_owned(), answer, since: it.since.map(day) }
    }
}

impl PupilLine {
    pub(super) fn of(it: api::Figures) -> PupilLine {
        PupilLine {
            id: it.pupil.to_string(),
            pupil_number: it.number,
            school: it.unit.0,
            class: words(it.class),
            level: it.level,
            as_of: it.as_of.map(day),
            weeks: it.line.weeks.iter().map(Week::of).collect(),
        }
    }
}

impl Week {
    fn of(it: &LineWeek) -> Week {
        Week {
            monday: day(it.week.monday()),
            scheduled: it.scheduled,
            reported: it.reported,
            valid: it.valid,
            invalid: it.invalid,
            late: it.late,
            others: it.peers.map(|(low, middle, high)| Others { low, middle, high }),
        }
    }
}

/// An answer in JSON.
pub(super) fn json(status: StatusCode, what: &impl Serialize) -> Response {
    match serde_json::to_vec(what) {
        Ok(body) => {
            let mut answer = (status, Body::from(body)).into_response();
            answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            answer
        }
        Err(error) => Stop::Broken("writing an answer of the API", Some(Box::new(error))).into_response(),
    }
}

/// A good answer.
pub(super) fn good(what: &impl Serialize) -> Response {
    json(StatusCode::OK, what)
}
