//! What `room verify` says of a room, read as a person reads it.

use std::path::Path;

use super::program::Program;
use crate::run;

/// A room that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verified {
    pub(super) pupils: usize,
    pub(super) statements: usize,
    /// Attendance files that count.
    pub(super) files: usize,
    /// Rows that no list reads.
    pub(super) leftovers: usize,
    /// The fingerprint of the results.
    pub(super) results: String,
    /// The fingerprint of the roster.
    pub(super) roster: String,
}

/// Verifies a room. Errors: it is not whole.
pub(super) fn verified(program: &Program, data: &Path, room: &str) -> Result<Verified, String> {
    let said = run::output(program.say(&["room", "verify", "--room", room, "--data"]).arg(data))?;
    read(&said).ok_or_else(|| format!("room verify says something else than it did: {said}"))
}

fn read(said: &str) -> Option<Verified> {
    Some(Verified {
        pupils: number(said, "Pupils: ")?,
        statements: number(said, "Statements: ")?,
        files: number(said, "Files: ")?,
        leftovers: number(said, "Leftovers: ")?,
        results: word(said, "results ")?,
        roster: word(said, "roster ")?,
    })
}

/// The number after a label, with commas between thousands.
fn number(said: &str, label: &str) -> Option<usize> {
    let (_, rest) = said.split_once(label)?;
    let digits: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(|c| *c != ',').collect();
    digits.parse().ok()
}

fn word(said: &str, label: &str) -> Option<String> {
    let (_, rest) = said.split_once(label)?;
    rest.split_whitespace().next().filter(|it| it.len() == 64).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_fingerprints_are_found_in_the_sentence() {
        let [results, roster] = ["a", "b"].map(|letter| letter.repeat(64));
        let said = format!(
            "The room is whole. Pupils: 1,200. Statements: 3. Journal entries: 4. Files: 3 with 1,104,736 lesson rows. \
             Leftovers: 0. Fingerprints: results {results} roster {roster}\n"
        );
        let expected = Verified { pupils: 1200, statements: 3, files: 3, leftovers: 0, results, roster };
        assert_eq!(read(&said), Some(expected));
        assert_eq!(read("The room is whole."), None);
    }
}
