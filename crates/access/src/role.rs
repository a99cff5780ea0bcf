//! The roles of a room. They are given in the room, never by the identity provider.

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
    }
}
