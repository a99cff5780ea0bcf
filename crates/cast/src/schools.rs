//! The municipality of Björkstad: its districts, schools and rooms. Unit codes are made up.

/// Name of the municipality.
pub const MUNICIPALITY: &str = "Björkstad";

/// The four districts.
pub const DISTRICTS: [&str; 4] = ["Centrum", "Norra", "Södra", "Östra"];

/// A school: one school unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct School {
    /// School unit code (skolenhetskod), eight digits.
    pub code: i32,
    /// Name.
    pub name: &'static str,
    /// Index into [`DISTRICTS`].
    pub district: usize,
    /// First and last level, 0 being förskoleklass.
    pub levels: (u8, u8),
}

const fn school(code: i32, name: &'static str, district: usize) -> School {
    School { code, name, district, levels: (0, 9) }
}

/// The twelve municipal schools, all F–9.
pub const SCHOOLS: [School; 12] = [
    school(90_000_101, "Björkskolan", 0),
    school(90_000_102, "Kvarnskolan", 0),
    school(90_000_103, "Rådhusskolan", 0),
    school(90_000_104, "Granlidsskolan", 1),
    school(90_000_105, "Norrängsskolan", 1),
    school(90_000_106, "Skogsbrynsskolan", 1),
    school(90_000_107, "Lillåskolan", 2),
    school(90_000_108, "Söderbergaskolan", 2),
    school(90_000_109, "Ekhagsskolan", 2),
    school(90_000_110, "Fyrskolan", 3),
    school(90_000_111, "Hamnskolan", 3),
    school(90_000_112, "Östervikskolan", 3),
];

/// The independent school. It has a huvudman, and so a room, of its own.
pub const INDEPENDENT: School = school(90_000_201, "Friskolan Kompassen", 0);

/// A room: one authority, or one huvudman.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Short name in addresses and configuration.
    pub code: &'static str,
    /// Name as people say it.
    pub name: &'static str,
}

/// The education board: all the schools in [`SCHOOLS`].
pub const EDUCATION: Room = Room { code: "utbildning", name: "Utbildningsnämnden i Björkstad" };
/// The social board.
pub const SOCIAL: Room = Room { code: "social", name: "Socialnämnden i Björkstad" };
/// The huvudman of [`INDEPENDENT`].
pub const COMPASS: Room = Room { code: "kompassen", name: "Stiftelsen Kompassen" };

/// Every room of the cast.
pub const ROOMS: [Room; 3] = [EDUCATION, SOCIAL, COMPASS];

/// Every school, the independent one last.
pub fn all() -> impl Iterator<Item = School> {
    SCHOOLS.into_iter().chain([INDEPENDENT])
}

/// The school with that code, if any.
pub fn by_code(code: i32) -> Option<School> {
    all().find(|school| school.code == code)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_and_names_are_their_own_and_have_eight_digits() {
        let codes: HashSet<_> = all().map(|school| school.code).collect();
        let names: HashSet<_> = all().map(|school| school.name).collect();
        assert_eq!((codes.len(), names.len()), (13, 13));
        assert!(codes.iter().all(|code| (10_000_000..=99_999_999).contains(code)));
        assert_eq!(ROOMS.map(|room| room.code).into_iter().collect::<HashSet<_>>().len(), ROOMS.len());
    }

    #[test]
    fn every_district_has_three_municipal_schools() {
        for district in 0..DISTRICTS.len() {
            assert_eq!(SCHOOLS.iter().filter(|school| school.district == district).count(), 3);
        }
    }
}
