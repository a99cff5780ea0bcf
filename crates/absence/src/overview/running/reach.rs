//! What a simulator of thresholds reads. It is not kept: whoever scans writes it to files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::Running;
use super::own::gather;
use crate::columns::LessonFile;
use crate::failure::Result;
use crate::figures::{Home, PupilReach, Writing};
use crate::scan::threads::in_parts_mut;
use crate::scan::together::{Together, all_of};
use crate::signals::s10_worsening::{self, valid_weeks};
use crate::signals::{PeerFigures, s12b_timetable};

/// Pupils whose figures are in memory at a time: some four kilobytes each.
const AT_A_TIME: usize = 5_000;

impl Running {
    /// Adds what other pupils' figures say of each day; who is not there any more is left out.
    pub(super) fn finished(&self, mut reach: Vec<(i32, PupilReach)>) -> Vec<(i32, PupilReach)> {
        let scan_day = self.question.as_of();
        let days: Vec<_> = self.question.days().iter().copied().zip(&self.days).collect();
        reach.retain(|(pupil, _)| self.pupils.contains_key(pupil));
        reach.sort_unstable_by_key(|(pupil, _)| *pupil);
        in_parts_mut(&mut reach, self.threads, |part| {
            for (pupil, reach) in part {
                let Some(sums) = self.pupils.get(pupil).map(|kept| &kept.sums) else { continue };
                for (day, of_day) in &days {
                    reach.follow(
                        *day,
                        &PeerFigures {
                            s10: s10_worsening::Figures::measure(&valid_weeks(sums, *day, scan_day), &of_day.now),
                            s12b: s12b_timetable::Figures::measure(sums, &of_day.timetables, *day, scan_day),
                            stale_since: of_day.school_days.stale_since(sums, *day, scan_day),
                            others: None,
                        },
                    );
                }
            }
        });
        reach
    }

    /// Writes what a simulator reads of everybody, from the files that the scan was of: some schools at a time, for all at
    /// once would take more memory than everything else. Gives the name of the list, as [`crate::figures::write`] does.
    ///
    /// # Errors
    /// A file that cannot be read; the disk.
    pub fn write_figures(&self, root: &Path, files: &[LessonFile]) -> Result<String> {
        let (mut writing, all) = (Writing::new(root, self.threads), all_of(files)?);
        for pupils in self.some_at_a_time() {
            let some: Vec<Together<'_>> = all.iter().filter_map(|together| together.among(&pupils)).collect();
            let reach = self.finished(gather(&some, self.reader(true))?.reach);
            writing.add(self.homes(&reach))?;
        }
        writing.end()
    }

    /// All pupils in groups, those of one school in the same.
    fn some_at_a_time(&self) -> Vec<BTreeSet<i32>> {
        let mut schools: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
        for (pupil, kept) in &self.pupils {
            schools.entry(kept.own.school).or_default().push(*pupil);
        }
        let mut groups: Vec<BTreeSet<i32>> = Vec::new();
        for pupils in schools.into_values() {
            match groups.last_mut() {
                Some(last) if last.len() + pupils.len() <= AT_A_TIME => last.extend(pupils),
                _ => groups.push(pupils.into_iter().collect()),
            }
        }
        groups
    }

    /// What a simulator reads of the pupils who were read by the last update: those of [`super::Touched`]. The season moves
    /// a little with every import, so the S10 of whoever was not read stays measured against the season of the import that
    /// read her or him last.
    pub fn take_reach(&mut self) -> Vec<(i32, PupilReach)> {
        std::mem::take(&mut self.reach)
    }

    /// The same with the school on the scan day.
    pub fn homes<'a>(&'a self, reach: &'a [(i32, PupilReach)]) -> impl Iterator<Item = Home<'a>> {
        reach.iter().filter_map(|(pupil, reach)| Some((*pupil, self.pupils.get(pupil)?.own.school, reach)))
    }
}
