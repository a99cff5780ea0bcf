//! The toolbox as the rules need it; the names and the days that each category holds are the method pack's.

use crate::Side;

/// The categories that a plan may choose from on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Toolbox {
    /// Each category.
    pub categories: Vec<Category>,
}

/// A category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its code: `T1`.
    pub code: String,
    /// The codes of its standard activities.
    pub activities: Vec<String>,
    /// The sides that may be responsible.
    pub sides: Vec<Side>,
}

impl Toolbox {
    /// The category with that code.
    pub fn category(&self, code: &str) -> Option<&Category> {
        self.categories.iter().find(|it| it.code == code)
    }
}
