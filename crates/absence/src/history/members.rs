//! Which pupils a lesson file holds: read from one column, and kept as long as the process lives, for a file is never
//! changed. Four bytes a pupil and school year.

use std::collections::HashMap;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::columns::LessonFile;
use crate::failure::{Result, io};

/// A file as it was read: whoever writes over it makes it another.
type Key = (PathBuf, u64, (i64, i64));

/// The pupils of a file, by rising number.
///
/// # Errors
/// A file that cannot be read.
pub fn members(path: &Path) -> Result<Arc<[i32]>> {
    static READ: OnceLock<Mutex<HashMap<Key, Arc<[i32]>>>> = OnceLock::new();
    let read = READ.get_or_init(Mutex::default);
    let metadata = std::fs::metadata(path).map_err(io(path))?;
    let key = (path.to_owned(), metadata.len(), (metadata.mtime(), metadata.mtime_nsec()));
    if let Some(found) = read.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Ok(Arc::clone(found));
    }
    let found: Arc<[i32]> = LessonFile::open(path)?.pupils()?.into();
    let mut read = read.lock().unwrap_or_else(PoisonError::into_inner);
    // What lay beside it and is gone, or was written over, is not asked for again.
    read.retain(|(known, ..), _| known.parent() != path.parent() || (known != path && known.exists()));
    read.insert(key, Arc::clone(&found));
    Ok(found)
}
