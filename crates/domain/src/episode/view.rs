//! An episode as the fold leaves it.

use std::collections::BTreeMap;

use super::{
    Programme, Side, State,
    body::{GradeSaid, ReviewHeld},
};
use crate::{
    Day,
    closing::Neutral,
    consent::intervention::Asked,
    plan::{Agreement, Followed, Plan},
};

/// Which sides have turned their key, and when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// The school's.
    pub school: Option<Day>,
    /// The social services'.
    pub social: Option<Day>,
}

impl Keys {
    /// A side's key.
    pub fn of(self, side: Side) -> Option<Day> {
        match side {
            Side::School => self.school,
            Side::Social => self.social,
        }
    }

    /// Whether every side that takes part has turned its key.
    pub fn all(self, two_sided: bool) -> bool {
        self.school.is_some() && (!two_sided || self.social.is_some())
    }

    pub(super) fn turn(&mut self, side: Side, day: Day) {
        let key = match side {
            Side::School => &mut self.school,
            Side::Social => &mut self.social,
        };
        key.get_or_insert(day);
    }
}

/// A consent to the support that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The statement.
    pub id: u128,
    /// What was asked and answered.
    pub asked: Asked,
}

/// A plan, as it was proposed and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The statement.
    pub id: u128,
    /// Who proposed it.
    pub side: Side,
    /// When.
    pub day: Day,
    /// The plan.
    pub plan: Plan,
    /// What was said to it.
    pub agreement: Agreement,
    /// When the other side confirmed it. Agreed at a meeting and not confirmed: "överenskommen på mötet, bekräftelse
    /// väntar".
    pub confirmed: Option<Day>,
}

/// A pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The statement.
    pub id: u128,
    /// From when.
    pub from: Day,
    /// When to look at it again.
    pub recheck: Day,
    /// When it ended.
    pub until: Option<Day>,
}

/// A prolongation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prolongation {
    /// The statement.
    pub id: u128,
    /// When it was decided.
    pub day: Day,
    /// The last day.
    pub until: Day,
}

coded! {
    /// Why a statement is without effect ("utan verkan").
    pub enum Idle {
        /// It does not fit where the episode is.
        NotNow = "not_now", "episode-idle-not-now";
        /// It is not for that side to state.
        NotThatSide = "not_that_side", "episode-idle-not-that-side";
        /// What it needs is not there: consent, the plan that it names, a key not turned yet, time left.
        NotMet = "not_met", "episode-idle-not-met";
        /// Somebody has withdrawn.
        AfterWithdrawal = "after_withdrawal", "episode-idle-after-withdrawal";
        /// Sharing has ended.
        SharingEnded = "sharing_ended", "episode-idle-sharing-ended";
        /// It was taken back.
        TakenBack = "taken_back", "episode-idle-taken-back";
        /// What it takes back is not there, is the other side's, or cannot be taken back.
        NothingToTakeBack = "nothing_to_take_back", "episode-idle-nothing-to-take-back";
    }
}

/// What the statements about an episode come to.
#[derive(Clone, PartialEq, Eq)]
pub struct Episode {
    /// How far it has come.
    pub state: State,
    /// Since when.
    pub since: Option<Day>,
    /// The statement that led there.
    pub moved_by: Option<u128>,
    /// The programme's values, once it is referred.
    pub programme: Option<Programme>,
    /// The pupil's grade on the day of the referral.
    pub grade: Option<GradeSaid>,
    /// The day of the referral.
    pub referred: Option<Day>,
    /// The episode that it continues, as a UUID is written.
    pub continues: Option<String>,
    /// Who has accepted.
    pub accepted: Keys,
    /// Who has closed its file.
    pub files: Keys,
    /// The day of the start meeting that is booked.
    pub meeting: Option<Day>,
    /// The day of the start meeting that was held.
    pub started: Option<Day>,
    /// The consent that holds.
    pub consent: Option<Consent>,
    /// Every no so far: a new consent names them ([`super::body::InterventionConsent::after`]).
    pub noes: Vec<u128>,
    /// The plan that runs.
    pub plan: Option<Proposed>,
    /// A plan that waits for a yes.
    pub proposed: Option<Proposed>,
    /// Every plan, oldest first.
    pub plans: Vec<Proposed>,
    /// What was done and tried.
    pub followed: Vec<(u128, Followed)>,
    /// Reviews, oldest first.
    pub reviews: Vec<(u128, ReviewHeld)>,
    /// The day of the next review.
    pub review: Option<Day>,
    /// Whether it is active and the day of the review has come.
    pub review_due: bool,
    /// The pause that it is in.
    pub pause: Option<Pause>,
    /// Whether the pause must be looked at again.
    pub recheck_due: bool,
    /// Every pause, oldest first.
    pub pauses: Vec<Pause>,
    /// Every prolongation, oldest first.
    pub prolongations: Vec<Prolongation>,
    /// The last day that the support may last.
    pub until: Option<Day>,
    /// The neutral reason that it was declined or ended for.
    pub reason: Option<Neutral>,
    /// Since when nothing is shared.
    pub sharing_ended: Option<Day>,
    /// The last change of school.
    pub school_changed: Option<Day>,
    /// The day that it was closed, also when it was reopened since.
    pub closed: Option<Day>,
    /// The episode that it was converted to, as a UUID is written.
    pub continues_in: Option<String>,
    /// Statements in effect: which side made them, and their kind.
    pub in_effect: BTreeMap<u128, (Side, &'static str)>,
    /// Statements without effect, and why.
    pub without_effect: BTreeMap<u128, Idle>,
    /// Why statements were taken back.
    pub retracted: BTreeMap<u128, String>,
    /// Statements that need a newer program: kept, without effect.
    pub newer: Vec<u128>,
}

private_debug! {
    Episode { state, since, accepted, files, review, pause, without_effect, newer }
}

impl Episode {
    /// Whether the social services take part. Until the referral is here: as if they did.
    pub fn is_two_sided(&self) -> bool {
        self.programme.as_ref().is_none_or(|it| it.two_sided)
    }

    /// Whether consent to the support holds, or the programme needs none (SoL 21 kap. 2 §).
    pub fn consent_holds(&self) -> bool {
        self.consent.is_some() || self.programme.as_ref().is_some_and(|it| !it.consent)
    }

    /// Whether the plan that runs was agreed at a meeting and waits for the other side's confirmation. Waiting never
    /// stops the work.
    pub fn confirmation_waits(&self) -> bool {
        self.is_two_sided() && self.plan.as_ref().is_some_and(|it| it.confirmed.is_none())
    }

    /// The plan with that statement's id.
    pub fn plan_of(&self, id: u128) -> Option<&Proposed> {
        self.plans.iter().find(|it| it.id == id)
    }
}
