//! The named pupils of Björkstad, each with a story in one line, for tests and demo. Fictional, all of them.

/// A pupil with a story. The school year is that of the demo, 2026/27.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// Pupil number. From 9,000,001, so that no pupil of the synthetic city has the same.
    pub number: i32,
    /// Full name.
    pub name: &'static str,
    /// Personal number of twelve digits; the birth number is in the series 980–999 kept for tests.
    pub personal_number: &'static str,
    /// School unit code.
    pub school: i32,
    /// Level, 0 being förskoleklass.
    pub level: u8,
    /// Class.
    pub class: &'static str,
    /// Protected identity.
    pub protected: bool,
    /// What happens, in one line.
    pub story: &'static str,
}

/// The pupils with a story.
pub const PUPILS: [Pupil; 8] = [
    Pupil {
        number: 9_000_001,
        name: "Elsa Nordin",
        personal_number: "201303149809",
        school: 90_000_101,
        level: 7,
        class: "7B",
        protected: false,
        story: "Slides from 4 to 30 % absence since week 40, Fridays and physical education first; the case to follow.",
    },
    Pupil {
        number: 9_000_002,
        name: "Yusuf Abdi",
        personal_number: "201209029816",
        school: 90_000_101,
        level: 8,
        class: "8A",
        protected: false,
        story: "Supported since spring, from 55 to 20 % absence; the plan is due for review in a week.",
    },
    Pupil {
        number: 9_000_003,
        name: "Tindra Löfgren",
        personal_number: "201105219826",
        school: 90_000_107,
        level: 9,
        class: "9B",
        protected: false,
        story: "At home since September; guardians have consented, the pupil has not been heard yet.",
    },
    Pupil {
        number: 9_000_004,
        name: "Milo Stenberg",
        personal_number: "201411089830",
        school: 90_000_102,
        level: 6,
        class: "6A",
        protected: false,
        story: "Ill for three weeks and back: high absence that needs no team.",
    },
    Pupil {
        number: 9_000_005,
        name: "Sara Wolde",
        personal_number: "201307279842",
        school: 90_000_107,
        level: 7,
        class: "7A",
        protected: false,
        story: "Changed school in October in the middle of support; one guardian withdraws the consent.",
    },
    Pupil {
        number: 9_000_006,
        name: "Hugo Palmér",
        personal_number: "201202119853",
        school: 90_000_110,
        level: 8,
        class: "8C",
        protected: false,
        story: "Reduced timetable without a decision: the absence looks low because the schedule is short.",
    },
    Pupil {
        number: 9_000_007,
        name: "Nora Ahlin",
        personal_number: "201610309864",
        school: 90_000_104,
        level: 4,
        class: "4A",
        protected: true,
        story: "Protected identity: must never be seen in the attendance history.",
    },
    Pupil {
        number: 9_000_008,
        name: "Leo Marklund",
        personal_number: "201106189879",
        school: 90_000_201,
        level: 9,
        class: "9A",
        protected: false,
        story: "Goes to the independent school, whose room refers to the social services on its own.",
    },
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::{clock, schools};

    /// Sum of the ten last digits, every other one doubled (the Luhn check of personal numbers).
    fn luhn(number: &str) -> u32 {
        let digits = number.chars().skip(2).map(|digit| digit.to_digit(10).unwrap());
        digits.enumerate().map(|(at, digit)| if at % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit }).sum()
    }

    #[test]
    fn numbers_are_their_own() {
        assert_eq!(PUPILS.iter().map(|pupil| pupil.number).collect::<HashSet<_>>().len(), PUPILS.len());
        assert_eq!(PUPILS.iter().map(|pupil| pupil.personal_number).collect::<HashSet<_>>().len(), PUPILS.len());
    }

    #[test]
    fn personal_numbers_are_valid_and_in_the_test_series() {
        for pupil in PUPILS {
            let number = pupil.personal_number;
            assert_eq!(number.len(), 12);
            assert_eq!(luhn(number) % 10, 0, "{} {number}: {}", pupil.name, luhn(number));
            assert!((980..=999).contains(&number.get(8..11).unwrap().parse::<u32>().unwrap()));
            let born: i16 = number.get(..4).unwrap().parse().unwrap();
            assert_eq!(born, clock::DEMO_DAY.year() - 6 - i16::from(pupil.level), "{}", pupil.name);
        }
    }

    #[test]
    fn every_pupil_goes_to_a_school_that_exists_in_a_class_of_the_level() {
        for pupil in PUPILS {
            assert!(schools::by_code(pupil.school).is_some(), "{}", pupil.name);
            assert!(pupil.class.starts_with(&pupil.level.to_string()), "{}", pupil.name);
        }
    }
}
