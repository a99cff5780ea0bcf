//! A row that could not be read: where it stands and what to do. Never the value itself: it may be a name.

/// Which of the two canonical files a row stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum File {
    /// The roster.
    Pupils,
    /// The lesson rows.
    Lessons,
}

impl File {
    /// The name of the file without its ending.
    pub fn code(self) -> &'static str {
        match self {
            File::Pupils => "pupils",
            File::Lessons => "lessons",
        }
    }
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Problem {
    /// The row has another number of fields than the header.
    WrongFieldCount,
    /// A value that must be there is missing.
    Missing,
    /// Not a whole number.
    NotANumber,
    /// A number outside what the column can hold.
    OutOfRange,
    /// Not a date of the form 2026-11-22.
    NotADate,
    /// Not `true` or `false`.
    NotTrueOrFalse,
    /// A school form that is not known.
    UnknownSchoolForm,
    /// A pupil number that may be a personal number: it has more than nine digits.
    LooksLikePersonalNumber,
    /// A span that ends before it starts.
    EndsBeforeStart,
    /// The pupil has two rows that overlap at the same school.
    OverlappingEnrolment,
    /// A character that no name or code has, such as a line break or a terminal command.
    ControlCharacter,
    /// A lesson of a pupil who is not in the roster.
    UnknownPupil,
}

impl Problem {
    /// Every problem; a test checks that each has a sentence in both languages.
    pub const ALL: [Problem; 12] = [
        Problem::WrongFieldCount,
        Problem::Missing,
        Problem::NotANumber,
        Problem::OutOfRange,
        Problem::NotADate,
        Problem::NotTrueOrFalse,
        Problem::UnknownSchoolForm,
        Problem::LooksLikePersonalNumber,
        Problem::EndsBeforeStart,
        Problem::OverlappingEnrolment,
        Problem::ControlCharacter,
        Problem::UnknownPupil,
    ];

    /// The code of the sentence that tells what to do.
    pub fn code(self) -> &'static str {
        match self {
            Problem::WrongFieldCount => "bad-row-wrong-field-count",
            Problem::Missing => "bad-row-missing",
            Problem::NotANumber => "bad-row-not-a-number",
            Problem::OutOfRange => "bad-row-out-of-range",
            Problem::NotADate => "bad-row-not-a-date",
            Problem::NotTrueOrFalse => "bad-row-not-true-or-false",
            Problem::UnknownSchoolForm => "bad-row-unknown-school-form",
            Problem::LooksLikePersonalNumber => "bad-row-looks-like-personal-number",
            Problem::EndsBeforeStart => "bad-row-ends-before-start",
            Problem::OverlappingEnrolment => "bad-row-overlapping-enrolment",
            Problem::ControlCharacter => "bad-row-control-character",
            Problem::UnknownPupil => "bad-row-unknown-pupil",
        }
    }
}

/// A bad row: file, row, column and what is wrong. The remedy is the sentence of [`Problem::code`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// The file.
    pub file: File,
    /// The row as a spreadsheet counts it: the header is row 1.
    pub row: u64,
    /// The column's name.
    pub column: &'static str,
    /// What is wrong.
    pub problem: Problem,
}
