//! The manifest of the attendance history: which file counts for each school and school year, which imports made it
//! so, and which files are left over. Numbers and dates only.

mod load;
mod manifest;
mod replace;

pub use load::{load, version};
pub use manifest::{File, Import, Loose, Manifest, Slot};
pub use replace::replace;
