//! Who asks: a person with roles, a job of the room, another system with a token, or the one who runs a command on the
//! machine.

use std::fmt;

use crate::{Class, Role, TokenId, UnitId, UserId, Zone};

/// Where a role holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In the whole room.
    Room,
    /// At one school.
    Unit(UnitId),
    /// In one class.
    Class(Class),
}

/// A role and where it holds: mentor of a class, head teacher of a school, coordinator of the room. A role in a kind
/// of place that it does not fit, a mentor of the whole room, gives nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleAt {
    /// The role.
    pub role: Role,
    /// Where.
    pub place: Place,
}

crate::codes::coded! {
    /// A job that the room runs by itself. Each has a policy of its own and is journalled once a run.
    Job {
        /// Reads a delivered file into the history.
        Import = "import",
        /// Computes the figures of all pupils after an import.
        Scan = "scan",
        /// Builds the index of names in memory, for sorting and exact search.
        Names = "names",
        /// Gives the protected-data officer the recurring task, without names.
        ProtectedReminder = "protected-reminder",
        /// Purges what the law says must go.
        Purge = "purge",
        /// Makes the nightly backup.
        Backup = "backup",
        /// Lets letters out and takes them in, and sends the letters of a standing disclosure.
        Door = "door",
    }
}

crate::codes::coded! {
    /// What another system reads for. It stands in every journal entry of its token.
    Purpose {
        /// Following up absence with a pupil, in another system (skollagen 7 kap. 19 a §).
        FollowUp = "follow-up",
        /// The authority's systematic quality work (skollagen 4 kap. 3 §).
        QualityWork = "systematic-quality-work",
        /// Watching that deliveries come as they should.
        Deliveries = "deliveries",
    }
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Somebody who has signed in, with the roles that hold today.
    Person {
        /// Who.
        user: UserId,
        /// As what and where.
        roles: Vec<RoleAt>,
    },
    /// A job of the room.
    Job(Job),
    /// Another system, by a token that somebody answers for. It reads, and never changes anything.
    Token {
        /// Which.
        token: TokenId,
        /// What it reads for.
        purpose: Purpose,
        /// Zones that it may read in, as far as a policy lets a token read there at all.
        zones: Vec<Zone>,
        /// The whole room, or some schools.
        places: Vec<Place>,
    },
    /// The one who runs commands on the machine, by name in the operating system.
    Operator(String),
}

impl fmt::Display for Actor {
    /// The label in the journal: `person:<id>`, `job:<code>`, `token:<id>:<purpose>` or `operator:<name>`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Actor::Person { user, .. } => write!(f, "person:{user}"),
            Actor::Job(job) => write!(f, "job:{}", job.code()),
            Actor::Token { token, purpose, .. } => write!(f, "token:{token}:{}", purpose.code()),
            Actor::Operator(name) => write!(f, "operator:{name}"),
        }
    }
}
