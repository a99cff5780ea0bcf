//! Whether a side may make a statement: one file a verb. What a side may follows from side and state, never from roles;
//! a guard is asked once, by the verb, and the fold never asks again.

mod accept;
mod begin_closing;
mod change_school;
mod close_file;
mod confirm_plan;
mod consent;
mod convert;
mod decline;
mod end_sharing;
mod follow_item;
mod hold_start;
mod maintain;
mod map;
mod pause;
mod plan_start;
mod prolong;
mod propose_plan;
mod receive;
mod refer;
mod reopen;
mod resume;
mod retract;
mod review;
mod withdraw;
mod withdraw_consent;

pub use accept::accept;
pub use begin_closing::begin_closing;
pub use change_school::change_school;
pub use close_file::close_file;
pub use confirm_plan::confirm_plan;
pub use consent::consent;
pub use convert::convert;
pub use decline::decline;
pub use end_sharing::end_sharing;
pub use follow_item::follow_item;
pub use hold_start::hold_start;
pub use maintain::maintain;
pub use map::map;
pub use pause::pause;
pub use plan_start::plan_start;
pub use prolong::prolong;
pub use propose_plan::propose_plan;
pub use receive::receive;
pub use refer::refer;
pub use reopen::reopen;
pub use resume::resume;
pub use retract::retract;
pub use review::review;
pub use withdraw::withdraw;
pub use withdraw_consent::withdraw_consent;

use super::{Body, Episode, Side, State, apply, body::InterventionConsent, table, when};
use crate::{
    Day,
    consent::intervention::{self, Asked, Blocked, Outcome},
    deadline::months_after,
    plan, versioned,
};

reasons! {
    /// Why a statement cannot be made.
    pub enum Why {
        /// Somebody has withdrawn.
        Withdrawn = "episode-withdrawn";
        /// Sharing has ended.
        SharingEnded = "episode-sharing-ended";
        /// It does not fit where the episode is.
        NotNow = "episode-not-now";
        /// It is for the other side to state.
        OtherSide = "episode-other-side";
        /// It is paused.
        IsPaused = "episode-is-paused";
        /// The day is ahead.
        DayAhead = "episode-day-ahead";
        /// The day lies before the referral.
        DayTooEarly = "episode-day-too-early";
        /// What it needs is not there.
        NotMet = "episode-not-met";
        /// The grade is not in the target group.
        OutOfTarget = "episode-out-of-target";
        /// What the school asks for is missing.
        AskMissing = "episode-ask-missing";
        /// What the school has tried is missing.
        TriedMissing = "episode-tried-missing";
        /// The side has accepted already.
        KeyTurned = "episode-key-turned";
        /// Before the start there is one reason that travels.
        ReasonNotNeutral = "episode-reason-not-neutral";
        /// The meeting lies before the day that it is booked.
        MeetingTooEarly = "episode-meeting-too-early";
        /// It does not say who came.
        NobodyCame = "episode-nobody-came";
        /// The right to apply has not been told of (SoL 11 kap. 6 §).
        ApplicationNotTold = "episode-application-not-told";
        /// The duty to notify has not been told of (SoL 19 kap. 1 §).
        DutyNotTold = "episode-duty-not-told";
        /// How to say no has not been told.
        NoNotTold = "episode-no-not-told";
        /// Consent to the support is missing (SoL 21 kap. 2 §).
        ConsentMissing = "episode-consent-missing";
        /// The programme asks for no consent.
        ConsentNotNeeded = "episode-consent-not-needed";
        /// The outcome is not what the answers come to.
        OutcomeDiffers = "episode-outcome-differs";
        /// A no before it is not named.
        NoNotNamed = "episode-no-not-named";
        /// After the start a no is a withdrawal.
        WithdrawInstead = "episode-withdraw-instead";
        /// There is no consent to withdraw.
        NoConsent = "episode-no-consent";
        /// The pupil's own words are missing.
        PupilsWordsMissing = "episode-pupils-words-missing";
        /// It is the side's own plan.
        OwnPlan = "episode-own-plan";
        /// There is no such plan.
        PlanUnknown = "episode-plan-unknown";
        /// No plan has that item.
        ItemUnknown = "episode-item-unknown";
        /// The next review is not after this day.
        ReviewTooEarly = "episode-review-too-early";
        /// The next review is later than the programme says.
        ReviewTooLate = "episode-review-too-late";
        /// The plan has no such goal.
        GoalUnknown = "episode-goal-unknown";
        /// It has been prolonged as often as it may be.
        NoProlongationLeft = "episode-no-prolongation-left";
        /// The new last day is not later than the old one.
        UntilTooEarly = "episode-until-too-early";
        /// The new last day is later than one prolongation allows.
        UntilTooLate = "episode-until-too-late";
        /// That reason is for declining.
        ReasonNotForClosing = "episode-reason-not-for-closing";
        /// The side has closed its file already.
        FileClosedAlready = "episode-file-closed-already";
        /// It is paused already.
        PausedAlready = "episode-paused-already";
        /// The recheck is not after the pause begins.
        RecheckTooEarly = "episode-recheck-too-early";
        /// The recheck is later than the programme says.
        RecheckTooLate = "episode-recheck-too-late";
        /// It is not paused.
        NotPaused = "episode-not-paused";
        /// It has ended, or never began.
        NothingToWithdraw = "episode-nothing-to-withdraw";
        /// Nothing is shared in a programme of the school.
        SchoolAlone = "episode-school-alone";
        /// It has ended already.
        NothingShared = "episode-nothing-shared";
        /// More than three months have passed.
        ReopenTooLate = "episode-reopen-too-late";
        /// A consent after the closing is missing.
        FreshConsentMissing = "episode-fresh-consent-missing";
        /// There was no plan.
        NoPlanToReopen = "episode-no-plan-to-reopen";
        /// It goes on in another episode.
        ConvertedAlready = "episode-converted-already";
        /// Only a programme of the school converts.
        OnlySchoolConverts = "episode-only-school-converts";
        /// It is not a statement of the side in effect.
        NotYourStatement = "episode-not-your-statement";
        /// Such a statement is not taken back.
        NotRetractable = "episode-not-retractable";
        /// Later steps build on it.
        BuiltUpon = "episode-built-upon";
        /// It does not say why.
        ReasonMissing = "episode-reason-missing";
    }
}

/// A reason why not, of whatever area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Of the episode.
    Episode(Why),
    /// What is missing in the answers to the question of consent.
    Consent(intervention::Why),
    /// Why the support may not begin.
    Blocked(Blocked),
    /// What is missing in the plan.
    Plan(plan::Why),
}

impl Reason {
    /// The code of the sentence that says what is missing and what to do. Its only argument is `number`, when
    /// [`Reason::number`] has one.
    pub fn code(self) -> &'static str {
        match self {
            Reason::Episode(why) => why.code(),
            Reason::Consent(why) => why.code(),
            Reason::Blocked(why) => why.sentence(),
            Reason::Plan(why) => why.code(),
        }
    }

    /// The number of the goal or item that it is about.
    pub fn number(self) -> Option<usize> {
        match self {
            Reason::Plan(why) => why.number(),
            _ => None,
        }
    }
}

/// The statement, when the table has a row for it and nothing is missing.
fn stated(
    episode: &Episode,
    side: Side,
    body: Body,
    today: Day,
    mut missing: Vec<Reason>,
) -> Result<Body, Vec<Reason>> {
    let kind = body.kind();
    let two_sided = match &body {
        Body::Referral(it) => it.programme.two_sided,
        _ => episode.is_two_sided(),
    };
    let rows: Vec<_> = table::rows(episode.state, kind).collect();
    let ours: Vec<_> = rows.iter().filter(|row| row.who.is(side, two_sided)).collect();
    let shared = episode.sharing_ended.is_none() || matches!(kind, "withdrawn" | "file_closed");
    let ahead = apply::day(&body) > today && !matches!(body, Body::SchoolChanged(_));
    let place = these([
        (episode.state == State::Withdrawn && !table::AFTER_SHARING.contains(&kind), Why::Withdrawn),
        (episode.state != State::Withdrawn && rows.is_empty(), Why::NotNow),
        (!rows.is_empty() && ours.is_empty(), Why::OtherSide),
        (!shared, Why::SharingEnded),
        (episode.pause.is_some() && table::NOT_WHILE_PAUSED.contains(&kind), Why::IsPaused),
        (ahead, Why::DayAhead),
        (episode.referred.is_some_and(|referred| apply::day(&body) < referred), Why::DayTooEarly),
    ]);
    let met = ours.iter().any(|row| when::holds(row.when, episode, side, &body, side));
    missing.splice(0..0, place);
    if missing.is_empty() && !met {
        missing.push(Reason::Episode(Why::NotMet));
    }
    if missing.is_empty() { Ok(body) } else { Err(missing) }
}

fn these<const N: usize>(checks: [(bool, Why); N]) -> Vec<Reason> {
    checks.into_iter().filter_map(|(missing, why)| missing.then_some(Reason::Episode(why))).collect()
}

/// Whether neither an earlier consent nor the one given now lets the support begin.
fn consent_missing(episode: &Episode, given: Option<&InterventionConsent>) -> bool {
    given.is_none() && !episode.consent_holds()
}

/// What stands in the way of a consent that is to let the support begin at once.
fn given(episode: &Episode, given: &InterventionConsent) -> Vec<Reason> {
    let mut missing = unsaid(&given.asked);
    missing.extend(these([
        (intervention::outcome(&given.asked) != given.outcome, Why::OutcomeDiffers),
        (names_too_few(episode, &given.after), Why::NoNotNamed),
    ]));
    if let Outcome::Blocked { why, .. } = given.outcome {
        missing.push(Reason::Blocked(why));
    }
    missing
}

fn unsaid(asked: &Asked) -> Vec<Reason> {
    intervention::check(asked).err().unwrap_or_default().into_iter().map(Reason::Consent).collect()
}

fn names_too_few(episode: &Episode, after: &[String]) -> bool {
    let known: Vec<_> = after.iter().filter_map(|id| versioned::id(id)).collect();
    !episode.noes.iter().all(|no| known.contains(no))
}

fn names_own_plan(episode: &Episode, side: Side, of: &str) -> bool {
    versioned::id(of).and_then(|of| episode.plan_of(of)).is_some_and(|plan| plan.side == side)
}

fn plan_unknown(episode: &Episode, of: &str) -> bool {
    versioned::id(of).and_then(|of| episode.plan_of(of)).is_none()
}

fn has_goal(episode: &Episode, goal: &str) -> bool {
    episode.plan.as_ref().is_some_and(|it| it.plan.goals.iter().any(|has| has.id == goal))
}

/// The last day that a review may be on, counted from a day.
fn latest_review(episode: &Episode, from: Day) -> Day {
    episode.programme.as_ref().map_or(from, |it| from.plus(i32::from(it.review_weeks) * 7))
}

/// The last day that a pause may be looked at again, counted from a day.
fn latest_recheck(episode: &Episode, from: Day) -> Day {
    episode.programme.as_ref().map_or(from, |it| from.plus(i32::from(it.pause_days)))
}

fn times_left(episode: &Episode) -> bool {
    episode.programme.as_ref().is_some_and(|it| episode.prolongations.len() < usize::from(it.prolong_times))
}

/// The last day that one more prolongation can give.
fn longest(episode: &Episode) -> Option<Day> {
    let months = episode.programme.as_ref()?.prolong_months;
    episode.until.map(|until| months_after(until, months))
}

fn too_late_to_reopen(episode: &Episode, day: Day) -> bool {
    episode.closed.is_some_and(|closed| day > months_after(closed, when::REOPEN_MONTHS))
}
