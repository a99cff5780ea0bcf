//! `skollinjen room create`: everything a room needs, and its entry last, so that what has an entry is whole.

use std::fs::{DirBuilder, File};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use ::room::Room;
use access::{Access, Target, WriteAct};
use anyhow::Context;
use text::{Arg, Language, Message};

use super::Create;
use crate::clock::now;
use crate::config::{self, Config, Entry, about, sqlite_path, without_password};
use crate::operator::{actor, wait};
use crate::say::{self, refusal, say};

/// The folder of the key files, beside the rooms' own: a backup of a room's folder holds no key.
const KEYS: &str = "keys";
/// Short names that would hide something else: the folder of the keys, and the first words of addresses.
const RESERVED: [&str; 7] = [KEYS, "statiskt", "installningar", "komponenter", "demo", "files", "dorr"];

/// A room to be made, and where its database is to be: without it, a SQLite file in the data folder.
pub struct New<'a> {
    /// Short name.
    pub slug: &'a str,
    /// School, social services or region.
    pub kind: ::room::RoomKind,
    /// Name of the authority.
    pub name: &'a str,
    /// `sqlite:PATH` or `postgres://…`.
    pub database: Option<&'a str>,
    /// Whether the demo makes it: then anyone at the machine may choose whom to be.
    pub demo: bool,
}

/// Makes a room, and says so.
pub(super) fn run(args: &Create, language: Language) -> anyhow::Result<()> {
    let new =
        New { slug: &args.slug, kind: args.kind, name: &args.name, database: args.database.as_deref(), demo: false };
    let folder = config::folder(args.data.as_deref());
    let key = wait(make(&folder, &new, language))?;
    let done = about("room-created", &Config::load(&folder)?.path());
    let done = done.with("name", Arg::Text(args.name.trim().to_owned()));
    say(&done.with("room", Arg::Text(args.slug.clone())), language);
    say(&about("room-created-key", &key), language);
    Ok(())
}

/// Makes a room and puts it on the map of a data folder; the path of its key.
pub async fn make(folder: &Path, new: &New<'_>, language: Language) -> anyhow::Result<PathBuf> {
    let within = ::room::New { slug: new.slug, kind: new.kind, name: new.name, demo: new.demo };
    within.check()?;
    if RESERVED.contains(&new.slug) {
        return Err(refusal(Message::new("room-slug-reserved").with("room", Arg::Text(new.slug.to_owned()))));
    }
    make_folder(folder)?;
    // One command at a time writes the map; the lock goes when the process does.
    let _held = hold(folder)?;
    let config = Config::load(folder)?;
    if config.entry(new.slug).is_some() {
        let message = about("room-configured", &config.path());
        return Err(refusal(message.with("room", Arg::Text(new.slug.to_owned()))));
    }
    let entry = plan(new)?;
    let home = folder.join(new.slug);
    let key = folder.join(&entry.key_file);
    if let Some(found) = [&home, &key].into_iter().find(|path| path.symlink_metadata().is_ok()) {
        let message = about("room-remains", found).with("config", Arg::Text(config.path().display().to_string()));
        return Err(refusal(message));
    }
    let database = config.database(new.slug, &entry);
    let file = sqlite_path(&database).filter(|path| path.symlink_metadata().is_err());
    if let Err(reason) = fill(&config, &within, &entry, &database).await {
        return Err(unfinished(reason, &[&home, &key], file, folder, language));
    }
    Ok(key)
}

/// The entry of a room that is not on the map and is to be restored, with the folders that it needs. Its kind follows
/// from the backup.
pub fn place_for(folder: &Path, slug: &str, database: Option<&str>) -> anyhow::Result<Entry> {
    let kind = ::room::RoomKind::School;
    ::room::New { slug, kind, name: "-", demo: false }.check()?;
    let entry = plan(&New { slug, kind, name: "-", database, demo: false })?;
    make_folder(&folder.join(KEYS))?;
    make_folder(&folder.join(&entry.attendance))?;
    Ok(entry)
}

/// The entry: what is said on the command line, and for a database that only the environment tells, that without its
/// password.
fn plan(new: &New<'_>) -> anyhow::Result<Entry> {
    let slug = new.slug;
    let set = || config::database_set(slug).map(|url| without_password(&url));
    let database = new.database.map(str::to_owned).or_else(set);
    let database = match database.as_deref().map(|url| (url, sqlite_path(url))) {
        Some((_, Some(path))) => format!("sqlite:{}", std::path::absolute(path)?.display()),
        Some((url, None)) => url.to_owned(),
        None => format!("sqlite:{slug}/room.sqlite"),
    };
    Ok(Entry {
        kind: new.kind.code().to_owned(),
        database,
        attendance: Path::new(slug).join("attendance"),
        key_file: Path::new(KEYS).join(format!("{slug}.key")),
        base_url: None,
        backup: None,
        backup_keep: None,
    })
}

/// Makes everything, the entry last.
async fn fill(config: &Config, new: &::room::New<'_>, entry: &Entry, database: &str) -> anyhow::Result<()> {
    let keys = config.folder().join(KEYS);
    make_folder(&keys)?;
    if keys.metadata().context("reading the mode of the key folder")?.mode() & 0o077 != 0 {
        return Err(refusal(about("room-keys-open-to-others", &keys)));
    }
    make_folder(&config.folder().join(&entry.attendance))?;
    let permit = Access::new()?.decide(&actor()?, WriteAct::Maintain, &Target::Room)?;
    let room = Room::create(database, &config.key(entry), new, now()).await?;
    let mut change = room.change(now()).await?;
    change.maintained(permit)?;
    change.commit().await?;
    room.close().await;
    config.add(new.slug, entry)
}

/// Clears away the empty folders of a room that was not made, and says what else is left. Nothing that may hold
/// something is removed by itself, a key least of all.
fn unfinished(
    reason: anyhow::Error,
    made: &[&PathBuf],
    file: Option<&Path>,
    folder: &Path,
    language: Language,
) -> anyhow::Error {
    for home in made {
        for path in [home.join("attendance").as_path(), home] {
            // Fails when it is not empty or no folder, and that is meant.
            std::fs::remove_dir(path).ok();
        }
    }
    std::fs::remove_dir(folder.join(KEYS)).ok();
    let outside = file.filter(|file| !made.iter().any(|home| file.starts_with(home)));
    let left = made.iter().map(|path| path.as_path()).chain(outside).filter(|path| path.symlink_metadata().is_ok());
    let left: Vec<String> = left.map(|path| path.display().to_string()).collect();
    if left.is_empty() {
        return reason;
    }
    let reason = Arg::Text(say::error(&reason, language));
    refusal(Message::new("room-unfinished").with("reason", reason).with("files", Arg::Text(left.join(", "))))
}

/// Makes a folder that only its owner sees, unless it is there.
fn make_folder(path: &Path) -> anyhow::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(|error| match error.kind() {
        ErrorKind::PermissionDenied => refusal(about("file-not-permitted", path)),
        ErrorKind::ReadOnlyFilesystem => refusal(about("disk-read-only", path)),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => refusal(about("disk-full", path)),
        _ => anyhow::Error::new(error).context("making a folder"),
    })
}

fn hold(folder: &Path) -> anyhow::Result<File> {
    let failed = "waiting for another command on the same data folder";
    let held = File::open(folder).context(failed)?;
    held.lock().context(failed)?;
    Ok(held)
}
