//! How absent the pupils of a school and grade level are, week by week: the band behind a pupil's line.

use std::collections::{BTreeMap, BTreeSet};

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
    peer_weeks_of(sums.values().map(|pupil| &**pupil), None)
}

/// The same of some schools, or of all: `pupils` are the sums of everybody who may have been there.
pub fn peer_weeks_of<'a>(
    pupils: impl Iterator<Item = &'a [WeekSum]>,
    schools: Option<&BTreeSet<i32>>,
) -> Vec<PeerWeek> {
    let mut shares = Shares::default();
    pupils.for_each(|pupil| shares.count(pupil, schools));
    shares.quartiles()
}

/// What is counted of pupils, one after the other: the share of each by school, level and week.
#[derive(Debug, Default)]
pub struct Shares(BTreeMap<(i32, i32, Week), Vec<i32>>);

impl Shares {
    /// Counts a pupil at some schools, or at all.
    pub fn count(&mut self, pupil: &[WeekSum], schools: Option<&BTreeSet<i32>>) {
        let wanted = |school: i32| schools.is_none_or(|schools| schools.contains(&school));
        for week in pupil.chunk_by(|a, b| a.week == b.week) {
            for (at, first) in week.iter().enumerate() {
                if !wanted(first.school) || week.iter().take(at).any(|earlier| earlier.school == first.school) {
                    continue; // the weekend of a school that has been counted
                }
                if let Some((level, share)) = share(week.iter().filter(|sum| sum.school == first.school)) {
                    self.0.entry((first.school, level, first.week)).or_default().push(share);
                }
            }
        }
    }

    /// Counts what another has counted.
    pub fn merge(&mut self, other: Shares) {
        for (week, shares) in other.0 {
            self.0.entry(week).or_default().extend(shares);
        }
    }

    /// The quartiles, as [`peer_weeks()`] gives them.
    pub fn quartiles(self) -> Vec<PeerWeek> {
        let enough = self.0.into_iter().filter(|(_, shares)| shares.len() >= LEAST_PUPILS);
        enough.filter_map(|((school, level, week), shares)| quartiles(school, level, week, shares)).collect()
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{SCHOOL, sums, weeks};

    /// The quartiles of pupils who missed so many of 1,000 minutes in one week.
    fn of(absent: impl IntoIterator<Item = i32>) -> Vec<(i32, i32, i32, i32)> {
        let all = sums(absent.into_iter().map(|minutes| weeks(&[minutes])));
        peer_weeks(&all).iter().map(|week| (week.low, week.mid, week.high, week.pupils)).collect()
    }

    #[test]
    fn quartiles_are_by_nearest_rank() {
        assert_eq!(of((0..10).map(|n| 10 * n)), [(20, 40, 70, 10)]); // the third, fifth and eighth of ten
        assert_eq!(of((0..11).rev().map(|n| 10 * n)), [(20, 50, 80, 11)]); // the third, sixth and ninth of eleven
        assert_eq!(of([7; 12]), [(7, 7, 7, 12)]);
    }

    #[test]
    fn fewer_than_ten_pupils_give_nothing() {
        assert_eq!(of([100; 9]), []);
    }

    #[test]
    fn a_week_of_which_less_than_half_is_reported_does_not_count() {
        let with_reported = |reported| {
            let mut pupils = vec![weeks(&[100]); 9];
            pupils.push(weeks(&[100]).into_iter().map(|week| WeekSum { reported, ..week }).collect());
            peer_weeks(&sums(pupils)).len()
        };
        assert_eq!((with_reported(500), with_reported(499)), (1, 0));
        assert_eq!(with_reported(0), 0);
    }

    #[test]
    fn the_share_is_of_what_is_reported_with_the_weekend_in_it() {
        let [weekday] = *weeks(&[90]) else { panic!("one week") };
        let pupil = vec![
            WeekSum { reported: 900, ..weekday },
            WeekSum { weekend: true, days: 0b10_0000, scheduled: 100, reported: 100, absent: 60, ..weekday },
        ];
        let found = peer_weeks(&sums(vec![pupil; 10]));
        assert_eq!(found.iter().map(|week| (week.mid, week.pupils)).collect::<Vec<_>>(), [(150, 10)]); // 150 of 1,000
    }

    #[test]
    fn schools_levels_and_weeks_are_their_own() {
        let other = |change: fn(WeekSum) -> WeekSum| weeks(&[200]).into_iter().map(change).collect::<Vec<_>>();
        let at_another = || other(|week| WeekSum { school: SCHOOL + 1, ..week });
        let in_another = || other(|week| WeekSum { grade: 8, ..week });
        let all = sums((0..10).flat_map(|_| [weeks(&[100, 300]), at_another(), in_another()]).chain([weeks(&[100])]));
        let found: Vec<_> = peer_weeks(&all)
            .iter()
            .map(|it| (it.school - SCHOOL, it.level, it.week.number(), it.mid, it.pupils))
            .collect();
        assert_eq!(found, [(0, 7, 36, 100, 11), (0, 7, 37, 300, 10), (0, 8, 36, 200, 10), (1, 7, 36, 200, 10)]);
    }
}
