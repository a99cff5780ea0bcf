//! How a pupil stands, as a scan says it: numbers only.

use domain::{Day, Signals};

/// Weeks in the small picture of the latest weeks.
pub const WEEKS: usize = 10;

/// Who reads a pupil's row first, by the rules of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    /// The mentor.
    Mentor,
    /// Pupil health.
    PupilHealth,
}

impl Reader {
    pub(super) fn number(self) -> i64 {
        match self {
            Reader::Mentor => 0,
            Reader::PupilHealth => 1,
        }
    }

    pub(super) fn from_number(number: i64) -> Reader {
        if number == 0 { Reader::Mentor } else { Reader::PupilHealth }
    }
}

/// One pupil's row of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Pupil number.
    pub pupil: i32,
    /// School unit code of the school that the figures are counted at.
    pub school: i32,
    /// Level of the grade, 0 to 10.
    pub level: u8,
    /// The signals that fire.
    pub signals: Signals,
    /// Percent band of S01, 0 for none.
    pub band: u8,
    /// Level of S05, 0 for none.
    pub level5: u8,
    /// Day of the earliest signal that fires.
    pub since: Option<Day>,
    /// Place on the school's list: pupils come by rising place, and it depends on nobody else; none when not on it.
    pub place_school: Option<i64>,
    /// The same on the team's list.
    pub place_team: Option<i64>,
    /// Who reads the row first.
    pub first: Reader,
    /// Absent minutes of S01: the term so far.
    pub absent: i64,
    /// Scheduled minutes of S01.
    pub reported: i64,
    /// Nothing has been reported about the pupil for long.
    pub stale: bool,
    /// Absence of the latest weeks in percent, oldest first; 255 for a week without lessons.
    pub recent: [u8; WEEKS],
    /// What an explanation needs to know about other pupils, as the engine wrote it.
    pub peers: Option<Vec<u8>>,
}
