//! `skollinjen import`: the two canonical files into a room.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use casework::verb::import::{Import, Imported, Stage, run as import};
use domain::Day;
use indicatif::ProgressBar;
use text::{Arg, Language, Message, render};

use crate::absence::import::say_bad;
use crate::absence::progress::{bar, counter};
use crate::clock::{now, today};
use crate::config::{self, Config, about};
use crate::office;
use crate::operator::{actor, wait};
use crate::say::{refusal, say};

/// What to import, and where to.
#[derive(clap::Args)]
pub struct Args {
    /// The files pupils and lessons, as CSV or Parquet, or a folder that holds them.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The room's slug.
    #[arg(long, value_name = "SLUG")]
    room: String,
    /// The day that the figures are to be of; today without it.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day)]
    as_of: Option<Day>,
    /// Import although something speaks against it: somebody has looked.
    #[arg(long)]
    confirm: bool,
    /// Threads for the scan.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=64))]
    threads: u8,
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// Imports.
pub fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    let [pupils, lessons] = files(&args.paths)?;
    let config = Config::load(&config::folder(args.data.as_deref()))?;
    let order = Import {
        pupils,
        lessons,
        as_of: args.as_of.unwrap_or_else(today),
        confirm: args.confirm,
        threads: usize::from(args.threads),
    };
    let done = wait(async {
        let office = office::open(&config, &args.room).await?;
        let shown = Shown::new(language);
        let done = import(&office.actor(actor()?, now(), today()), order, &|stage| shown.show(stage)).await;
        shown.end();
        office.room().clone().close().await;
        Ok(done?)
    })?;
    report(&done, language);
    Ok(())
}

/// Says what came of it.
fn report(done: &Imported, language: Language) {
    let count = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    done.bad.iter().for_each(|bad| say_bad(bad, language));
    let message = if done.changed == 0 { "import-unchanged" } else { "import-room-done" };
    let message = Message::new(message).with("pupils", count(done.pupils)).with("rows", count(done.rows));
    say(&message.with("changed", count(done.changed)).with("listed", count(done.listed)), language);
}

/// The roster and the lessons among the paths: by the beginning of their names.
fn files(paths: &[PathBuf]) -> anyhow::Result<[PathBuf; 2]> {
    let within: Vec<PathBuf> = paths.iter().flat_map(|path| expand(path)).collect();
    let named = |name: &str| {
        let fits = |path: &&PathBuf| stem(path).starts_with(name);
        let mut found = within.iter().filter(fits);
        match (found.next(), found.next()) {
            (Some(path), None) => Ok(path.clone()),
            (None, _) => Err(refusal(Message::new("import-file-missing").with("file", Arg::Text(name.to_owned())))),
            (Some(_), Some(path)) => Err(refusal(about("import-file-twice", path))),
        }
    };
    Ok([named("pupils")?, named("lessons")?])
}

/// The files of a folder that have an ending of ours; a file as it is.
fn expand(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else { return vec![path.to_path_buf()] };
    let ours = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "csv" || ending == "parquet");
    entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).filter(ours).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// The bar in the terminal: one for each stage.
pub struct Shown {
    language: Language,
    now: Mutex<Option<(&'static str, ProgressBar)>>,
}

impl Shown {
    /// Nothing yet.
    pub fn new(language: Language) -> Shown {
        Shown { language, now: Mutex::default() }
    }

    /// Shows how far it has come.
    pub fn show(&self, stage: Stage) {
        let (code, at, of) = match stage {
            Stage::Reading(rows, of) => ("import-stage-reading", rows, of.unwrap_or(0)),
            Stage::Roster(pupils, of) => ("import-stage-roster", pupils, of),
            Stage::Writing => ("import-stage-writing", 0, 0),
            Stage::Scanning => ("import-stage-scanning", 0, 0),
            Stage::Storing(pupils, of) => ("import-stage-storing", pupils, of),
        };
        let Ok(mut now) = self.now.lock() else { return };
        if now.as_ref().is_none_or(|(shown, _)| *shown != code) {
            if let Some((_, before)) = now.take() {
                before.finish_and_clear();
            }
            let unit = render(&Message::new(code), self.language);
            *now = Some((code, if of == 0 { counter(&unit) } else { bar(of, &unit) }));
        }
        if let Some((_, bar)) = now.as_ref() {
            if of > 0 {
                bar.set_length(of);
            }
            bar.set_position(at);
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Ok(mut now) = self.now.lock()
            && let Some((_, bar)) = now.take()
        {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_files_are_told_by_their_names_in_any_order() {
        let paths = ["x/lessons-v47.csv", "x/Pupils.csv"].map(PathBuf::from);
        let [pupils, lessons] = files(&paths).unwrap();
        assert_eq!((pupils.as_path(), lessons.as_path()), (Path::new("x/Pupils.csv"), Path::new("x/lessons-v47.csv")));
        assert!(files(&[PathBuf::from("pupils.csv")]).is_err());
    }
}
