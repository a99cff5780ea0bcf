//! Upload: files on their way into the room, sealed as they come; then how each is read, and the word to begin.

use std::io::Write;
use std::path::PathBuf;

use access::{Target, WriteAct};
use exchange::{Format, Profile};
use room::files::SealedWriter;
use room::imports::{self, ImportFile, State};
use text::{Arg, Message};
use uuid::Uuid;

use super::import::kept::{self, Named};
use super::import::{Content, Delivered, Told};
use crate::blocking::blocking;
use crate::secret::random;
use crate::{Cx, Failure, Refusal, Result, profiles};

/// The most bytes of one file.
pub const LARGEST: u64 = 16 * 1024 * 1024 * 1024;
/// The most files of one import.
pub const MOST_FILES: usize = 50;
/// The longest name of a file, in characters.
const LONGEST_NAME: usize = 200;

/// Where a delivery comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A person in the browser.
    Upload,
    /// A watched folder.
    Folder,
    /// A service that speaks SS 12000.
    Ss12000,
}

impl Source {
    fn code(self) -> &'static str {
        match self {
            Source::Upload => "upload",
            Source::Folder => "folder",
            Source::Ss12000 => "ss12000",
        }
    }
}

/// A delivery that is coming in. Dropped before [`Upload::finish`], as when the connection is cut, its files go.
pub struct Upload<'a> {
    cx: &'a Cx,
    source: Source,
    files: Vec<ImportFile>,
}

/// A file that is coming in. Dropped before [`Upload::add`], it goes.
pub struct Incoming {
    folder: PathBuf,
    content: Uuid,
    name: String,
    writer: Option<SealedWriter>,
    bytes: u64,
    is_added: bool,
}

/// Begins a delivery.
///
/// # Errors
/// Denied: the actor may not import.
pub fn begin(cx: &Cx, source: Source) -> Result<Upload<'_>> {
    drop(cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?); // asked again when it is finished
    Ok(Upload { cx, source, files: Vec::new() })
}

impl Upload<'_> {
    /// Begins a file. Of a path only the last part is its name.
    ///
    /// # Errors
    /// Refused: too many files. The disk.
    pub async fn file(&self, name: &str) -> Result<Incoming> {
        if self.files.len() >= MOST_FILES {
            return Err(Refusal::at("files", "upload-too-many").into());
        }
        let (room, folder, content) = (self.cx.room().clone(), kept::folder(self.cx), random::id(self.cx.now())?);
        let to = folder.clone();
        let writer = blocking(move || Ok(room::files::create(&room, &to, content)?)).await?;
        Ok(Incoming { folder, content, name: plain_name(name), writer: Some(writer), bytes: 0, is_added: false })
    }

    /// A file has come whole. An empty one is passed over: a form field without a file is sent so.
    ///
    /// # Errors
    /// The disk.
    pub async fn add(&mut self, mut file: Incoming) -> Result<()> {
        let Some(writer) = file.writer.take() else { return Ok(()) };
        let bytes = blocking(move || Ok(writer.finish()?)).await?;
        if bytes == 0 {
            return Ok(());
        }
        let (content, name) = (file.content, file.name.clone());
        let place = i64::try_from(self.files.len()).unwrap_or(i64::MAX);
        let (room, folder) = (self.cx.room().clone(), kept::folder(self.cx));
        let sealed = Content::Sealed { room, folder, content, bytes };
        let came = Delivered { name: name.clone(), content: sealed, profile: None, format: None };
        let profile = fitting(self.cx, came, None).await?;
        let named = Named { name, profile, format: None };
        self.files.push(ImportFile { place, content, bytes, detail: named.to_json()?.into() });
        file.is_added = true;
        Ok(())
    }

    /// The delivery is whole. It waits for a person to say how its files are read, or is queued at once.
    ///
    /// # Errors
    /// Refused: there is no file. Denied. The room.
    pub async fn finish(mut self, queue: bool) -> Result<Uuid> {
        if self.files.is_empty() {
            return Err(Refusal::at("files", "upload-no-file").into());
        }
        let (cx, id) = (self.cx, random::id(self.cx.now())?);
        let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
        let mut change = cx.room().change(cx.now()).await?;
        let (by, detail) = (cx.actor().to_string(), Told::default().to_json()?);
        let state = if queue { State::Queued } else { State::Waiting };
        let draft = imports::Draft { id, state, source: self.source.code(), made_by: &by, detail: &detail };
        imports::begin(&mut change, permit, draft).await?;
        for file in &self.files {
            imports::add_file(&mut change, id, file).await?;
        }
        if queue {
            kept::ask(&mut change, cx, id).await?;
        }
        change.commit().await?;
        self.files.clear(); // they are the import's now
        Ok(id)
    }
}

impl Drop for Upload<'_> {
    fn drop(&mut self) {
        for file in &self.files {
            // What cannot be taken away now the sweep takes.
            drop(room::files::remove(&kept::folder(self.cx), file.content));
        }
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        if !self.is_added {
            drop(room::files::remove(&self.folder, self.content));
        }
    }
}

impl Incoming {
    /// More of the file.
    ///
    /// # Errors
    /// Refused: the file is too large, or the disk is full.
    pub async fn push(&mut self, bytes: Vec<u8>) -> Result<()> {
        self.bytes = self.bytes.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        if self.bytes > LARGEST {
            let message = Message::new("upload-too-large").with("file", Arg::Text(self.name.clone()));
            return Err(Refusal { field: Some("files"), message }.into());
        }
        let Some(mut writer) = self.writer.take() else { return Ok(()) };
        let write = move || {
            writer.write_all(&bytes).map_err(|error| match error.kind() {
                std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                    Failure::from(Refusal::at("files", "upload-disk-full"))
                }
                _ => Failure::Fault { context: "keeping a delivered file", source: Box::new(error) },
            })?;
            Ok(writer)
        };
        self.writer = Some(blocking(write).await?);
        Ok(())
    }
}

/// The saved profile that fits the header of a table: the one that is named, or else the one with the most columns.
pub(crate) async fn fitting(cx: &Cx, file: Delivered, named: Option<Uuid>) -> Result<Option<Profile>> {
    let saved = profiles::all(cx.room()).await?;
    let today = cx.today();
    blocking(move || {
        let Ok(format) = file.format() else { return Ok(None) };
        if !matches!(format, Format::Csv | Format::Xlsx | Format::CanonicalCsv) {
            return Ok(None);
        }
        let Ok(look) = exchange::look::look(&mut file.source()?, format, None, today.date()) else {
            return Ok(None); // what is wrong with it is told when a person looks at it
        };
        let fits = saved.into_iter().filter(|(_, profile)| profile.fits(&look.header));
        let best = fits.max_by_key(|(id, profile)| (Some(*id) == named, profile.columns.len()));
        Ok(best.map(|(_, profile)| profile))
    })
    .await
}

/// Says how a file of a waiting delivery is read.
///
/// # Errors
/// Refused: the delivery does not wait any more. Denied. The room.
pub async fn read_as(cx: &Cx, id: Uuid, place: i64, profile: Option<Profile>, format: Option<Format>) -> Result<()> {
    drop(cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?);
    let files = imports::files(cx.room(), id).await?;
    let Some(file) = files.into_iter().find(|file| file.place == place) else {
        return Err(Failure::denied("denied-import"));
    };
    let mut named = Named::from_json(&file.detail)?;
    (named.profile, named.format) = (profile, format.or(named.format));
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    if !imports::step(&mut change, permit, id, &[State::Waiting], State::Waiting, None).await? {
        return Err(Refusal::new("import-not-waiting").into());
    }
    imports::add_file(&mut change, id, &ImportFile { detail: named.to_json()?.into(), ..file }).await?;
    Ok(change.commit().await?)
}

/// Lets a waiting delivery be read, as soon as there is time.
///
/// # Errors
/// Refused: it does not wait any more. Denied. The room.
pub async fn queue(cx: &Cx, id: Uuid) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    if !imports::step(&mut change, permit, id, &[State::Waiting], State::Queued, None).await? {
        return Err(Refusal::new("import-not-waiting").into());
    }
    kept::ask(&mut change, cx, id).await?;
    Ok(change.commit().await?)
}

/// The last part of a path, without control characters and not too long.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let plain: String = last.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    if plain.trim().is_empty() { "fil".to_owned() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_name_is_the_last_part_of_a_path_and_holds_no_commands() {
        assert_eq!(plain_name("C:\\Users\\anna\\elever.csv"), "elever.csv");
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("a\u{1b}[2Jb.csv"), "a[2Jb.csv");
        assert_eq!(plain_name("mapp/"), "fil");
    }
}
