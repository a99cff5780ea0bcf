//! A file of a delivery: where it is, and how it is read.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use absence::columns::LessonFile;
use bytes::Bytes;
use exchange::source::Input;
use exchange::{Format, Job, Profile, Source};
use room::Room;
use text::{Arg, Message};
use uuid::Uuid;

use crate::{Failure, Refusal, Result};

/// The most bytes of a Parquet file that is kept sealed: it is opened in memory.
const MOST_IN_MEMORY: u64 = 512 * 1024 * 1024;

/// A file to import.
#[derive(Clone, Debug)]
pub struct Delivered {
    /// Its name, as whoever delivered it knows it.
    pub name: String,
    /// Where its content is.
    pub content: Content,
    /// How its table is read; guessed when not given.
    pub profile: Option<Profile>,
    /// What it is, when somebody has said so; found by its content otherwise.
    pub format: Option<Format>,
}

/// Where the content of a file is.
#[derive(Clone, Debug)]
pub enum Content {
    /// A file on this machine.
    Path(PathBuf),
    /// A file that the room keeps sealed.
    Sealed {
        /// The room that can open it.
        room: Room,
        /// Its folder.
        folder: PathBuf,
        /// Its name there.
        content: Uuid,
        /// Its length.
        bytes: u64,
    },
}

impl Delivered {
    /// A file on this machine, read by what it holds.
    pub fn at(path: impl Into<PathBuf>) -> Delivered {
        let path = path.into();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Delivered { name, content: Content::Path(path), profile: None, format: None }
    }

    /// Opens the content for reading.
    pub(crate) fn open(&self) -> Result<Box<dyn Input>> {
        match &self.content {
            Content::Path(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(self.refuse("file-not-found")),
                Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
                    Err(self.refuse("file-not-permitted"))
                }
                Err(error) => Err(Failure::Fault { context: "opening a delivered file", source: Box::new(error) }),
            },
            Content::Sealed { room, folder, content, bytes } => {
                Ok(Box::new(room::files::open(room, folder, *content, *bytes)?))
            }
        }
    }

    /// The file as a source of `exchange`.
    pub(crate) fn source(&self) -> Result<Source<'static>> {
        Ok(Source { name: self.name.clone(), input: self.open()? })
    }

    /// The file as a job of `exchange`, with its profile.
    pub(crate) fn job(&self) -> Result<Job<'_>> {
        let mut job = Job::new(self.source()?, self.profile.as_ref());
        job.format = self.format;
        Ok(job)
    }

    /// What the file is.
    pub(crate) fn format(&self) -> Result<Format> {
        match self.format {
            Some(format) => Ok(format),
            None => Ok(exchange::detect(&mut self.source()?)?),
        }
    }

    /// The content of a Parquet file in memory.
    fn bytes(&self) -> Result<Vec<u8>> {
        if let Content::Sealed { bytes, .. } = self.content
            && bytes > MOST_IN_MEMORY
        {
            return Err(self.refuse("import-parquet-too-large"));
        }
        let mut content = Vec::new();
        self.open()?
            .read_to_end(&mut content)
            .map_err(|error| Failure::Fault { context: "reading a delivered file", source: Box::new(error) })?;
        Ok(content)
    }

    /// A canonical Parquet file of lessons, if it is one: a file of pupils has other columns.
    pub(crate) fn lessons(&self) -> Result<Option<LessonFile>> {
        Ok(match &self.content {
            Content::Path(path) if LessonFile::is_one(path)? => Some(LessonFile::open(path)?),
            Content::Path(_) => None,
            Content::Sealed { .. } => {
                let (name, bytes) = (self.name.as_ref(), Bytes::from(self.bytes()?));
                let is_one = LessonFile::is_one_in_memory(name, bytes.clone())?;
                if is_one { Some(LessonFile::in_memory(name, bytes)?) } else { None }
            }
        })
    }

    /// The roster of a canonical Parquet file.
    pub(crate) fn pupils(&self) -> Result<(absence::canonical::Roster, absence::canonical::BadRows)> {
        Ok(match &self.content {
            Content::Path(path) => absence::canonical::read_pupils(path)?,
            Content::Sealed { .. } => absence::canonical::read_pupil_bytes(self.name.as_ref(), self.bytes()?.into())?,
        })
    }

    /// Its length in bytes; 0 when it cannot be told.
    pub(crate) fn length(&self) -> u64 {
        match &self.content {
            Content::Path(path) => std::fs::metadata(path).map_or(0, |it| it.len()),
            Content::Sealed { bytes, .. } => *bytes,
        }
    }

    fn refuse(&self, code: &'static str) -> Failure {
        Refusal { field: None, message: Message::new(code).with("file", Arg::Text(self.name.clone())) }.into()
    }
}
