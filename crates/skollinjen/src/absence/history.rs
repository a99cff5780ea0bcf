//! `skollinjen absence history …`: verify, undo, purge, sweep.

use std::collections::BTreeSet;
use std::path::PathBuf;

use absence::history::History;
use clap::Subcommand;
use text::{Arg, Language, Message};

use crate::clock::today;
use crate::say::say;

/// What to do with a history.
#[derive(Subcommand)]
pub enum Command {
    /// Checks that every file that counts is there, whole and unchanged, and prints the fingerprint.
    Verify(Place),
    /// Undoes the import that made a version; its windows return to what they were.
    Undo {
        #[command(flatten)]
        place: Place,
        /// The version that the import made.
        #[arg(long)]
        version: u64,
    },
    /// Removes a pupil from every file, at once and for good.
    Purge {
        #[command(flatten)]
        place: Place,
        /// Pupil number.
        #[arg(long, value_parser = crate::days::pupil)]
        pupil: i32,
    },
    /// Removes files that stopped counting more than 30 days ago.
    Sweep(Place),
}

/// Which history.
#[derive(clap::Args)]
pub struct Place {
    /// The folder of the history.
    #[arg(long, value_name = "FOLDER")]
    history: PathBuf,
}

/// Runs a command.
pub fn run(command: &Command, language: Language) -> anyhow::Result<()> {
    let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let version = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let message = match command {
        Command::Verify(place) => {
            let found = History::existing(&place.history)?.verify()?;
            Message::new("history-verified")
                .with("version", version(found.version))
                .with("files", count(found.files))
                .with("rows", version(found.rows))
                .with("fingerprint", Arg::Text(found.fingerprint))
        }
        Command::Undo { place, version: of } => {
            let done = History::existing(&place.history)?.undo(*of, today())?;
            let message = Message::new("history-undone").with("changed", count(done.changed));
            message.with("version", version(done.version))
        }
        Command::Purge { place, pupil } => {
            let done = History::existing(&place.history)?.purge(&BTreeSet::from([*pupil]), today())?;
            match done.changed {
                0 => Message::new("history-purged-none"),
                changed => Message::new("history-purged").with("changed", count(changed)),
            }
        }
        Command::Sweep(place) => {
            Message::new("history-swept").with("files", count(History::existing(&place.history)?.sweep(today())?))
        }
    };
    say(&message, language);
    Ok(())
}
