//! `skollinjen pack …`: checks a method pack, and shows the presets of other municipalities.

use std::path::PathBuf;

use anyhow::bail;
use clap::Subcommand;
use pack::{Pack, Preset};
use text::{Arg, Language, Message, render};

use crate::say::{in_language, line, of_pack, say};

/// The commands on method packs.
#[derive(Subcommand)]
pub enum Command {
    /// Checks the files of a method pack and tells every problem.
    Check {
        /// The folder; without it, the built-in pack.
        folder: Option<PathBuf>,
    },
    /// Shows the presets: which thresholds they set, and what of their ladder the signals do not measure.
    Presets,
}

/// Runs a command.
pub fn run(command: &Command, language: Language) -> anyhow::Result<()> {
    match command {
        Command::Check { folder } => check(folder.as_ref(), language),
        Command::Presets => {
            Pack::embedded()?.presets().iter().for_each(|preset| show(preset, language));
            Ok(())
        }
    }
}

fn check(folder: Option<&PathBuf>, language: Language) -> anyhow::Result<()> {
    let problems = pack::check(folder.map(PathBuf::as_path));
    problems.iter().for_each(|problem| say(&of_pack(problem), language));
    if problems.is_empty() {
        say(&Message::new("pack-checked"), language);
        return Ok(());
    }
    let count = Arg::Count(i64::try_from(problems.len()).unwrap_or(i64::MAX));
    bail!(absence::Failure::Refused(Message::new("pack-problems").with("count", count)))
}

fn show(preset: &Preset, language: Language) {
    line(&format!(
        "{}  {} ({})",
        preset.id,
        in_language(&preset.name, language),
        in_language(&preset.source, language)
    ));
    let sets = preset.sets();
    if !sets.is_empty() {
        let sets = Message::new("preset-sets").with("thresholds", Arg::Text(sets.join(", ")));
        line(&format!("    {}", render(&sets, language)));
    }
    for step in &preset.ladder {
        line(&format!("    {} → {}", in_language(&step.trigger, language), in_language(&step.action, language)));
    }
    for missing in &preset.not_covered {
        let missing = Arg::Text(in_language(missing, language).to_owned());
        line(&format!("    {}", render(&Message::new("preset-not-covered").with("what", missing), language)));
    }
}
