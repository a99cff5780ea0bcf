//! `skollinjen backup` and `skollinjen restore`, and the backup of every night.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use access::{Access, Job, WriteAct};
use casework::job::{Done, Kind, Kinds, Run, Stopped};
use casework::verb::backup::{Made, run as back_up};
use casework::verb::restore::{Order, run as give_back};
use text::{Arg, Language, Message};

use crate::clock::{now, today};
use crate::config::{self, Config, about};
use crate::operator::{actor, wait};
use crate::room::place_for;
use crate::say::{refusal, say};
use crate::{hold, office};

/// So many backups of a room are kept by the nightly one, unless something else is said.
pub const KEEP: usize = 14;

/// Which room, and where to.
#[derive(clap::Args)]
pub struct Backup {
    /// The room's slug.
    #[arg(long, value_name = "SLUG")]
    room: String,
    /// The folder of the backups. It must be there.
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
    /// Remove the oldest, so that this many are left.
    #[arg(long, value_name = "NUMBER")]
    keep: Option<usize>,
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// From what, and which room.
#[derive(clap::Args)]
pub struct Restore {
    /// The backup.
    file: PathBuf,
    /// The room's slug.
    #[arg(long, value_name = "SLUG")]
    room: String,
    /// Replace what the room holds.
    #[arg(long)]
    replace: bool,
    /// For a room that is not on the map: sqlite:PATH or postgres://…; without it, a SQLite file in the data folder.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// Makes a backup, while the room goes on.
pub fn backup(args: &Backup, language: Language) -> anyhow::Result<()> {
    let config = Config::load(&config::folder(args.data.as_deref()))?;
    let made = wait(async {
        let office = office::open(&config, &args.room).await?;
        let made = back_up(&office.actor(actor()?, now(), today()), &args.to, args.keep).await;
        office.room().clone().close().await;
        Ok(made?)
    })?;
    say(&told(&made), language);
    Ok(())
}

fn told(made: &Made) -> Message {
    let count = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    about("backup-made", &made.file)
        .with("megabytes", Arg::Tenths(i64::try_from(made.size / 100_000).unwrap_or(i64::MAX)))
        .with("rows", count(made.rows))
        .with("files", Arg::Count(i64::try_from(made.files).unwrap_or(i64::MAX)))
        .with("digest", Arg::Text(made.digest.iter().map(|byte| format!("{byte:02x}")).collect()))
}

/// Restores a room, and puts it on the map when it was not there.
pub fn restore(args: &Restore, language: Language) -> anyhow::Result<()> {
    let folder = config::folder(args.data.as_deref());
    let config = Config::load(&folder)?;
    let known = config.entry(&args.room).cloned();
    if let (Some(_), Some(_)) = (&known, &args.database) {
        let message = about("room-configured", &config.path());
        return Err(refusal(message.with("room", Arg::Text(args.room.clone()))));
    }
    let entry = match &known {
        Some(entry) => entry.clone(),
        None => place_for(&folder, &args.room, args.database.as_deref())?,
    };
    let key = config.key(&entry);
    if !key.path().is_file() {
        return Err(refusal(about("restore-key-missing", key.path())));
    }
    // Nobody serves the room meanwhile: what a process has read of it would no longer be true.
    let _alone = hold::alone(key.path(), &args.room)?;
    let done = wait(async {
        let order = Order {
            file: args.file.clone(),
            slug: args.room.clone(),
            url: config.database(&args.room, &entry),
            key: config.key(&entry),
            attendance: folder.join(&entry.attendance),
            replace: args.replace,
        };
        Ok(give_back(&Access::new()?, &actor()?, order, now()).await?)
    })?;
    if known.is_none() {
        config.add(&args.room, &config::Entry { kind: done.kind.clone(), ..entry })?;
    }
    let count = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let message = Message::new("restore-done").with("room", Arg::Text(args.room.clone()));
    let message = message.with("made", Arg::Text(done.made_at.chars().take(16).collect::<String>().replace('T', " ")));
    let message = message.with("rows", count(done.rows)).with("entries", Arg::Count(done.entries));
    say(&message.with("files", Arg::Count(i64::try_from(done.files).unwrap_or(i64::MAX))), language);
    Ok(())
}

/// Where the nightly backups of each room go, and how many are kept: as said on the command line, else as the map says.
pub fn places(config: &Config, said: Option<&Path>) -> BTreeMap<String, (PathBuf, usize)> {
    let place = |(slug, entry): (&str, &config::Entry)| {
        let folder =
            said.map(Path::to_path_buf).or_else(|| entry.backup.as_ref().map(|it| config.folder().join(it)))?;
        Some((slug.to_owned(), (folder, entry.backup_keep.unwrap_or(KEEP))))
    };
    config.rooms().filter_map(place).collect()
}

/// The kinds of jobs with the nightly backup.
pub fn kinds(places: BTreeMap<String, (PathBuf, usize)>) -> Kinds {
    Kinds::ours().with(Kind::new("backup", Job::Backup, WriteAct::Maintain, move |run: Run| {
        let place = places.get(run.cx.room().slug()).cloned();
        async move {
            let Some((folder, keep)) = place else { return Ok(Done::Nothing) };
            let made = back_up(&run.cx, &folder, Some(keep)).await.map_err(Stopped::Failed)?;
            Ok(Done::Said(told(&made)))
        }
    }))
}
