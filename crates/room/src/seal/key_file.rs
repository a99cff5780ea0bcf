//! The master key: 32 bytes in hexadecimal in a file outside the database and its backup. It wraps the room's keys.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::key::{Key, LENGTH};
use crate::failure::{Result, fault, refuse_file};

/// Longest file that can be a key: hexadecimal and a line break.
const LONGEST: u64 = 128;

/// Where the master key is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeySource {
    /// A file that only its owner may read (mode 0600 or narrower).
    File(PathBuf),
    /// A credential that systemd hands to the service. It may give the group of the service its right to read.
    Credential(PathBuf),
}

impl KeySource {
    /// Path of the key.
    pub fn path(&self) -> &Path {
        match self {
            KeySource::File(path) | KeySource::Credential(path) => path,
        }
    }

    /// The bits of the mode that must not be set.
    fn forbidden(&self) -> u32 {
        match self {
            KeySource::File(_) => 0o077,
            KeySource::Credential(_) => 0o037,
        }
    }

    /// That there is a master key to read. Refused as when it is read.
    pub(crate) fn check(&self) -> Result<()> {
        self.read().map(drop)
    }

    /// Reads the master key. Refused: it is missing, others may read it, or it is no key.
    pub(super) fn read(&self) -> Result<Key> {
        let path = self.path();
        let mut file = File::open(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => refuse_file("room-key-missing", path),
            ErrorKind::PermissionDenied => refuse_file("file-not-permitted", path),
            _ => fault("opening the key file")(error),
        })?;
        if file.metadata().map_err(fault("reading the key file's mode"))?.mode() & self.forbidden() != 0 {
            return Err(refuse_file("room-key-open-to-others", path));
        }
        let mut text = Zeroizing::new(String::new());
        let read = (&mut file).take(LONGEST).read_to_string(&mut text);
        read.map_err(|_| refuse_file("room-key-broken", path))?;
        from_hex(text.trim()).ok_or_else(|| refuse_file("room-key-broken", path))
    }

    /// Makes a new master key, on disk when this returns. Refused: the file is there already, for it may be the key
    /// of another room.
    pub(super) fn create(&self) -> Result<Key> {
        let (key, path) = (Key::random()?, self.path());
        let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        let mut file = made.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => refuse_file("room-key-exists", path),
            ErrorKind::PermissionDenied => refuse_file("file-not-permitted", path),
            ErrorKind::NotFound => refuse_file("file-not-found", path),
            _ => fault("making the key file")(error),
        })?;
        let mut text = Zeroizing::new(String::with_capacity(2 * LENGTH + 1));
        for byte in key.0.iter() {
            text.extend([byte >> 4, byte & 15].map(|half| char::from_digit(half.into(), 16).unwrap_or('0')));
        }
        text.push('\n');
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(fault("writing the key file"))?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(fault("writing the key file's folder"))?;
        Ok(key)
    }
}

fn from_hex(text: &str) -> Option<Key> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let half = |byte: u8| char::from(byte).to_digit(16);
    let byte = |[high, low]: &[u8; 2]| u8::try_from(half(*high)? * 16 + half(*low)?).ok();
    let bytes: Zeroizing<Vec<u8>> = Zeroizing::new(pairs.iter().map(byte).collect::<Option<_>>()?);
    Key::from_bytes(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn refusal(result: Result<Key>) -> &'static str {
        match result {
            Err(crate::Failure::Refused(message)) => message.code,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_key_comes_back_as_it_was_made() {
        let folder = tempfile::tempdir().unwrap();
        let source = KeySource::File(folder.path().join("key"));
        let made = source.create().unwrap();
        assert_eq!(made.0, source.read().unwrap().0);
        assert_eq!(std::fs::metadata(source.path()).unwrap().mode() & 0o777, 0o600);
        assert_eq!(refusal(source.create()), "room-key-exists", "a key is never written over");
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let source = KeySource::File(folder.path().join("key"));
        assert_eq!(refusal(source.read()), "room-key-missing");
        for text in ["", "00", "zz", &"0".repeat(63), &"0".repeat(66), "å"] {
            std::fs::write(source.path(), text).unwrap();
            std::fs::set_permissions(source.path(), PermissionsExt::from_mode(0o600)).unwrap();
            assert_eq!(refusal(source.read()), "room-key-broken", "{text}");
        }
    }

    #[test]
    fn a_key_that_others_may_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let source = KeySource::File(path.clone());
        source.create().unwrap();
        for (mode, file, credential) in [(0o600, true, true), (0o440, false, true), (0o644, false, false)] {
            std::fs::set_permissions(&path, PermissionsExt::from_mode(mode)).unwrap();
            assert_eq!(source.read().is_ok(), file, "{mode:o}");
            assert_eq!(KeySource::Credential(path.clone()).read().is_ok(), credential, "{mode:o}");
        }
    }
}
