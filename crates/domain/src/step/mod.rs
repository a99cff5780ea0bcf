//! Steps: what a school does when absence is a reason to ask, as statements that are made once and never changed.
//!
//! A statement is JSON with `kind` and `v` ([`Body`]). [`fold`] turns the statements about one pupil, in whatever order
//! they arrive, into the steps to show and the [`Mark`] on the work list. One of an unknown kind or version is kept and
//! has no effect.

mod body;
mod fold;
mod json;
mod kind;
mod mark;

pub use body::{Assignee, Body, FollowUpMoved, Retraction, Step};
pub use fold::{Done, Steps, fold};
pub use kind::Kind;
/// The same, where other kinds are near.
pub use kind::Kind as StepKind;
pub use mark::{Cleared, Fact, Last, Mark, Now, Seen, State, Why};

pub use crate::statement::Statement;
