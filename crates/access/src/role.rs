//! The roles of a room. They are given in the room, never by the identity provider.

use crate::Side;

crate::codes::coded! {
    /// What a person may act as, at a school or in the room. The names are those of the glossary.
    Role {
        /// Mentor of a class.
        Mentor = "Mentor",
        /// Kurator.
        SchoolCounsellor = "SchoolCounsellor",
        /// Specialpedagog.
        SpecialEducator = "SpecialEducator",
        /// Skolsköterska. Works in the school medical service, a branch of its own (OSL 8 kap. 2 §, 25 kap.).
        SchoolNurse = "SchoolNurse",
        /// Rektor.
        HeadTeacher = "HeadTeacher",
        /// Samordnare.
        Coordinator = "Coordinator",
        /// Systemadministratör.
        Administrator = "Administrator",
        /// The named officer for pupils with protected identity.
        ProtectedDataOfficer = "ProtectedDataOfficer",
        /// Arkivansvarig, registrator.
        RecordsManager = "RecordsManager",
        /// Who reviews the journal: dataskyddsombud, logggranskare.
        AccessReviewer = "AccessReviewer",
        /// Skolsocionom: the social half of a team.
        SchoolSocialWorker = "SchoolSocialWorker",
        /// Familjebehandlare.
        FamilyTherapist = "FamilyTherapist",
        /// Enhetschef in the social services.
        UnitManager = "UnitManager",
        /// Operativ ledningsgrupp: the queue and prolongations by number of case, no content.
        LeadGroup = "LeadGroup",
    }
}

impl Role {
    /// Whether the role belongs in a room of a side. Some belong in both.
    pub fn belongs(self, side: Side) -> bool {
        match self {
            Role::Mentor | Role::SchoolCounsellor | Role::SpecialEducator | Role::SchoolNurse | Role::HeadTeacher => {
                side == Side::School
            }
            Role::SchoolSocialWorker | Role::FamilyTherapist | Role::UnitManager => side == Side::Social,
            Role::Coordinator
            | Role::Administrator
            | Role::ProtectedDataOfficer
            | Role::RecordsManager
            | Role::AccessReviewer
            | Role::LeadGroup => true,
        }
    }
}
