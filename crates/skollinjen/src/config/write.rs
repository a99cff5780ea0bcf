//! Adding a room to the map: the file is written beside and renamed, so that it is whole at every moment.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;

use anyhow::{Context, bail};
use text::Arg;

use super::{Config, Entry, about, parse};
use crate::say::refusal;

impl Config {
    /// Adds an entry at the end of the file. What stands there stays, comments too. Refused: the room is there
    /// already.
    pub fn add(&self, slug: &str, entry: &Entry) -> anyhow::Result<()> {
        let path = self.path();
        let now = Config::load(&self.folder)?;
        if now.entry(slug).is_some() {
            return Err(refusal(about("room-configured", &path).with("room", Arg::Text(slug.to_owned()))));
        }
        let text = format!("{}{}", now.text, section(&now.text, slug, entry)?);
        if parse(&path, &text)?.room.get(slug) != Some(entry) {
            bail!("the entry does not read as it was written");
        }
        self.put(&text)
    }

    /// Writes the file beside and renames it.
    fn put(&self, text: &str) -> anyhow::Result<()> {
        let path = self.path();
        let failed = "writing the configuration";
        // Made by tempfile with mode 0600: the entry may hold a password.
        let mut file = tempfile::NamedTempFile::new_in(&self.folder).context(failed)?;
        file.write_all(text.as_bytes()).context(failed)?;
        if let Ok(before) = std::fs::metadata(&path) {
            file.as_file().set_permissions(before.permissions()).context(failed)?;
        }
        file.as_file().sync_all().context(failed)?;
        file.persist(&path).context(failed)?;
        File::open(&self.folder).and_then(|folder| folder.sync_all()).context(failed)
    }
}

impl Config {
    /// Takes the section of a room away. Everything else stays as it was written.
    pub fn remove(&self, slug: &str) -> anyhow::Result<()> {
        let path = self.path();
        let now = Config::load(&self.folder)?;
        let text = without(&now.text, slug);
        let left = parse(&path, &text)?;
        let mut expected = now.content.room.clone();
        expected.remove(slug);
        if left.room != expected {
            return Err(refusal(about("config-not-removed", &path).with("room", Arg::Text(slug.to_owned()))));
        }
        self.put(&text)
    }
}

/// The text without the section of a room: from its heading to the next.
fn without(text: &str, slug: &str) -> String {
    let heading = format!("[room.{slug}]");
    let (mut kept, mut inside) = (String::new(), false);
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('[') {
            inside = line.trim().split('#').next().unwrap_or_default().trim() == heading;
        }
        if !inside {
            kept.push_str(line);
        }
    }
    kept
}

/// An entry as TOML.
fn section(before: &str, slug: &str, entry: &Entry) -> anyhow::Result<String> {
    let mut text = String::new();
    if !before.is_empty() {
        text.push_str(if before.ends_with('\n') { "\n" } else { "\n\n" });
    }
    writeln!(text, "[room.{slug}]")?;
    let path = |path: &std::path::Path| path.to_str().map(str::to_owned).context("a path that is not UTF-8");
    let lines = [
        ("kind", entry.kind.clone()),
        ("database", entry.database.clone()),
        ("attendance", path(&entry.attendance)?),
        ("key_file", path(&entry.key_file)?),
    ];
    for (key, value) in lines.into_iter().chain(entry.base_url.clone().map(|url| ("base_url", url))) {
        writeln!(text, "{key} = {}", quoted(&value)?)?;
    }
    Ok(text)
}

/// A basic string of TOML.
fn quoted(value: &str) -> anyhow::Result<String> {
    let mut text = String::from('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            c if c.is_control() => write!(text, "\\U{:08X}", u32::from(c))?,
            c => text.push(c),
        }
    }
    text.push('"');
    Ok(text)
}

#[test]
fn an_entry_reads_as_it_was_written() {
    let entry = Entry {
        kind: "school".to_owned(),
        database: "postgres://anna:\"h\\e\u{7f}\nm#[]ligt'@db/rum".to_owned(),
        attendance: "å b/attendance".into(),
        key_file: "keys/å.key".into(),
        base_url: Some("https://skola.example".to_owned()),
        backup: None,
        backup_keep: None,
    };
    for before in ["", "# min fil", "# min fil\n[room]\n"] {
        let text = format!("{before}{}", section(before, "bjork", &entry).unwrap());
        let read = parse(std::path::Path::new("skollinjen.toml"), &text).unwrap();
        assert_eq!(read.room.get("bjork"), Some(&entry), "{text}");
    }
}

#[test]
fn the_section_of_a_room_goes_and_the_rest_stays() {
    let text = "# mine\n[room.a]\nkind = \"school\"\n# of a\n\n[room.b] # other\nkind = \"region\"\n";
    assert_eq!(without(text, "a"), "# mine\n[room.b] # other\nkind = \"region\"\n");
    assert_eq!(without(text, "b"), "# mine\n[room.a]\nkind = \"school\"\n# of a\n\n");
    assert_eq!(without(text, "c"), text);
}
