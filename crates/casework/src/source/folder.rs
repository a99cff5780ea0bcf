//! What lies in a watched folder: the files of a delivery, when all of them are complete.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

/// The file that shows that whoever looks after the machine has meant the folder for this.
pub(crate) const SIGN: &str = ".skollinjen";
/// Where files are moved that have been taken.
pub(crate) const DONE: &str = "klart";
/// The ending of a file that says that another is complete.
const MARKER: &str = "klar";
/// Endings of files that somebody is still writing.
const UNFINISHED: [&str; 5] = ["tmp", "part", "filepart", "crdownload", "partial"];

/// How a file looked: its length and when it was changed.
pub(crate) type Look = (u64, i64, i64);

/// What was seen of each file, and since when it looks like that.
pub(crate) type Seen = BTreeMap<PathBuf, (Look, Timestamp)>;

/// What a folder holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// Nothing to take.
    Nothing,
    /// Something that is still being written.
    Unfinished,
    /// A delivery, and the marker files that go with it.
    Whole(Vec<PathBuf>, Vec<PathBuf>),
}

/// Looks at a folder. What is to be taken is files, no folders and no links: a link could lead anywhere.
pub(crate) fn look(folder: &Path, settle: u32, marker: bool, seen: &mut Seen, now: Timestamp) -> io::Result<Held> {
    let (mut files, mut markers) = (Vec::new(), Vec::new());
    let mut unfinished = false;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let about = fs::symlink_metadata(&path)?;
        let name = path.file_name().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
        let ending = path.extension().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
        if !about.is_file() || name.starts_with(['.', '~']) {
            continue;
        }
        if ending == MARKER {
            markers.push(path);
        } else if UNFINISHED.contains(&ending.as_str()) {
            unfinished = true;
        } else {
            files.push((path, (about.len(), about.mtime(), about.mtime_nsec())));
        }
    }
    files.sort();
    seen.retain(|path, _| files.iter().any(|(file, _)| file == path) || path.parent() != Some(folder));
    let patience = SignedDuration::from_secs(i64::from(settle));
    for (path, look) in &files {
        let since = match seen.get(path) {
            Some((before, since)) if before == look => *since,
            _ => now,
        };
        seen.insert(path.clone(), (*look, since));
        let settled = if marker { marked(path, &markers) } else { now.duration_since(since) >= patience };
        unfinished |= !settled || look.0 == 0;
    }
    Ok(match (files.is_empty(), unfinished) {
        (true, _) => Held::Nothing,
        (false, true) => Held::Unfinished,
        (false, false) => Held::Whole(files.into_iter().map(|(path, _)| path).collect(), markers),
    })
}

/// Whether a file is marked as complete: `elever.csv.klar`, `elever.klar`, or one marker for the whole delivery.
fn marked(path: &Path, markers: &[PathBuf]) -> bool {
    let stem = |path: &Path| path.file_stem().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
    let whole = path.file_name().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
    markers.iter().map(|it| stem(it)).any(|of| of == whole || of == stem(path) || of == "leverans")
}

/// What a delivery is known by: the content of its files, whatever they are called.
pub(crate) fn digest(files: &[PathBuf]) -> io::Result<Vec<u8>> {
    let mut each = Vec::new();
    for path in files {
        let (mut file, mut hash, mut piece) = (fs::File::open(path)?, Sha256::new(), vec![0; 1 << 18]);
        loop {
            let read = file.read(&mut piece)?;
            let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
            hash.update(bytes);
        }
        each.push(hash.finalize().to_vec());
    }
    each.sort();
    Ok(Sha256::digest(each.concat()).to_vec())
}

/// Puts away what has been taken: to the folder `klart`, under a name that tells when, or deleted.
pub(crate) fn put_away(folder: &Path, files: &[PathBuf], markers: &[PathBuf], when: Option<&str>) -> io::Result<()> {
    let to = when.map(|when| folder.join(DONE).join(when));
    if let Some(to) = &to {
        fs::create_dir_all(to)?;
    }
    for path in files {
        match to.as_ref().zip(path.file_name()) {
            Some((to, name)) => fs::rename(path, to.join(name))?,
            None => fs::remove_file(path)?,
        }
    }
    // A marker that was taken away meanwhile is away.
    markers.iter().for_each(|marker| drop(fs::remove_file(marker)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_795_345_200 + second).unwrap()
    }

    fn write(folder: &Path, name: &str, content: &str) -> PathBuf {
        fs::write(folder.join(name), content).unwrap();
        folder.join(name)
    }

    #[test]
    fn a_file_counts_when_it_has_lain_still_and_the_delivery_when_all_have() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let mut seen = Seen::new();
        let mut check = |second: i64, expected: &str| {
            let held = look(folder, 60, false, &mut seen, at(second)).unwrap();
            let what = match held {
                Held::Nothing => "nothing".to_owned(),
                Held::Unfinished => "unfinished".to_owned(),
                Held::Whole(files, _) => format!("{} files", files.len()),
            };
            assert_eq!(what, expected, "after {second} s");
        };
        check(0, "nothing");
        write(folder, "elever.csv", "a");
        check(10, "unfinished");
        check(69, "unfinished");
        check(70, "1 files");
        write(folder, "lektioner.csv", "b");
        check(80, "unfinished");
        write(folder, "lektioner.csv", "bc");
        check(139, "unfinished");
        check(198, "unfinished");
        check(199, "2 files");
        write(folder, "mer.csv.part", "");
        check(300, "unfinished");
        fs::remove_file(folder.join("mer.csv.part")).unwrap();
        write(folder, ".dold", "x");
        fs::create_dir(folder.join("klart")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", folder.join("länk.csv")).unwrap();
        check(301, "2 files");
    }

    #[test]
    fn with_markers_nothing_counts_without_one() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let whole = |seen: &mut Seen| matches!(look(folder, 0, true, seen, at(0)).unwrap(), Held::Whole(..));
        let mut seen = Seen::new();
        write(folder, "elever.csv", "a");
        write(folder, "lektioner.csv", "b");
        assert!(!whole(&mut seen));
        write(folder, "elever.csv.klar", "");
        assert!(!whole(&mut seen));
        write(folder, "Lektioner.KLAR", "");
        assert!(whole(&mut seen));
        fs::remove_file(folder.join("Lektioner.KLAR")).unwrap();
        write(folder, "leverans.klar", "");
        assert!(whole(&mut seen));
    }

    #[test]
    fn a_delivery_is_known_by_what_it_holds_and_not_by_its_names() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, content: &str| write(folder.path(), name, content);
        let one = digest(&[file("a", "1"), file("b", "2")]).unwrap();
        assert_eq!(digest(&[file("c", "2"), file("d", "1")]).unwrap(), one);
        assert_ne!(digest(&[file("e", "1"), file("f", "3")]).unwrap(), one);
        assert_ne!(digest(&[file("g", "12")]).unwrap(), one);
    }
}
