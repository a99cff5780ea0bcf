//! Rows that could not be read: where each stands and what to do. Never the value itself: it may be a name.

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
    /// Not a personal number, a coordination number or a temporary number.
    NotAPersonalNumber,
    /// Not a time of day, or one that the change to summer time skips.
    NotATime,
    /// Bytes that are no text in the encoding that the rest of the file has.
    WrongEncoding,
    /// A school that has no school unit code.
    UnknownSchool,
    /// Attendance at a lesson that no file describes.
    UnknownLesson,
    /// Two keys of the pupil that belong to different pupils.
    KeysDisagree,
    /// A row of a pupil with protected identity: neither column nor reason is told.
    Protected,
}

impl Problem {
    /// Every problem; a test checks that each has a sentence in both languages.
    pub const ALL: [Problem; 19] = [
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
        Problem::NotAPersonalNumber,
        Problem::NotATime,
        Problem::WrongEncoding,
        Problem::UnknownSchool,
        Problem::UnknownLesson,
        Problem::KeysDisagree,
        Problem::Protected,
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
            Problem::NotAPersonalNumber => "bad-row-not-a-personal-number",
            Problem::NotATime => "bad-row-not-a-time",
            Problem::WrongEncoding => "bad-row-wrong-encoding",
            Problem::UnknownSchool => "bad-row-unknown-school",
            Problem::UnknownLesson => "bad-row-unknown-lesson",
            Problem::KeysDisagree => "bad-row-keys-disagree",
            Problem::Protected => "bad-row-protected",
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

/// Bad rows kept for the list; the rest are only counted.
const KEPT: usize = 1_000;

/// The bad rows of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BadRows {
    /// The first of them, in order of row.
    pub first: Vec<BadRow>,
    /// All of them.
    pub count: u64,
    /// Rows of the roster that may carry a protection mark for a pupil who cannot be told.
    pub unprotected: u64,
    /// Rows of the roster whose protection mark cannot be read: it counts as set.
    pub unclear: u64,
}

impl BadRows {
    /// Adds a bad row.
    pub fn add(&mut self, file: File, row: u64, column: &'static str, problem: Problem) {
        self.count += 1;
        if self.first.len() < KEPT {
            self.first.push(BadRow { file, row, column, problem });
        }
    }

    /// Adds the bad rows of what follows in the file.
    pub fn append(&mut self, after: BadRows) {
        self.count += after.count;
        self.unprotected += after.unprotected;
        self.unclear += after.unclear;
        let free = KEPT.saturating_sub(self.first.len());
        self.first.extend(after.first.into_iter().take(free));
    }
}
