//! `skollinjen absence synth`: the calibrated city of the method as the two canonical files.

use std::path::{Path, PathBuf};

use absence::canonical::write::{write_lessons, write_pupils};
use absence::failure::io;
use absence::synth::{City, lessons_into, roster};
use domain::lesson::Batch;
use domain::{Day, SchoolYear};
use text::{Arg, Language, Message};

use super::progress::bar;
use crate::say::say;

/// Pupil numbers in a part: their rows make one row group of the file.
const PART: i32 = 140;

/// Which city, and where to.
#[derive(clap::Args)]
pub struct Args {
    /// Number of pupils, F–9.
    #[arg(long, value_parser = clap::value_parser!(i32).range(1..=10_000_000))]
    pupils: i32,
    /// Seed: the same seed always gives the same city.
    #[arg(long)]
    seed: u64,
    /// Folder to write `pupils` and `lessons` to.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// School year by the year it starts in: 2024, 2025 or 2026.
    #[arg(long, default_value_t = 2025, value_parser = clap::value_parser!(i16).range(2024..=2026))]
    year: i16,
    /// Later rows are plan only. Without it the whole year is known.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day)]
    as_of: Option<Day>,
    /// Form of the files.
    #[arg(long, default_value = "parquet", value_parser = ["parquet", "csv"])]
    format: String,
    /// Threads to use.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=64))]
    threads: u8,
}

/// Writes the city.
pub fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    std::fs::create_dir_all(&args.out).map_err(io(&args.out))?;
    let city = City { pupils: args.pupils, seed: args.seed, year: SchoolYear(args.year), as_of: args.as_of };
    let (pupils, rows) = write(&city, &args.out, &args.format, args.threads)?;
    let count = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let folder = Arg::Text(args.out.display().to_string());
    let done = Message::new("synth-done").with("pupils", count(pupils)).with("rows", count(rows));
    say(&done.with("folder", folder), language);
    Ok(())
}

/// Writes the two files of a city to a folder; gives the number of pupils and of lesson rows.
pub fn write(city: &City, folder: &Path, ending: &str, threads: u8) -> absence::Result<(u64, u64)> {
    let roster = roster(city);
    write_pupils(&folder.join(format!("pupils.{ending}")), &roster)?;
    let mut numbers: Vec<i32> = roster.iter().map(|row| row.pupil).collect();
    numbers.dedup();
    let parts: Vec<(i32, i32)> = numbers
        .chunks(usize::try_from(PART).unwrap_or(1))
        .filter_map(|part| Some((*part.first()?, *part.last()?)))
        .collect();
    let bar = bar(u64::try_from(parts.len()).unwrap_or(0), "");
    let make = |part: usize, batch: &mut Batch| {
        if let Some(&(first, last)) = parts.get(part) {
            lessons_into(city, first, last, batch);
        }
    };
    let path = folder.join(format!("lessons.{ending}"));
    let rows =
        write_lessons(&path, parts.len(), usize::from(threads), make, &mut |done| bar.set_position(done as u64))?;
    bar.finish_and_clear();
    Ok((u64::try_from(numbers.len()).unwrap_or(u64::MAX), rows))
}
