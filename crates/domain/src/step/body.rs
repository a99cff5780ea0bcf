//! The bodies of statements about steps, version 1, as JSON. What is written here is kept byte for byte.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Fact, Kind, Seen, json};
use crate::Day;

/// A step that somebody took.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What was done.
    #[serde(rename = "step", with = "json::kind")]
    pub kind: Kind,
    /// When it was done.
    #[serde(with = "json::day")]
    pub day: Day,
    /// What was said about it; may be empty.
    pub text: String,
    /// Name of whoever documented it.
    pub by: String,
    /// Her or his id in the room, as a UUID is written.
    pub by_id: String,
    /// The code of the role that it was done in.
    pub role: String,
    /// When to look again. Without it the step does not clear the mark.
    #[serde(with = "json::some_day")]
    pub follow_up: Option<Day>,
    /// What the figures said.
    pub seen: Seen,
    /// Who is to do something, when somebody is.
    pub assignee: Option<Assignee>,
    /// The meeting that decided it, as a UUID is written.
    pub meeting: Option<String>,
}

/// Who is to do something.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignee {
    /// Id in the room, as a UUID is written.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A step is taken back. It stays, and is shown with the reason.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retraction {
    /// The statement that is taken back, as a UUID is written.
    pub of: String,
    /// Why.
    pub reason: String,
}

/// The follow-up of a step is moved to another day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpMoved {
    /// The statement whose follow-up it is, as a UUID is written.
    pub of: String,
    /// The new day.
    #[serde(with = "json::day")]
    pub day: Day,
}

/// What a statement about a step says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A step.
    Step(Step),
    /// A step is taken back.
    Retraction(Retraction),
    /// A follow-up is moved.
    FollowUpMoved(FollowUpMoved),
}

#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    kind: String,
    v: u32,
    #[serde(flatten)]
    says: T,
}

#[derive(Deserialize)]
struct Head {
    kind: String,
    v: u32,
}

const VERSION: u32 = 1;

impl Body {
    /// The body as it is to be stored.
    ///
    /// # Errors
    /// None that can happen: a body of text and dates is always JSON.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        fn write<T: Serialize>(kind: &str, says: &T) -> Result<Vec<u8>, serde_json::Error> {
            serde_json::to_vec(&Versioned { kind: kind.to_owned(), v: VERSION, says })
        }
        match self {
            Body::Step(it) => write("step", it),
            Body::Retraction(it) => write("retraction", it),
            Body::FollowUpMoved(it) => write("follow_up_moved", it),
        }
    }

    /// What a stored body says. `None` for a kind or version that this program does not know: it needs a newer one.
    pub fn from_json(body: &[u8]) -> Option<Body> {
        let head: Head = serde_json::from_slice(body).ok()?;
        match (head.kind.as_str(), head.v) {
            ("step", VERSION) => says(body).map(Body::Step),
            ("retraction", VERSION) => says(body).map(Body::Retraction),
            ("follow_up_moved", VERSION) => says(body).map(Body::FollowUpMoved),
            _ => None,
        }
    }
}

fn says<T: for<'de> Deserialize<'de>>(body: &[u8]) -> Option<T> {
    serde_json::from_slice::<Versioned<T>>(body).ok().map(|it| it.says)
}

impl Step {
    /// What the step means for the mark.
    pub fn fact(&self, id: u128) -> Fact {
        Fact { id, day: self.day, until: self.follow_up.filter(|_| self.kind.clears()), seen: self.seen }
    }
}

impl fmt::Debug for Step {
    /// Kind and day only: text and names must not reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Step").field("kind", &self.kind).field("day", &self.day).finish_non_exhaustive()
    }
}

impl fmt::Debug for Assignee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Assignee").field("id", &self.id).finish_non_exhaustive()
    }
}

impl fmt::Debug for Retraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Retraction").field("of", &self.of).finish_non_exhaustive()
    }
}

impl fmt::Debug for FollowUpMoved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FollowUpMoved").field("of", &self.of).field("day", &self.day).finish()
    }
}
