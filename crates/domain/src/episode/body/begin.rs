//! From the referral to the start meeting.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::InterventionConsent;
use crate::{Day, Grade, SchoolForm, SchoolYear, closing::Neutral, coded, episode::Programme, plan::Person};

/// A grade with its form and school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GradeSaid {
    /// School form, as SS 12000 codes it.
    #[serde(serialize_with = "write_form", deserialize_with = "read_form")]
    pub form: SchoolForm,
    /// Level within the form.
    pub level: u8,
    /// The calendar year in which the school year begins.
    pub school_year: i16,
}

impl GradeSaid {
    /// The grade.
    pub fn grade(self) -> Grade {
        Grade { form: self.form, level: self.level, school_year: SchoolYear(self.school_year) }
    }
}

/// The episode before this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its id, as a UUID is written.
    pub episode: String,
}

/// The school refers a pupil to a programme.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// Whoever refers.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The values of the programme, as they are on that day.
    pub programme: Programme,
    /// The pupil's grade on that day.
    pub grade: GradeSaid,
    /// What the school asks for.
    pub asks: String,
    /// What the school has tried.
    pub tried: String,
    /// The pupil's own words; may be empty.
    pub pupil: String,
    /// The episode that this one continues, if any.
    pub continues: Option<Link>,
}

/// The referral has been taken in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// Whoever took it in.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
}

/// One side accepts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// Whoever accepts for the side.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
}

/// It cannot begin. The side's own reason stays in its room ([`super::OwnReason`]).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    /// Whoever declines.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The only reason that travels.
    pub reason: Neutral,
}

/// A start meeting is booked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartPlanned {
    /// Whoever booked it.
    pub by: Person,
    /// When it was booked.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The day of the meeting.
    #[serde(with = "coded::day")]
    pub meeting: Day,
}

/// Who came to a meeting.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Came {
    /// Name.
    pub name: String,
    /// In which capacity: mother, mentor, school social worker.
    pub capacity: String,
}

/// The start meeting was held.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartHeld {
    /// Whoever wrote it down.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// Who came.
    pub came: Vec<Came>,
    /// The family was told that it may apply for assessed support (SoL 11 kap. 6 §).
    pub told_of_application: bool,
    /// The family was told of the duty to notify (SoL 19 kap. 1 §).
    pub told_of_duty: bool,
    /// The family was told that it may say no at any time, and how.
    pub told_how_to_say_no: bool,
    /// The consent, when it was given at the meeting.
    pub consent: Option<InterventionConsent>,
    /// The pupil's own words; may be empty.
    pub pupil: String,
}

fn write_form<S: Serializer>(form: &SchoolForm, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(form.code())
}

fn read_form<'de, D: Deserializer<'de>>(from: D) -> Result<SchoolForm, D::Error> {
    SchoolForm::from_code(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("no school form"))
}

private_debug! {
    Referral { day, programme, grade, continues }
    Received { day }
    Accepted { day }
    Declined { day, reason }
    StartPlanned { day, meeting }
    Came { }
    StartHeld { day, told_of_application, told_of_duty, told_how_to_say_no, consent }
}
