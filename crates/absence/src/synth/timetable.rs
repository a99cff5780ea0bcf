//! The timetable: how many lessons a day, how long, and which subject when.

/// The subject codes; lesson rows hold indices into this list.
pub(super) const SUBJECTS: [&str; 12] = ["SV", "MA", "EN", "IDH", "SO", "NO", "BL", "MU", "SL", "TK", "HKK", "MSPR"];

const SV: u16 = 0;
const MA: u16 = 1;
const EN: u16 = 2;
/// Physical education.
pub(super) const IDH: u16 = 3;
const SO: u16 = 4;
const NO: u16 = 5;
const BL: u16 = 6;
const MU: u16 = 7;
const SL: u16 = 8;
const TK: u16 = 9;
const HKK: u16 = 10;
const MSPR: u16 = 11;

/// The first lesson starts 08:15.
pub(super) const FIRST_START: i32 = 8 * 60 + 15;
/// Minutes between two lessons.
pub(super) const PAUSE: i32 = 15;

/// The school week of a stage.
pub(super) struct Timetable {
    /// Minutes of a lesson.
    pub(super) minutes: i32,
    /// Subjects of the lessons, Monday first. Every day has as many.
    pub(super) week: [&'static [u16]; 5],
}

impl Timetable {
    /// Lessons a day.
    pub(super) fn lessons(&self) -> usize {
        self.week.first().map_or(0, |day| day.len())
    }
}

/// Förskoleklass, grades 1–3, 4–6 and 7–9: minutes and lessons of method, section 5.2, about the guaranteed hours.
const TIMETABLES: [Timetable; 4] = [
    Timetable {
        minutes: 44,
        week: [&[SV, MA, IDH, BL], &[SV, NO, MU, SV], &[MA, SV, SL, NO], &[SV, IDH, MA, BL], &[SV, MU, SO, MA]],
    },
    Timetable {
        minutes: 42,
        week: [
            &[SV, MA, IDH, SV, SO],
            &[SV, NO, MA, MU, SV],
            &[MA, SV, IDH, SO, EN],
            &[SV, SL, MA, NO, SV],
            &[SV, MA, BL, SO, IDH],
        ],
    },
    Timetable {
        minutes: 53,
        week: [
            &[SV, MA, EN, IDH, SO],
            &[MA, SV, NO, SL, EN],
            &[SO, MA, IDH, SV, BL],
            &[EN, SV, MA, TK, NO],
            &[MA, SV, SO, MU, IDH],
        ],
    },
    Timetable {
        minutes: 50,
        week: [
            &[SV, MA, EN, IDH, SO, SL],
            &[NO, MSPR, SV, MA, MU, SO],
            &[MA, EN, HKK, HKK, MSPR, NO],
            &[SO, SV, TK, MA, BL, SL],
            &[EN, NO, MSPR, SV, SO, IDH],
        ],
    },
];

/// The timetable of a level.
pub(super) fn timetable(level: u8) -> &'static Timetable {
    let [preschool, low, middle, high] = &TIMETABLES;
    match level {
        0 => preschool,
        1..=3 => low,
        4..=6 => middle,
        _ => high,
    }
}
