//! What is to be done: a standard activity from the toolbox, how often, by whom, and how it went when it was tried.

use serde::{Deserialize, Serialize};

use crate::{Day, Side, coded};

coded! {
    /// Whom an item is directed at.
    pub enum For {
        /// The pupil.
        Pupil = "pupil", "plan-for-pupil";
        /// Guardians.
        Guardians = "guardians", "plan-for-guardians";
        /// The family together.
        Family = "family", "plan-for-family";
        /// Staff at the school: what adults are to do differently.
        Staff = "staff", "plan-for-staff";
    }
}

coded! {
    /// What a frequency is counted in.
    pub enum Span {
        /// Times in all.
        Once = "once", "plan-span-once";
        /// Times a week; weeks are counted in sevens of days.
        Week = "week", "plan-span-week";
        /// Times a month, counted as four weeks.
        Month = "month", "plan-span-month";
    }
}

coded! {
    /// How it went when it was tried.
    pub enum Tried {
        /// It helped.
        Helped = "helped", "plan-result-helped";
        /// It helped somewhat.
        Somewhat = "somewhat", "plan-result-somewhat";
        /// It did not help.
        NotHelped = "not_helped", "plan-result-not-helped";
        /// It is too early to say.
        TooEarly = "too_early", "plan-result-too-early";
        /// It did not come about.
        NotDone = "not_done", "plan-result-not-done";
    }
}

coded! {
    /// What becomes of an item after it was looked at.
    pub enum Next {
        /// It goes on.
        Continue = "continue", "plan-next-continue";
        /// It goes on, changed.
        Adjust = "adjust", "plan-next-adjust";
        /// It stops.
        Stop = "stop", "plan-next-stop";
    }
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frequency {
    /// How many times.
    pub times: u8,
    /// In what.
    pub per: Span,
}

/// Whoever is responsible.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Id in the room of the responsible side, as a UUID is written.
    pub id: String,
    /// Name.
    pub name: String,
}

/// One thing to be done.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Id, as a UUID is written; kept from plan to plan, so that what was done is counted together.
    pub id: String,
    /// The one category of the toolbox that it belongs to: `T1` to `T7` in the pack that comes along.
    pub category: String,
    /// The code of the standard activity within the category.
    pub activity: String,
    /// A few words about it; limited, since the support is not to be tailored to the individual.
    pub words: String,
    /// How often.
    pub frequency: Frequency,
    /// Planned minutes each time.
    pub minutes: u16,
    /// The first day.
    #[serde(with = "coded::day")]
    pub from: Day,
    /// When this try is looked at: short cycles, each with a result of its own.
    #[serde(with = "coded::day")]
    pub review: Day,
    /// Which side is responsible.
    pub side: Side,
    /// Who there.
    pub person: Person,
    /// Whom it is directed at.
    pub whom: For,
    /// The id of the group session that it is done in, when it is, as a UUID is written. The list of who came stays in
    /// the room that holds the group.
    pub group: Option<String>,
    /// The ids of the goals that it serves; may be empty.
    pub goals: Vec<String>,
}

/// That an item was done or looked at: the body of one follow-up.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    /// The item's id, as a UUID is written.
    pub item: String,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// Minutes given since the last follow-up; 0 when it is only looked at.
    pub minutes: u16,
    /// How it went, when the try is looked at.
    pub result: Option<Tried>,
    /// What becomes of it, when the try is looked at.
    pub next: Option<Next>,
    /// When the next try is looked at.
    #[serde(with = "coded::some_day")]
    pub review: Option<Day>,
    /// What was said about it; may be empty.
    pub words: String,
    /// The pupil's own words; may be empty.
    pub pupil: String,
}

private_debug! {
    Person { id }
    Item { id, category, activity, frequency, minutes, from, review, side, whom, group, goals }
    Followed { item, day, minutes, result, next, review }
}
