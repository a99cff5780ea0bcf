//! Zones of content: who may read a text follows from where it was written.

crate::codes::coded! {
    /// A zone of content. It is shown before anything is written, and decides who may read and which gates can open it.
    Zone {
        /// The school's general records: attendance, timetable, class. Mostly public (OSL 23 kap. 2 § third paragraph).
        SchoolGeneral = "SchoolGeneral",
        /// Special pupil support: absence inquiry, referral, the school's side of a plan (OSL 23 kap. 2 § second paragraph).
        SchoolSupport = "SchoolSupport",
        /// Pupil health: notes of counsellor and special educator. Presumed secret (OSL 23 kap. 2 § first paragraph).
        PupilHealth = "PupilHealth",
        /// The social board's open care. Presumed secret (OSL 26 kap. 1 §).
        SocialOpenCare = "SocialOpenCare",
        /// Concern notifications, at each notifier (OSL 40 kap. 7 g §).
        Concern = "Concern",
        /// What both sides of a team hold a copy of.
        Shared = "Shared",
        /// Numbers about groups, in which nobody can be recognised.
        Aggregate = "Aggregate",
    }
}

impl Zone {
    /// The zones in which a school documents a step.
    pub const OF_STEPS: [Zone; 3] = [Zone::SchoolGeneral, Zone::SchoolSupport, Zone::PupilHealth];
}
