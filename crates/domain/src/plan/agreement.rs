//! Who said yes to a plan, how, and who did not. A pupil's no is recorded as the pupil's.

use serde::{Deserialize, Serialize};

use crate::{Day, coded, consent::How};

coded! {
    /// Whose word it is.
    pub enum Party {
        /// The pupil.
        Pupil = "pupil", "plan-party-pupil";
        /// A guardian.
        Guardian = "guardian", "plan-party-guardian";
        /// The school's half of the team.
        School = "school", "plan-party-school";
        /// The social services' half of the team.
        Social = "social", "plan-party-social";
    }
}

coded! {
    /// What was said to the plan.
    pub enum Word {
        /// Yes.
        Yes = "yes", "plan-word-yes";
        /// No.
        No = "no", "plan-word-no";
        /// Has not been asked, or has not answered yet.
        Waiting = "waiting", "plan-word-waiting";
    }
}

/// One person's word about the plan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// Whose it is.
    pub party: Party,
    /// Name.
    pub name: String,
    /// What was said.
    pub word: Word,
    /// How; nothing while waiting.
    pub how: Option<How>,
    /// When; nothing while waiting.
    #[serde(with = "coded::some_day")]
    pub day: Option<Day>,
    /// In her or his own words; may be empty.
    pub words: String,
}

/// What was said to a plan, as one person recorded it for everybody at the meeting.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Agreed at a meeting of both sides: the work begins, and the other side confirms when it gets to it.
    pub at_meeting: bool,
    /// Each person's word.
    pub voices: Vec<Voice>,
}

private_debug! {
    Voice { party, word, how, day }
    Agreement { at_meeting, voices }
}

impl Agreement {
    /// Whether the pupil says no.
    pub fn pupil_says_no(&self) -> bool {
        self.voices.iter().any(|voice| voice.party == Party::Pupil && voice.word == Word::No)
    }

    /// Those who have not said yes.
    pub fn without_yes(&self) -> impl Iterator<Item = &Voice> {
        self.voices.iter().filter(|voice| voice.word != Word::Yes)
    }
}
