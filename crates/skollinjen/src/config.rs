//! The configuration: `skollinjen.toml` in the data folder, the map of rooms.

mod entry;
mod write;

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use ::room::{KeySource, Room};
use anyhow::Context;
use serde::Deserialize;
use text::{Arg, Message};

pub use entry::{Entry, sqlite_path, without_password};

use crate::say::refusal;

/// The name of the file.
const FILE: &str = "skollinjen.toml";

/// What the file says.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    /// The rooms by slug.
    #[serde(default)]
    room: BTreeMap<String, Entry>,
}

/// The configuration of a data folder.
pub struct Config {
    folder: PathBuf,
    /// The file as it stands, with the comments of whoever looks after it.
    text: String,
    content: Content,
}

/// The data folder: as said on the command line, else `SKOLLINJEN_DATA`, else `skollinjen-data` where one stands.
pub fn folder(said: Option<&Path>) -> PathBuf {
    let set = || std::env::var_os("SKOLLINJEN_DATA").filter(|value| !value.is_empty()).map(PathBuf::from);
    said.map(Path::to_path_buf).or_else(set).unwrap_or_else(|| PathBuf::from("skollinjen-data"))
}

/// The variable that says where a room's database is, instead of the file: so the password need not stand there.
pub fn variable(slug: &str) -> String {
    format!("SKOLLINJEN_ROOM_{}_DATABASE", slug.to_ascii_uppercase().replace('-', "_"))
}

/// What that variable says.
pub fn database_set(slug: &str) -> Option<String> {
    std::env::var(variable(slug)).ok().filter(|url| !url.trim().is_empty())
}

impl Config {
    /// Reads the file. A folder without one has no rooms.
    pub fn load(folder: &Path) -> anyhow::Result<Config> {
        let path = folder.join(FILE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => match error.kind() {
                ErrorKind::NotFound => String::new(),
                ErrorKind::PermissionDenied => return Err(refusal(about("file-not-permitted", &path))),
                ErrorKind::InvalidData => return Err(refusal(about("file-not-utf8", &path))),
                _ => return Err(error).context("reading the configuration"),
            },
        };
        let content = parse(&path, &text)?;
        Ok(Config { folder: folder.to_path_buf(), text, content })
    }

    /// The rooms, by slug.
    pub fn rooms(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.content.room.iter().map(|(slug, entry)| (slug.as_str(), entry))
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The path of the file.
    pub fn path(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// The entry of a room, if there is one.
    pub fn entry(&self, slug: &str) -> Option<&Entry> {
        self.content.room.get(slug)
    }

    /// The key of an entry.
    pub fn key(&self, entry: &Entry) -> KeySource {
        // What systemd hands over goes before: then the key lies nowhere that the service can write.
        let handed = std::env::var_os("CREDENTIALS_DIRECTORY").zip(entry.key_file.file_name());
        let handed = handed.map(|(folder, name)| PathBuf::from(folder).join(name)).filter(|path| path.is_file());
        handed.map_or_else(|| KeySource::File(self.folder.join(&entry.key_file)), KeySource::Credential)
    }

    /// The database of an entry as the room takes it: the variable before the file, SQLite files within the folder.
    pub fn database(&self, slug: &str, entry: &Entry) -> String {
        let url = database_set(slug).unwrap_or_else(|| entry.database.clone());
        match entry::sqlite_path(&url) {
            Some(path) => format!("sqlite:{}", self.folder.join(path).display()),
            None => url,
        }
    }

    /// Opens a room of the map. Refused: it is not on the map, or the database holds another room.
    pub async fn open(&self, slug: &str) -> anyhow::Result<Room> {
        let Some(entry) = self.entry(slug) else {
            let message = about("room-not-configured", &self.path()).with("room", Arg::Text(slug.to_owned()));
            return Err(refusal(message));
        };
        let room = Room::open(&self.database(slug, entry), &self.key(entry)).await?;
        if room.slug() != slug || room.kind().code() != entry.kind {
            let message = about("room-is-another", &self.path()).with("room", Arg::Text(slug.to_owned()));
            return Err(refusal(message.with("found", Arg::Text(format!("{} ({})", room.slug(), room.kind().code())))));
        }
        Ok(room)
    }
}

/// A message about a file.
pub fn about(code: &'static str, path: &Path) -> Message {
    Message::new(code).with("file", Arg::Text(path.display().to_string()))
}

/// Reads the text. What is wrong is told by line, and never with the line itself: a password may stand there.
fn parse(path: &Path, text: &str) -> anyhow::Result<Content> {
    let content: Content = toml::from_str(text).map_err(|fault| {
        let before = fault.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let line = Arg::Text(line.to_string());
        let unknown = fault.message().strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
        refusal(match unknown {
            Some(key) => about("config-unknown-key", path).with("line", line).with("key", Arg::Text(key.to_owned())),
            None => about("config-broken", path).with("line", line),
        })
    })?;
    let wrong = content.room.iter().find(|(slug, entry)| !entry.fits(slug));
    match wrong {
        Some((slug, _)) => Err(refusal(about("config-entry", path).with("room", Arg::Text(slug.clone())))),
        None => Ok(content),
    }
}
