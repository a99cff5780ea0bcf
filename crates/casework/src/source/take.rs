//! The job of a watched folder: takes a delivery when all of it is complete, and never the same one twice.

use std::path::PathBuf;

use access::{Target, WriteAct};
use text::{Arg, Message};
use uuid::Uuid;

use super::deliver::{Note, deliver, fitted};
use super::folder::{self, Held};
use super::settings::{After, Settings, What};
use crate::blocking::blocking;
use crate::days::zone;
use crate::job::{Done, Run, Stopped, Worked};
use crate::verb::import::Delivered;
use crate::{Cx, Failure, Refusal, Result};

/// Looks, and hands over.
pub(crate) async fn run(run: Run) -> Worked {
    let Some(id) = run.args.first().copied() else { return Ok(Done::Nothing) };
    let Some((settings, _)) = settings(&run.cx, id).await? else { return Ok(Done::Nothing) };
    let What::Folder { path, settle, marker, after, profile } = settings.what else { return Ok(Done::Nothing) };
    let (mut seen, now) = (run.office().board().seen(id), run.cx.now());
    let looked = path.clone();
    let (held, seen) = blocking(move || {
        let held = meant(&looked).and_then(|()| folder::look(&looked, settle, marker, &mut seen, now));
        Ok((held, seen))
    })
    .await?;
    run.office().board().saw(id, seen);
    let (files, markers) = match held.map_err(closed)? {
        Held::Nothing | Held::Unfinished => return Ok(Done::Nothing),
        Held::Whole(files, markers) => (files, markers),
    };
    take(&run.cx, id, &path, (files, markers), (after, profile)).await
}

async fn take(
    cx: &Cx,
    id: Uuid,
    folder: &std::path::Path,
    (files, markers): (Vec<PathBuf>, Vec<PathBuf>),
    (after, profile): (After, Option<Uuid>),
) -> Worked {
    let read = files.clone();
    let digest = blocking(move || Ok(folder::digest(&read))).await?.map_err(closed)?;
    let known = room::sources::is_taken(cx.room(), id, &digest).await?;
    if !known {
        let delivered: Vec<Delivered> = files.iter().map(Delivered::at).collect();
        deliver(cx, id, "folder", &fitted(cx, &delivered, profile).await?, Note::Taken(&digest)).await?;
    }
    // After this the files are only in the way: what they hold is kept, sealed, until it has been read.
    let when = cx.now().to_zoned(zone()?).strftime("%Y-%m-%d %H.%M.%S").to_string();
    let when = (after == After::Keep).then_some(when);
    let (folder, count) = (folder.to_path_buf(), files.len());
    let away = blocking(move || Ok(folder::put_away(&folder, &files, &markers, when.as_deref()))).await?;
    away.map_err(|_| Refusal::new("source-folder-not-emptied"))?;
    let count = Arg::Count(i64::try_from(count).unwrap_or(i64::MAX));
    let code = if known { "source-folder-known" } else { "source-folder-taken" };
    Ok(Done::Said(Message::new(code).with("files", count)))
}

/// Whether whoever looks after the machine has meant the folder for this: an address that is typed in a browser must not
/// open any folder of the machine.
pub(crate) fn meant(path: &std::path::Path) -> std::io::Result<()> {
    let sign = std::fs::symlink_metadata(path.join(folder::SIGN));
    match sign {
        Ok(about) if about.is_file() => Ok(()),
        Ok(_) => Err(std::io::ErrorKind::InvalidInput.into()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && path.is_dir() => {
            Err(std::io::ErrorKind::InvalidInput.into())
        }
        Err(error) => Err(error),
    }
}

/// What it means that a folder cannot be looked into. A folder on another machine may come back.
pub(crate) fn closed(error: std::io::Error) -> Stopped {
    match error.kind() {
        std::io::ErrorKind::InvalidInput => Refusal::new("source-folder-unmarked").into(),
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => {
            Stopped::Later(Message::new("source-folder-missing"))
        }
        std::io::ErrorKind::PermissionDenied => Stopped::Later(Message::new("source-folder-closed")),
        _ => Stopped::Failed(Failure::Fault { context: "a watched folder", source: Box::new(error) }),
    }
}

/// The settings of a source and its secret, for the job that reads it.
pub(crate) async fn settings(cx: &Cx, id: Uuid) -> Result<Option<(Settings, Option<String>)>> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let mut reading = cx.room().reading(cx.now());
    let found = room::sources::with_secret(&mut reading, permit, id).await?;
    let Some((source, secret)) = reading.show(found).await? else { return Ok(None) };
    let secret = secret.map(|secret| String::from_utf8_lossy(&secret).into_owned());
    Ok(Some((Settings::from_json(&source.settings)?, secret)))
}
