//! Imports whose files the room keeps, sealed: those that came through the browser or a job, and those that are held.

use std::io::{Read, Write};
use std::path::PathBuf;

use access::{Target, WriteAct};
use exchange::{Format, Profile};
use room::files::SealedWriter;
use room::imports::{self, ImportFile, State};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::delivered::{Content, Delivered};
use super::told::Told;
use super::{Import, Stage, Stopped, read_and_publish};
use crate::blocking::blocking;
use crate::secret::random;
use crate::{Cx, Failure, Refusal, Result};

/// Threads for the scan of an import that nobody waits for at a terminal.
pub(super) const THREADS: usize = 2;
/// What has been at work for longer was cut off, in milliseconds: six hours.
const CUT_OFF_AFTER: i64 = 6 * 60 * 60 * 1000;
/// Bytes copied at a time.
const PIECE: usize = 256 * 1024;

/// What is kept of a file beside its content.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Named {
    /// Its name.
    pub(crate) name: String,
    /// How its table is read, when somebody has said so.
    pub(crate) profile: Option<Profile>,
    /// What it is, when somebody has said so.
    pub(crate) format: Option<Format>,
}

impl Named {
    pub(crate) fn from_json(json: &[u8]) -> Result<Named> {
        serde_json::from_slice(json).map_err(odd)
    }

    pub(crate) fn to_json(&self) -> Result<Vec<u8>> {
        serde_json::to_vec(self).map_err(odd)
    }
}

fn odd(error: serde_json::Error) -> Failure {
    Failure::Fault { context: "what is kept of a file", source: Box::new(error) }
}

/// The folder of the files of imports, in the attendance folder.
pub(crate) const DELIVERIES: &str = "deliveries";

/// Where the files of imports lie.
pub(crate) fn folder(cx: &Cx) -> PathBuf {
    cx.attendance().join(DELIVERIES)
}

/// The files of an import as they are kept.
pub(crate) async fn files(cx: &Cx, id: Uuid) -> Result<Vec<Delivered>> {
    let folder = folder(cx);
    let delivered = |file: ImportFile| {
        let named = Named::from_json(&file.detail)?;
        let content = Content::Sealed {
            room: cx.room().clone(),
            folder: folder.clone(),
            content: file.content,
            bytes: file.bytes,
        };
        Ok(Delivered { name: named.name, content, profile: named.profile, format: named.format })
    };
    imports::files(cx.room(), id).await?.into_iter().map(delivered).collect()
}

/// Copies files of this machine, sealed, and adds them to an import.
pub(crate) async fn keep(cx: &Cx, id: Uuid, files: &[Delivered]) -> Result<()> {
    for file in sealed(cx, files).await? {
        add(cx, id, file).await?;
    }
    Ok(())
}

/// Copies files of this machine, sealed, and moves what is sealed already: what an import that is to have them is told.
/// Files that none has go with a sweep.
pub(crate) async fn sealed(cx: &Cx, files: &[Delivered]) -> Result<Vec<ImportFile>> {
    let mut all = Vec::new();
    for (place, file) in (0_i64..).zip(files) {
        let (room, to, from, fresh) = (cx.room().clone(), folder(cx), file.clone(), random::id(cx.now())?);
        let (content, bytes) = blocking(move || match &from.content {
            Content::Sealed { folder, content, bytes, .. } => {
                room::files::move_to(folder, &to, *content)?;
                Ok((*content, *bytes))
            }
            Content::Path(_) => Ok((fresh, copy(&from, room::files::create(&room, &to, fresh)?)?)),
        })
        .await?;
        let named = Named { name: file.name.clone(), profile: file.profile.clone(), format: file.format };
        all.push(ImportFile { place, content, bytes, detail: named.to_json()?.into() });
    }
    Ok(all)
}

/// Copies a file of this machine, sealed. Gives its length.
fn copy(from: &Delivered, mut to: SealedWriter) -> Result<u64> {
    let mut input = from.open()?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = input.read(&mut piece).map_err(unwritten)?;
        let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        to.write_all(bytes).map_err(unwritten)?;
    }
    Ok(to.finish()?)
}

/// Adds a file that lies sealed in the folder.
pub(crate) async fn add(cx: &Cx, id: Uuid, file: ImportFile) -> Result<()> {
    let mut change = cx.room().change(cx.now()).await?;
    imports::add_file(&mut change, id, &file).await?;
    Ok(change.commit().await?)
}

/// Moves a queued import to where it is held or has failed; a failed one needs its files no more.
pub(super) async fn step(cx: &Cx, id: Uuid, to: State, told: &Told) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    imports::step(&mut change, permit, id, &[State::Queued], to, Some(&told.to_json()?)).await?;
    change.commit().await?;
    if to == State::Failed { remove(cx, id).await } else { Ok(()) }
}

/// Takes the files of an import away.
pub(crate) async fn remove(cx: &Cx, id: Uuid) -> Result<()> {
    Ok(imports::remove_files(cx.room(), &folder(cx), id).await?)
}

/// Asks for a queued import to be read, in the change that queues it.
pub(crate) async fn ask(change: &mut room::Change<'_>, cx: &Cx, id: Uuid) -> Result<()> {
    crate::job::enqueue(change, cx, "import", random::id(cx.now())?, &[id]).await
}

/// What became of an import that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Somebody else has read it, or has thrown it away.
    Gone,
    /// It is visible, and this is told of it.
    Visible(Told),
    /// A person should look first.
    Held,
    /// Its files could not be read.
    Unreadable,
}

/// Reads a queued import whose files the room keeps: what its job does. Whether it came to be visible, is held or could
/// not be read stands on its page; it is a failure only when trying again may help.
///
/// # Errors
/// Denied. The room; the disk.
pub async fn run(cx: &Cx, id: Uuid, progress: &(dyn Fn(Stage) + Send + Sync)) -> Result<Outcome> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let mut reading = cx.room().reading(cx.now());
    let found = imports::to_do(&mut reading, permit, id, State::Queued).await?;
    let Some(import) = reading.show(found).await? else { return Ok(Outcome::Gone) };
    let confirm = Told::from_json(&import.detail)?.confirmed;
    let order = Import { files: files(cx, id).await?, as_of: cx.today(), confirm, threads: THREADS };
    match read_and_publish(cx, id, order.into(), progress).await {
        Ok(told) => {
            remove(cx, id).await?;
            Ok(Outcome::Visible(told))
        }
        Err(Stopped::Held(told, _)) => {
            step(cx, id, State::Held, &told).await?;
            Ok(Outcome::Held)
        }
        Err(Stopped::Failed(failure)) if failure.may_pass() => Err(failure),
        Err(Stopped::Failed(failure @ (Failure::Refused(_) | Failure::Denied(_)))) => {
            step(cx, id, State::Failed, &Told::failed(&failure)).await?;
            Ok(Outcome::Unreadable)
        }
        Err(Stopped::Failed(fault)) => Err(fault),
    }
}

/// Ends the imports of commands that were cut off, and takes away files that no import has, or one that is over. One that
/// is queued with files of its own is still to be read: its job comes back.
pub(crate) async fn sweep(cx: &Cx) -> Result<()> {
    for id in imports::over_with_files(cx.room()).await? {
        remove(cx, id).await?;
    }
    for id in imports::queued(cx.room()).await? {
        let is_old = cx.now().as_millisecond().saturating_sub(made(id)) > CUT_OFF_AFTER;
        if is_old && imports::files(cx.room(), id).await?.is_empty() {
            let cut_off = Failure::from(Refusal::new("import-cut-off"));
            step(cx, id, State::Failed, &Told::failed(&cut_off)).await?;
        }
    }
    let (known, folder, now) = (imports::contents(cx.room()).await?, folder(cx), cx.now());
    blocking(move || {
        for path in absence::history::disk::entries(&folder)? {
            let content = path.file_name().and_then(|name| Uuid::parse_str(name.to_str()?).ok());
            let Some(content) = content.filter(|content| !known.contains(content)) else { continue };
            if now.as_millisecond().saturating_sub(made(content)) > CUT_OFF_AFTER {
                room::files::remove(&folder, content)?;
            }
        }
        Ok(())
    })
    .await
}

/// When an id was made, in milliseconds since 1970: it is of version 7.
fn made(id: Uuid) -> i64 {
    let millis = id.as_u128() >> 80;
    i64::try_from(millis).unwrap_or(i64::MAX)
}

fn unwritten(error: std::io::Error) -> Failure {
    Failure::Fault { context: "keeping a delivered file", source: Box::new(error) }
}
