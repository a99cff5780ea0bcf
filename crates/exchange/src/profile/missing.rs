//! What a profile lacks, as messages that a person can act on.

use text::Message;

use super::{Field, Kind, Profile};

/// What must be told before a file can be read with the profile; empty when nothing is missing.
pub fn missing(profile: &Profile) -> Vec<Message> {
    let has = |field| profile.has(field);
    let mut codes = Vec::new();
    let mut need = |there: bool, code: &'static str| {
        if !there {
            codes.push(Message::new(code));
        }
    };
    need(has(Field::Pupil) || has(Field::PersonalNumber), "exchange-missing-pupil");
    match profile.kind {
        Kind::Pupils => {
            need(has(Field::Name) || (has(Field::GivenName) && has(Field::FamilyName)), "exchange-missing-name");
            need(has(Field::School) || profile.school.is_some(), "exchange-missing-school");
            need(has(Field::Grade), "exchange-missing-grade");
            need(has(Field::SchoolForm) || profile.school_form.is_some(), "exchange-missing-school-form");
            need(has(Field::Protected) || profile.protected_left_out, "exchange-missing-protected");
        }
        Kind::Lessons => {
            need(has(Field::School) || profile.school.is_some(), "exchange-missing-school");
            need(has(Field::Date), "exchange-missing-date");
            need(has(Field::Start), "exchange-missing-start");
            need(has(Field::Subject), "exchange-missing-subject");
            need(has(Field::Scheduled) || has(Field::End), "exchange-missing-scheduled");
            let split = has(Field::Valid) && (has(Field::Invalid) || has(Field::Late));
            need(split || has(Field::Status), "exchange-missing-absence");
        }
        Kind::Guardians => {
            let name = has(Field::GuardianName) || (has(Field::GuardianGivenName) && has(Field::GuardianFamilyName));
            need(name, "exchange-missing-guardian-name");
        }
        Kind::Sums => {
            need(has(Field::From) && has(Field::To), "exchange-missing-period");
            need(has(Field::Scheduled), "exchange-missing-scheduled");
            need(has(Field::Valid) && has(Field::Invalid), "exchange-missing-absence");
        }
    }
    codes
}
