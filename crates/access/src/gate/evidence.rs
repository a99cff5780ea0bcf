//! What is shown at a gate. Each has its own, and sees no other's. Reasons in words are kept by the room; here is only
//! that one was given, by whom and on which day.

use std::collections::BTreeSet;

use domain::Day;

use crate::{PeerId, UserId, gate::ItemKind};

/// All that is at hand: nothing by default. A gate takes its own part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// For `Consent`.
    pub consent: Option<Consent>,
    /// For `GeneralClause`.
    pub interest: Option<Interest>,
    /// For `DutyToNotify`.
    pub suspicion: Option<Suspicion>,
    /// For `DutyToInform`.
    pub inquiry: Option<OpenInquiry>,
    /// For `OwnTask`.
    pub own_task: Option<OwnTask>,
    /// For `CareOfChild` and `HealthCareOfChild`.
    pub care: Option<Care>,
    /// For `Feedback`.
    pub feedback: Option<Feedback>,
    /// For `PupilHealth`.
    pub support: Option<Support>,
    /// For `Harmless`.
    pub harm_test: Option<HarmTest>,
    /// For `Reservation`.
    pub reservation: Option<Reservation>,
    /// For `SameBoard`.
    pub by_board: Option<ByBoard>,
    /// For `OtherBoard`.
    pub request: Option<Request>,
}

/// That somebody has weighed, and written down why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighing {
    /// Who.
    pub by: UserId,
    /// On which day.
    pub day: Day,
    /// The reason is written down in the room.
    pub reason_given: bool,
}

/// What the child says about letting others know (OSL 12 kap. 3 §). No age is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChildsSay {
    /// Nobody has asked.
    NotAsked,
    /// Somebody has judged that the child is too young to decide with the guardians.
    TooYoung,
    /// Yes.
    Yes,
    /// No.
    No,
}

/// A consent to disclosure, as it stands today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The statement that documents it.
    pub id: u128,
    /// It was given to the sender: each authority has its own.
    pub held_by_sender: bool,
    /// To whom.
    pub recipient: PeerId,
    /// Which kinds of information. All of [`ItemKind::OF_CONSENT`] is too general to hold.
    pub kinds: BTreeSet<ItemKind>,
    /// From which day.
    pub from: Day,
    /// Its last day.
    pub until: Day,
    /// It has been withdrawn, whenever that was: it stops at once.
    pub withdrawn: bool,
    /// Every guardian whose yes is needed has said yes.
    pub guardians: bool,
    /// What the child says.
    pub child: ChildsSay,
    /// Everybody else whom the items are about has said yes; also when they are about nobody else.
    pub others: bool,
}

/// For the general clause: what weighs more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interest {
    /// Who weighed.
    pub weighing: Weighing,
    /// The interest in giving evidently comes first.
    pub evident: bool,
}

/// For the duty to notify: since when. Nothing else may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspicion {
    /// The day when the notifier learnt or began to suspect.
    pub since: Day,
}

/// For the duty to inform: the inquiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenInquiry {
    /// The statement that documents it at the sender's.
    pub id: u128,
    /// When it was opened.
    pub opened: Day,
    /// Its last day, if it is over.
    pub closed: Option<Day>,
    /// The item is of importance to it.
    pub important: bool,
}

/// For what is necessary to do one's own task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnTask {
    /// Who weighed.
    pub weighing: Weighing,
    /// The task is the sender's.
    pub own: bool,
    /// It cannot be done without.
    pub necessary: bool,
}

/// For care of somebody under 18.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Care {
    /// Who weighed.
    pub weighing: Weighing,
    /// The day of turning 18.
    pub turns_18: Day,
    /// It is needed for necessary care or support.
    pub needed: bool,
}

/// For feedback: whom it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// The statement that documents the notification.
    pub notification: u128,
    /// The room that notified.
    pub notified_by: PeerId,
}

/// For other pupil health.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Support {
    /// Who weighed.
    pub weighing: Weighing,
    /// The pupil cannot be given necessary support without.
    pub required: bool,
}

/// What a test of harm has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It is clear that nobody comes to harm. What is presumed secret needs this.
    Clear,
    /// Harm is not to be expected. Enough for what is presumed open.
    Unlikely,
    /// Somebody may come to harm.
    MayHarm,
}

/// For what is not secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HarmTest {
    /// Who weighed.
    pub weighing: Weighing,
    /// What it came to.
    pub finding: Finding,
}

/// For a reservation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reservation {
    /// Who decided on it.
    pub weighing: Weighing,
    /// It takes the risk of harm away.
    pub removes_risk: bool,
}

/// Within one social board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByBoard {
    /// Who weighed.
    pub weighing: Weighing,
    /// The recipient needs it for its work.
    pub needed: bool,
    /// When the family was told.
    pub family_told: Option<Day>,
}

/// Between the social boards of a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// The statement that documents it.
    pub id: u128,
    /// When the other board asked.
    pub asked: Day,
}
