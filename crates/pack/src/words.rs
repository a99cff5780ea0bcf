//! Words that a pack file carries itself, in both languages of the interface.

use serde::Deserialize;

/// The same words in Swedish and in English. Both are always there: the check refuses a file that lacks either.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}
