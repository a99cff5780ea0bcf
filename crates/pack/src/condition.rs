//! One condition of a work list: a signal, and for S01 and S05 how far it has gone. Written as words in the files.

use domain::Signal;

use crate::{error::Problem, thresholds::Thresholds};

/// S05 has two levels.
const LEVELS_S05: std::ops::RangeInclusive<i64> = 1..=2;
/// What an S01 level may be; that it is a band of the thresholds is checked with them.
const LEVELS_S01: std::ops::RangeInclusive<i64> = 0..=100;

/// A signal that fires, perhaps with a level: `S05`, `S01 at least 15`, `S05 at least 2`, `S01 below notify`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The signal; never S12.
    pub signal: Signal,
    /// Lowest level: for S01 a band in percent, for S05 level 1 or 2.
    pub at_least: Option<i64>,
    /// S01 only: the band is below the level at which the signal is a matter for more than the mentor.
    pub below_notify: bool,
}

impl Condition {
    /// Whether the condition holds for a signal that `fires` (answers yes) at a `level`: the band in percent for S01,
    /// 1 or 2 for S05; other signals have no level.
    pub fn holds(self, fires: bool, level: i64, thresholds: &Thresholds) -> bool {
        fires
            && self.at_least.is_none_or(|least| level >= least)
            && (!self.below_notify || level < thresholds.s01.notify_percent)
    }
    /// Reads the words of a file.
    pub(crate) fn parse(text: &str) -> Result<Condition, Problem> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let plain = |code: &str| Ok(Condition { signal: signal(code)?, at_least: None, below_notify: false });
        match words.as_slice() {
            [code] => plain(code),
            [code, "at", "least", level] => {
                let level = level.parse::<i64>().map_err(|_| Problem::UnknownSignal)?;
                let condition = Condition { at_least: Some(level), ..plain(code)? };
                let reachable = match condition.signal {
                    Signal::S01 => LEVELS_S01.contains(&level),
                    Signal::S05 => LEVELS_S05.contains(&level),
                    _ => false,
                };
                if reachable { Ok(condition) } else { Err(Problem::ValueOutOfRange) }
            }
            ["S01", "below", "notify"] => Ok(Condition { below_notify: true, ..plain("S01")? }),
            _ => Err(Problem::UnknownSignal),
        }
    }
}

/// A signal that may stand on a list.
pub(crate) fn signal(code: &str) -> Result<Signal, Problem> {
    match Signal::from_code(code) {
        Some(signal) if signal.about_pupil() => Ok(signal),
        Some(_) => Err(Problem::S12OnList),
        None if code == "S12" => Err(Problem::S12OnList),
        None => Err(Problem::UnknownSignal),
    }
}
