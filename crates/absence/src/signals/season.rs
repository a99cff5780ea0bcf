//! The season of S10: what the pupils of each stage of the whole room did in each week.
//!
//! It is the only thing in which every pupil of the room depends on every other, so it is kept once for all of them,
//! and not in the figures of each.

use domain::{Stage, Week};

use super::s10_worsening::{MILLION, MONITORED, ValidWeek};

/// With fewer pupils than this a stage has no season in a week.
const LEAST_PEERS: i64 = 21;
const STAGES: [Stage; 3] = [Stage::Low, Stage::Middle, Stage::High];

/// What the pupils of a stage did in a week: GA, GD and GN.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Peers {
    absent: i64,
    reported: i64,
    pupils: i64,
}

/// A week of a stage in which enough pupils have a valid week. Minutes of all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeasonWeek {
    /// The stage.
    pub stage: Stage,
    /// The week.
    pub week: Week,
    /// Absence minutes, GA.
    pub absent: i64,
    /// Reported minutes, GD.
    pub reported: i64,
    /// Pupils, GN: 21 or more.
    pub pupils: i64,
}

/// The pupils of every stage and week: one row a week, from the first week that was counted.
#[derive(Clone, Debug, Default)]
pub struct Season {
    first: Week,
    weeks: Vec<[Peers; 3]>,
}

impl Season {
    /// Counts a pupil's valid weeks.
    pub fn count(&mut self, weeks: &[ValidWeek]) {
        for week in weeks {
            self.add(week.week, week.stage, Peers { absent: week.absent, reported: week.reported, pupils: 1 });
        }
    }

    /// Takes back what was counted of a pupil.
    pub fn uncount(&mut self, weeks: &[ValidWeek]) {
        for week in weeks {
            self.add(week.week, week.stage, Peers { absent: -week.absent, reported: -week.reported, pupils: -1 });
        }
    }

    /// Counts what another season has counted.
    pub fn merge(&mut self, other: &Season) {
        for (week, stages) in (other.first.0..).map(Week).zip(&other.weeks) {
            for (stage, peers) in STAGES.into_iter().zip(stages) {
                self.add(week, stage, *peers);
            }
        }
    }

    fn add(&mut self, week: Week, stage: Stage, more: Peers) {
        if self.weeks.is_empty() {
            self.first = week;
        }
        if let Ok(before @ 1..) = usize::try_from(self.first.0 - week.0) {
            self.weeks.splice(0..0, std::iter::repeat_n([Peers::default(); 3], before));
            self.first = week;
        }
        let place = usize::try_from(week.0 - self.first.0).unwrap_or(0);
        if place >= self.weeks.len() {
            self.weeks.resize(place + 1, [Peers::default(); 3]);
        }
        if let Some(peers) = self.weeks.get_mut(place).and_then(|stages| stages.get_mut(stage as usize)) {
            peers.absent += more.absent;
            peers.reported += more.reported;
            peers.pupils += more.pupils;
        }
    }

    fn of(&self, stage: Stage, week: Week) -> Option<&Peers> {
        let place = usize::try_from(week.0.checked_sub(self.first.0)?).ok()?;
        self.weeks.get(place)?.get(stage as usize)
    }

    /// g_w: the level of the others in the pupil's stage and week, ppm; `None` with fewer than 21 pupils.
    pub(super) fn others(&self, week: &ValidWeek) -> Option<i64> {
        let peers = self.of(week.stage, week.week)?;
        let enough = peers.pupils >= LEAST_PEERS;
        enough.then(|| (MILLION * (peers.absent - week.absent)).checked_div(peers.reported - week.reported)).flatten()
    }

    /// The weeks that have a season, by week and stage: all that [`Season::of_weeks`] needs to measure the same.
    pub fn weeks(&self) -> Vec<SeasonWeek> {
        let weeks = (self.first.0..).map(Week).zip(&self.weeks);
        let stages = weeks.flat_map(|(week, of)| STAGES.into_iter().zip(of).map(move |(stage, of)| (week, stage, of)));
        let enough = stages.filter(|(.., of)| of.pupils >= LEAST_PEERS);
        let told = |(week, stage, of): (Week, Stage, &Peers)| {
            let Peers { absent, reported, pupils } = *of;
            SeasonWeek { stage, week, absent, reported, pupils }
        };
        enough.map(told).collect()
    }

    /// The season that some weeks make.
    pub fn of_weeks(weeks: impl IntoIterator<Item = SeasonWeek>) -> Season {
        let mut season = Season::default();
        for SeasonWeek { stage, week, absent, reported, pupils } in weeks {
            season.add(week, stage, Peers { absent, reported, pupils });
        }
        season
    }

    /// How far a pupil's CUSUM can be from what it is in another season, ppm·weeks, when no pupil has more than `widest`
    /// reported minutes in a week. `None`: any distance.
    ///
    /// Of a week, others are `A / D` without the pupil's own `a / d`, and absence is at most what is reported. When `A`
    /// and `D` change, `(A − a) / (D − d)` changes by at most `(|ΔA| + |ΔD|) / (D − d)`. The level before is a mean of
    /// such weeks, each of the 8 monitored weeks adds the change of both, and neither cutting off nor starting over at
    /// zero makes a distance greater.
    pub(crate) fn distance(&self, other: &Season, widest: i64) -> Option<i64> {
        let first = self.first.0.min(other.first.0);
        let last =
            |season: &Season| season.first.0.saturating_add(i32::try_from(season.weeks.len()).unwrap_or(i32::MAX));
        let none = Peers::default();
        let mut most = 0;
        for week in (first..last(self).max(last(other))).map(Week) {
            for stage in STAGES {
                let (a, b) = (self.of(stage, week).unwrap_or(&none), other.of(stage, week).unwrap_or(&none));
                match (a.pupils >= LEAST_PEERS, b.pupils >= LEAST_PEERS) {
                    (false, false) => continue,
                    (true, true) if a == b => continue,
                    (true, true) => {}
                    _ => return None,
                }
                let least = a.reported.min(b.reported) - widest;
                if least <= 0 {
                    return None;
                }
                let changed = (a.absent - b.absent).abs() + (a.reported - b.reported).abs();
                most = most.max((MILLION * changed + least - 1) / least);
            }
        }
        Some(2 * i64::try_from(MONITORED).unwrap_or(i64::MAX) * most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::s10_worsening::Figures;
    use crate::signals::testing::day;

    fn lots(seed: u64) -> impl FnMut(i64) -> i64 {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        move |of| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            i64::try_from(state % of.unsigned_abs()).unwrap()
        }
    }

    fn pupil(lot: &mut impl FnMut(i64) -> i64) -> Vec<ValidWeek> {
        let first = day("2025-08-18").week().0;
        let stage = STAGES[usize::try_from(lot(3)).unwrap()];
        let week = |number, lot: &mut dyn FnMut(i64) -> i64| {
            let reported = 200 + lot(1_300);
            ValidWeek { week: Week(number), stage, reported, absent: lot(reported + 1), scheduled: 1_500, invalid: 0 }
        };
        (0..16).map(|number| week(first + number, lot)).collect()
    }

    #[test]
    fn no_cusum_moves_further_than_the_distance_of_the_seasons() {
        for seed in 1..30 {
            let lot = &mut lots(seed);
            let pupils: Vec<_> = (0..1_500).map(|_| pupil(lot)).collect();
            let mut before = Season::default();
            pupils.iter().for_each(|weeks| before.count(weeks));
            let mut after = before.clone();
            for weeks in &pupils[..10] {
                after.uncount(weeks);
                let again: Vec<_> = weeks.iter().map(|it| ValidWeek { absent: lot(it.reported + 1), ..*it }).collect();
                after.count(&again[..again.len() - usize::try_from(lot(3)).unwrap()]);
            }
            let distance = after.distance(&before, 1_500).unwrap();
            // One week of nothing but absence: what every CUSUM is within anyway says nothing.
            assert!(distance < MILLION, "{distance} says nothing");
            let mut moved = 0;
            for weeks in &pupils[10..] {
                let cusum = |season| Figures::measure(weeks, season).cusum.unwrap();
                let by = (cusum(&after) - cusum(&before)).abs();
                assert!(by <= distance, "{by} of {distance}");
                moved += i64::from(by > 0);
            }
            assert!(moved > 100);
        }
    }

    #[test]
    fn a_week_that_gets_or_loses_its_season_can_move_anything() {
        let lot = &mut lots(7);
        let mut pupils = std::iter::repeat_with(|| pupil(lot)).filter(|weeks| weeks[0].stage == Stage::Low);
        let (mut few, mut enough) = (Season::default(), Season::default());
        pupils.by_ref().take(20).for_each(|weeks| few.count(&weeks));
        enough.merge(&few);
        enough.count(&pupils.next().unwrap());
        assert_eq!(few.distance(&enough, 1_500), None);
        assert_eq!(few.distance(&few, 1_500), Some(0));
        assert!(few.weeks().is_empty() && enough.weeks().len() == 16);
        assert_eq!(Season::of_weeks(enough.weeks()).weeks(), enough.weeks());
    }
}
