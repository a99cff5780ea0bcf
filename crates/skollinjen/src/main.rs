//! The executable: commands and wiring. Everything it does is done by the crates below it.

mod absence;
mod account;
mod backup;
mod clock;
mod config;
mod days;
mod demo;
mod drawing;
mod hold;
mod ids;
mod import;
mod jobs;
mod journal;
mod method;
mod office;
mod operator;
mod pack;
mod room;
mod say;
mod serve;
mod tls;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Skollinjen: the school and the social services as one team around a pupil whose attendance is slipping.
#[derive(Parser)]
#[command(name = "skollinjen", version)]
struct Cli {
    /// Language of what is said: sv or en.
    #[arg(long, global = true, default_value = "sv", value_parser = say::language)]
    language: text::Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Björkstad in the browser: a made-up municipality with pupils, staff and a year and a half of absence.
    Demo(demo::Args),
    /// Serves the rooms of the data folder in the browser.
    Serve(serve::Args),
    /// Makes a backup of a room in one file, while the room goes on.
    Backup(backup::Backup),
    /// Gives a room back from a backup: everything, or nothing.
    Restore(backup::Restore),
    /// Imports the files pupils and lessons into a room.
    Import(import::Args),
    /// Accounts of a room: make one, give one a new beginning.
    #[command(subcommand)]
    Account(account::Command),
    /// Jobs of a room: run what is due, list what waits and what comes.
    #[command(subcommand)]
    Job(jobs::Command),
    /// Absence from bare files: synthetic cities, import into a history, scan, work lists.
    #[command(subcommand)]
    Absence(absence::Command),
    /// The method pack: check its files, show its presets.
    #[command(subcommand)]
    Pack(pack::Command),
    /// The rooms, one for each authority: make one, list them.
    #[command(subcommand)]
    Room(room::Command),
    /// The journal of a room: who has used which permit about whom.
    #[command(subcommand)]
    Journal(journal::Command),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Demo(args) => demo::run(&args, cli.language),
        Command::Serve(args) => serve::run(&args, cli.language),
        Command::Backup(args) => backup::backup(&args, cli.language),
        Command::Restore(args) => backup::restore(&args, cli.language),
        Command::Import(args) => import::run(&args, cli.language),
        Command::Account(command) => account::run(&command, cli.language),
        Command::Job(command) => jobs::run(&command, cli.language),
        Command::Absence(command) => absence::run(command, cli.language),
        Command::Pack(command) => pack::run(&command, cli.language),
        Command::Room(command) => room::run(&command, cli.language),
        Command::Journal(command) => journal::run(&command, cli.language),
    };
    match done.and_then(|()| say::was_heard()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", say::error(&error, cli.language));
            ExitCode::FAILURE
        }
    }
}
