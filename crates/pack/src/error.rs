//! What can be wrong with a pack: a code and arguments that `text` renders as what to do about it.

/// What is wrong, in which file and where in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file} ({place}): {problem}")]
pub struct PackError {
    /// What is wrong.
    pub problem: Problem,
    /// The name of the file in the pack, such as `presets/boras.toml`, or the folder.
    pub file: String,
    /// The place: the path of a key, a line and column, a date or an id. Empty when the whole file is meant.
    pub place: String,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Problem {
    /// A file or the folder cannot be read.
    #[error("cannot be read")]
    FileMissing,
    /// A file of a name that the pack does not have, so that it would change nothing.
    #[error("the pack has no such file")]
    FileUnknown,
    /// Not TOML, or a value of the wrong kind; the place ends with what the TOML reader says.
    #[error("cannot be understood")]
    FileBroken,
    /// A key that the pack does not have, other than a threshold.
    #[error("unknown key")]
    UnknownKey,
    /// A value that must be there is missing or empty.
    #[error("missing")]
    ValueMissing,
    /// A value that cannot mean anything: a percentage over 100, bands that do not ascend, a level that is no band.
    #[error("out of range")]
    ValueOutOfRange,
    /// A date, number or word that cannot be used there: an end before its beginning, no days at all.
    #[error("cannot be used")]
    ValueUnusable,
    /// Two versions that start on the same day, or two entries with the same id.
    #[error("occurs twice")]
    VersionsOverlap,
    /// A signal that does not exist, or a condition or sort key that cannot be read.
    #[error("unknown signal")]
    UnknownSignal,
    /// S12 is a question about the reporting and never puts a pupil on a list.
    #[error("S12 on a list")]
    S12OnList,
    /// A threshold that does not exist.
    #[error("unknown threshold")]
    UnknownThreshold,
    /// No version holds on the day.
    #[error("no version holds on that day")]
    NoVersion,
}

impl Problem {
    /// Every problem; a test of the executable checks that each has a sentence in both languages.
    pub const ALL: [Problem; 12] = [
        Problem::FileMissing,
        Problem::FileUnknown,
        Problem::FileBroken,
        Problem::UnknownKey,
        Problem::ValueMissing,
        Problem::ValueOutOfRange,
        Problem::ValueUnusable,
        Problem::VersionsOverlap,
        Problem::UnknownSignal,
        Problem::S12OnList,
        Problem::UnknownThreshold,
        Problem::NoVersion,
    ];

    /// The code of the sentence that tells what to do. Its arguments are `file` and `where`.
    pub fn code(self) -> &'static str {
        match self {
            Problem::FileMissing => "pack-file-missing",
            Problem::FileUnknown => "pack-file-unknown",
            Problem::FileBroken => "pack-file-broken",
            Problem::UnknownKey => "pack-unknown-key",
            Problem::ValueMissing => "pack-value-missing",
            Problem::ValueOutOfRange => "pack-value-out-of-range",
            Problem::ValueUnusable => "pack-value-unusable",
            Problem::VersionsOverlap => "pack-versions-overlap",
            Problem::UnknownSignal => "pack-unknown-signal",
            Problem::S12OnList => "pack-s12-on-list",
            Problem::UnknownThreshold => "pack-unknown-threshold",
            Problem::NoVersion => "pack-no-version",
        }
    }

    /// The problem at a place in a file.
    pub(crate) fn at(self, file: &str, place: impl Into<String>) -> PackError {
        PackError { problem: self, file: file.to_owned(), place: place.into() }
    }
}

impl PackError {
    /// The code of the sentence that tells what to do.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// The arguments of that sentence.
    pub fn args(&self) -> [(&'static str, String); 2] {
        [("file", self.file.clone()), ("where", self.place.clone())]
    }
}
