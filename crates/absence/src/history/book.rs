//! Who keeps the manifest: a file in the history's folder, or somebody outside, such as a room in its database.

use std::fmt;
use std::sync::Arc;

use super::Manifest;
use crate::failure::Result;

/// Reads a manifest that is kept outside.
pub(super) type Read = Arc<dyn Fn() -> Result<Manifest> + Send + Sync>;

/// Where the manifest is kept.
#[derive(Clone)]
pub(super) enum Book {
    /// `manifest.json` beside the lesson files.
    File,
    /// Outside; whoever gives it replaces it too.
    Given(Read),
}

impl fmt::Debug for Book {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Book::File => "File",
            Book::Given(_) => "Given",
        })
    }
}
