//! A no. It says what was asked for, never anything about whom.

use std::fmt;

/// A no, as a code for `text`. The code follows from the act alone: a pupil at another school, one with protected
/// identity and one who does not exist all give the same, since existence can itself be secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub struct Denied {
    pub(crate) code: &'static str,
}

impl Denied {
    /// Every code, for `text` and its tests.
    pub const CODES: [&'static str; 15] = [
        "denied-pupil",
        "denied-content",
        "denied-list",
        "denied-numbers",
        "denied-journal",
        "denied-inquiry",
        "denied-protected",
        "denied-import",
        "denied-settings",
        "denied-referral",
        "denied-letter",
        "denied-consent",
        "denied-episode",
        "denied-queue",
        "denied-fault",
    ];

    /// The policies could not be asked: a fault of the program, never of the user. Nothing is permitted then.
    pub(crate) const FAULT: Denied = Denied { code: "denied-fault" };

    /// The no to an act, by its code.
    pub(crate) fn of(act: &str) -> Denied {
        let code = match act {
            "SeeAbsenceFigures" | "SeeStepOccurred" => "denied-pupil",
            "ReadStepContent" | "ListSteps" | "DocumentStep" | "ContributeExtract" | "ReadEpisode" | "WriteEpisode" => {
                "denied-content"
            }
            "ListPupils" | "IndexNames" | "ListEpisodes" => "denied-list",
            "SeeCounts" | "SeeDataQuality" | "SeeTeacher" | "NoteCall" => "denied-numbers",
            "ReviewJournal" => "denied-journal",
            "DecideInquiry" => "denied-inquiry",
            "SeeProtected" | "HandleProtected" | "MarkProtected" | "RemindAboutProtected" | "ReviewProtected" => {
                "denied-protected"
            }
            "ReferPupil" => "denied-referral",
            "SendLetter" | "ReceiveLetter" => "denied-letter",
            "ManageConsent" => "denied-consent",
            "MatchPerson" | "AssignEpisode" => "denied-episode",
            "SeeQueue" | "Prolong" => "denied-queue",
            "Import" | "ComputeFigures" => "denied-import",
            _ => "denied-settings",
        };
        Denied { code }
    }

    /// The code of the sentence.
    pub fn code(self) -> &'static str {
        self.code
    }
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}
