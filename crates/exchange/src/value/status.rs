//! What was reported of a pupil at a lesson, from the words that systems use.

use serde::{Deserialize, Serialize};

/// What was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// There, also elsewhere in the school's name (other school activity).
    Present,
    /// Absent with a valid reason: notified or granted leave.
    Valid,
    /// Absent without one.
    Invalid,
    /// Came late: minutes of invalid absence.
    Late,
    /// Nobody has said who was there.
    Unreported,
    /// The lesson was called off.
    Cancelled,
}

/// Words and what they mean, in lower case. Edlevo's four are `Valid`, `Invalid`, `LateArrival` and `Present`;
/// LearnPoint counts notified and granted as valid, absent and late as invalid.
const WORDS: [(&str, Status); 49] = [
    ("present", Status::Present),
    ("närvaro", Status::Present),
    ("närvarande", Status::Present),
    ("attendance", Status::Present),
    ("annan skolaktivitet", Status::Present),
    ("annan aktivitet", Status::Present),
    ("övrig skolaktivitet", Status::Present),
    ("valid", Status::Valid),
    ("giltig", Status::Valid),
    ("giltig frånvaro", Status::Valid),
    ("giltigt frånvarande", Status::Valid),
    ("anmäld", Status::Valid),
    ("anmäld frånvaro", Status::Valid),
    ("anmält frånvarande", Status::Valid),
    ("beviljad ledighet", Status::Valid),
    ("beviljad frånvaro", Status::Valid),
    ("ledig", Status::Valid),
    ("ledighet", Status::Valid),
    ("sjuk", Status::Valid),
    ("sjukdom", Status::Valid),
    ("sjukanmäld", Status::Valid),
    ("valid absence", Status::Valid),
    ("invalid", Status::Invalid),
    ("ogiltig", Status::Invalid),
    ("ogiltig frånvaro", Status::Invalid),
    ("ogiltigt frånvarande", Status::Invalid),
    ("oanmäld", Status::Invalid),
    ("oanmäld frånvaro", Status::Invalid),
    ("frånvarande", Status::Invalid),
    ("frånvaro", Status::Invalid),
    ("absent", Status::Invalid),
    ("skolk", Status::Invalid),
    ("invalid absence", Status::Invalid),
    ("latearrival", Status::Late),
    ("late arrival", Status::Late),
    ("late", Status::Late),
    ("sen", Status::Late),
    ("sen ankomst", Status::Late),
    ("sen ankomst (ogiltig)", Status::Late),
    ("försenad", Status::Late),
    ("unreported", Status::Unreported),
    ("ej rapporterad", Status::Unreported),
    ("ej rapporterat", Status::Unreported),
    ("inte rapporterad", Status::Unreported),
    ("orapporterad", Status::Unreported),
    ("not reported", Status::Unreported),
    ("inställd", Status::Cancelled),
    ("inställd lektion", Status::Cancelled),
    ("cancelled", Status::Cancelled),
];

/// What a word means, if it is one of the known ones.
pub fn status(text: &str) -> Option<Status> {
    let text = super::trim(text).to_lowercase();
    WORDS.iter().find(|(word, _)| *word == text).map(|(_, status)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edlevos_four_words_and_the_swedish_ones_are_known() {
        assert_eq!(status("Valid"), Some(Status::Valid));
        assert_eq!(status("Invalid"), Some(Status::Invalid));
        assert_eq!(status("LateArrival"), Some(Status::Late));
        assert_eq!(status("Present"), Some(Status::Present));
        assert_eq!(status("Ej rapporterad"), Some(Status::Unreported));
        assert_eq!(status("Sjuk i magen"), None, "a reason in own words is not guessed at");
    }
}
