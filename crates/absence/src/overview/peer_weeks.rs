//! How absent the pupils of a school and grade level are, week by week: the band behind a pupil's line.

use std::collections::BTreeMap;

use domain::Week;

use crate::scan::{Sums, WeekSum};

/// With fewer pupils than this nothing is shown: it could say something about one of them.
pub const LEAST_PUPILS: usize = 10;

/// Quartiles of the pupils' absence in a week at a school and level, in permille of each pupil's reported minutes.
///
/// Of a pupil's days of the ISO week at the school, `1000·A // D` (floor). A pupil counts when at least half of the
/// scheduled minutes are reported (`D > 0` and `2·D ≥ S`, a valid week as in S10), at the level of the latest of the
/// days. The quartiles are by nearest rank: of n pupils by rising share, number `⌈n/4⌉`, `⌈n/2⌉` and `⌈3·n/4⌉`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerWeek {
    /// School unit code.
    pub school: i32,
    /// Grade level.
    pub level: i32,
    /// The week.
    pub week: Week,
    /// Lower quartile, permille.
    pub low: i32,
    /// Median, permille.
    pub mid: i32,
    /// Upper quartile, permille.
    pub high: i32,
    /// Number of pupils, at least [`LEAST_PUPILS`].
    pub pupils: i32,
}

/// The quartiles of every school, level and week with enough pupils, in that order. Protected pupils are not in the
/// sums and so not in them.
pub fn peer_weeks(sums: &Sums) -> Vec<PeerWeek> {
    let mut shares: BTreeMap<(i32, i32, Week), Vec<i32>> = BTreeMap::new();
    for pupil in sums.values() {
        for week in pupil.chunk_by(|a, b| a.week == b.week) {
            for (at, first) in week.iter().enumerate() {
                if week.iter().take(at).any(|earlier| earlier.school == first.school) {
                    continue; // the weekend of a school that has been counted
                }
                if let Some((level, share)) = share(week.iter().filter(|sum| sum.school == first.school)) {
                    shares.entry((first.school, level, first.week)).or_default().push(share);
                }
            }
        }
    }
    let enough = shares.into_iter().filter(|(_, shares)| shares.len() >= LEAST_PUPILS);
    enough.filter_map(|((school, level, week), shares)| quartiles(school, level, week, shares)).collect()
}

/// A pupil's level and share of a week at one school, permille.
fn share<'a>(rows: impl Iterator<Item = &'a WeekSum>) -> Option<(i32, i32)> {
    let (mut scheduled, mut reported, mut absent) = (0, 0, 0);
    let mut last: Option<&WeekSum> = None;
    for row in rows {
        scheduled += i64::from(row.scheduled);
        reported += i64::from(row.reported);
        absent += i64::from(row.absent);
        if last.is_none_or(|last| last.last_day() <= row.last_day()) {
            last = Some(row);
        }
    }
    let level = last.filter(|_| reported > 0 && 2 * reported >= scheduled)?.grade;
    Some((level, i32::try_from(1000 * absent / reported).ok()?))
}

fn quartiles(school: i32, level: i32, week: Week, mut shares: Vec<i32>) -> Option<PeerWeek> {
    shares.sort_unstable();
    let of = |quarters: usize| shares.get((quarters * shares.len()).div_ceil(4).saturating_sub(1)).copied();
    let pupils = i32::try_from(shares.len()).ok()?;
    Some(PeerWeek { school, level, week, low: of(1)?, mid: of(2)?, high: of(3)?, pupils })
}
