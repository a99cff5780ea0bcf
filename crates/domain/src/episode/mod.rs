//! Episodes: one pupil's time with a team, carried by two sides as an append-only list of statements.
//!
//! A statement is JSON with `kind` and `v` ([`Body`]). [`fold`] turns the set of shared statements, in whatever order
//! they arrive, into an [`Episode`]; [`guard`] says whether a side may make a statement, and why not; [`table`] holds
//! every transition.

mod apply;
pub mod body;
pub mod draw;
mod due;
mod fold;
pub mod guard;
mod next;
mod programme;
mod side;
mod state;
pub mod table;
mod view;
mod when;

pub use body::Body;
pub use due::due;
pub use fold::fold;
pub use next::next;
pub use programme::{Programme, TargetRule, is_target};
pub use side::{Side, Who};
pub use state::State;
pub use table::When;
pub use view::{Consent, Episode, Idle, Keys, Pause, Prolongation, Proposed};
pub use when::REOPEN_MONTHS;
