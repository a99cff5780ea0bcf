//! The envelope of a statement's body: JSON with `kind` and `v` beside what is said.

use serde::{Deserialize, Serialize};

use crate::statement::Statement;

#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    kind: String,
    v: u32,
    #[serde(flatten)]
    says: T,
}

/// What every body says first.
#[derive(Deserialize)]
pub(crate) struct Head {
    pub(crate) kind: String,
    pub(crate) v: u32,
}

/// A body as it is to be stored.
pub(crate) fn write<T: Serialize>(kind: &str, v: u32, says: &T) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&Versioned { kind: kind.to_owned(), v, says })
}

/// The kind and version of a stored body, if it has any.
pub(crate) fn head(body: &[u8]) -> Option<Head> {
    serde_json::from_slice(body).ok()
}

/// What a stored body says.
pub(crate) fn says<T: for<'de> Deserialize<'de>>(body: &[u8]) -> Option<T> {
    serde_json::from_slice::<Versioned<T>>(body).ok().map(|it| it.says)
}

/// The number of a UUID as it is written; dashes are of no account.
pub(crate) fn id(text: &str) -> Option<u128> {
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    let written = digits.len() == 32 && digits.chars().all(|c| c.is_ascii_hexdigit());
    written.then(|| u128::from_str_radix(&digits, 16).ok()).flatten()
}

/// Statements in the order in which they are folded, each once.
pub(crate) fn ordered<'a, 's>(statements: &'a [Statement<'s>]) -> Vec<&'a Statement<'s>> {
    let mut ordered: Vec<_> = statements.iter().collect();
    ordered.sort_by(|a, b| (a.lamport, a.side, a.id).cmp(&(b.lamport, b.side, b.id)));
    ordered.dedup_by_key(|statement| statement.id);
    ordered
}
