//! One room of the map: where its database, its attendance history and its key are.

use std::path::{Path, PathBuf};

use ::room::{New, RoomKind};
use serde::Deserialize;

/// An entry. Paths are within the data folder unless they are absolute, so that the folder can be moved.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The code of the kind: `school`, `social` or `region`.
    pub kind: String,
    /// `sqlite:PATH` or `postgres://…`.
    pub database: String,
    /// The folder of the attendance history.
    pub attendance: PathBuf,
    /// The file with the room's master key: never in the room's own folder, whose backup must not hold it.
    pub key_file: PathBuf,
    /// The address that users meet the room at, if the machine serves it.
    pub base_url: Option<String>,
    /// The folder of the nightly backups; without it there are none.
    pub backup: Option<PathBuf>,
    /// How many backups are kept there.
    pub backup_keep: Option<usize>,
}

impl Entry {
    /// Whether a room can be opened by it: a slug and a kind that exist, no path left empty.
    pub(super) fn fits(&self, slug: &str) -> bool {
        let kind = RoomKind::from_code(&self.kind);
        let named = |kind| New { slug, kind, name: "-", demo: false }.check().is_ok();
        let filled = [self.attendance.as_path(), &self.key_file].iter().all(|path| !path.as_os_str().is_empty());
        kind.is_some_and(named) && filled && !self.database.is_empty()
    }

    /// The kind of database, as a person says it.
    pub fn database_kind(url: &str) -> &'static str {
        if sqlite_path(url).is_some() { "SQLite" } else { "PostgreSQL" }
    }
}

/// The path of a SQLite URL.
pub fn sqlite_path(url: &str) -> Option<&Path> {
    url.strip_prefix("sqlite:").map(|path| Path::new(path.strip_prefix("//").unwrap_or(path)))
}

/// A database URL without its password.
pub fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (place, query) = rest.split_once('?').map_or((rest, None), |(place, query)| (place, Some(query)));
    let place = match place.rsplit_once('@') {
        Some((user, host)) => format!("{}@{host}", user.split(':').next().unwrap_or_default()),
        None => place.to_owned(),
    };
    let kept: Vec<&str> =
        query.into_iter().flat_map(|query| query.split('&')).filter(|part| !part.starts_with("password=")).collect();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    format!("{scheme}://{place}{query}")
}

#[test]
fn a_password_is_left_out() {
    let check = |url: &str, expected: &str| assert_eq!(without_password(url), expected);
    check("postgres://anna:hemligt@db/rum", "postgres://anna@db/rum");
    check("postgres://anna:he@ml:igt@db/rum?sslmode=require&password=x", "postgres://anna@db/rum?sslmode=require");
    check("postgres://db/rum?password=x", "postgres://db/rum");
    check("sqlite:/a/b", "sqlite:/a/b");
}
