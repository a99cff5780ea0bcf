//! All pupils on the scan day, as small as lists and pages need them, and brought up to date after a change of the
//! history: only the pupils of the files that changed are read again.
//!
//! What a pupil's own days say is kept as it was judged; what needs other pupils is finished anew only where it may have
//! changed: S12b, P15, the level of others and the weeks of a school for the schools where somebody's weeks changed, and
//! S10, whose season is that of the whole room, only for those who stand so near the threshold that the season can have
//! moved them over it. The result equals a full scan.

mod own;
mod reach;
mod read;
mod season;
mod timetable;

use std::collections::{BTreeMap, BTreeSet};

use domain::{Answer, Day, Signal};
use pack::Thresholds;

use super::peer_weeks::{PeerWeek, peer_weeks_of};
use super::recent::{WEEKS, recent};
use super::reporting::{ReportingWeek, reporting_of};
use super::stored::StoredPeers;
use super::told::Told;
use crate::columns::LessonFile;
use crate::failure::Result;
use crate::figures::PupilReach;
use crate::scan::level::Levels;
use crate::scan::together::all_of;
use crate::scan::{Level, Question, WeekSum};
use crate::signals::season::SeasonWeek;
use crate::signals::{s12b_timetable, s12b_timetable::Compared};
use own::{Own, Reader, gather};
pub use read::{Changed, changed};
use season::OfDay;

/// All pupils of a school year on the scan day.
#[derive(Debug)]
pub struct Running {
    question: Question,
    thresholds: Thresholds,
    protected: BTreeSet<i32>,
    threads: usize,
    pupils: BTreeMap<i32, Kept>,
    /// Pupils without a school day yet, and the schools that their plan is from.
    planned: BTreeMap<i32, Box<[i32]>>,
    /// What follows from everybody on each of the question's days.
    days: Vec<OfDay>,
    /// On the scan day.
    levels: Levels,
    /// What a simulator reads of the pupils who were read by an update, until it is taken.
    reach: Vec<(i32, PupilReach)>,
    /// The most minutes that anybody ever had reported in a week.
    widest: i64,
}

/// A pupil.
#[derive(Debug)]
struct Kept {
    own: Own,
    sums: Box<[WeekSum]>,
    /// S10's CUSUM on each day, against the season that [`OfDay`] has kept for that; lowest when there is none.
    cusums: Box<[i32]>,
    /// The days on which S10 fires, the oldest in the lowest bit.
    s10: u64,
    /// The days on which S12b fires.
    s12b: u64,
    compared: Option<Compared>,
    stale_since: Option<Day>,
    others: Option<Level>,
}

/// What an update may have changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Pupils, also such as are no longer there.
    pub pupils: BTreeSet<i32>,
    /// Schools whose weeks may be others.
    pub schools: BTreeSet<i32>,
    /// The pupils among them whose rows were read again, or who are gone: whose [`PupilReach`] is new.
    pub read: BTreeSet<i32>,
    /// The schools that those were at before.
    pub homes: BTreeSet<i32>,
}

/// A pupil as a list and a page need her or him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the lists look at.
    pub told: Told,
    /// School of the latest school day.
    pub school: i32,
    /// Absence and reported minutes of S01: the term so far.
    pub term: (i64, i64),
    /// The last ten weeks.
    pub recent: [u8; WEEKS],
    /// What needs others, for the page.
    pub stored: StoredPeers,
}

impl Running {
    /// Scans all pupils of a school year's files but those in `protected`.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn of(
        files: &[LessonFile],
        protected: &BTreeSet<i32>,
        question: &Question,
        thresholds: &Thresholds,
        threads: usize,
    ) -> Result<Running> {
        let mut running = Running {
            question: question.clone(),
            thresholds: thresholds.clone(),
            protected: protected.clone(),
            threads,
            pupils: BTreeMap::new(),
            planned: BTreeMap::new(),
            days: question.days().iter().map(|_| OfDay::default()).collect(),
            reach: Vec::new(),
            levels: Levels::default(),
            widest: 0,
        };
        let found = gather(&all_of(files)?, running.reader(false))?;
        let all = running.put(found);
        running.finish(&BTreeMap::new(), &all, None);
        Ok(running)
    }

    /// Whether it answers the same question for the same pupils: those in `protected` may have become more.
    pub fn answers(&self, question: &Question, thresholds: &Thresholds, protected: &BTreeSet<i32>) -> bool {
        self.question == *question && self.thresholds == *thresholds && self.protected.is_subset(protected)
    }

    /// Brings it up to date after a change of the history, or when more pupils are protected.
    ///
    /// # Errors
    /// A file that cannot be read: then it must not be used any more.
    pub fn update(&mut self, changed: &Changed<'_>, protected: &BTreeSet<i32>) -> Result<Touched> {
        let mut touched: BTreeSet<i32> = changed.pupils().collect();
        touched.extend(protected.difference(&self.protected));
        self.protected.clone_from(protected);
        let known = |pupil: i32| {
            let kept = self.pupils.get(&pupil).map(|kept| &kept.own.schools);
            kept.or_else(|| self.planned.get(&pupil)).map_or(&[][..], |schools| schools)
        };
        let found = changed.read(known, self.reader(true))?;
        let (mut before, mut homes) = (BTreeMap::new(), BTreeSet::new());
        for pupil in &touched {
            self.planned.remove(pupil);
            if let Some(kept) = self.pupils.remove(pupil) {
                homes.insert(kept.own.school);
                before.insert(*pupil, kept.sums);
            }
        }
        self.put(found);
        let schools = self.schools_of(&before, &touched);
        let read = touched.clone();
        touched.extend(self.finish(&before, &touched, Some(&schools)));
        Ok(Touched { pupils: touched, schools, read, homes })
    }

    fn reader(&self, reaching: bool) -> Reader<'_> {
        let Running { protected, question, thresholds, threads, .. } = self;
        Reader { protected, question, thresholds, reaching, threads: *threads }
    }

    fn put(&mut self, found: own::Found) -> BTreeSet<i32> {
        self.planned.extend(found.planned);
        self.reach = found.reach;
        let days = self.question.days().len();
        let mut all = BTreeSet::new();
        for (pupil, own, sums) in found.pupils {
            self.widest = self.widest.max(season::widest(&sums));
            all.insert(pupil);
            self.pupils.insert(
                pupil,
                Kept {
                    own,
                    sums,
                    cusums: vec![season::NONE; days].into(),
                    s10: 0,
                    s12b: 0,
                    compared: None,
                    stale_since: None,
                    others: None,
                },
            );
        }
        all
    }

    /// The schools at which the weeks of some pupils are others than before.
    fn schools_of(&self, before: &BTreeMap<i32, Box<[WeekSum]>>, pupils: &BTreeSet<i32>) -> BTreeSet<i32> {
        let mut schools = BTreeSet::new();
        for pupil in pupils {
            let was = before.get(pupil).map_or(&[][..], |sums| sums);
            let is = self.pupils.get(pupil).map_or(&[][..], |kept| &kept.sums);
            let at: BTreeSet<i32> = was.iter().chain(is).map(|sum| sum.school).collect();
            let same = |school: i32| {
                let there = |sum: &&WeekSum| sum.school == school;
                was.iter().filter(there).eq(is.iter().filter(there))
            };
            schools.extend(at.into_iter().filter(|school| !same(*school)));
        }
        schools
    }

    /// Finishes what needs other pupils: `before` are the sums of pupils as they were counted, `changed` who is to be
    /// counted now, `schools` where weeks have changed (everywhere, when none are named). Gives whom it touched besides.
    fn finish(
        &mut self,
        before: &BTreeMap<i32, Box<[WeekSum]>>,
        changed: &BTreeSet<i32>,
        schools: Option<&BTreeSet<i32>>,
    ) -> BTreeSet<i32> {
        let mut touched = self.finish_timetables(changed, schools);
        touched.extend(self.finish_levels(before, changed, schools.is_none()));
        touched.extend(changed);
        self.finish_scan_day(&touched);
        touched.extend(self.finish_season(before, changed));
        let reach = std::mem::take(&mut self.reach);
        self.reach = self.finished(reach);
        touched
    }

    /// How many pupils there are.
    pub fn len(&self) -> usize {
        self.pupils.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.pupils.is_empty()
    }

    /// Every pupil as the lists see her or him, with the school of the latest school day, by pupil number.
    pub fn told(&self) -> impl Iterator<Item = (Told, i32)> {
        self.pupils.iter().map(|(pupil, kept)| (self.told_of(*pupil, kept), kept.own.school))
    }

    /// One pupil, if there; `earlier` gives the schools of an earlier school year that is drawn too.
    pub fn row(&self, pupil: i32, earlier: &[i32]) -> Option<Row> {
        let kept = self.pupils.get(&pupil)?;
        let told = self.told_of(pupil, kept);
        Some(Row {
            told,
            school: kept.own.school,
            term: kept.own.term,
            recent: recent(&kept.sums, self.question.as_of()),
            stored: StoredPeers {
                s10: None,
                s12b: s12b_timetable::Figures { compared: kept.compared },
                stale_since: kept.stale_since,
                others: kept.others,
                s10_since: self.since(kept.s10),
                s12b_since: self.since(kept.s12b),
                schools: kept.own.schools.iter().chain(earlier).copied().collect(),
            },
        })
    }

    /// The pupils.
    pub fn pupils(&self) -> impl Iterator<Item = i32> {
        self.pupils.keys().copied()
    }

    /// The season on the scan day.
    pub fn season(&self) -> Vec<SeasonWeek> {
        self.days.last().map(OfDay::season).unwrap_or_default()
    }

    /// The quartiles of some schools, or of all.
    pub fn peer_weeks(&self, schools: Option<&BTreeSet<i32>>) -> Vec<PeerWeek> {
        peer_weeks_of(self.at(schools), schools)
    }

    /// How much some schools report, or all.
    pub fn reporting(&self, schools: Option<&BTreeSet<i32>>) -> Vec<ReportingWeek> {
        reporting_of(self.at(schools), schools)
    }

    /// The sums of everybody who has been at some schools.
    fn at(&self, schools: Option<&BTreeSet<i32>>) -> impl Iterator<Item = &[WeekSum]> {
        self.pupils.values().filter(move |kept| kept.own.is_at(schools)).map(|kept| &*kept.sums)
    }

    fn told_of(&self, pupil: i32, kept: &Kept) -> Told {
        let s10_since = self.since(kept.s10);
        let answers = crate::signals::Answers::from_fn(|signal| match signal {
            Signal::S10 if kept.cusums.last().is_none_or(|cusum| *cusum == season::NONE) => Answer::TooLittleData,
            Signal::S10 => Answer::when(true, s10_since.is_some()),
            Signal::S12b => Answer::when(true, self.since(kept.s12b).is_some()),
            own => kept.own.answers.of(own),
        });
        Told {
            pupil,
            grade: kept.own.grade,
            answers,
            band: kept.own.band,
            level5: kept.own.level5,
            since: kept.own.since.into_iter().chain(s10_since).min(),
            stale: kept.stale_since.is_some(),
        }
    }

    /// The first day of the run of ones that ends on the scan day.
    fn since(&self, fires: u64) -> Option<Day> {
        let days = self.question.days();
        let unused = 64_usize.checked_sub(days.len())?;
        let run = usize::try_from(fires.checked_shl(u32::try_from(unused).ok()?)?.leading_ones()).ok()?;
        days.get(days.len().checked_sub(run)?).copied()
    }
}
