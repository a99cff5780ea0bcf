//! Every transition of an episode, as data. The fold, the guards and the drawing all read it: what is not here cannot
//! happen. Of several rows for the same state and kind, the first whose condition holds counts.

use State::{
    Active, Closed, Closing, Declined, Intake, Maintenance, Mapping, New, Planned, Queued, Referred, StartPlanned,
    Started, Withdrawn,
};
use Who::{Either, Receiver, School};

use super::{State, side::Who};

/// What else must hold, besides state and side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Nothing.
    Always,
    /// The side has not turned its key, and another must still be turned.
    FirstKey,
    /// The side has not turned its key, and every other is turned.
    LastKey,
    /// Consent to the support holds, or the programme needs none.
    ConsentHolds,
    /// The answers allow the support.
    Allowed,
    /// The answers do not allow it.
    Refused,
    /// The plan was agreed at a meeting, or there is no other side to confirm it.
    Agreed,
    /// It is the other side's proposal that is confirmed.
    ConfirmsProposal,
    /// It is another plan of the other side's that is confirmed.
    ConfirmsOther,
    /// It has been prolonged fewer times than it may be.
    TimesLeft,
    /// It is paused.
    IsPaused,
    /// The new school has the same huvudman.
    SameAuthority,
    /// The new school has another huvudman.
    OtherAuthority,
    /// Sharing has ended, and it is the viewer's own file.
    Alone,
    /// The viewer has closed its file already.
    OwnFileClosed,
    /// At most three calendar months after closing, with a consent given after it where one is needed.
    FreshAndInTime,
    /// The social services take no part.
    SchoolOnly,
}

impl When {
    /// A few words for the drawing; empty for none.
    pub fn words(self) -> &'static str {
        match self {
            When::Always => "",
            When::FirstKey => "first key",
            When::LastKey => "last key",
            When::ConsentHolds => "consent holds",
            When::Allowed => "allows",
            When::Refused => "does not allow",
            When::Agreed => "agreed at the meeting",
            When::ConfirmsProposal => "the proposal",
            When::ConfirmsOther => "an earlier plan",
            When::TimesLeft => "times left",
            When::IsPaused => "is paused",
            When::SameAuthority => "same huvudman",
            When::OtherAuthority => "other huvudman",
            When::Alone => "sharing ended",
            When::OwnFileClosed => "own file closed",
            When::FreshAndInTime => "within 3 months, fresh consent",
            When::SchoolOnly => "school only",
        }
    }
}

/// One transition.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// From any of these states.
    pub from: &'static [State],
    /// By a statement of this kind.
    pub kind: &'static str,
    /// Made by.
    pub who: Who,
    /// When this holds.
    pub when: When,
    /// To this state; nothing when it stays where it is.
    pub to: Option<State>,
}

const fn row(from: &'static [State], kind: &'static str, who: Who, when: When, to: State) -> Row {
    Row { from, kind, who, when, to: Some(to) }
}

const fn stay(from: &'static [State], kind: &'static str, who: Who, when: When) -> Row {
    Row { from, kind, who, when, to: None }
}

/// The table.
pub const TABLE: &[Row] = &[
    row(&[New], "referral", School, When::Always, Referred),
    row(&[Referred], "received", Receiver, When::Always, Intake),
    row(&[Referred, Intake], "accepted", Either, When::LastKey, Queued),
    stay(&[Referred, Intake], "accepted", Either, When::FirstKey),
    row(State::BEFORE_START, "declined", Either, When::Always, Declined),
    row(&[Queued, StartPlanned], "start_planned", Either, When::Always, StartPlanned),
    row(&[Queued, StartPlanned], "start_held", Either, When::ConsentHolds, Started),
    row(State::STARTED, "intervention_consent", Either, When::Refused, Withdrawn),
    stay(State::STARTED, "intervention_consent", Either, When::Allowed),
    stay(State::BEFORE_START, "intervention_consent", Either, When::Always),
    stay(&[Closed], "intervention_consent", Either, When::Always),
    row(State::STARTED, "consent_withdrawn", Either, When::Always, Withdrawn),
    stay(State::BEFORE_START, "consent_withdrawn", Either, When::Always),
    stay(&[Closed], "consent_withdrawn", Either, When::Always),
    row(&[Started], "mapping_done", Either, When::Always, Mapping),
    stay(&[Mapping], "mapping_done", Either, When::Always),
    row(&[Mapping, Planned, Active, Maintenance], "plan_proposed", Either, When::Agreed, Active),
    row(&[Mapping, Planned], "plan_proposed", Either, When::Always, Planned),
    stay(&[Active, Maintenance], "plan_proposed", Either, When::Always),
    row(&[Planned, Active, Maintenance], "plan_confirmed", Either, When::ConfirmsProposal, Active),
    stay(&[Planned, Active, Maintenance, Closing], "plan_confirmed", Either, When::ConfirmsOther),
    stay(&[Planned, Active, Maintenance, Closing], "item_followed", Either, When::Always),
    stay(&[Active, Maintenance], "review_held", Either, When::Always),
    stay(&[Active, Maintenance], "prolonged", Either, When::TimesLeft),
    row(&[Active], "maintenance_begun", Either, When::Always, Maintenance),
    row(State::RUNNING, "closing_begun", Either, When::Always, Closing),
    row(State::LIVE, "file_closed", Either, When::Alone, Closed),
    row(&[Closing], "file_closed", Either, When::LastKey, Closed),
    stay(&[Closing], "file_closed", Either, When::FirstKey),
    stay(&[Declined, Withdrawn], "file_closed", Either, When::FirstKey),
    stay(&[Declined, Withdrawn], "file_closed", Either, When::LastKey),
    stay(State::LIVE, "paused", Either, When::Always),
    stay(State::LIVE, "resumed", Either, When::IsPaused),
    row(State::ALL, "withdrawn", Either, When::Always, Withdrawn),
    row(State::LIVE, "sharing_ended", Either, When::OwnFileClosed, Closed),
    stay(State::ALL, "sharing_ended", Either, When::Always),
    row(&[Closed], "reopened", Either, When::FreshAndInTime, Active),
    row(State::LIVE, "converted", School, When::SchoolOnly, Closed),
    stay(State::LIVE, "school_changed", School, When::SameAuthority),
    row(State::BEFORE_START, "school_changed", School, When::OtherAuthority, Declined),
    row(State::RUNNING, "school_changed", School, When::OtherAuthority, Closing),
    stay(&[Closing], "school_changed", School, When::OtherAuthority),
];

/// The rows for a state and a kind, in order.
pub fn rows(from: State, kind: &str) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.kind == kind && row.from.contains(&from))
}

/// Kinds that may be taken back by the side that made them. A no, an end of sharing and what another episode builds on
/// are not: they are answered by a new statement instead.
pub const RETRACTABLE: &[&str] = &[
    "received",
    "accepted",
    "declined",
    "start_planned",
    "start_held",
    "mapping_done",
    "plan_proposed",
    "plan_confirmed",
    "item_followed",
    "review_held",
    "prolonged",
    "maintenance_begun",
    "closing_begun",
    "file_closed",
    "paused",
    "resumed",
];

/// Kinds that still count after sharing has ended: each side withdraws and closes alone.
pub const AFTER_SHARING: &[&str] = &["withdrawn", "file_closed", "sharing_ended"];

/// Kinds that wait until a pause ends: everything that moves the support on. Guards and buttons mind it; the fold does
/// not, since the other side may have stated one before the pause arrived.
pub const NOT_WHILE_PAUSED: &[&str] = &[
    "start_planned",
    "start_held",
    "mapping_done",
    "plan_proposed",
    "item_followed",
    "review_held",
    "prolonged",
    "maintenance_begun",
];
