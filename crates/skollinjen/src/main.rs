//! The executable: commands and wiring. Everything it does is done by the crates below it.

mod absence;
mod clock;
mod config;
mod days;
mod drawing;
mod journal;
mod method;
mod operator;
mod pack;
mod room;
mod say;

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
