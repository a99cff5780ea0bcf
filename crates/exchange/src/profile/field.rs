//! What a row is about, and what a column can be. The names are those of the canonical files where these have them.

use serde::{Deserialize, Serialize};

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A pupil at a school.
    Pupils,
    /// A pupil at a lesson.
    Lessons,
    /// A guardian of a pupil.
    Guardians,
    /// A pupil in a subject over a time: minutes added up.
    Sums,
}

impl Kind {
    /// The end of the code of its sentence, `exchange-kind-…`.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Pupils => "pupils",
            Kind::Lessons => "lessons",
            Kind::Guardians => "guardians",
            Kind::Sums => "sums",
        }
    }
}

/// Makes the list of fields: the variant, its code, and what it is.
macro_rules! fields {
    ($($variant:ident $code:literal $doc:literal,)*) => {
        /// What a column can be.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Field {
            $(#[doc = $doc] #[serde(rename = $code)] $variant,)*
        }

        impl Field {
            /// Every field, in order.
            pub const ALL: &[Field] = &[$(Field::$variant),*];

            /// The name in profiles and in lists of bad rows.
            pub fn code(self) -> &'static str {
                match self {
                    $(Field::$variant => $code,)*
                }
            }

            /// The code of its name as a sentence.
            pub fn sentence(self) -> &'static str {
                match self {
                    $(Field::$variant => concat!("exchange-field-", $code),)*
                }
            }
        }
    };
}

fields! {
    Pupil "pupil" "The source's own key of the pupil: a number or any other text.",
    PersonalNumber "personal_number" "Personal, coordination or temporary number of the pupil.",
    Name "name" "The pupil's whole name.",
    GivenName "given_name" "The pupil's given name.",
    FamilyName "family_name" "The pupil's family name.",
    School "school" "School: unit code, or a name that the profile knows.",
    Class "class" "Class.",
    Grade "grade" "Level.",
    SchoolForm "school_form" "School form.",
    SchoolYear "school_year" "The year in which the school year of the grade begins.",
    EnrolledFrom "enrolled_from" "First day at the school.",
    EnrolledTo "enrolled_to" "Last day at the school.",
    Protected "protected" "Mark of protected identity.",
    ReducedFrom "reduced_from" "First day of a decision on a reduced timetable.",
    ReducedTo "reduced_to" "Its last day.",
    Date "date" "Day of the lesson, with or without its start.",
    Start "start" "Start of the lesson: a time of day.",
    End "end" "End of the lesson: a time of day.",
    Subject "subject" "Subject or course.",
    Scheduled "s" "Scheduled time.",
    Valid "v" "Time of valid absence.",
    Invalid "u" "Time of invalid absence.",
    Late "late" "Time of late arrival: counts as invalid absence.",
    Absent "absent" "Time of absence, of the kind that the status tells.",
    Status "status" "What was reported, as a word.",
    Reported "reported" "Whether anything was reported.",
    Cancelled "cancelled" "Whether the lesson was called off.",
    From "from" "First day of a sum.",
    To "to" "Last day of a sum.",
    GuardianNumber "guardian_number" "Personal number of the guardian.",
    GuardianName "guardian_name" "The guardian's whole name.",
    GuardianGivenName "guardian_given_name" "The guardian's given name.",
    GuardianFamilyName "guardian_family_name" "The guardian's family name.",
    Email "email" "E-mail of the guardian.",
    Telephone "telephone" "Telephone of the guardian.",
}

impl Field {
    /// Whether values may be shown in a masked preview: they say nothing about whom.
    pub fn is_plain(self) -> bool {
        matches!(
            self,
            Field::School
                | Field::Grade
                | Field::SchoolForm
                | Field::SchoolYear
                | Field::Date
                | Field::Start
                | Field::End
                | Field::Subject
                | Field::Scheduled
                | Field::Reported
                | Field::Cancelled
                | Field::From
                | Field::To
        )
    }
}
