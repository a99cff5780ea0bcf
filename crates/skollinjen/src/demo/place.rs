//! Where the demo lives: a folder that goes when it is ended, or one that is kept.

use std::path::{Path, PathBuf};

use ::room::RoomKind;
use anyhow::Context;
use tempfile::TempDir;
use text::{Arg, Language};

use super::rooms::ROOMS;
use crate::config::{Config, about};
use crate::room::{New, make};
use crate::say::refusal;

/// The folder of a demo.
pub enum Place {
    /// Goes when the demo is ended.
    Passing(TempDir),
    /// Stays.
    Kept(PathBuf),
}

impl Place {
    /// The folder.
    pub fn folder(&self) -> &Path {
        match self {
            Place::Passing(folder) => folder.path(),
            Place::Kept(folder) => folder,
        }
    }

    /// The map of rooms in it.
    pub fn config(&self) -> anyhow::Result<Config> {
        Config::load(self.folder())
    }
}

/// The folder that was said, or a passing one. Refused: rooms are there that the demo did not make.
pub fn of(said: Option<&Path>) -> anyhow::Result<Place> {
    let Some(folder) = said else { return Ok(Place::Passing(TempDir::new().context("making a folder")?)) };
    let config = Config::load(folder)?;
    let foreign = config.rooms().find(|(slug, _)| !ROOMS.iter().any(|(room, _)| room.code == *slug));
    match foreign {
        Some((slug, _)) => Err(refused(&config, slug)),
        None => Ok(Place::Kept(folder.to_owned())),
    }
}

/// Makes the demo's rooms unless they are there; whether they were made now. Refused: a room of such a name is not the
/// demo's.
pub async fn rooms(folder: &Path, language: Language) -> anyhow::Result<bool> {
    let config = Config::load(folder)?;
    if config.rooms().next().is_none() {
        for (cast::schools::Room { code, name }, kind) in ROOMS {
            make(folder, &New { slug: code, kind, name, database: None, demo: true }, language).await?;
        }
        return Ok(true);
    }
    for (cast::schools::Room { code, .. }, kind) in ROOMS {
        if config.entry(code).is_none() {
            return Err(refusal(about("demo-unfinished", folder)));
        }
        let room = config.open(code).await?;
        let imported = room::versions(&room).await?.generation.is_some();
        let (demo, filled) = (room.is_demo(), kind == RoomKind::Social || imported);
        room.close().await;
        match (demo, filled) {
            (true, true) => {}
            (true, false) => return Err(refusal(about("demo-unfinished", folder))),
            (false, _) => return Err(refused(&config, code)),
        }
    }
    Ok(false)
}

fn refused(config: &Config, slug: &str) -> anyhow::Error {
    refusal(about("demo-foreign-room", &config.path()).with("room", Arg::Text(slug.to_owned())))
}
