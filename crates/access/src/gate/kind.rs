//! Kinds of information: what a consent names, and what a person sees item by item before a letter is sent.

crate::codes::coded! {
    /// What an item tells.
    ItemKind {
        /// What the other side needs to recognise the pupil.
        Identity = "identity",
        /// How to reach pupil and guardians.
        Contact = "contact",
        /// Figures on absence and attendance.
        Absence = "absence",
        /// What the school's inquiry into the absence found.
        AbsenceInquiry = "absence-inquiry",
        /// What has been tried, and how it went.
        Tried = "tried",
        /// What the sender asks for.
        Request = "request",
        /// The pupil's own words.
        PupilsWords = "pupils-words",
        /// What counsellor, psychologist or special educator has to tell.
        PupilHealth = "pupil-health",
        /// An extract from the school medical service.
        MedicalExtract = "medical-extract",
        /// How things are at home.
        Home = "home",
        /// The plan: goals and what is done.
        Plan = "plan",
        /// How it goes: what was done, and reviews.
        FollowUp = "follow-up",
        /// Meetings: when and who came.
        Meeting = "meeting",
        /// Where the episode stands, with a neutral reason at most.
        Progress = "progress",
        /// The other authority's part of the family's sheet, handed on by a messenger.
        ConsentPart = "consent-part",
        /// A notification of concern, or what it rests on.
        Concern = "concern",
        /// That an inquiry was opened, was not, or was already under way.
        ConcernFeedback = "concern-feedback",
        /// That somebody is known to a social board.
        KnownToBoard = "known-to-board",
        /// That sharing has ended. Nothing else, and no reason.
        SharingEnded = "sharing-ended",
    }
}

impl ItemKind {
    /// The kinds that a consent can name. The others have a duty or a provision of their own, or need no consent.
    pub const OF_CONSENT: [ItemKind; 15] = [
        ItemKind::Identity,
        ItemKind::Contact,
        ItemKind::Absence,
        ItemKind::AbsenceInquiry,
        ItemKind::Tried,
        ItemKind::Request,
        ItemKind::PupilsWords,
        ItemKind::PupilHealth,
        ItemKind::MedicalExtract,
        ItemKind::Home,
        ItemKind::Plan,
        ItemKind::FollowUp,
        ItemKind::Meeting,
        ItemKind::Progress,
        ItemKind::ConsentPart,
    ];
}
