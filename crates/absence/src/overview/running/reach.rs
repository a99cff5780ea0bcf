//! What a simulator of thresholds reads of the pupils who were read last. It is not kept: whoever scans writes it to files.

use std::collections::BTreeMap;

use super::Running;
use crate::figures::{Home, PupilReach};
use crate::scan::threads::in_parts;
use crate::signals::s10_worsening::{self, valid_weeks};
use crate::signals::{PeerFigures, s12b_timetable};

impl Running {
    /// Adds what other pupils' figures say of each day.
    pub(super) fn finish_reach(&mut self) {
        let scan_day = self.question.as_of();
        let days: Vec<_> = self.question.days().iter().copied().zip(&self.days).collect();
        let reach: Vec<(i32, PupilReach)> = std::mem::take(&mut self.reach).into_iter().collect();
        let parts = in_parts(&reach, self.threads, |part| {
            let finished = part.iter().filter_map(|(pupil, reach)| {
                let (sums, mut reach) = (&self.pupils.get(pupil)?.sums, reach.clone());
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
                Some((*pupil, reach))
            });
            finished.collect::<Vec<_>>()
        });
        self.reach = parts.into_iter().flatten().collect();
    }

    /// What a simulator reads of the pupils who were read last: everybody after a full scan, those of [`super::Touched`]
    /// after an update. The season moves a little with every import, so the S10 of whoever was not read stays measured
    /// against the season of the import that read her or him last.
    pub fn take_reach(&mut self) -> BTreeMap<i32, PupilReach> {
        std::mem::take(&mut self.reach)
    }

    /// The same with the school on the scan day.
    pub fn homes<'a>(&'a self, reach: &'a BTreeMap<i32, PupilReach>) -> impl Iterator<Item = Home<'a>> {
        reach.iter().filter_map(|(pupil, reach)| Some((*pupil, self.pupils.get(pupil)?.own.school, reach)))
    }
}
