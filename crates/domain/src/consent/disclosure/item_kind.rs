//! The kinds of information that a consent names one by one: it may not be so general that it lifts all secrecy.

use crate::Side;

coded! {
    /// A kind of information. Whoever consents ticks each.
    pub enum ItemKind {
        /// Figures of attendance, week by week.
        Attendance = "attendance", "consent-item-attendance";
        /// Who the pupil and the guardians are and how they are reached.
        Contact = "contact", "consent-item-contact";
        /// School results.
        SchoolResults = "school_results", "consent-item-school-results";
        /// The referral: what the school asks for, and why.
        Referral = "referral", "consent-item-referral";
        /// What the absence inquiry came to (skollagen 7 kap. 19 a §).
        Inquiry = "inquiry", "consent-item-inquiry";
        /// What the school has tried.
        MeasuresTried = "measures_tried", "consent-item-measures-tried";
        /// An extract from pupil health (OSL 23 kap. 2 § first paragraph).
        PupilHealth = "pupil_health", "consent-item-pupil-health";
        /// The pupil's own words.
        PupilsWords = "pupils_words", "consent-item-pupils-words";
        /// How the support goes on: answer, days, start, pause and end with a neutral reason.
        Course = "course", "consent-item-course";
        /// The plan.
        Plan = "plan", "consent-item-plan";
        /// Reviews of the plan.
        Reviews = "reviews", "consent-item-reviews";
        /// Notes from meetings of both sides.
        MeetingNotes = "meeting_notes", "consent-item-meeting-notes";
        /// What was done, and how often.
        SupportGiven = "support_given", "consent-item-support-given";
        /// What the team's social half has seen of how the pupil is doing.
        Observations = "observations", "consent-item-observations";
        /// The situation at home (OSL 26 kap. 1 §).
        Home = "home", "consent-item-home";
    }
}

impl ItemKind {
    /// The name of the zone that such information lies in with whoever discloses it. What both sides have is in the
    /// shared zone.
    pub fn zone(self) -> &'static str {
        match self {
            ItemKind::Attendance | ItemKind::Contact | ItemKind::SchoolResults => "SchoolGeneral",
            ItemKind::Referral | ItemKind::Inquiry | ItemKind::MeasuresTried => "SchoolSupport",
            ItemKind::PupilHealth => "PupilHealth",
            ItemKind::PupilsWords
            | ItemKind::Course
            | ItemKind::Plan
            | ItemKind::Reviews
            | ItemKind::MeetingNotes
            | ItemKind::SupportGiven => "Shared",
            ItemKind::Observations | ItemKind::Home => "SocialOpenCare",
        }
    }

    /// Whether a side has such information to disclose.
    pub fn is_held_by(self, side: Side) -> bool {
        match self.zone() {
            "Shared" => true,
            "SocialOpenCare" => side == Side::Social,
            _ => side == Side::School,
        }
    }

    /// The kinds that a side has to disclose, in the order in which they are offered.
    pub fn held_by(side: Side) -> impl Iterator<Item = ItemKind> {
        ItemKind::ALL.iter().copied().filter(move |kind| kind.is_held_by(side))
    }
}
