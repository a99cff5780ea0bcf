//! `skollinjen import`: files of a school's systems into a room, or a rehearsal that stores nothing.

pub mod shown;
mod told;

use std::path::{Path, PathBuf};

use casework::verb::import::rehearse::{self, FEWEST, Rehearsal};
use casework::verb::import::{Delivered, Import, Imported, Stage, run as import};
use casework::verb::profile;
use domain::Day;
use pack::Pack;
use text::{Arg, Language, Message};

use crate::clock::{now, today};
use crate::config::{self, Config, about};
use crate::office;
use crate::operator::{actor, wait};
use crate::say::{refusal, say};
use shown::Shown;

/// Endings of files that are taken from a folder.
const ENDINGS: [&str; 6] = ["csv", "txt", "xlsx", "xml", "json", "parquet"];

/// What to import, and where to.
#[derive(clap::Args)]
pub struct Args {
    /// Files with pupils and lessons as the school's system exports them, in any order, or folders that hold them.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The room's slug. A rehearsal needs none.
    #[arg(long, value_name = "SLUG", required_unless_present = "dry_run")]
    room: Option<String>,
    /// What the files are, instead of finding it by what they hold.
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    format: Option<exchange::Format>,
    /// The saved profile that tables are read by; they are guessed without it.
    #[arg(long, value_name = "NAME", requires = "room")]
    profile: Option<String>,
    /// The day that the figures are to be of; today without it.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day)]
    as_of: Option<Day>,
    /// Import although something speaks against it: somebody has looked.
    #[arg(long)]
    confirm: bool,
    /// Read everything in memory, store nothing, and tell what would come of it.
    #[arg(long)]
    dry_run: bool,
    /// Threads for the scan.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=64))]
    threads: u8,
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// Imports, or rehearses.
pub fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    let mut files = files(&args.paths)?;
    files.iter_mut().for_each(|file| file.format = args.format);
    match (&args.room, args.dry_run) {
        (Some(slug), false) => into_room(args, slug, files, language),
        (Some(slug), true) => {
            let config = Config::load(&config::folder(args.data.as_deref()))?;
            let schools = wait(async {
                let office = office::open(&config, slug).await?;
                with_profile(args, &office, &mut files).await?;
                let schools = rehearse::schools(&office.actor(actor()?, now(), today())).await?;
                office.room().clone().close().await;
                Ok(schools)
            })?;
            rehearsal(args, &files, schools, language)
        }
        _ => rehearsal(args, &files, Vec::new(), language),
    }
}

fn into_room(args: &Args, slug: &str, mut files: Vec<Delivered>, language: Language) -> anyhow::Result<()> {
    let config = Config::load(&config::folder(args.data.as_deref()))?;
    let done = wait(async {
        let office = office::open(&config, slug).await?;
        with_profile(args, &office, &mut files).await?;
        let order = Import {
            files,
            as_of: args.as_of.unwrap_or_else(today),
            confirm: args.confirm,
            threads: usize::from(args.threads),
        };
        let shown = Shown::new(language);
        let done = import(&office.actor(actor()?, now(), today()), order, &|stage| shown.show(stage)).await;
        shown.end();
        office.room().clone().close().await;
        Ok(done)
    })?;
    match done {
        Ok(done) => report(&done, language),
        Err(failure) => {
            let is_held = matches!(&failure, casework::Failure::Refused(all)
                if all.iter().any(|one| one.message.code.starts_with("held-")));
            if is_held {
                say(&Message::new("import-held-room"), language);
            }
            return Err(failure.into());
        }
    }
    Ok(())
}

async fn with_profile(args: &Args, office: &casework::Office, files: &mut [Delivered]) -> anyhow::Result<()> {
    let Some(name) = &args.profile else { return Ok(()) };
    let found = profile::named(&office.actor(actor()?, now(), today()), name).await?;
    files.iter_mut().for_each(|file| file.profile = Some(found.clone()));
    Ok(())
}

fn rehearsal(args: &Args, files: &[Delivered], schools: Vec<(String, i32)>, language: Language) -> anyhow::Result<()> {
    let pack = Pack::embedded()?;
    let shown = Shown::new(language);
    let tell = |stage: Stage| shown.show(stage);
    let done = rehearse::run(files, schools, &pack, args.as_of, today(), usize::from(args.threads), &tell);
    shown.end();
    rehearsed(&done?, language);
    Ok(())
}

/// Says what came of an import.
fn report(done: &Imported, language: Language) {
    told::files(&done.told, language);
    let count = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let message = if done.told.changed == 0 { "import-unchanged" } else { "import-room-done" };
    let message = Message::new(message).with("pupils", count(done.told.pupils)).with("rows", count(done.told.rows));
    say(&message.with("changed", count(done.told.changed)).with("listed", count(done.told.listed)), language);
}

/// Says what would come of it.
fn rehearsed(done: &Rehearsal, language: Language) {
    told::files(&done.told, language);
    let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    for school in &done.schools {
        let percent = Arg::Percent {
            part: i64::try_from(school.reported).unwrap_or(0),
            whole: i64::try_from(school.rows).unwrap_or(0),
            rounding: text::Rounding::Down,
        };
        let message = Message::new("import-rehearsed-school")
            .with("school", Arg::Text(school.name.clone()))
            .with("pupils", count(school.pupils))
            .with("rows", count(school.rows))
            .with("from", Arg::Date(school.days.0.date()))
            .with("to", Arg::Date(school.days.1.date()))
            .with("weeks", count(school.weeks))
            .with("reported", percent);
        say(&message, language);
        let listed = match school.listed {
            Some(listed) => Message::new("import-rehearsed-listed").with("listed", count(listed)),
            None => Message::new("import-rehearsed-few").with("fewest", count(FEWEST)),
        };
        say(&listed.with("date", Arg::Date(done.as_of.date())), language);
    }
    let nothing = done.schools.is_empty();
    say(&Message::new(if nothing { "import-nothing" } else { "import-rehearsed" }), language);
}

/// The files among the paths.
fn files(paths: &[PathBuf]) -> anyhow::Result<Vec<Delivered>> {
    let mut within: Vec<PathBuf> = paths.iter().flat_map(|path| expand(path)).collect();
    within.sort();
    within.dedup();
    if within.is_empty() {
        let first = paths.first().map_or(Path::new("."), PathBuf::as_path);
        return Err(refusal(about("import-folder-empty", first)));
    }
    Ok(within.into_iter().map(Delivered::at).collect())
}

/// The files of a folder that have an ending of ours; a file as it is.
fn expand(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else { return vec![path.to_path_buf()] };
    let ending = |path: &PathBuf| path.extension().map(|it| it.to_string_lossy().to_lowercase());
    let ours = |path: &PathBuf| path.is_file() && ending(path).is_some_and(|it| ENDINGS.contains(&it.as_str()));
    entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).filter(ours).collect()
}

fn format(code: &str) -> Result<exchange::Format, String> {
    let known: Vec<&str> = exchange::Format::ALL.iter().map(|it| it.code()).collect();
    exchange::Format::from_code(code).ok_or_else(|| known.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_the_files_that_can_be_read_and_a_file_is_taken_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["elever.CSV", "frånvaro.xlsx", "läs mig.md", "b.json"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let found = files(&[folder.path().to_owned(), PathBuf::from("x/vad som helst")]).unwrap();
        let names: Vec<&str> = found.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names.len(), 4);
        assert!(!names.contains(&"läs mig.md") && names.contains(&"vad som helst"), "{names:?}");
        assert!(files(&[tempfile::tempdir().unwrap().path().to_owned()]).is_err());
    }
}
