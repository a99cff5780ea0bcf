//! `skollinjen absence …`: one file a command.

mod scan;

use clap::Subcommand;
use text::Language;

/// The commands on bare files.
#[derive(Subcommand)]
pub enum Command {
    /// Scans one bare Parquet file of lesson rows and writes each pupil's answers as CSV.
    Scan(scan::Args),
}

/// Runs a command.
pub fn run(command: Command, language: Language) -> anyhow::Result<()> {
    match command {
        Command::Scan(args) => scan::run(&args, language),
    }
}
