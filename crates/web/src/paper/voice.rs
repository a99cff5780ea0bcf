//! In which words a paper speaks: plain, or easy for whoever reads with effort or learns Swedish.

use text::Language;

use crate::ui;

/// How a paper speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Register {
    /// Plain words.
    Plain,
    /// Easy reading (lättläst): one thought in a sentence, everyday words, larger letters.
    Easy,
}

/// Language and register of a paper.
#[derive(Clone, Copy)]
pub(crate) struct Voice {
    /// The language.
    pub(crate) language: Language,
    /// The register.
    pub(crate) register: Register,
}

/// The codes of what is said in both registers.
#[derive(Clone, Copy)]
pub(crate) struct Both {
    pub(super) plain: &'static str,
    pub(super) easy: &'static str,
}

/// A sentence whose easy reading has the same code with `-latt` after it.
macro_rules! both {
    ($code:literal) => {
        $crate::paper::Both { plain: $code, easy: concat!($code, "-latt") }
    };
}

pub(super) use both;

impl Voice {
    /// Whether it is easy reading.
    pub(crate) fn is_easy(self) -> bool {
        self.register == Register::Easy
    }

    /// What is said in this register.
    pub(super) fn say(self, both: Both) -> String {
        ui::say(if self.is_easy() { both.easy } else { both.plain }, self.language)
    }

    pub(super) fn all(self, both: &[Both]) -> Vec<String> {
        both.iter().map(|it| self.say(*it)).collect()
    }

    /// A word or sentence that is the same in both registers.
    pub(super) fn label(self, code: &'static str) -> String {
        ui::say(code, self.language)
    }
}
