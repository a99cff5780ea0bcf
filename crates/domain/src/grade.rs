//! Grades: never a bare number. A grade belongs to a school form and a school year, because both change over time.

use crate::term::SchoolYear;

/// School forms with compulsory attendance that a roster can name. The codes are those of SS 12000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SchoolForm {
    /// Förskoleklass: grade 0 until the ten-year school.
    PreschoolClass,
    /// Grundskola.
    CompulsorySchool,
    /// Anpassad grundskola.
    AdaptedCompulsorySchool,
    /// Specialskola.
    SpecialSchool,
    /// Sameskola.
    SamiSchool,
}

impl SchoolForm {
    /// Every form, in the order of the codes in the documentation.
    pub const ALL: [SchoolForm; 5] = [
        SchoolForm::PreschoolClass,
        SchoolForm::CompulsorySchool,
        SchoolForm::AdaptedCompulsorySchool,
        SchoolForm::SpecialSchool,
        SchoolForm::SamiSchool,
    ];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            SchoolForm::PreschoolClass => "FKLASS",
            SchoolForm::CompulsorySchool => "GR",
            SchoolForm::AdaptedCompulsorySchool => "GRS",
            SchoolForm::SpecialSchool => "SP",
            SchoolForm::SamiSchool => "SAM",
        }
    }

    /// The form with that code, if any.
    pub fn from_code(code: &str) -> Option<SchoolForm> {
        SchoolForm::ALL.into_iter().find(|form| form.code() == code)
    }
}

/// A pupil's grade: form, level (0 = förskoleklass, 1–9, 10 in specialskola) and the school year it holds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Grade {
    /// School form.
    pub form: SchoolForm,
    /// Level within the form.
    pub level: u8,
    /// School year that the level holds for.
    pub school_year: SchoolYear,
}

/// The three stages that S10 compares pupils within: F–3, 4–6 and 7–9 (method, section 1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Förskoleklass to grade 3.
    Low,
    /// Grades 4–6.
    Middle,
    /// Grades 7–9 (and above).
    High,
}

impl Stage {
    /// The stage of a level.
    pub fn of(level: i8) -> Stage {
        match level {
            ..=3 => Stage::Low,
            4..=6 => Stage::Middle,
            _ => Stage::High,
        }
    }

    /// First and last level of the stage.
    pub fn levels(self) -> (u8, u8) {
        match self {
            Stage::Low => (0, 3),
            Stage::Middle => (4, 6),
            Stage::High => (7, 9),
        }
    }
}
