//! Sentences as they were said, in both languages: what was told of an import stays what was told, whatever the program
//! says later.

use serde::{Deserialize, Serialize};
use text::{Language, Message, render};

/// A sentence in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

impl Said {
    /// What a message says.
    pub fn of(message: &Message) -> Said {
        Said { sv: render(message, Language::Swedish), en: render(message, Language::English) }
    }

    /// The sentence in a language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Swedish => &self.sv,
            Language::English => &self.en,
        }
    }
}
