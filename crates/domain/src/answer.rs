//! The three-valued answer of every signal: yes, no, or too little reported data to say (method, section 1.2).

/// What a signal says about a pupil on a day. A lesson that nobody reported is neither presence nor absence, so a
/// signal may have to stay silent: `TooLittleData` is never shown as `No`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The signal fires: a reason to ask.
    Yes,
    /// Enough is reported, and the signal does not fire.
    No,
    /// Too few days, or too little reported, to answer.
    #[default]
    TooLittleData,
}

impl Answer {
    /// `hit` when there is enough data, otherwise too little data.
    pub fn when(enough: bool, hit: bool) -> Answer {
        match (enough, hit) {
            (false, _) => Answer::TooLittleData,
            (true, true) => Answer::Yes,
            (true, false) => Answer::No,
        }
    }

    /// Whether the signal fires.
    pub fn is_yes(self) -> bool {
        self == Answer::Yes
    }

    /// The answer as a nullable truth value, as files and tables store it.
    pub fn known(self) -> Option<bool> {
        match self {
            Answer::Yes => Some(true),
            Answer::No => Some(false),
            Answer::TooLittleData => None,
        }
    }
}

impl From<Option<bool>> for Answer {
    fn from(known: Option<bool>) -> Answer {
        Answer::when(known.is_some(), known == Some(true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_little_data_outweighs_a_hit() {
        assert_eq!(Answer::when(false, true), Answer::TooLittleData);
    }

    #[test]
    fn survives_the_way_to_a_file_and_back() {
        for answer in [Answer::Yes, Answer::No, Answer::TooLittleData] {
            assert_eq!(Answer::from(answer.known()), answer);
        }
    }
}
