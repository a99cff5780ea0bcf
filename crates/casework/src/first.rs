//! What somebody is given to begin with: a first password, and the code that makes a room's first account.

use crate::Result;
use crate::secret::random::bytes;

/// Letters and digits that nobody mistakes for another: no l, o, 0 or 1.
const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A first password: four groups of five signs, 100 bits.
///
/// # Errors
/// The operating system gives no randomness.
pub fn password() -> Result<String> {
    groups::<20>()
}

/// The code that makes the first account of a room: two groups of five signs, 50 bits, shown in the terminal only.
///
/// # Errors
/// The operating system gives no randomness.
pub fn code() -> Result<String> {
    groups::<10>()
}

fn groups<const N: usize>() -> Result<String> {
    let drawn = bytes::<N>()?;
    let sign = |byte: &u8| SIGNS.get(usize::from(byte % 32)).map_or('x', |sign| char::from(*sign));
    let groups = drawn.chunks(5).map(|group| group.iter().map(sign).collect::<String>());
    Ok(groups.collect::<Vec<_>>().join("-"))
}

#[test]
fn a_first_password_is_easy_to_copy_and_never_the_same() {
    let first = password().unwrap();
    assert_eq!(first.split('-').map(str::len).collect::<Vec<_>>(), [5, 5, 5, 5]);
    assert!(first.chars().all(|sign| sign == '-' || SIGNS.contains(&(sign as u8))));
    assert_ne!(first, password().unwrap());
}
