//! Where the lists of a service are put on their way: files in a folder that nobody else may read, removed when they have
//! been handed over, or when they are not to be.

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use exchange::client::{Endpoint, Spool};

use crate::job::At;
use crate::verb::import::Delivered;

/// The folder of one pull.
pub(crate) struct Files {
    folder: PathBuf,
    open: BTreeMap<Endpoint, BufWriter<File>>,
    tell: Box<dyn Fn(At) + Send + Sync>,
}

impl Files {
    /// A new folder; what an earlier pull left that was cut off goes.
    pub(crate) fn new(folder: &Path, tell: impl Fn(At) + Send + Sync + 'static) -> io::Result<Files> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        Ok(Files { folder: folder.to_path_buf(), open: BTreeMap::new(), tell: Box::new(tell) })
    }

    fn path(&self, endpoint: Endpoint) -> PathBuf {
        self.folder.join(endpoint.path()).with_extension("json")
    }

    /// The lists as files to be imported. Who works where is not: nothing is done with it yet.
    pub(crate) fn delivered(&mut self) -> io::Result<Vec<Delivered>> {
        for file in self.open.values_mut() {
            file.write_all(b"\n]\n")?;
            file.flush()?;
        }
        let open = std::mem::take(&mut self.open);
        Ok(open.into_keys().filter(|it| *it != Endpoint::Duties).map(|it| Delivered::at(self.path(it))).collect())
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        // What cannot be removed now goes with the next pull.
        fs::remove_dir_all(&self.folder).ok();
    }
}

impl Spool for Files {
    fn put(&mut self, endpoint: Endpoint, entity: &str) -> io::Result<()> {
        if let Some(file) = self.open.get_mut(&endpoint) {
            file.write_all(b",\n")?;
            return file.write_all(entity.as_bytes());
        }
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(self.path(endpoint))?;
        let mut file = BufWriter::new(file);
        file.write_all(b"[\n")?;
        file.write_all(entity.as_bytes())?;
        self.open.insert(endpoint, file);
        Ok(())
    }

    fn forget(&mut self, endpoint: Endpoint) -> io::Result<()> {
        if self.open.remove(&endpoint).is_some() { fs::remove_file(self.path(endpoint)) } else { Ok(()) }
    }

    fn progress(&mut self, endpoint: Endpoint, entities: u64) {
        (self.tell)(At { code: endpoint.stage(), done: entities, of: None });
    }
}

/// A spool that keeps nothing: for trying.
pub(crate) struct Nothing;

impl Spool for Nothing {
    fn put(&mut self, _: Endpoint, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn forget(&mut self, _: Endpoint) -> io::Result<()> {
        Ok(())
    }

    fn progress(&mut self, _: Endpoint, _: u64) {}
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn lists_lie_where_nobody_else_reads_them_and_go_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("pull");
        let mut files = Files::new(&folder, |_| ()).unwrap();
        files.put(Endpoint::Groups, r#"{"id":"1"}"#).unwrap();
        files.put(Endpoint::Persons, r#"{"id":"2"}"#).unwrap();
        files.put(Endpoint::Persons, r#"{"id":"3"}"#).unwrap();
        files.put(Endpoint::Duties, r#"{"id":"4"}"#).unwrap();
        files.forget(Endpoint::Groups).unwrap();
        assert_eq!(files.delivered().unwrap().iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["persons.json"]);
        let path = folder.join("persons.json");
        assert_eq!(fs::read_to_string(&path).unwrap(), "[\n{\"id\":\"2\"},\n{\"id\":\"3\"}\n]\n");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
        drop(files);
        assert!(!folder.exists());
    }
}
