//! Where the lists of a service are put on their way: sealed files in a folder of the pull, which go when they have been
//! handed over or are not to be, and when a sweep finds a folder that nobody is at work in.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use exchange::client::{Endpoint, Spool};
use room::Room;
use room::files::{self, SealedWriter};
use uuid::Uuid;

use crate::blocking::blocking;
use crate::job::At;
use crate::secret::random;
use crate::verb::import::{Content, Delivered};
use crate::{Cx, Failure, Result};

/// The folder of pulls, beside the files of the attendance history.
const PULLS: &str = "pulls";

fn pulls(cx: &Cx) -> PathBuf {
    cx.attendance().join(PULLS)
}

/// The lists of one pull.
pub(crate) struct Files {
    room: Room,
    now: jiff::Timestamp,
    folder: PathBuf,
    open: BTreeMap<Endpoint, (Uuid, SealedWriter)>,
    tell: Box<dyn Fn(At) + Send + Sync>,
}

impl Files {
    /// The lists of a source, none so far; what an earlier pull left that was cut off goes.
    pub(crate) fn new(cx: &Cx, source: Uuid, tell: impl Fn(At) + Send + Sync + 'static) -> io::Result<Files> {
        let folder = pulls(cx).join(source.to_string());
        remove(&folder)?;
        Ok(Files { room: cx.room().clone(), now: cx.now(), folder, open: BTreeMap::new(), tell: Box::new(tell) })
    }

    /// The lists as files to be imported. Who works where is not: nothing is done with it yet.
    pub(crate) fn delivered(&mut self) -> io::Result<Vec<Delivered>> {
        let mut all = Vec::new();
        for (endpoint, (content, mut file)) in std::mem::take(&mut self.open) {
            if endpoint == Endpoint::Duties {
                continue;
            }
            file.write_all(b"\n]\n")?;
            let bytes = file.finish().map_err(io::Error::other)?;
            let (room, folder) = (self.room.clone(), self.folder.clone());
            let content = Content::Sealed { room, folder, content, bytes };
            all.push(Delivered { name: format!("{}.json", endpoint.path()), content, profile: None, format: None });
        }
        Ok(all)
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        // What cannot be removed now goes with the next pull, or a sweep.
        remove(&self.folder).ok();
    }
}

impl Spool for Files {
    fn put(&mut self, endpoint: Endpoint, entity: &str) -> io::Result<()> {
        if let Some((_, file)) = self.open.get_mut(&endpoint) {
            file.write_all(b",\n")?;
            return file.write_all(entity.as_bytes());
        }
        // A list that begins anew is another file: no piece of the one before opens in it.
        let content = random::id(self.now).map_err(io::Error::other)?;
        let mut file = files::create(&self.room, &self.folder, content).map_err(io::Error::other)?;
        file.write_all(b"[\n")?;
        file.write_all(entity.as_bytes())?;
        self.open.insert(endpoint, (content, file));
        Ok(())
    }

    fn forget(&mut self, endpoint: Endpoint) -> io::Result<()> {
        let Some((content, _)) = self.open.remove(&endpoint) else { return Ok(()) };
        files::remove(&self.folder, content).map_err(io::Error::other)
    }

    fn progress(&mut self, endpoint: Endpoint, entities: u64) {
        (self.tell)(At { code: endpoint.stage(), done: entities, of: None });
    }
}

/// Takes away what a pull of a source has left.
pub(crate) async fn forget(cx: &Cx, source: Uuid) -> Result<()> {
    let folder = pulls(cx).join(source.to_string());
    blocking(move || remove(&folder).map_err(left)).await
}

/// Takes away what pulls have left that were cut off: every folder that no job is at work in.
pub(crate) async fn sweep(cx: &Cx) -> Result<()> {
    let at_work = room::jobs::runs::at_work(cx.room(), cx.now()).await?;
    let folder = pulls(cx);
    blocking(move || {
        for path in absence::history::disk::entries(&folder)? {
            let source = path.file_name().and_then(|name| Uuid::parse_str(name.to_str()?).ok());
            if source.is_none_or(|source| !at_work.contains(&source)) {
                remove(&path).map_err(left)?;
            }
        }
        Ok(())
    })
    .await
}

/// Takes a folder away; one that is not there is gone already.
fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn left(source: io::Error) -> Failure {
    Failure::Fault { context: "what a pull has left", source: Box::new(source) }
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
