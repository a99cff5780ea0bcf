//! The ground on which personal data are processed (GDPR). It is never consent: a consent here lifts secrecy or agrees
//! to a support, and when it is withdrawn what an authority must document stays.

coded! {
    /// What personal data are processed for.
    pub enum Processing {
        /// Finding absence that is a reason to ask (skollagen 7 kap. 17, 19 a, 22 §§).
        Detection = "detection", "consent-basis-detection";
        /// The school's inquiry into absence (skollagen 7 kap. 19 a §).
        Inquiry = "inquiry", "consent-basis-inquiry";
        /// The school's part of the support (skollagen 2 kap. 25 §, 3 kap.).
        SchoolSupport = "school_support", "consent-basis-school-support";
        /// The social services' part: carrying out the support (SoL 11 kap. 5 §; lag 2001:454 6 §).
        SocialSupport = "social_support", "consent-basis-social-support";
        /// The social services' documentation (SoL 14 kap. 3 §).
        SocialDocumentation = "social_documentation", "consent-basis-social-documentation";
        /// Handing information to another authority (GDPR article 6.1 e; secrecy is a question of its own).
        Disclosure = "disclosure", "consent-basis-disclosure";
        /// A notification of concern (SoL 19 kap. 1 §).
        Concern = "concern", "consent-basis-concern";
        /// The record of who has read what (lag 2001:454 10 §).
        AccessLog = "access_log", "consent-basis-access-log";
        /// Follow-up and quality (lag 2001:454; skollagen 4 kap.).
        FollowUp = "follow_up", "consent-basis-follow-up";
    }
}

coded! {
    /// A ground in GDPR article 6.1.
    pub enum Basis {
        /// Article 6.1 c: a legal obligation.
        LegalObligation = "6.1 c", "consent-basis-legal-obligation";
        /// Article 6.1 e: a task carried out in the public interest.
        PublicTask = "6.1 e", "consent-basis-public-task";
    }
}

impl Processing {
    /// The ground that this processing stands on.
    pub fn basis(self) -> Basis {
        match self {
            Processing::Inquiry | Processing::SocialDocumentation | Processing::Concern | Processing::AccessLog => {
                Basis::LegalObligation
            }
            Processing::Detection
            | Processing::SchoolSupport
            | Processing::SocialSupport
            | Processing::Disclosure
            | Processing::FollowUp => Basis::PublicTask,
        }
    }
}
