//! The named staff of Björkstad: who they are and where they work. Fictional, all of them.

use crate::schools::{COMPASS, EDUCATION, Room, SOCIAL};

/// What somebody works as. More than one room can have the same role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Skolkurator.
    Counsellor,
    /// Specialpedagog.
    SpecialEducator,
    /// Rektor.
    HeadTeacher,
    /// Mentor.
    Mentor,
    /// Skolsköterska.
    SchoolNurse,
    /// Skolsocionom.
    SchoolSocialWorker,
    /// Familjebehandlare.
    FamilyTherapist,
    /// Enhetschef.
    UnitManager,
    /// Samordnare.
    Coordinator,
    /// Systemadministratör.
    Administrator,
    /// Dataskyddsombud.
    DataProtectionOfficer,
    /// Registrator.
    Registrar,
    /// Skyddsansvarig: the named officer for pupils with protected identity.
    ProtectedDataOfficer,
}

/// A member of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Short name in addresses and tests: "maria".
    pub id: &'static str,
    /// Full name.
    pub name: &'static str,
    /// What she or he works as.
    pub role: Role,
    /// The authority that employs her or him.
    pub room: Room,
    /// School unit codes of the schools the work is tied to; empty when it is not tied to any.
    pub schools: &'static [i32],
    /// Class of a mentor.
    pub class: Option<&'static str>,
}

const fn at(
    id: &'static str,
    name: &'static str,
    role: Role,
    room: Room,
    schools: &'static [i32],
    class: Option<&'static str>,
) -> Person {
    Person { id, name, role, room, schools, class }
}

/// The staff, school side first. Björkskolan and Kvarnskolan share the counsellor.
pub const PEOPLE: [Person; 16] = [
    at("maria", "Maria Lindgren", Role::Counsellor, EDUCATION, &[90_000_101, 90_000_102], None),
    at("amir", "Amir Haddad", Role::SpecialEducator, EDUCATION, &[90_000_101], None),
    at("birgitta", "Birgitta Åström", Role::HeadTeacher, EDUCATION, &[90_000_101], None),
    at("jonas", "Jonas Ekdahl", Role::Mentor, EDUCATION, &[90_000_101], Some("7B")),
    at("selam", "Selam Tesfaye", Role::Mentor, EDUCATION, &[90_000_107], Some("8A")),
    at("petra", "Petra Nyholm", Role::SchoolNurse, EDUCATION, &[90_000_101, 90_000_107], None),
    at("olle", "Olle Sandin", Role::Administrator, EDUCATION, &[], None),
    at("gunilla", "Gunilla Thorell", Role::Registrar, EDUCATION, &[], None),
    at("erik", "Erik Wallin", Role::DataProtectionOfficer, EDUCATION, &[], None),
    at("karin", "Karin Falk", Role::Coordinator, EDUCATION, &[], None),
    at("stina", "Stina Berglund", Role::ProtectedDataOfficer, EDUCATION, &[], None),
    at("leila", "Leila Karimi", Role::SchoolSocialWorker, SOCIAL, &[], None),
    at("tomas", "Tomas Bergvall", Role::FamilyTherapist, SOCIAL, &[], None),
    at("annika", "Annika Rehn", Role::UnitManager, SOCIAL, &[], None),
    at("danijel", "Danijel Petrović", Role::Coordinator, SOCIAL, &[], None),
    at("ingrid", "Ingrid Malmström", Role::HeadTeacher, COMPASS, &[90_000_201], None),
];

/// The member of staff with that short name, if any.
pub fn by_id(id: &str) -> Option<Person> {
    PEOPLE.into_iter().find(|person| person.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::schools;

    #[test]
    fn short_names_and_names_are_their_own() {
        assert_eq!(PEOPLE.iter().map(|person| person.id).collect::<HashSet<_>>().len(), PEOPLE.len());
        assert_eq!(PEOPLE.iter().map(|person| person.name).collect::<HashSet<_>>().len(), PEOPLE.len());
    }

    #[test]
    fn every_school_that_somebody_works_at_exists_and_is_in_the_same_room() {
        for person in PEOPLE {
            for code in person.schools {
                let school = schools::by_code(*code).unwrap();
                assert_eq!(person.room == COMPASS, school == schools::INDEPENDENT, "{}", person.id);
                assert_ne!(person.room, SOCIAL, "{}", person.id);
            }
        }
    }

    #[test]
    fn a_mentor_has_one_school_and_a_class_and_nobody_else_has_a_class() {
        for person in PEOPLE {
            let mentor = person.role == Role::Mentor;
            assert_eq!(person.class.is_some(), mentor, "{}", person.id);
            assert!(!mentor || person.schools.len() == 1, "{}", person.id);
        }
    }
}
