//! The receipt: what was removed, what could not be reached, and what the room held, in numbers. It names nobody of whom
//! the room knew.

use std::fmt::Write as _;
use std::fs::{self, DirBuilder, File};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};
use text::{Arg, Language, Message, render};

/// A receipt, also while it is not finished.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Short name of the room.
    pub room: String,
    /// Name of the authority; empty when the room could not be opened.
    pub name: String,
    /// Who, as the journal names her or him.
    pub by: String,
    /// When it began.
    pub begun_at: String,
    /// When it ended.
    pub ended_at: Option<String>,
    /// The version of the program.
    pub program: String,
    /// The database, without a password.
    pub database: String,
    /// What it held.
    pub tables: Vec<Table>,
    /// Number of the last entry of its journal.
    pub journal_entries: i64,
    /// The hash of that entry.
    pub journal_hash: String,
    /// The backups that the room knew of, or that lay in the folder of its backups.
    pub copies: Vec<PathBuf>,
    /// What was removed, and what was not.
    pub gone: Vec<Gone>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub table: String,
    /// Rows.
    pub rows: i64,
}

/// Something that was to be removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// `key`, `database`, `attendance`, `folder` or `backup`.
    pub what: String,
    /// Where.
    pub place: String,
    /// Files.
    pub files: u64,
    /// Bytes.
    pub bytes: u64,
    /// Whether it was looked for afterwards and not found.
    pub is_gone: bool,
}

/// The receipt of what was interrupted, if there is one.
pub fn read(path: &Path) -> anyhow::Result<Option<Receipt>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes).context("reading what was noted")?)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).context("reading what was noted"),
    }
}

/// Writes a receipt, whole and on disk.
pub fn write(path: &Path, receipt: &Receipt) -> anyhow::Result<()> {
    put(path, &serde_json::to_vec_pretty(receipt)?)
}

fn put(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let failed = "writing the receipt";
    let folder = path.parent().context(failed)?;
    DirBuilder::new().recursive(true).mode(0o700).create(folder).context(failed)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).context(failed)?;
    file.write_all(bytes).context(failed)?;
    file.as_file().sync_all().context(failed)?;
    file.persist(path).context(failed)?;
    File::open(folder).and_then(|folder| folder.sync_all()).context(failed)
}

impl Receipt {
    /// Whether everything that could be reached is gone. A backup that lies somewhere else cannot be.
    pub fn is_whole(&self) -> bool {
        self.gone.iter().all(|it| it.is_gone || (it.what == "backup" && it.files == 0))
    }

    /// Adds what was removed now to what was removed before an interruption.
    pub fn add(&mut self, gone: Vec<Gone>) {
        for new in gone {
            match self.gone.iter_mut().find(|before| before.what == new.what && before.place == new.place) {
                Some(before) => {
                    *before = Gone { files: before.files.max(new.files), bytes: before.bytes.max(new.bytes), ..new };
                }
                None => self.gone.push(new),
            }
        }
    }

    /// What it says, a sentence on each line.
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let say = |message: Message| render(&message, language);
        let text = |text: &str| Arg::Text(text.to_owned());
        let ended = self.ended_at.as_deref().unwrap_or_default();
        let mut all = vec![
            say(Message::new("receipt-title").with("room", text(&self.room)).with("name", text(&self.name))),
            say(Message::new("receipt-when").with("begun", text(&self.begun_at)).with("ended", text(ended))),
            say(Message::new("receipt-who").with("by", text(&self.by)).with("program", text(&self.program))),
        ];
        let rows = self.tables.iter().map(|it| it.rows).sum();
        all.push(say(Message::new("receipt-held")
            .with("rows", Arg::Count(rows))
            .with("tables", Arg::Count(i64::try_from(self.tables.len()).unwrap_or(i64::MAX)))
            .with("entries", Arg::Count(self.journal_entries))
            .with("hash", text(&self.journal_hash))));
        for it in &self.gone {
            let code = if it.is_gone { "receipt-gone" } else { "receipt-left" };
            let what = match it.what.as_str() {
                "key" => "receipt-key",
                "database" => "receipt-database",
                "attendance" => "receipt-attendance",
                "backup" => "receipt-backup",
                _ => "receipt-folder",
            };
            all.push(say(Message::new(code)
                .with("what", Arg::Text(say(Message::new(what))))
                .with("place", text(&it.place))
                .with("files", Arg::Count(i64::try_from(it.files).unwrap_or(i64::MAX)))));
        }
        all.push(say(Message::new(if self.is_whole() { "receipt-whole" } else { "receipt-not-whole" })));
        all.push(say(Message::new("receipt-elsewhere")));
        all
    }

    /// Writes it for people, to be printed, and for machines; where they are.
    pub fn keep(&self, folder: &Path, language: Language) -> anyhow::Result<(PathBuf, PathBuf)> {
        let stamp: String = self.begun_at.chars().filter(char::is_ascii_digit).take(14).collect();
        let named = |ending: &str| folder.join(format!("{}-{stamp}.{ending}", self.room));
        let (html, machine) = (named("html"), named("json"));
        put(&machine, &serde_json::to_vec_pretty(self)?)?;
        put(&html, self.page(language)?.as_bytes())?;
        Ok((html, machine))
    }

    fn page(&self, language: Language) -> anyhow::Result<String> {
        let mut sentences = self.sentences(language).into_iter().map(|it| escaped(&it));
        let title = sentences.next().unwrap_or_default();
        let mut page = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<h1>{title}</h1>\n",
            language.code()
        );
        for sentence in sentences {
            writeln!(page, "<p>{sentence}</p>")?;
        }
        page.push_str("<table>\n");
        for it in &self.tables {
            writeln!(page, "<tr><td>{}</td><td>{}</td></tr>", escaped(&it.table), it.rows)?;
        }
        page.push_str("</table>\n<p>____________________________________</p>\n");
        let sign = render(&Message::new("receipt-sign"), language);
        writeln!(page, "<p>{}</p>\n</html>", escaped(&sign))?;
        Ok(page)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
