//! What is asked for. Reading, listing and writing are types of their own, so that a permit is of the right kind.

use crate::{
    Side, Zone,
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
    /// What an episode holds in a zone.
    ReadEpisode(Zone),
    /// How many episodes wait, and for how long: numbers of cases, no content.
    SeeQueue,
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
    /// Episodes in the room of a side: where each stands.
    ListEpisodes(Side),
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
    /// Writing in an episode, in a zone.
    WriteEpisode(Zone),
    /// Deciding that the school asks a team to come in.
    ReferPupil,
    /// Sending a letter about an episode with items written in a zone. Each item then needs a passage of its own.
    SendLetter(Zone),
    /// Taking a letter that has come into an episode.
    ReceiveLetter,
    /// Saying which person of the room a referral is about.
    MatchPerson,
    /// Giving an episode to somebody, or taking it back.
    AssignEpisode,
    /// Letting an episode go on for longer than its programme says.
    Prolong,
    /// Documenting consents and withdrawals in an episode.
    ManageConsent,
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
            ReadAct::ReadEpisode(_) => "ReadEpisode",
            ReadAct::SeeQueue => "SeeQueue",
        }
    }

    fn zone(self) -> Option<Zone> {
        match self {
            ReadAct::SeeAbsenceFigures | ReadAct::SeeStepOccurred => Some(Zone::SchoolGeneral),
            ReadAct::ReadStepContent(zone) | ReadAct::ReadEpisode(zone) => Some(zone),
            ReadAct::SeeCounts | ReadAct::SeeDataQuality | ReadAct::SeeQueue => Some(Zone::Aggregate),
            ReadAct::SeeTeacher | ReadAct::ReviewJournal | ReadAct::SeeProtected => None,
        }
    }

    fn chosen_zone(self) -> Option<Zone> {
        match self {
            ReadAct::ReadStepContent(zone) | ReadAct::ReadEpisode(zone) => Some(zone),
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
            ListAct::ListEpisodes(_) => "ListEpisodes",
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
            ListAct::ListEpisodes(Side::School) => Zone::SchoolSupport,
            ListAct::ListEpisodes(Side::Social) => Zone::SocialOpenCare,
        }
    }

    /// The zone that the caller chose, when the act can be done in several.
    pub(crate) fn chosen_zone(self) -> Option<Zone> {
        match self {
            ListAct::ListPupils | ListAct::IndexNames | ListAct::ListEpisodes(_) => None,
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
            WriteAct::WriteEpisode(_) => "WriteEpisode",
            WriteAct::ReferPupil => "ReferPupil",
            WriteAct::SendLetter(_) => "SendLetter",
            WriteAct::ReceiveLetter => "ReceiveLetter",
            WriteAct::MatchPerson => "MatchPerson",
            WriteAct::AssignEpisode => "AssignEpisode",
            WriteAct::Prolong => "Prolong",
            WriteAct::ManageConsent => "ManageConsent",
        }
    }

    fn zone(self) -> Option<Zone> {
        match self {
            WriteAct::DocumentStep(zone) | WriteAct::WriteEpisode(zone) | WriteAct::SendLetter(zone) => Some(zone),
            WriteAct::ContributeExtract => Some(Zone::PupilHealth),
            WriteAct::DecideInquiry | WriteAct::ReferPupil => Some(Zone::SchoolSupport),
            WriteAct::ReceiveLetter | WriteAct::Prolong => Some(Zone::Shared),
            WriteAct::MatchPerson => Some(Zone::SocialOpenCare),
            WriteAct::Import | WriteAct::ComputeFigures => Some(Zone::SchoolGeneral),
            _ => None,
        }
    }

    fn chosen_zone(self) -> Option<Zone> {
        match self {
            WriteAct::DocumentStep(zone) | WriteAct::WriteEpisode(zone) | WriteAct::SendLetter(zone) => Some(zone),
            _ => None,
        }
    }
}
