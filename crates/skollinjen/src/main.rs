//! The executable: commands and wiring. Everything it does is done by the crates below it.

mod absence;
mod clock;
mod days;
mod drawing;
mod method;
mod pack;
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
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Absence(command) => absence::run(command, cli.language),
        Command::Pack(command) => pack::run(&command, cli.language),
    };
    match done.and_then(|()| say::was_heard()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", say::error(&error, cli.language));
            ExitCode::FAILURE
        }
    }
}
