//! `skollinjen absence scan`: a bare Parquet file in, answers (and figures) as CSV out.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use absence::failure::io;
use absence::scan::Question;
use domain::{Day, Term};
use text::{Arg, Language, Message};

use super::terms::forwards;
use crate::method::MethodArgs;
use crate::say::say;

/// What to scan and where to write.
#[derive(clap::Args)]
pub struct Args {
    /// Parquet file with the columns pupil, school, grade, date, start, subject, s, v, u.
    file: PathBuf,
    /// The day to answer for; later rows count as plan only.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day)]
    as_of: Day,
    /// First day of the term.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day)]
    term_start: Day,
    /// Last day of the term.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day)]
    term_end: Day,
    /// First day of the school year; earlier rows do not count.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day)]
    year_start: Day,
    /// Where to write the answers.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Where to write the figures behind the answers.
    #[arg(long, value_name = "FILE")]
    figures: Option<PathBuf>,
    /// Threads to use.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=64))]
    threads: u8,
    #[command(flatten)]
    method: MethodArgs,
}

/// Scans the file.
pub fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    let (_, thresholds) = args.method.load(args.as_of)?;
    let thresholds = &thresholds;
    forwards(args.term_start, args.term_end)?;
    let term = Term { start: args.term_start, end: args.term_end };
    let question = Question::on(args.as_of, args.year_start, vec![term]);
    let scratch = tempfile::tempdir().map_err(io(Path::new("/tmp")))?;
    let scan = absence::bare::scan_file(&args.file, &question, thresholds, usize::from(args.threads), scratch.path())?;
    write_whole(&args.out, |to| scan.write_signals(to, thresholds))?;
    if let Some(figures) = &args.figures {
        write_whole(figures, |to| scan.write_figures(to, thresholds))?;
    }
    let pupils = Arg::Count(i64::try_from(scan.pupils.len()).unwrap_or(i64::MAX));
    let file = Arg::Text(args.out.display().to_string());
    say(&Message::new("scan-done").with("pupils", pupils).with("file", file), language);
    Ok(())
}

/// Writes a file beside its place and moves it there when it is whole, so that a crash leaves the old one.
fn write_whole(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> std::io::Result<()>) -> absence::Result<()> {
    let beside = path.with_extension("part");
    let done = File::create(&beside).and_then(|file| {
        let mut to = BufWriter::new(file);
        write(&mut to)?;
        to.flush()?;
        std::fs::rename(&beside, path)
    });
    done.map_err(io(path))
}
