//! `skollinjen room …`: makes the room of an authority and puts it on the map, and shows the map.

mod create;
mod describe;
mod destroy;
mod list;
mod pair;
mod verify;

use std::path::PathBuf;

use ::room::RoomKind;
use clap::Subcommand;
pub use create::{New, make, place_for};
use text::Language;

/// The commands on rooms.
#[derive(Subcommand)]
pub enum Command {
    /// Makes a room: its database, its key file, its attendance folder and its entry in skollinjen.toml.
    Create(Create),
    /// Tells a room the names of its schools, its terms and its breaks, from a TOML file.
    Describe(describe::Args),
    /// Checks that a room is whole: journal, attendance files, results and marks; prints a fingerprint.
    Verify(verify::Args),
    /// Removes everything of a room on this machine, with a receipt.
    Destroy(destroy::Args),
    /// Writes the file that another room is handed, and says the code to read out; with --accept, pairs with a room.
    Pair(pair::Pair),
    /// Shows the rooms that a room is paired with, and whether letters wait for them.
    Peers(pair::Which),
    /// Ends the pairing with a room. Letters that wait for it are stopped.
    Unpair(pair::Unpair),
    /// Shows every room: slug, kind, name, database.
    List {
        /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
        #[arg(long, value_name = "FOLDER")]
        data: Option<PathBuf>,
    },
}

/// What a new room is to be.
#[derive(clap::Args)]
pub struct Create {
    /// Short name in addresses and commands: lower-case letters a–z, digits and hyphens.
    slug: String,
    /// school, social or region.
    #[arg(long, value_parser = kind)]
    kind: RoomKind,
    /// The name of the authority.
    #[arg(long)]
    name: String,
    /// sqlite:PATH or postgres://…; without it, a SQLite file in the data folder.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// Runs a command.
pub fn run(command: &Command, language: Language) -> anyhow::Result<()> {
    match command {
        Command::Create(args) => create::run(args, language),
        Command::Describe(args) => describe::run(args, language),
        Command::Destroy(args) => destroy::run(args, language),
        Command::Verify(args) => verify::run(args, language),
        Command::Pair(args) => pair::pair(args, language),
        Command::Peers(which) => pair::peers(which, language),
        Command::Unpair(args) => pair::unpair(args, language),
        Command::List { data } => list::run(data.as_deref(), language),
    }
}

fn kind(code: &str) -> Result<RoomKind, String> {
    RoomKind::from_code(code).ok_or_else(|| RoomKind::ALL.map(RoomKind::code).join(" | "))
}
