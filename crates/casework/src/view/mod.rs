//! Views: one read for each page, journalled before it is given.

pub mod accounts;
pub mod api;
pub mod choices;
pub mod decisions;
pub mod episode;
pub mod episodes;
pub mod imports;
pub mod jobs;
pub mod meeting;
pub mod minutes;
pub mod peers;
pub mod protected;
pub mod pupil;
pub mod quality;
pub mod search;
pub mod sitting;
pub mod sources;
pub mod start;
pub mod step_form;
pub mod thresholds;
pub mod tokens;
pub mod whole;
pub mod worklist;

use access::{Role, UnitId, Zone};

/// A school as lists and forms name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// The unit code.
    pub unit: UnitId,
    /// The name, or the code when no name is known.
    pub name: String,
}

/// Somebody who can be given something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub user: access::UserId,
    /// Name.
    pub name: String,
    /// What she or he works as at the school.
    pub role: Role,
    /// Zones among those of the form that she or he may not read, and so cannot be given anything to do in.
    pub not_in: Vec<Zone>,
}
