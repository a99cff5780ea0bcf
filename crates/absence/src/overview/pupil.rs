//! One pupil on reading: the figures of the pupil's own days, straight from the files of the school year.

use std::collections::BTreeSet;

use domain::Day;
use pack::Thresholds;

use super::stored::StoredPeers;
use super::{Gather, Since, Standing};
use crate::columns::{LessonFile, Subjects};
use crate::failure::Result;
use crate::figures::PupilReach;
use crate::scan::{Question, WeekSum, scan};
use crate::signals::season::Season;
use crate::signals::{Answers, OwnFigures};

/// A pupil as the own days tell; what needs other pupils is not in it.
#[derive(Debug)]
pub struct OnePupil {
    /// Pupil number.
    pub pupil: i32,
    /// Highest grade level in the school year so far.
    pub grade: i32,
    /// School of the latest school day.
    pub school: i32,
    /// Every school that the year's rows are from, in rising order.
    pub schools: Box<[i32]>,
    /// The latest change of school in the school year.
    pub moved: Option<Day>,
    /// Figures of the pupil's own days.
    pub own: Box<OwnFigures>,
    /// How long each signal of the own days has been true, when the question asks for earlier Fridays.
    pub since: Since,
    /// The pupil's week sums of the school year so far.
    pub sums: Box<[WeekSum]>,
    /// Names of the subjects in the figures.
    pub subjects: Subjects,
}

/// Reads one pupil from the files of a school year. `None` when there is no school day by the scan day.
///
/// # Errors
/// A file that cannot be read.
pub fn read(
    files: &[LessonFile],
    pupil: i32,
    question: &Question,
    thresholds: &Thresholds,
) -> Result<Option<OnePupil>> {
    let (subjects, nobody, only) = (Subjects::default(), BTreeSet::new(), BTreeSet::from([pupil]));
    let sink = || Ok(Gather { protected: &nobody, question, thresholds, simulated: false, found: Vec::new() });
    let parts = scan(files, Some(&only), question, &subjects, 1, sink)?;
    let found = parts.into_iter().flat_map(|part| part.found).find(|(found, _)| found.pupil == pupil);
    Ok(found.map(|(found, sums)| OnePupil {
        pupil,
        grade: found.grade,
        school: found.school,
        schools: found.schools,
        moved: found.moved,
        own: found.own,
        since: found.since,
        sums,
        subjects,
    }))
}

impl OnePupil {
    /// The pupil as a full overview of the day shows it, with what was stored of the other pupils by the scan.
    pub fn standing(&self, stored: &StoredPeers, season: &Season, day: Day, thresholds: &Thresholds) -> Standing {
        let peers = stored.peers(&self.sums, day, season);
        Standing {
            pupil: self.pupil,
            grade: self.grade,
            school: self.school,
            schools: self.schools.clone(),
            moved: self.moved,
            own: self.own.clone(),
            answers: Answers::judge(&self.own, &peers, thresholds),
            since: stored.since(self.since),
            peers,
            reach: PupilReach::default(),
        }
    }
}
