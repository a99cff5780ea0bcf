//! The keyed hash of a personal number: found only by whoever holds both the number and the room's key.

use super::Mac;

/// The hash of a personal number as the source writes it: century and separators do not count as difference when they
/// are only punctuation. `None` when there is no number.
pub(crate) fn hash(mac: &Mac, number: &str) -> Option<[u8; 32]> {
    let plain: String = number.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    (!plain.is_empty()).then(|| mac.of(&[b"personal number", plain.as_bytes()]))
}
