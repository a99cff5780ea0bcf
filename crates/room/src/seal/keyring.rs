//! The room's keys: drawn when the room is made, wrapped by the master key, and unwrapped when it is opened.

use std::collections::BTreeMap;

use zeroize::Zeroizing;

use super::cipher::{Cipher, key_id};
use super::key::{Key, Mac};
use super::signing::Signer;
use super::{KeySource, Place, Sealed};
use crate::failure::{Result, broken, refuse_file};

/// The key id that stands in what the master key has wrapped.
const MASTER: u32 = 0;

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// Sealing content.
    Data,
    /// Keyed hashes of personal numbers and zones.
    Hash,
    /// The chain of the journal.
    Journal,
    /// Signing letters and receipts.
    Signing,
}

const PURPOSES: [(Purpose, &str); 4] =
    [(Purpose::Data, "data"), (Purpose::Hash, "hash"), (Purpose::Journal, "journal"), (Purpose::Signing, SIGNING)];

/// The word for the key that signs. Rooms made before there were letters lack it until they are opened.
pub(crate) const SIGNING: &str = "signing";

/// A row of the table `room_key`.
pub(crate) struct Wrapped {
    pub(crate) id: i64,
    pub(crate) purpose: String,
    pub(crate) sealed: Vec<u8>,
}

/// The keys of an open room.
pub(crate) struct Keyring {
    data: BTreeMap<u32, Cipher>,
    /// The data key that new values are sealed with: the newest.
    current: u32,
    /// For personal numbers and zones.
    pub(crate) hash: Mac,
    /// For the chain of the journal.
    pub(crate) journal: Mac,
    signing: Option<Signer>,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keyring")
    }
}

fn place(id: u32, purpose: &str) -> Vec<u8> {
    [b"room_key\0sealed_key\0", id.to_be_bytes().as_slice(), purpose.as_bytes()].concat()
}

impl Keyring {
    /// Makes the master key and the keys of a new room: the rows to store.
    pub(crate) fn create(source: &KeySource) -> Result<Vec<Wrapped>> {
        let master = Cipher::new(MASTER, &source.create()?);
        let wrap = |(id, (_, purpose)): (u32, &(Purpose, &str))| {
            let sealed = master.seal(&place(id, purpose), Key::random()?.0.as_slice())?;
            Ok(Wrapped { id: id.into(), purpose: (*purpose).to_owned(), sealed })
        };
        (1..).zip(&PURPOSES).map(wrap).collect()
    }

    /// A signing key for a room that has none: the row to store.
    pub(crate) fn signing(source: &KeySource, id: u32) -> Result<Wrapped> {
        let master = Cipher::new(MASTER, &source.read()?);
        let sealed = master.seal(&place(id, SIGNING), Key::random()?.0.as_slice())?;
        Ok(Wrapped { id: id.into(), purpose: SIGNING.to_owned(), sealed })
    }

    /// Unwraps the keys of a room. Refused: the master key is missing, open to others, or another room's.
    pub(crate) fn open(source: &KeySource, rows: &[Wrapped]) -> Result<Keyring> {
        let master = Cipher::new(MASTER, &source.read()?);
        let (mut data, mut hash, mut journal, mut signing) = (BTreeMap::new(), None, None, None);
        for row in rows {
            let id = u32::try_from(row.id).map_err(|_| broken("a key with an impossible id"))?;
            let known = PURPOSES.iter().find(|(_, name)| *name == row.purpose);
            let Some((purpose, name)) = known else { continue };
            let plain = master.open(&place(id, name), &row.sealed);
            let plain = plain.ok_or_else(|| refuse_file("room-key-wrong", source.path()))?;
            let key = Key::from_bytes(&plain).ok_or_else(|| broken("a key of the wrong length"))?;
            match purpose {
                Purpose::Data => drop(data.insert(id, Cipher::new(id, &key))),
                Purpose::Hash => hash = Some(Mac::new(&key)?),
                Purpose::Journal => journal = Some(Mac::new(&key)?),
                Purpose::Signing => signing = Some(Signer::new(&key)?),
            }
        }
        let current = data.keys().next_back().copied();
        let (Some(current), Some(hash), Some(journal)) = (current, hash, journal) else {
            return Err(broken("the room lacks a key"));
        };
        Ok(Keyring { data, current, hash, journal, signing })
    }

    /// What signs for the room.
    pub(crate) fn signer(&self) -> Result<&Signer> {
        self.signing.as_ref().ok_or_else(|| broken("the room lacks a key"))
    }

    /// Seals a value for its place.
    pub(crate) fn seal(&self, place: Place<'_>, plain: &[u8]) -> Result<Sealed> {
        let cipher = self.data.get(&self.current).ok_or_else(|| broken("the room lacks a key"))?;
        cipher.seal(&place.bytes(), plain).map(Sealed)
    }

    /// Opens the value of a place. A value that was changed, or moved from another place, is a fault.
    pub(crate) fn open_value(&self, place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let cipher = key_id(sealed).and_then(|id| self.data.get(&id));
        let plain = cipher.and_then(|cipher| cipher.open(&place.bytes(), sealed));
        plain.ok_or_else(|| broken("a sealed value does not open: it was changed, or moved from another place"))
    }

    /// Opens a value that is text.
    pub(crate) fn open_text(&self, place: Place<'_>, sealed: &[u8]) -> Result<String> {
        let plain = self.open_value(place, sealed)?;
        String::from_utf8(plain.to_vec()).map_err(|_| broken("a sealed text is not UTF-8"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyring(folder: &std::path::Path, name: &str) -> (KeySource, Vec<Wrapped>) {
        let source = KeySource::File(folder.join(name));
        let rows = Keyring::create(&source).unwrap();
        (source, rows)
    }

    const HOME: Place<'static> = Place { table: "identity", column: "sealed_name", row: b"1" };

    #[test]
    fn a_value_opens_only_where_it_was_sealed() {
        let folder = tempfile::tempdir().unwrap();
        let (source, rows) = keyring(folder.path(), "key");
        let keys = Keyring::open(&source, &rows).unwrap();
        let sealed = keys.seal(HOME, b"Alva").unwrap().0;
        assert_eq!(keys.open_text(HOME, &sealed).unwrap(), "Alva");
        let elsewhere = [
            Place { row: b"2", ..HOME },
            Place { column: "sealed_number", ..HOME },
            Place { table: "statement", ..HOME },
        ];
        assert!(elsewhere.into_iter().all(|place| keys.open_value(place, &sealed).is_err()));
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(keys.open_value(HOME, &changed).is_err(), "byte {at}");
        }
        assert!((0..sealed.len()).all(|end| keys.open_value(HOME, &sealed[..end]).is_err()));
        assert_ne!(keys.seal(HOME, b"Alva").unwrap().0, sealed, "the same value is never sealed alike");
        assert_eq!(format!("{:?} {keys:?}", Sealed(sealed)), "Sealed Keyring");
    }

    #[test]
    fn another_rooms_key_does_not_open() {
        let folder = tempfile::tempdir().unwrap();
        let (_, rows) = keyring(folder.path(), "one");
        let (other, _) = keyring(folder.path(), "two");
        let refused = Keyring::open(&other, &rows).unwrap_err();
        assert!(matches!(refused, crate::Failure::Refused(message) if message.code == "room-key-wrong"));
    }

    #[test]
    fn personal_numbers_are_hashed_with_the_key() {
        let folder = tempfile::tempdir().unwrap();
        let hash = |name: &str, number: &str| {
            let (source, rows) = keyring(folder.path(), name);
            super::super::number::hash(&Keyring::open(&source, &rows).unwrap().hash, number)
        };
        assert_ne!(hash("a", "201201012384"), hash("b", "201201012384"), "two rooms cannot be joined on it");
        assert_eq!(hash("c", " - "), None);
    }
}
