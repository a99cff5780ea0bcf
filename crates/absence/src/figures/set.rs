//! Which files of figures belong together: a list, named by its own content. Only who knows the name reads the files, so
//! a scan that was cut off, or another that came to nothing, is never read.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::failure::{Result, io, refuse};
use crate::history::disk::{UNFINISHED, sync_folder};

/// The folder of the figures beside those of the lessons.
pub const FOLDER: &str = "figures";
pub(super) const ENDING: &str = "list";
const FIRST_LINE: &str = "skollinjen figures 1";

/// School to the name of its file's content.
pub(super) type Files = BTreeMap<i32, String>;

pub(super) fn folder(root: &Path, school: i32) -> PathBuf {
    root.join(FOLDER).join(format!("school={school}"))
}

pub(super) fn path(root: &Path, school: i32, content: &str) -> PathBuf {
    folder(root, school).join(format!("{content}.parquet"))
}

pub(super) fn list(root: &Path, name: &str) -> PathBuf {
    root.join(FOLDER).join(format!("{name}.{ENDING}"))
}

/// Writes a list, flushed to disk. Its name follows from what it says.
pub(super) fn put(root: &Path, files: &Files) -> Result<String> {
    let lines = files.iter().map(|(school, content)| format!("{school} {content}\n"));
    let text = format!("{FIRST_LINE}\n{}", lines.collect::<String>());
    let name = name(text.as_bytes());
    let above = root.join(FOLDER);
    std::fs::create_dir_all(&above).map_err(io(&above))?;
    put_file(&list(root, &name), text.as_bytes())?;
    sync_folder(root)?;
    Ok(name)
}

/// The name of a content: its SHA-256, in hexadecimal.
pub(super) fn name(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Puts a file in place whole, flushed to disk. Two scans at once write beside each other.
pub(super) fn put_file(path: &Path, content: &[u8]) -> Result<()> {
    let (mut number, mut beside) = (0_u32, path.with_extension(UNFINISHED));
    let mut file = loop {
        match File::create_new(&beside) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < u32::MAX => number += 1,
            made => break made.map_err(io(&beside))?,
        }
        beside = path.with_extension(format!("{number}.{UNFINISHED}"));
    };
    file.write_all(content).and_then(|()| file.sync_all()).map_err(io(&beside))?;
    std::fs::rename(&beside, path).map_err(io(path))?;
    path.parent().map_or(Ok(()), sync_folder)
}

pub(super) fn load(root: &Path, name: &str) -> Result<Files> {
    let path = list(root, name);
    let text = std::fs::read_to_string(&path).map_err(io(&path))?;
    let mut lines = text.lines();
    let known = lines.next() == Some(FIRST_LINE);
    let file = |line: &str| {
        let (school, content) = line.split_once(' ')?;
        Some((school.parse().ok()?, content.to_owned()))
    };
    let files: Option<Files> = lines.map(file).collect();
    files.filter(|_| known).ok_or_else(|| refuse("figures-list-broken", &path))
}

/// The files of a list, in order of school.
///
/// # Errors
/// Refused when the list is damaged; the disk, also when the list is no more.
pub fn files(root: &Path, name: &str) -> Result<Vec<PathBuf>> {
    Ok(load(root, name)?.iter().map(|(school, content)| path(root, *school, content)).collect())
}
