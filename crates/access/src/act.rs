//! What is asked for. Reading, listing and writing are types of their own, so that a permit is of the right kind.

use crate::{
    Zone,
    permit::{Kind, Read, Write},
};

mod sealed {
    /// Only the acts of this crate are acts.
    pub trait Sealed {}
}

/// An act on one subject: what a permit is asked for. Lists are asked for by [`ListAct`], since they need a scope.
pub trait Act: sealed::Sealed + Copy {
    /// The kind of permit that it gives.
    type Kind: Kind;

    /// The code in policies and journal.
    fn code(self) -> &'static str;

    /// The zone whose content it opens, if it opens any.
    fn zone(self) -> Option<Zone>;

    /// The zone that the caller chose, when the act can be done in several.
    fn chosen_zone(self) -> Option<Zone> {
        None
    }
}

/// Reading about one pupil, one school or the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReadAct {
    /// A pupil's absence: figures, signals, weeks.
    SeeAbsenceFigures,
    /// That something has been done about a pupil, and when. Not what, not by whom, not in which zone.
    SeeStepOccurred,
    /// What a documented step in a zone says.
    ReadStepContent(Zone),
    /// Numbers about a school or the room, small ones suppressed.
    SeeCounts,
    /// How much is reported, held imports, stale timetables: about schools, never about a pupil.
    SeeDataQuality,
    /// Who teaches which course, and how that course of a class reports: the school's own staff.
    SeeTeacher,
    /// The journal: who has looked at what. Ids and codes, no content.
    ReviewJournal,
    /// What is known about a pupil with protected identity.
    SeeProtected,
}

/// Seeing several pupils at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListAct {
    /// The work list and other lists of pupils.
    ListPupils,
    /// The names behind the index in memory: for its job only.
    IndexNames,
    /// What the latest documented step of each pupil in a list was, where it was written in that zone.
    ListSteps(Zone),
}

/// Changing something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WriteAct {
    /// Documenting a step about a pupil in a zone.
    DocumentStep(Zone),
    /// Adding an extract from the school medical service that the pupil and guardians have consented to.
    ContributeExtract,
    /// Deciding whether absence is to be investigated (skollagen 7 kap. 19 a §).
    DecideInquiry,
    /// Handling a pupil with protected identity by hand.
    HandleProtected,
    /// Setting or lifting the mark of protected identity.
    MarkProtected,
    /// Giving the officer the recurring task: a count, no names.
    RemindAboutProtected,
    /// Seeing to the recurring task: going through the pupils with protected identity by hand.
    ReviewProtected,
    /// Reading a delivered file into the history, undoing it, or releasing a held one.
    Import,
    /// Noting that a school was phoned about its reporting.
    NoteCall,
    /// Computing the figures of all pupils.
    ComputeFigures,
    /// Accounts and roles.
    ManageAccounts,
    /// Settings of the room and its method pack.
    Configure,
    /// Preview, run and report of a statutory purge.
    Purge,
    /// Creating, migrating, rebuilding, backing up and restoring the room.
    Maintain,
}

impl sealed::Sealed for ReadAct {}
impl sealed::Sealed for WriteAct {}

impl Act for ReadAct {
    type Kind = Read;

    fn code(self) -> &'static str {
        match self {
            ReadAct::SeeAbsenceFigures => "SeeAbsenceFigures",
            ReadAct::SeeStepOccurred => "SeeStepOccurred",
            ReadAct::ReadStepContent(_) => "ReadStepContent",
            ReadAct::SeeCounts => "SeeCounts",
            ReadAct::SeeDataQuality => "SeeDataQuality",
            ReadAct::SeeTeacher => "SeeTeacher",
            ReadAct::ReviewJournal => "ReviewJournal",
            ReadAct::SeeProtected => "SeeProtected",
        }
    }

    fn zone(self) -> Option<Zone> {
        match self {
            ReadAct::SeeAbsenceFigures | ReadAct::SeeStepOccurred => Some(Zone::SchoolGeneral),
            ReadAct::ReadStepContent(zone) => Some(zone),
            ReadAct::SeeCounts | ReadAct::SeeDataQuality => Some(Zone::Aggregate),
            ReadAct::SeeTeacher | ReadAct::ReviewJournal | ReadAct::SeeProtected => None,
        }
    }

    fn chosen_zone(self) -> Option<Zone> {
        match self {
            ReadAct::ReadStepContent(zone) => Some(zone),
            _ => None,
        }
    }
}

impl ListAct {
    /// The code in the journal.
    pub fn code(self) -> &'static str {
        match self {
            ListAct::ListPupils => "ListPupils",
            ListAct::IndexNames => "IndexNames",
            ListAct::ListSteps(_) => "ListSteps",
        }
    }

    /// What the policies are asked. A step may stand in a list where it may be read.
    pub(crate) fn asks(self) -> &'static str {
        match self {
            ListAct::ListSteps(_) => "ReadStepContent",
            other => other.code(),
        }
    }

    /// The zone whose content it opens.
    pub fn zone(self) -> Zone {
        match self {
            ListAct::ListPupils | ListAct::IndexNames => Zone::SchoolGeneral,
            ListAct::ListSteps(zone) => zone,
        }
    }

    /// The zone that the caller chose, when the act can be done in several.
    pub(crate) fn chosen_zone(self) -> Option<Zone> {
        match self {
            ListAct::ListPupils | ListAct::IndexNames => None,
            ListAct::ListSteps(zone) => Some(zone),
        }
    }
}

impl Act for WriteAct {
    type Kind = Write;

    fn code(self) -> &'static str {
        match self {
            WriteAct::DocumentStep(_) => "DocumentStep",
            WriteAct::ContributeExtract => "ContributeExtract",
            WriteAct::DecideInquiry => "DecideInquiry",
            WriteAct::HandleProtected => "HandleProtected",
            WriteAct::MarkProtected => "MarkProtected",
            WriteAct::RemindAboutProtected => "RemindAboutProtected",
            WriteAct::ReviewProtected => "ReviewProtected",
            WriteAct::Import => "Import",
            WriteAct::NoteCall => "NoteCall",
            WriteAct::ComputeFigures => "ComputeFigures",
            WriteAct::ManageAccounts => "ManageAccounts",
            WriteAct::Configure => "Configure",
            WriteAct::Purge => "Purge",
            WriteAct::Maintain => "Maintain",
        }
    }

    fn zone(self) -> Option<Zone> {
        match self {
            WriteAct::DocumentStep(zone) => Some(zone),
            WriteAct::ContributeExtract => Some(Zone::PupilHealth),
            WriteAct::DecideInquiry => Some(Zone::SchoolSupport),
            WriteAct::Import | WriteAct::ComputeFigures => Some(Zone::SchoolGeneral),
            _ => None,
        }
    }

    fn chosen_zone(self) -> Option<Zone> {
        match self {
            WriteAct::DocumentStep(zone) => Some(zone),
            _ => None,
        }
    }
}
