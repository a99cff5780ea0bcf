//! `skollinjen absence …`: one file a command.

mod demo;
mod figures;
mod history;
pub mod import;
mod list;
mod lists;
pub mod progress;
mod reporting;
mod scan;
pub mod synth;
mod terms;

use clap::Subcommand;
use text::Language;

/// The commands on bare files.
#[derive(Subcommand)]
pub enum Command {
    /// Makes a synthetic school, imports and scans it, and prints its work list with explanations.
    Demo(demo::Args),
    /// Writes a synthetic city as the two canonical files.
    Synth(synth::Args),
    /// Imports the two canonical files into a history.
    Import(import::Args),
    /// Prints a work list of a history, with explanations.
    List(list::Args),
    /// Writes every signal's figures for the scan day and each earlier Friday as Parquet.
    Figures(figures::Args),
    /// Scans one bare Parquet file of lesson rows and writes each pupil's answers as CSV.
    Scan(scan::Args),
    /// Looks after a history: verify, undo, purge, sweep.
    #[command(subcommand)]
    History(history::Command),
}

/// Runs a command.
pub fn run(command: Command, language: Language) -> anyhow::Result<()> {
    match command {
        Command::Demo(args) => demo::run(&args, language),
        Command::Synth(args) => synth::run(&args, language),
        Command::Import(args) => import::run(&args, language),
        Command::List(args) => list::run(&args, language),
        Command::Figures(args) => figures::run(&args, language),
        Command::Scan(args) => scan::run(&args, language),
        Command::History(command) => history::run(&command, language),
    }
}
