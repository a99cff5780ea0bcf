//! The two lists of the method pack that the pages know.

/// The id of the school's own list.
pub(crate) const SCHOOL: &str = "school";
/// The id of the list for the team.
pub(crate) const TEAM: &str = "team";
