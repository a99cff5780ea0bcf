//! Tokens of sessions: 32 random bytes that only the cookie knows. The room keeps their hash.

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

use super::random;
use crate::Result;

/// A new token, 43 characters that a cookie and a form can hold.
pub(crate) fn new() -> Result<String> {
    Ok(BASE64URL_NOPAD.encode(&random::bytes::<32>()?))
}

/// What the room keeps of a token. A text that is no token gives `None`.
pub(crate) fn hash(token: &str) -> Option<[u8; 32]> {
    let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).ok().filter(|bytes| bytes.len() == 32)?;
    Some(Sha256::digest(bytes).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_a_hash_that_no_other_text_has() {
        let (one, two) = (new().unwrap(), new().unwrap());
        assert_eq!(one.len(), 43);
        assert_ne!(one, two);
        assert_ne!(hash(&one), hash(&two));
        assert_eq!(hash(&one), hash(&one));
        let short: String = one.chars().skip(1).collect();
        assert_eq!(["", "abc", short.as_str(), "ä"].map(hash), [None; 4]);
    }
}
