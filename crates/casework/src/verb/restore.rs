//! A room from a backup: everything or nothing.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use access::{Access, Actor, Target, WriteAct};
use jiff::Timestamp;
use room::KeySource;
use room::backup::{Head, Part, Tail};
use room::restore::{self, Restoring};
use serde_json::json;
use text::{Arg, Message};
use tokio::sync::{mpsc, oneshot};

use crate::archive;
use crate::{Failure, Refusal, Result};

/// What is to be restored, and where.
#[derive(Clone, Debug)]
pub struct Order {
    /// The backup.
    pub file: PathBuf,
    /// The room's short name.
    pub slug: String,
    /// The database.
    pub url: String,
    /// The room's own key.
    pub key: KeySource,
    /// The folder of the attendance history.
    pub attendance: PathBuf,
    /// Whether what the room holds may be replaced.
    pub replace: bool,
}

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// When the backup was made, as text.
    pub made_at: String,
    /// The code of the room's kind.
    pub kind: String,
    /// Rows of all tables.
    pub rows: u64,
    /// Attendance files.
    pub files: usize,
    /// Entries in the journal of the backup.
    pub entries: i64,
}

/// Restores a room.
///
/// # Errors
/// Refused: the file is no backup, not whole, changed, of another room or of a newer program; the key is missing or another
/// room's; the room holds something and `replace` is not said. Denied. The database; the disk. Then everything is as it
/// was.
pub async fn run(access: &Access, actor: &Actor, order: Order, now: Timestamp) -> Result<Restored> {
    let permit = access.decide(actor, WriteAct::Maintain, &Target::Room)?;
    if !order.file.is_file() {
        return Err(about("file-not-found", &order.file));
    }
    let (send, mut parts) = mpsc::channel(4);
    let (go_on, wait) = oneshot::channel();
    let put = Arc::new(Mutex::new(Vec::new()));
    let unpacking = {
        let (file, attendance, put) = (order.file.clone(), order.attendance.clone(), Arc::clone(&put));
        tokio::task::spawn_blocking(move || {
            let mut put = put.lock().unwrap_or_else(PoisonError::into_inner);
            archive::unpack(&file, &attendance, &send, wait, &mut put)
        })
    };
    let filled = fill(&order, &mut parts, go_on).await;
    drop(parts);
    let unpacked = unpacking.await.map_err(|source| Failure::Fault { context: "a backup", source: Box::new(source) });
    let done = match (unpacked.and_then(|it| it), filled) {
        (Ok(()), Ok(filled)) => finish(&order, filled, permit, now).await,
        (unpacked, Ok((restoring, ..))) => {
            restoring.leave().await;
            unpacked.and_then(|()| Err(Refusal::new("restore-not-whole").into()))
        }
        // What is wrong with the file is why the parts ended.
        (Err(reason), Err(None)) | (_, Err(Some(reason))) => Err(reason),
        (Ok(()), Err(None)) => Err(Refusal::new("restore-not-whole").into()),
    };
    if done.is_err() {
        for file in put.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            // It was not there before. One that stays counts for nothing, and a sweep takes it.
            std::fs::remove_file(file).ok();
        }
    }
    done
}

type Filled = (Restoring, Head, Tail);

/// Fills the database with what comes; `Err(None)` when it ends too early.
async fn fill(
    order: &Order,
    parts: &mut mpsc::Receiver<Part>,
    go_on: oneshot::Sender<()>,
) -> std::result::Result<Filled, Option<Failure>> {
    let Some(Part::Head(head)) = parts.recv().await else { return Err(None) };
    if head.slug != order.slug {
        let message = Message::new("restore-another-room").with("room", Arg::Text(head.slug.clone()));
        return Err(Some(Refusal { field: None, message }.into()));
    }
    let begun = restore::begin(&order.url, &order.key, &head, order.replace).await;
    let mut restoring = begun.map_err(|failure| Some(failure.into()))?;
    go_on.send(()).ok();
    let mut tail = None;
    while let Some(part) = parts.recv().await {
        match part {
            Part::Rows(piece) if tail.is_none() => {
                if let Err(failure) = restoring.take(&piece).await {
                    restoring.leave().await;
                    return Err(Some(failure.into()));
                }
            }
            Part::Tail(last) if tail.is_none() => tail = Some(last),
            _ => break,
        }
    }
    match tail {
        Some(tail) => Ok((restoring, head, tail)),
        None => {
            restoring.leave().await;
            Err(None)
        }
    }
}

async fn finish(
    order: &Order,
    (mut restoring, head, tail): Filled,
    permit: access::Permit<access::Write>,
    now: Timestamp,
) -> Result<Restored> {
    let counting = restoring.files().await?;
    let there = |(year, school, content): &(i64, i64, String)| {
        let folder = order.attendance.join(format!("school_year={year}")).join(format!("school={school}"));
        folder.join(format!("{content}.parquet")).is_file()
    };
    if !counting.iter().all(there) {
        restoring.leave().await;
        return Err(Refusal::new("restore-not-whole").into());
    }
    let done = json!({ "restored": head.made_at, "journal": tail.journal.0 });
    restoring.finish(&order.key, &tail, permit, done, now).await?;
    Ok(Restored {
        made_at: head.made_at,
        kind: head.kind,
        rows: tail.tables.iter().map(|(_, count)| count.rows).sum(),
        files: tail.files.len(),
        entries: tail.journal.0,
    })
}

fn about(code: &'static str, path: &Path) -> Failure {
    let message = Message::new(code).with("file", Arg::Text(path.display().to_string()));
    Refusal { field: None, message }.into()
}
