//! One data key at work: XChaCha20-Poly1305 with a random nonce of 24 bytes, long enough to draw without counting.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::key::Key;
use crate::failure::{Result, broken, fault};

/// The format of a sealed value: this byte, key id (4 bytes), nonce (24), ciphertext, tag (16).
const FORMAT: u8 = 1;
const NONCE: usize = 24;

/// Seals and opens with one key.
pub(super) struct Cipher {
    id: u32,
    cipher: XChaCha20Poly1305,
}

impl Cipher {
    pub(super) fn new(id: u32, key: &Key) -> Cipher {
        Cipher { id, cipher: XChaCha20Poly1305::new(&(*key.0).into()) }
    }

    /// Seals, with the place as associated data.
    pub(super) fn seal(&self, place: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).map_err(fault("drawing a nonce"))?;
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: place });
        let sealed = sealed.map_err(|_| broken("sealing a value"))?;
        Ok([&[FORMAT], self.id.to_be_bytes().as_slice(), &nonce, &sealed].concat())
    }

    /// Opens; `None` when the key, the place or a byte is another than when it was sealed.
    pub(super) fn open(&self, place: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, rest) = split(sealed)?.1.split_first_chunk::<NONCE>()?;
        self.cipher.decrypt(&XNonce::from(*nonce), Payload { msg: rest, aad: place }).ok().map(Zeroizing::new)
    }
}

/// The id of the key that a value was sealed with.
pub(super) fn key_id(sealed: &[u8]) -> Option<u32> {
    split(sealed).map(|(id, _)| id)
}

fn split(sealed: &[u8]) -> Option<(u32, &[u8])> {
    let (format, rest) = sealed.split_first()?;
    let (id, rest) = rest.split_first_chunk::<4>()?;
    (*format == FORMAT).then_some((u32::from_be_bytes(*id), rest))
}
