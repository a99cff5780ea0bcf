//! What a plan must have before it is proposed.

use std::collections::BTreeSet;

use super::{Agreement, GoalKind, Item, Party, Plan, Toolbox, Word};
use crate::Day;

/// The most letters of free text in an item: the support is not to be tailored to the individual. The sentence
/// `plan-too-many-words` says the number too.
pub const MOST_WORDS: usize = 300;

/// What is missing in a plan. Goals and items are counted from 1, as the form shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No goal is about coming to school or taking part in it.
    NoAttendanceGoal,
    /// A goal without words.
    GoalWithoutWords(usize),
    /// A goal that has the same id as one before.
    GoalTwice(usize),
    /// Nothing is to be done.
    NoItems,
    /// An item that has the same id as one before.
    ItemTwice(usize),
    /// A category that the toolbox does not have.
    CategoryUnknown(usize),
    /// An activity that the category does not have.
    ActivityUnknown(usize),
    /// A side that may not be responsible for the category.
    SideNotForCategory(usize),
    /// Nobody is responsible.
    NobodyResponsible(usize),
    /// It is to be done no times, or no minutes.
    NoDose(usize),
    /// It is looked at before it begins.
    ItemReviewTooEarly(usize),
    /// It serves a goal that the plan does not have.
    GoalUnknown(usize),
    /// More free text than there is room for.
    TooManyWords(usize),
    /// The plan is not looked at after the day that it is proposed.
    ReviewTooEarly,
    /// The plan is looked at later than the programme says.
    ReviewTooLate,
    /// It does not say what the pupil says to the plan.
    PupilMissing,
    /// A yes or a no without how or when it was said.
    HowMissing,
}

impl Why {
    /// The code of the sentence that says what is missing. Its argument is `number`, when [`Why::number`] has one.
    pub fn code(self) -> &'static str {
        match self {
            Why::NoAttendanceGoal => "plan-no-attendance-goal",
            Why::GoalWithoutWords(_) => "plan-goal-without-words",
            Why::GoalTwice(_) => "plan-goal-twice",
            Why::NoItems => "plan-no-items",
            Why::ItemTwice(_) => "plan-item-twice",
            Why::CategoryUnknown(_) => "plan-category-unknown",
            Why::ActivityUnknown(_) => "plan-activity-unknown",
            Why::SideNotForCategory(_) => "plan-side-not-for-category",
            Why::NobodyResponsible(_) => "plan-nobody-responsible",
            Why::NoDose(_) => "plan-no-dose",
            Why::ItemReviewTooEarly(_) => "plan-item-review-too-early",
            Why::GoalUnknown(_) => "plan-goal-unknown",
            Why::TooManyWords(_) => "plan-too-many-words",
            Why::ReviewTooEarly => "plan-review-too-early",
            Why::ReviewTooLate => "plan-review-too-late",
            Why::PupilMissing => "plan-pupil-missing",
            Why::HowMissing => "plan-how-missing",
        }
    }

    /// The number of the goal or item that it is about.
    pub fn number(self) -> Option<usize> {
        match self {
            Why::GoalWithoutWords(number)
            | Why::GoalTwice(number)
            | Why::ItemTwice(number)
            | Why::CategoryUnknown(number)
            | Why::ActivityUnknown(number)
            | Why::SideNotForCategory(number)
            | Why::NobodyResponsible(number)
            | Why::NoDose(number)
            | Why::ItemReviewTooEarly(number)
            | Why::GoalUnknown(number)
            | Why::TooManyWords(number) => Some(number),
            Why::NoAttendanceGoal
            | Why::NoItems
            | Why::ReviewTooEarly
            | Why::ReviewTooLate
            | Why::PupilMissing
            | Why::HowMissing => None,
        }
    }
}

/// Whether a plan can be proposed on a day, with what was said to it. Nobody has to say yes: who did not is recorded,
/// and a pupil's no is the pupil's. `latest` is the last day that the programme lets the first review be.
///
/// # Errors
/// Everything that is missing.
pub fn check(plan: &Plan, said: &Agreement, toolbox: &Toolbox, day: Day, latest: Day) -> Result<(), Vec<Why>> {
    let mut missing = Vec::new();
    let mut goals = BTreeSet::new();
    if !plan.goals.iter().any(|goal| goal.kind == GoalKind::Attendance) {
        missing.push(Why::NoAttendanceGoal);
    }
    for (goal, number) in plan.goals.iter().zip(1..) {
        if goal.words.trim().is_empty() {
            missing.push(Why::GoalWithoutWords(number));
        }
        if !goals.insert(goal.id.as_str()) {
            missing.push(Why::GoalTwice(number));
        }
    }
    if plan.items.is_empty() {
        missing.push(Why::NoItems);
    }
    let mut items = BTreeSet::new();
    for (item, number) in plan.items.iter().zip(1..) {
        if !items.insert(item.id.as_str()) {
            missing.push(Why::ItemTwice(number));
        }
        missing.extend(of_item(item, number, toolbox, &goals));
    }
    missing.extend((plan.review <= day).then_some(Why::ReviewTooEarly));
    missing.extend((plan.review > latest).then_some(Why::ReviewTooLate));
    missing.extend((!said.voices.iter().any(|voice| voice.party == Party::Pupil)).then_some(Why::PupilMissing));
    let unsaid = |voice: &super::Voice| voice.word != Word::Waiting && (voice.how.is_none() || voice.day.is_none());
    missing.extend(said.voices.iter().any(unsaid).then_some(Why::HowMissing));
    if missing.is_empty() { Ok(()) } else { Err(missing) }
}

fn of_item(item: &Item, number: usize, toolbox: &Toolbox, goals: &BTreeSet<&str>) -> Vec<Why> {
    let category = toolbox.category(&item.category);
    let nobody = item.person.id.trim().is_empty() || item.person.name.trim().is_empty();
    [
        (category.is_none(), Why::CategoryUnknown(number)),
        (category.is_some_and(|it| !it.activities.contains(&item.activity)), Why::ActivityUnknown(number)),
        (category.is_some_and(|it| !it.sides.contains(&item.side)), Why::SideNotForCategory(number)),
        (nobody, Why::NobodyResponsible(number)),
        (item.frequency.times == 0 || item.minutes == 0, Why::NoDose(number)),
        (item.review < item.from, Why::ItemReviewTooEarly(number)),
        (!item.goals.iter().all(|goal| goals.contains(goal.as_str())), Why::GoalUnknown(number)),
        (item.words.chars().count() > MOST_WORDS, Why::TooManyWords(number)),
    ]
    .into_iter()
    .filter_map(|(missing, why)| missing.then_some(why))
    .collect()
}
