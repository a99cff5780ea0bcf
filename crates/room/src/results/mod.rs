//! What a scan leaves in the room: how each pupil stands, as generations that become visible whole.
//!
//! A generation is written in chunks under a new number ([`begin`], [`put`], [`put_peers`], [`put_reporting`]), and made
//! visible by [`publish`], in the same change as the manifest that it was scanned from. One that was never published is
//! seen by nobody, and goes with [`discard_old`]. Where another scan of the same day says little else, the current
//! generation is changed instead, in that change ([`difference`], [`amend`]).

mod amend;
mod generation;
mod list;
mod numbered;
mod numbers;
mod of_pupil;
mod open;
mod peers;
mod put;
pub mod quality;
mod reporting;
mod season;
mod standing;

pub use amend::{Current, Difference, Fresh, amend, current, difference};
pub use generation::{Generation, asked, begin, discard_old, on_school_list, publish};
pub use list::{How, ListAsk, ListPage, ListRow, Totals, Wanted, WorkList, list};
pub use numbered::{Numbered, NumberedAsk, NumberedPage, Stands, numbered};
pub use of_pupil::{OfPupil, of_pupil};
pub use open::open;
pub use peers::{PeerWeek, peers, put_peers};
pub use put::put;
pub use reporting::{OfUnit, OfWeek, Reporting, put_reporting, reporting};
pub use season::{SeasonWeek, put_season, season};
pub use standing::{Reader, Standing, WEEKS};
