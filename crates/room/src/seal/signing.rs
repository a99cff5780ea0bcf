//! The key that signs letters and receipts, Ed25519, and what others verify them with.

use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::key::Key;
use crate::failure::{Result, broken};

/// Length of a public key, in bytes.
const PUBLIC: usize = 32;

/// A signature. It tells nothing of what was signed.
pub type Signature = [u8; 64];

/// What the signatures of a room are verified with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey(pub [u8; PUBLIC]);

impl PublicKey {
    /// Whether the bytes, of that sort, were signed with this room's key.
    pub fn verifies(self, sort: &str, bytes: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.0).verify(&message(sort, bytes), signature).is_ok()
    }

    /// The key's name in a letter: the first 16 bytes of its SHA-256, in hexadecimal.
    pub fn name(self) -> String {
        Sha256::digest(self.0).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    /// What two people read to each other before they pair their rooms: eight groups of five digits, which stand for both
    /// the room and its key.
    pub fn code(self, room: Uuid) -> String {
        let hash = Sha256::digest([b"skollinjen pairing\0".as_slice(), room.as_bytes(), &self.0].concat());
        let (words, _) = hash.as_chunks::<4>();
        let groups = words.iter().map(|word| format!("{:05}", u32::from_be_bytes(*word) % 100_000));
        groups.collect::<Vec<_>>().join(" ")
    }
}

/// The private key at work.
pub(crate) struct Signer(Ed25519KeyPair);

impl Signer {
    pub(super) fn new(key: &Key) -> Result<Signer> {
        // The seed comes sealed with its place: a changed one does not open, so there is no public key to compare with.
        Ed25519KeyPair::from_seed_unchecked(key.0.as_slice()).map(Signer).map_err(|_| broken("a signing key is no key"))
    }

    pub(crate) fn public(&self) -> Result<PublicKey> {
        let bytes = self.0.public_key().as_ref().try_into();
        bytes.map(PublicKey).map_err(|_| broken("a public key of the wrong length"))
    }

    pub(crate) fn sign(&self, sort: &str, bytes: &[u8]) -> Result<Signature> {
        let signature = self.0.sign(&message(sort, bytes));
        signature.as_ref().try_into().map_err(|_| broken("a signature of the wrong length"))
    }
}

/// What is signed. A sort holds no zero byte, so no two sorts sign the same message.
fn message(sort: &str, bytes: &[u8]) -> Vec<u8> {
    [b"skollinjen ", sort.as_bytes(), &[0], bytes].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_sort_its_bytes_and_its_key_only() {
        let (signer, other) =
            (Signer::new(&Key::random().unwrap()).unwrap(), Signer::new(&Key::random().unwrap()).unwrap());
        let (key, signature) = (signer.public().unwrap(), signer.sign("letter 1", b"body").unwrap());
        assert!(key.verifies("letter 1", b"body", &signature));
        assert!(!key.verifies("receipt 1", b"body", &signature));
        assert!(!key.verifies("letter 1", b"bodies", &signature));
        assert!(!other.public().unwrap().verifies("letter 1", b"body", &signature));
        for at in 0..signature.len() {
            let mut changed = signature;
            changed[at] ^= 1;
            assert!(!key.verifies("letter 1", b"body", &changed), "byte {at}");
        }
        assert!(!key.verifies("letter 1", b"body", &signature[..63]));
    }

    /// The first example of RFC 8032, section 7.1: seed and public key.
    #[test]
    fn the_public_key_is_that_of_the_standard() {
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
        let bytes = |hex: &str| hex.as_bytes().chunks(2).map(byte).collect::<Vec<_>>();
        let seed = bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        let public = bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assert_eq!(Signer::new(&Key::from_bytes(&seed).unwrap()).unwrap().public().unwrap().0.as_slice(), public);
    }

    #[test]
    fn a_code_stands_for_room_and_key() {
        let code = PublicKey([7; 32]).code(Uuid::from_u128(1));
        assert_eq!(code.split(' ').map(str::len).collect::<Vec<_>>(), [5; 8]);
        assert_ne!(code, PublicKey([7; 32]).code(Uuid::from_u128(2)));
        assert_ne!(code, PublicKey([8; 32]).code(Uuid::from_u128(1)));
    }
}
