//! Under which law an activity keeps its secrets.

crate::codes::coded! {
    /// The regime of secrecy on one side of a letter. What an independent school's is follows from the day too: OSL
    /// applies to it from 1 January 2027 (OSL 2 kap. 3 a §), which the policies know.
    Regime {
        /// A municipal school with its pupil health, except the medical service (OSL 23 kap. 2 §).
        MunicipalSchool = "municipal-school",
        /// An independent school (skollagen 29 kap. 14 § until 2026-12-31, then OSL 23 kap. 2 §).
        IndependentSchool = "independent-school",
        /// The school medical service, a branch of its own that counts as health care (OSL 25 kap. 1 §).
        SchoolMedicalService = "school-medical-service",
        /// The social board's open care: the team's social half (OSL 26 kap. 1 §).
        OpenCare = "open-care",
        /// The social board's inquiries and decisions (OSL 26 kap. 1 §).
        Inquiries = "inquiries",
        /// Public health care (OSL 25 kap. 1 §).
        HealthCare = "health-care",
    }
}
