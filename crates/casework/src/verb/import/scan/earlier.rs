//! The school year before: its weeks are drawn but not judged, so of a pupil only the schools are kept.

use std::collections::{BTreeMap, BTreeSet};

use absence::history::{History, Manifest, Slot};
use absence::overview::peer_weeks::{PeerWeek, Shares};
use absence::scan::{Light, light};
use domain::SchoolYear;

use crate::Result;

/// What the files of the year before say.
pub(super) struct Earlier {
    year: SchoolYear,
    files: BTreeSet<(Slot, String)>,
    protected: BTreeSet<i32>,
    /// The level of others.
    pub(super) peers: Vec<PeerWeek>,
    schools: BTreeMap<i32, Box<[i32]>>,
}

impl Earlier {
    /// Scans the year before another.
    pub(super) fn of(
        history: &History,
        manifest: &Manifest,
        next: SchoolYear,
        protected: &BTreeSet<i32>,
        threads: usize,
    ) -> Result<Earlier> {
        let year = SchoolYear(next.0.saturating_sub(1));
        let span = (year.start(), year.end());
        let take = |(shares, schools): &mut (Shares, BTreeMap<i32, Box<[i32]>>), pupil: Light| {
            shares.count(&pupil.sums, None);
            schools.insert(pupil.pupil, pupil.schools);
        };
        let (mut shares, mut schools) = (Shares::default(), BTreeMap::new());
        for (counted, of_pupils) in light(&history.files(manifest, year)?, protected, span, threads, take)? {
            shares.merge(counted);
            schools.extend(of_pupils);
        }
        let (files, peers) = (contents(manifest, year), shares.quartiles());
        Ok(Earlier { year, files, protected: protected.clone(), peers, schools })
    }

    /// Whether it is still what the files say.
    pub(super) fn holds(&self, manifest: &Manifest, protected: &BTreeSet<i32>) -> bool {
        self.protected == *protected && self.files == contents(manifest, self.year)
    }

    /// The schools that a pupil's rows are from.
    pub(super) fn schools(&self, pupil: i32) -> &[i32] {
        self.schools.get(&pupil).map_or(&[][..], |schools| schools)
    }
}

fn contents(manifest: &Manifest, year: SchoolYear) -> BTreeSet<(Slot, String)> {
    let files = manifest.files.iter().filter(|file| file.slot.school_year == year.0);
    files.map(|file| (file.slot, file.content.clone())).collect()
}
