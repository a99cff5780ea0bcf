//! S12b, P15 and the level of others, where they may have changed.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use domain::Term;

use super::Running;
use super::season::OfDay;
use crate::scan::level::Levels;
use crate::scan::threads::in_parts;
use crate::scan::{SchoolDays, WeekSum};
use crate::signals::s12b_timetable::{Figures, Timetables};

impl Running {
    /// S12b on every day, for the pupils of some schools, or of all. Gives them.
    pub(super) fn finish_timetables(
        &mut self,
        changed: &BTreeSet<i32>,
        schools: Option<&BTreeSet<i32>>,
    ) -> BTreeSet<i32> {
        let (scan_day, threads) = (self.question.as_of(), self.threads);
        let pupils: Vec<(i32, &[WeekSum])> = self
            .pupils
            .iter()
            .filter(|(pupil, kept)| kept.own.is_at(schools) || changed.contains(pupil))
            .map(|(pupil, kept)| (*pupil, &*kept.sums))
            .collect();
        // Of a school only what its pupils do there counts.
        let there: Vec<Cow<'_, [WeekSum]>> = pupils.iter().map(|(_, sums)| at(sums, schools)).collect();
        let limit = &self.thresholds.s12;
        let mut fires: Vec<u64> = vec![0; pupils.len()];
        let mut compared = Vec::new();
        for ((place, &day), of_day) in self.question.days().iter().enumerate().zip(&mut self.days) {
            let counted = in_parts(&there, threads, |part| {
                let mut counted = SchoolDays::default();
                part.iter().for_each(|sums| counted.count(sums, day, scan_day));
                counted
            });
            let mut school_days = SchoolDays::default();
            counted.iter().for_each(|part| school_days.merge(part));
            let mut timetables = Timetables::of(&school_days);
            let counted = in_parts(&there, threads, |part| {
                let mut counted = timetables.clone();
                part.iter().for_each(|sums| counted.count(sums, day, scan_day));
                counted
            });
            counted.into_iter().for_each(|part| timetables.merge(part));
            timetables.finish();
            of_day.timetables.replace(schools, timetables);
            of_day.school_days.replace(schools, school_days);
            let timetables = &of_day.timetables;
            let found: Vec<Vec<Figures>> = in_parts(&pupils, threads, |part| {
                part.iter().map(|(_, sums)| Figures::measure(sums, timetables, day, scan_day)).collect()
            });
            let found = found.concat();
            for (fires, figures) in fires.iter_mut().zip(&found) {
                *fires |= u64::from(figures.judge(limit).is_yes()) << place.min(63);
            }
            if day == scan_day {
                compared = found;
            }
        }
        let pupils: Vec<i32> = pupils.into_iter().map(|(pupil, _)| pupil).collect();
        for ((pupil, fires), figures) in pupils.iter().zip(fires).zip(compared) {
            if let Some(kept) = self.pupils.get_mut(pupil) {
                (kept.s12b, kept.compared) = (fires, figures.compared);
            }
        }
        pupils.into_iter().collect()
    }

    /// Counts the levels of others anew, and gives everybody whose level may be another: all, when all are `new`.
    pub(super) fn finish_levels(
        &mut self,
        before: &BTreeMap<i32, Box<[WeekSum]>>,
        changed: &BTreeSet<i32>,
        new: bool,
    ) -> BTreeSet<i32> {
        let scan_day = self.question.as_of();
        let term = Term::current(&self.question.terms, scan_day);
        let mut groups = BTreeSet::new();
        for pupil in changed {
            let was = before.get(pupil).map_or(&[][..], |sums| sums);
            let is = self.pupils.get(pupil).map_or(&[][..], |kept| &kept.sums);
            let of = |sums| Levels::of_pupil(sums, term, scan_day, scan_day);
            if of(was) != of(is) {
                groups.extend([of(was), of(is)].into_iter().flatten().map(|(group, _)| group));
            }
            self.levels.uncount(was, term, scan_day, scan_day);
            self.levels.count(is, term, scan_day, scan_day);
        }
        if new {
            return self.pupils.keys().copied().collect();
        }
        let schools: BTreeSet<i32> = groups.iter().map(|(school, _)| *school).collect();
        let there = self.pupils.iter().filter(|(_, kept)| kept.own.is_at(Some(&schools)));
        let among = there.filter(|(_, kept)| {
            let group = Levels::of_pupil(&kept.sums, term, scan_day, scan_day).map(|(group, _)| group);
            group.is_some_and(|group| groups.contains(&group))
        });
        among.map(|(pupil, _)| *pupil).collect()
    }

    /// P15 and the level of others on the scan day, of some pupils.
    pub(super) fn finish_scan_day(&mut self, pupils: &BTreeSet<i32>) {
        let scan_day = self.question.as_of();
        let term = Term::current(&self.question.terms, scan_day);
        let Some(OfDay { school_days, .. }) = self.days.last() else { return };
        for pupil in pupils {
            if let Some(kept) = self.pupils.get_mut(pupil) {
                kept.stale_since = school_days.stale_since(&kept.sums, scan_day, scan_day);
                kept.others = self.levels.of_others(&kept.sums, term, scan_day, scan_day);
            }
        }
    }
}

/// The weeks at some schools, or all.
fn at<'a>(sums: &'a [WeekSum], schools: Option<&BTreeSet<i32>>) -> Cow<'a, [WeekSum]> {
    let there = |sum: &&WeekSum| schools.is_none_or(|schools| schools.contains(&sum.school));
    if sums.iter().all(|sum| there(&sum)) {
        return Cow::Borrowed(sums);
    }
    Cow::Owned(sums.iter().filter(there).copied().collect())
}
