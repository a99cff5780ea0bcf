//! Keys in memory: random, wiped when dropped, never printed.

use chacha20poly1305::aead::KeyInit;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::failure::{Result, broken, fault};

/// Length of every key, in bytes.
pub(super) const LENGTH: usize = 32;

/// A secret of 32 bytes.
#[derive(Clone)]
pub(super) struct Key(pub(super) Zeroizing<[u8; LENGTH]>);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// A new key from the operating system's randomness.
    pub(super) fn random() -> Result<Key> {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        getrandom::fill(bytes.as_mut_slice()).map_err(fault("drawing a key"))?;
        Ok(Key(bytes))
    }

    /// A key from its bytes, if they are as many as a key has.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Key> {
        Some(Key(Zeroizing::new(bytes.try_into().ok()?)))
    }
}

/// A keyed hash, HMAC-SHA-256.
#[derive(Clone)]
pub(crate) struct Mac(Hmac<Sha256>);

impl Mac {
    pub(super) fn new(key: &Key) -> Result<Mac> {
        let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key.0.as_slice());
        mac.map(Mac).map_err(|_| broken("a hash key has the wrong length"))
    }

    /// The hash of some parts. Each is preceded by its length, so that no two lists of parts hash the same bytes.
    pub(crate) fn of(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = self.0.clone();
        for part in parts {
            mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl std::fmt::Debug for Mac {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mac")
    }
}
