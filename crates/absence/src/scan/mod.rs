//! From files of lesson rows to figures: one pass over the rows, pupil by pupil, then S10, S12b and P15 from the sums.

pub mod day;
pub mod level;
pub mod light;
pub mod own;
pub mod peers;
pub mod question;
mod ranges;
pub mod stale;
pub mod sums;
#[cfg(test)]
mod tests;
pub mod threads;
pub(crate) mod together;
pub mod unsorted;
pub mod view;
pub mod window;
pub mod year;

pub use day::{LessonMark, SchoolDay};
pub use level::Level;
pub use light::{Light, light};
pub(crate) use own::scan_together;
pub use own::{Placed, PupilScan, Sink, scan};
pub use peers::peers;
pub use question::Question;
pub use stale::SchoolDays;
pub use sums::{Sums, WeekSum};
pub use view::View;
pub use window::{Bound, Window};
pub use year::PupilYear;
