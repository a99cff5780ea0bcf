//! `skollinjen room destroy`: everything of a room on this machine goes, with a receipt. What it does is noted first, so
//! that it can be continued; the key goes before anything else, for then nothing that is sealed can be read again.

mod receipt;

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use ::room::{backup, destroy};
use access::{Access, Target, WriteAct};
use anyhow::Context;
use receipt::{Gone, Receipt, Table};
use serde_json::json;
use text::{Arg, Language, Message};

use crate::clock::now;
use crate::config::{self, Config, Entry, about, sqlite_path, without_password};
use crate::operator::{actor, wait};
use crate::say::{line, refusal, say};
use crate::{backup as backups, hold};

/// The folder of the receipts, in the data folder.
const RECEIPTS: &str = "destroyed";

/// Which room.
#[derive(clap::Args)]
pub struct Args {
    /// The room's slug.
    #[arg(long, value_name = "SLUG")]
    room: String,
    /// Do not ask: the room's slug once more.
    #[arg(long, value_name = "SLUG")]
    yes: Option<String>,
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// Destroys a room, or goes on with what was interrupted.
pub(super) fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    let folder = config::folder(args.data.as_deref());
    let config = Config::load(&folder)?;
    let begun = folder.join(RECEIPTS).join(format!("{}.begun.json", args.room));
    let interrupted = receipt::read(&begun)?;
    let entry = config.entry(&args.room).cloned();
    if entry.is_none() && interrupted.is_none() {
        let message = about("room-not-configured", &config.path());
        return Err(refusal(message.with("room", Arg::Text(args.room.clone()))));
    }
    agreed(args, language)?;
    let mut receipt = match (interrupted, &entry) {
        (Some(receipt), _) => receipt,
        (None, Some(entry)) => {
            let receipt = plan(&config, &args.room, entry)?;
            receipt::write(&begun, &receipt)?;
            receipt
        }
        (None, None) => return Ok(()),
    };
    if let Some(entry) = &entry {
        let key = folder.join(&entry.key_file);
        // One that is gone already holds nobody back: it was removed before the interruption.
        let _alone = if key.is_file() { Some(hold::alone(&key, &args.room)?) } else { None };
        clear(&config, &args.room, entry, &mut receipt)?;
        receipt.ended_at = Some(now().to_string());
        receipt::write(&begun, &receipt)?;
        config.remove(&args.room)?;
    }
    let (html, machine) = receipt.keep(&folder.join(RECEIPTS), language)?;
    fs::remove_file(&begun).context("removing what was noted")?;
    for sentence in receipt.sentences(language) {
        line(&sentence);
    }
    say(&about("destroy-receipt", &html).with("machine", Arg::Text(machine.display().to_string())), language);
    if receipt.is_whole() { Ok(()) } else { Err(refusal(Message::new("destroy-not-all"))) }
}

/// Asks for the room's slug, unless it was said.
fn agreed(args: &Args, language: Language) -> anyhow::Result<()> {
    let typed = match &args.yes {
        Some(typed) => typed.clone(),
        None => {
            say(&Message::new("destroy-ask").with("room", Arg::Text(args.room.clone())), language);
            std::io::stdout().flush().ok();
            let mut typed = String::new();
            std::io::stdin().read_line(&mut typed).context("reading the answer")?;
            typed
        }
    };
    if typed.trim() == args.room { Ok(()) } else { Err(refusal(Message::new("destroy-not-agreed"))) }
}

/// What there is to take away. With the key, the room notes in its journal that it is destroyed and tells of its backups.
fn plan(config: &Config, slug: &str, entry: &Entry) -> anyhow::Result<Receipt> {
    let url = config.database(slug, entry);
    let key = config.folder().join(&entry.key_file);
    let by = actor()?;
    // Before anything is noted: a room that is served is not touched.
    let alone = if key.is_file() { Some(hold::alone(&key, slug)?) } else { None };
    let (name, known) = wait(async {
        let Ok(room) = config.open(slug).await else { return Ok((String::new(), Vec::new())) };
        let permit = Access::new()?.decide(&by, WriteAct::Maintain, &Target::Room)?;
        let mut change = room.change(now()).await?;
        change.maintained_by(permit, json!({ "destroyed": "begun" }))?;
        change.commit().await?;
        let known = backup::known(&room).await?;
        let name = room.name().to_owned();
        room.close().await;
        Ok((name, known))
    })?;
    drop(alone);
    let held = wait(async { Ok(destroy::look(&url).await?) })?;
    if held.slug.as_deref().is_some_and(|found| found != slug) {
        let message = about("room-is-another", &config.path()).with("room", Arg::Text(slug.to_owned()));
        return Err(refusal(message.with("found", Arg::Text(held.slug.unwrap_or_default()))));
    }
    let mut copies: Vec<PathBuf> = known.iter().map(|it| PathBuf::from(&it.file)).collect();
    if let Some((folder, _)) = backups::places(config, None).get(slug) {
        copies.extend(casework::verb::backup::of(folder, slug).unwrap_or_default());
    }
    copies.sort();
    copies.dedup();
    let database = if sqlite_path(&url).is_some() { url.clone() } else { without_password(&url) };
    let (entries, hash) = held.journal.unwrap_or_default();
    Ok(Receipt {
        room: slug.to_owned(),
        name,
        by: by.to_string(),
        begun_at: now().to_string(),
        ended_at: None,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        database,
        tables: held.tables.into_iter().map(|(table, rows)| Table { table, rows }).collect(),
        journal_entries: entries,
        journal_hash: hash,
        copies,
        gone: Vec::new(),
    })
}

/// Takes everything away, and looks that it is gone. What is gone already is no fault.
fn clear(config: &Config, slug: &str, entry: &Entry, receipt: &mut Receipt) -> anyhow::Result<()> {
    let url = config.database(slug, entry);
    let mut gone = Vec::new();
    gone.push(removed("key", &config.folder().join(&entry.key_file)));
    let handed = config.key(entry);
    if handed.path().is_file() {
        gone.push(Gone { what: "key".to_owned(), place: handed.path().display().to_string(), ..Gone::default() });
    }
    let database = wait(async {
        destroy::remove(&url).await?;
        Ok(destroy::is_gone(&url).await?)
    });
    gone.push(Gone {
        what: "database".to_owned(),
        place: receipt.database.clone(),
        is_gone: database.unwrap_or(false),
        files: 0,
        bytes: 0,
    });
    gone.push(removed("attendance", &config.folder().join(&entry.attendance)));
    let home = config.folder().join(slug);
    if home.symlink_metadata().is_ok() {
        gone.push(removed("folder", &home));
    }
    for copy in &receipt.copies {
        if copy.symlink_metadata().is_ok() {
            gone.push(removed("backup", copy));
        } else if !receipt.gone.iter().any(|before| before.is_gone && Path::new(&before.place) == copy) {
            // Moved by somebody: it cannot be reached from here.
            gone.push(Gone { what: "backup".to_owned(), place: copy.display().to_string(), ..Gone::default() });
        }
    }
    receipt.add(gone);
    Ok(())
}

/// Removes a file or a folder with all that is in it; how much it was, and whether it is gone.
fn removed(what: &str, path: &Path) -> Gone {
    let (mut files, mut bytes) = (0, 0);
    measure(path, &mut files, &mut bytes);
    let done = match path.symlink_metadata() {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    let was_gone = done.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound);
    let is_gone = (done.is_ok() || was_gone) && path.symlink_metadata().is_err();
    if let Some(folder) = path.parent() {
        fs::File::open(folder).and_then(|folder| folder.sync_all()).ok();
    }
    Gone { what: what.to_owned(), place: path.display().to_string(), files, bytes, is_gone }
}

fn measure(path: &Path, files: &mut u64, bytes: &mut u64) {
    let Ok(found) = path.symlink_metadata() else { return };
    if found.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            measure(&entry.path(), files, bytes);
        }
    } else {
        *files += 1;
        *bytes += found.len();
    }
}
