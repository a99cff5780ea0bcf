//! `skollinjen absence figures`: the figures behind every signal, for the scan day and each earlier Friday.

use std::path::PathBuf;

use absence::history::History;
use domain::{Day, SchoolYear};
use text::{Arg, Language, Message};

use super::terms::{TermArg, question};
use crate::method::MethodArgs;
use crate::say::say;

/// Which history, and where to.
#[derive(clap::Args)]
pub struct Args {
    /// The folder of the history.
    #[arg(long, value_name = "FOLDER")]
    history: PathBuf,
    /// The day to answer for; later rows count as plan only.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day)]
    as_of: Day,
    /// A term of the school year, as START..END; may be given more than once.
    #[arg(long, value_name = "START..END")]
    term: Vec<TermArg>,
    /// Folder to write the figures to.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Threads to use.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=64))]
    threads: u8,
    #[command(flatten)]
    method: MethodArgs,
}

/// Writes the figures.
pub fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    let question = question(args.as_of, &args.term)?;
    let (_, thresholds) = args.method.load(args.as_of)?;
    let history = History::existing(&args.history)?;
    let files = history.files(&history.manifest()?, SchoolYear::of(args.as_of))?;
    let kept = absence::keep::keep(&files, &question, &thresholds, usize::from(args.threads), &args.out)?;
    let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let done = Message::new("figures-done").with("pupils", count(kept.pupils)).with("days", count(kept.days));
    say(&done.with("folder", Arg::Text(args.out.display().to_string())), language);
    Ok(())
}
