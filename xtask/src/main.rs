//! The project's own commands, run as `cargo xtask NAME`. Standard library only, so that it builds in seconds.

mod api;
mod bench;
mod browser;
mod fuzz;
mod kill;
mod node;
mod options;
mod pictures;
mod postgres;
mod python;
mod run;
mod test;
mod tidy;

use std::process::ExitCode;

/// A command: its name, what it does, and the function that gets the arguments after the name.
type Command = (&'static str, &'static str, fn(&[String]) -> Result<(), String>);

/// Every command. A new one is one line here and a module of its own.
const COMMANDS: &[Command] = &[
    ("test", "installs what the tests need, says what, and runs them all (--fast: unit tests only)", test::run),
    (
        "kill",
        "kills imports, and servers while pages write; nothing is lost or doubled (--times 30 --seed new --only all)",
        kill::run,
    ),
    (
        "bench",
        "measures: absence (--pupils 10000,100000 --threads 2), import (--pupils 10000), web (--pupils 100000 --rate 200)",
        bench::run,
    ),
    ("fuzz", "gives every parser changed copies of its corpus (--minutes 5)", fuzz::run),
    ("pictures", "takes the pictures of the README anew, from a demo", pictures::run),
    ("tidy", "checks what the compiler does not: first lines, file sizes, links, lists of documents", tidy::run),
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = args.split_first() else {
        println!("{}", help());
        return ExitCode::SUCCESS;
    };
    let Some((_, _, run)) = COMMANDS.iter().find(|(known, _, _)| known == name) else {
        eprintln!("xtask: there is no command {name}\n\n{}", help());
        return ExitCode::FAILURE;
    };
    match run(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask {name}: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// The commands, one line each.
fn help() -> String {
    let lines = COMMANDS.iter().map(|(name, what, _)| format!("  cargo xtask {name:<8} {what}"));
    std::iter::once("Commands:".to_string()).chain(lines).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_line_of_help() {
        for (name, what, _) in COMMANDS {
            assert!(help().lines().any(|line| line.contains(name) && line.contains(what)), "{name}");
            assert!(!what.is_empty(), "{name} says nothing");
        }
    }
}
