//! The school's own inquiry into absence (utredning om frånvaro, skollagen 7 kap. 19 a §): opened by the head teacher,
//! made together with pupil, guardians and pupil health, reported at once to the school authority (huvudman) and, when
//! that is another, to the home municipality (7 kap. 22 §), and brought to a conclusion. Its statements are private.

use serde::{Deserialize, Serialize};

use crate::{
    Day,
    calendar::Calendar,
    coded,
    deadline::{Unit, deadline},
    statement::Statement,
    versioned,
};

coded! {
    /// With whom the inquiry is made (skollagen 7 kap. 19 a §).
    pub enum Consulted {
        /// The pupil.
        Pupil = "pupil", "plan-inquiry-pupil";
        /// The guardians.
        Guardians = "guardians", "plan-inquiry-guardians";
        /// Pupil health (elevhälsan).
        PupilHealth = "pupil_health", "plan-inquiry-pupil-health";
    }
}

coded! {
    /// Who is told that an inquiry has been opened.
    pub enum Recipient {
        /// The school authority (huvudman; skollagen 7 kap. 19 a §).
        Huvudman = "huvudman", "plan-inquiry-huvudman";
        /// The home municipality, when the huvudman is another (skollagen 7 kap. 22 §).
        HomeMunicipality = "home_municipality", "plan-inquiry-home-municipality";
    }
}

coded! {
    /// What an inquiry comes to.
    pub enum Conclusion {
        /// The school goes on with its own measures.
        SchoolMeasures = "school_measures", "plan-inquiry-school-measures";
        /// The school proposes a referral to the team.
        Referral = "referral", "plan-inquiry-referral";
        /// Nothing more is needed.
        NothingMore = "nothing_more", "plan-inquiry-nothing-more";
    }
}

coded! {
    /// Who says that something is a cause.
    pub enum Source {
        /// The pupil.
        Pupil = "pupil", "plan-source-pupil";
        /// A guardian.
        Guardian = "guardian", "plan-source-guardian";
        /// The school.
        School = "school", "plan-source-school";
    }
}

/// A cause that somebody named. It is never searched or sorted by.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// Its code in the method pack.
    pub code: String,
    /// Who says so.
    pub says: Source,
}

/// The head teacher has opened an inquiry.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// Name of the head teacher.
    pub by: String,
    /// Her or his id in the room, as a UUID is written.
    pub by_id: String,
    /// Why.
    pub reason: String,
    /// The step on the work list that decided it, as a UUID is written, when there is one.
    pub decision: Option<String>,
    /// Whether the home municipality is another than the huvudman, and so is to be told too.
    pub other_home: bool,
}

/// Somebody was asked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultedWith {
    /// The inquiry, as a UUID is written.
    pub of: String,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// Who.
    pub with: Consulted,
    /// Whether there was an answer. To have tried is not to have consulted.
    pub reached: bool,
    /// What was said; the pupil's own words when it is the pupil.
    pub words: String,
}

/// It was reported that the inquiry is open.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// The inquiry, as a UUID is written.
    pub of: String,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// To whom.
    pub to: Recipient,
}

/// The inquiry is done.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// The inquiry, as a UUID is written.
    pub of: String,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// What it came to.
    pub conclusion: Conclusion,
    /// The causes that were named.
    pub causes: Vec<Cause>,
    /// Whether an inquiry into special support is opened as well (skollagen 3 kap. 7 §).
    pub support_inquiry: bool,
    /// What is to be done, and why.
    pub words: String,
    /// Why somebody could not be consulted, when that is so; empty otherwise.
    pub not_consulted: String,
}

private_debug! {
    Cause { says }
    Opened { day, decision, other_home }
    ConsultedWith { of, day, with, reached }
    Reported { of, day, to }
    Done { of, day, conclusion, support_inquiry }
}

bodies! {
    /// What a statement about an inquiry says.
    pub enum Body {
        /// Opened.
        Opened(Opened) = "inquiry_opened";
        /// Somebody was asked.
        Consulted(ConsultedWith) = "inquiry_consulted";
        /// Reported.
        Reported(Reported) = "inquiry_reported";
        /// Done.
        Done(Done) = "inquiry_done";
    }
}

/// How long an inquiry may take. The law says promptly; the numbers are those of the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// Working days until it is reported.
    pub report: u16,
    /// Calendar days until it is done.
    pub done: u16,
}

impl Default for Times {
    /// Five working days and three weeks.
    fn default() -> Times {
        Times { report: 5, done: 21 }
    }
}

/// An inquiry with what came after it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsenceInquiry {
    /// Id of the statement that opened it.
    pub id: u128,
    /// How it was opened.
    pub opened: Opened,
    /// Who was asked, in order.
    pub consulted: Vec<ConsultedWith>,
    /// To whom it was reported, in order.
    pub reported: Vec<Reported>,
    /// Its conclusion, when there is one; a later one replaces an earlier.
    pub done: Option<Done>,
}

/// Something that is left to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToDo {
    /// Tell somebody that it is open.
    Report(Recipient),
    /// Ask somebody.
    Consult(Consulted),
    /// Bring it to a conclusion.
    Conclude,
}

reasons! {
    /// Why an inquiry cannot be concluded yet.
    pub enum Why {
        /// Somebody who must be consulted has not been, and it does not say why (skollagen 7 kap. 19 a §).
        NotConsulted = "plan-inquiry-not-consulted";
        /// It has no conclusion in words.
        WordsMissing = "plan-inquiry-words-missing";
        /// It is dated before the inquiry was opened.
        BeforeOpened = "plan-inquiry-before-opened";
    }
}

impl AbsenceInquiry {
    /// Who must be told.
    fn recipients(&self) -> impl Iterator<Item = Recipient> {
        let home = self.opened.other_home;
        Recipient::ALL.iter().copied().filter(move |to| *to == Recipient::Huvudman || home)
    }

    /// Whether somebody was asked and answered.
    pub fn has_consulted(&self, with: Consulted) -> bool {
        self.consulted.iter().any(|it| it.with == with && it.reached)
    }

    /// What is left to do, and by when. That it is reported does not wait for the conclusion, nor end with it.
    pub fn to_do(&self, times: Times, calendar: &Calendar) -> Vec<(ToDo, Day)> {
        let report = deadline(self.opened.day, times.report, Unit::Working, calendar);
        let done = deadline(self.opened.day, times.done, Unit::Calendar, calendar);
        let unreported = self.recipients().filter(|to| !self.reported.iter().any(|it| it.to == *to));
        let mut left: Vec<_> = unreported.map(|to| (ToDo::Report(to), report)).collect();
        if self.done.is_none() {
            let unasked = Consulted::ALL.iter().filter(|with| !self.has_consulted(**with));
            left.extend(unasked.map(|with| (ToDo::Consult(*with), done)));
            left.push((ToDo::Conclude, done));
        }
        left
    }

    /// Whether it can be concluded so.
    ///
    /// # Errors
    /// Everything that is missing.
    pub fn check_done(&self, done: &Done) -> Result<(), Vec<Why>> {
        let consulted = Consulted::ALL.iter().all(|with| self.has_consulted(*with));
        let missing: Vec<_> = [
            (!consulted && done.not_consulted.trim().is_empty(), Why::NotConsulted),
            (done.words.trim().is_empty(), Why::WordsMissing),
            (done.day < self.opened.day, Why::BeforeOpened),
        ]
        .into_iter()
        .filter_map(|(missing, why)| missing.then_some(why))
        .collect();
        if missing.is_empty() { Ok(()) } else { Err(missing) }
    }
}

/// Folds statements about inquiries, oldest first; others are passed over, and so is what points at no inquiry.
pub fn fold(statements: &[Statement<'_>]) -> Vec<AbsenceInquiry> {
    let said: Vec<_> = versioned::ordered(statements)
        .into_iter()
        .filter_map(|statement| Some((statement.id, Body::from_json(statement.body)?)))
        .collect();
    let opened = said.iter().filter_map(|(id, body)| match body {
        Body::Opened(it) => Some((*id, it.clone())),
        _ => None,
    });
    let new = |(id, opened)| AbsenceInquiry { id, opened, consulted: Vec::new(), reported: Vec::new(), done: None };
    let mut all: Vec<_> = opened.map(new).collect();
    for (_, body) in said {
        let of = match &body {
            Body::Opened(_) => None,
            Body::Consulted(ConsultedWith { of, .. })
            | Body::Reported(Reported { of, .. })
            | Body::Done(Done { of, .. }) => versioned::id(of),
        };
        let Some(inquiry) = all.iter_mut().find(|it| Some(it.id) == of) else { continue };
        match body {
            Body::Opened(_) => {}
            Body::Consulted(it) => inquiry.consulted.push(it),
            Body::Reported(it) => inquiry.reported.push(it),
            Body::Done(it) => inquiry.done = Some(it),
        }
    }
    all
}
