//! S10 of everybody, of whom each depends on the season of the whole room.
//!
//! A CUSUM is kept as it was measured once, with the season that it was measured against. When the season has become
//! another, it says how far from the kept CUSUM any pupil's can be ([`Season::distance`]): only those who stand nearer to
//! the threshold than that are measured again.

use std::collections::{BTreeMap, BTreeSet};

use domain::Day;

use super::{Kept, Running};
use crate::scan::threads::in_parts;
use crate::scan::{SchoolDays, WeekSum};
use crate::signals::s10_worsening::{Figures, valid_weeks};
use crate::signals::s12b_timetable::Timetables;
use crate::signals::season::{Season, SeasonWeek};

/// No CUSUM: too few weeks.
pub(super) const NONE: i32 = i32::MIN;
/// When any CUSUM can be further than this from the kept one, ppm·weeks, everybody is measured again: half of what S10
/// fires at. Most pupils stand at zero or close to it.
const FAR: i64 = 200_000;

/// What follows from everybody on a day.
#[derive(Debug, Default)]
pub(super) struct OfDay {
    pub(super) timetables: Timetables,
    pub(super) school_days: SchoolDays,
    pub(super) now: Season,
    /// What the kept CUSUMs were measured against.
    then: Season,
}

impl OfDay {
    pub(super) fn season(&self) -> Vec<SeasonWeek> {
        self.now.weeks()
    }
}

/// The most minutes that a pupil has had reported in a week.
pub(super) fn widest(sums: &[WeekSum]) -> i64 {
    let of_week = |week: &[WeekSum]| week.iter().map(|sum| i64::from(sum.reported)).sum();
    sums.chunk_by(|a, b| a.week == b.week).map(of_week).max().unwrap_or(0)
}

impl Running {
    /// Counts the seasons anew, and S10 with them. Gives those for whom S10 has changed since another day or in itself.
    pub(super) fn finish_season(
        &mut self,
        before: &BTreeMap<i32, Box<[WeekSum]>>,
        changed: &BTreeSet<i32>,
    ) -> BTreeSet<i32> {
        let (scan_day, threads, limit) = (self.question.as_of(), self.threads, self.thresholds.s10.ppm_weeks);
        let new: Vec<&[WeekSum]> =
            changed.iter().filter_map(|pupil| self.pupils.get(pupil)).map(|kept| &*kept.sums).collect();
        let was: Vec<u64> = self.pupils.values().map(|kept| kept.s10).collect();
        let days = self.question.days().to_vec();
        let mut new_of_days = Vec::with_capacity(days.len());
        for &day in &days {
            let counted = in_parts(&new, threads, |part| {
                let mut counted = Season::default();
                part.iter().for_each(|sums| counted.count(&valid_weeks(sums, day, scan_day)));
                counted
            });
            new_of_days.push(counted);
        }
        for ((place, day), counted) in days.into_iter().enumerate().zip(new_of_days) {
            let Some(of_day) = self.days.get_mut(place) else { continue };
            let weeks = of_day.now.weeks();
            before.values().for_each(|sums| of_day.now.uncount(&valid_weeks(sums, day, scan_day)));
            counted.iter().for_each(|part| of_day.now.merge(part));
            let is_moved = weeks != of_day.now.weeks();
            let near = of_day.now.distance(&of_day.then, self.widest).filter(|distance| *distance <= FAR);
            if near.is_none() {
                of_day.then = of_day.now.clone();
            }
            let asked = Asked { place, day, scan_day, limit, near, of_day };
            let wanted = |pupil: &i32| is_moved || near.is_none() || changed.contains(pupil);
            let asked_of: Vec<(bool, &Kept)> = self
                .pupils
                .iter()
                .filter(|(pupil, _)| wanted(pupil))
                .map(|(pupil, kept)| (changed.contains(pupil), kept))
                .collect();
            let parts = in_parts(&asked_of, threads, |part| {
                part.iter().map(|(anew, kept)| asked.of(kept, *anew)).collect::<Vec<_>>()
            });
            let all = self.pupils.iter_mut().filter(|(pupil, _)| wanted(pupil));
            for ((_, kept), (cusum, fires)) in all.zip(parts.into_iter().flatten()) {
                if let Some(kept) = kept.cusums.get_mut(place) {
                    *kept = cusum;
                }
                let bit = 1 << place.min(63);
                kept.s10 = if fires { kept.s10 | bit } else { kept.s10 & !bit };
            }
        }
        let now = self.pupils.iter().zip(was);
        now.filter(|((_, kept), was)| kept.s10 != *was).map(|((pupil, _), _)| *pupil).collect()
    }
}

struct Asked<'a> {
    place: usize,
    day: Day,
    scan_day: Day,
    limit: i64,
    /// How far from the kept CUSUM that of today can be; `None` when everybody is measured again.
    near: Option<i64>,
    of_day: &'a OfDay,
}

impl Asked<'_> {
    /// The CUSUM to keep, and whether S10 fires. It is measured anew when asked for, or when the kept one does not tell.
    fn of(&self, kept: &Kept, anew: bool) -> (i32, bool) {
        let before = kept.cusums.get(self.place).copied().unwrap_or(NONE);
        let fires = |cusum: i32| cusum != NONE && i64::from(cusum) >= self.limit;
        let cusum = |season| {
            let weeks = valid_weeks(&kept.sums, self.day, self.scan_day);
            Figures::measure(&weeks, season).cusum.and_then(|it| i32::try_from(it).ok()).unwrap_or(NONE)
        };
        match self.near {
            None => {
                let now = cusum(&self.of_day.now);
                (now, fires(now))
            }
            Some(_) if anew => (cusum(&self.of_day.then), fires(cusum(&self.of_day.now))),
            Some(distance) if before != NONE && (i64::from(before) - self.limit).abs() <= distance => {
                (before, fires(cusum(&self.of_day.now)))
            }
            Some(_) => (before, fires(before)),
        }
    }
}
