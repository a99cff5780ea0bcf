//! Sealing: content lies in the database as ciphertext only, bound to the place where it was written.

mod cipher;
mod key;
mod key_file;
mod keyring;
pub(crate) mod number;
mod signing;

pub(crate) use key::Mac;
pub use key_file::KeySource;
pub(crate) use keyring::{Keyring, SIGNING, Wrapped};
pub use signing::{PublicKey, Signature};

/// A sealed value as it lies in a column: format, key id, nonce, ciphertext and tag. It never shows itself.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Sealed(pub(crate) Vec<u8>);

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed")
    }
}

/// Where a sealed value lies. It is part of the seal, so a value moved to another row or column does not open.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) table: &'static str,
    pub(crate) column: &'static str,
    pub(crate) row: &'a [u8],
}

impl Place<'_> {
    /// The place as associated data. Table and column hold no zero byte, so no two places give the same bytes.
    fn bytes(self) -> Vec<u8> {
        [self.table.as_bytes(), &[0], self.column.as_bytes(), &[0], self.row].concat()
    }
}
