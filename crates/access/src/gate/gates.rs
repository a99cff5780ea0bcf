//! The gates: each a provision that lets something through, with a file of policies of its own.

crate::codes::coded! {
    /// A provision under which an item may leave. The order is that in which a page tells of them.
    Gate {
        /// Consent (OSL 10 kap. 1 §, 12 kap. 2 och 3 §§).
        Consent = "consent",
        /// The general clause (OSL 10 kap. 27 §). A school's own records only.
        GeneralClause = "general-clause",
        /// The duty to notify that a child fares badly (SoL 19 kap. 1 §, OSL 10 kap. 28 §). Never any approval.
        DutyToNotify = "duty-to-notify",
        /// The duty to inform in an opened inquiry (SoL 20 kap. 6 §, OSL 10 kap. 28 §).
        DutyToInform = "duty-to-inform",
        /// Necessary for the sender's own task (OSL 10 kap. 2 §). Read restrictively.
        OwnTask = "own-task",
        /// From social services to care, for somebody under 18 (OSL 26 kap. 9 §).
        CareOfChild = "care-of-child",
        /// From health care to care, for somebody under 18 (OSL 25 kap. 12 §).
        HealthCareOfChild = "health-care-of-child",
        /// Feedback to whoever notified (OSL 26 kap. 9 a §).
        Feedback = "feedback",
        /// From the school medical service to other pupil health of the authority (OSL 25 kap. 13 a §).
        PupilHealth = "pupil-health",
        /// What a test of harm finds was never secret (OSL 23 kap. 2 §, 26 kap. 1 §).
        Harmless = "harmless",
        /// To a private body with a reservation (OSL 10 kap. 14 §).
        Reservation = "reservation",
        /// Between open care and inquiries of one board (lag (2001:454) 10 §).
        SameBoard = "same-board",
        /// To another social board of the municipality, on request (SoL 15 kap. 8 §).
        OtherBoard = "other-board",
    }
}
