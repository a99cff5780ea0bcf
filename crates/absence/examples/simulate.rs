//! How long the simulator takes: `cargo run --release -p absence --example simulate -- 100000` prints one line.
//!
//! A city of 4,000 pupils is made up and scanned on a day late in the school year; its figures are then written as those
//! of as many pupils as asked for, in schools of their own, and simulated by ten sets of thresholds. The limit that the
//! page must keep is one second.

#![expect(clippy::print_stdout, reason = "it is there to print")]

use std::collections::BTreeSet;
use std::error::Error;
use std::time::{Duration, Instant};

use absence::columns::{LessonFile, Subjects, Table};
use absence::figures;
use absence::history::change::Cover;
use absence::history::{History, Spool};
use absence::overview::Overview;
use absence::scan::Question;
use absence::simulate::simulate;
use absence::synth::{City, lessons, terms};
use domain::{Day, SchoolYear};
use pack::{Pack, Thresholds};

const YEAR: SchoolYear = SchoolYear(2025);
/// Pupils that are made up.
const CITY: i32 = 4_000;
/// Sets of thresholds that the page asks about at most: present, written, the method's and seven routines.
const SETS: i64 = 10;
/// How often each list is simulated.
const ROUNDS: i32 = 5;
/// The answer must come within it.
const LIMIT: Duration = Duration::from_secs(1);

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let pupils: i32 = std::env::args().nth(1).map_or(Ok(100_000), |text| text.parse())?;
    let folder = std::env::temp_dir().join(format!("skollinjen-simulate-{}", std::process::id()));
    let as_of: Day = "2026-06-05".parse()?;
    let subjects = Subjects::default();
    let city = City { pupils: CITY, seed: 1, year: YEAR, as_of: Some(as_of) };
    let table = Table::of_batch(&lessons(&city, 1, CITY), &subjects)?;
    let history = History::open(&folder)?;
    let spool = Spool::in_memory(Cover::default());
    spool.add(&table.rows)?;
    let plan = history.plan(spool.changes(), &BTreeSet::new(), &subjects)?;
    history.import(&plan, &subjects, as_of)?;
    let files: Vec<LessonFile> = history.files(&history.manifest()?, YEAR)?;
    let pack = Pack::embedded()?;
    let method = pack.thresholds_on(as_of)?;
    let question = Question::with_fridays(as_of, terms(YEAR));
    let overview = Overview::of(&files, &BTreeSet::new(), &question, method, 2)?;

    let copies = 0..(pupils + CITY - 1) / CITY;
    let homes = copies.flat_map(|copy| {
        overview.pupils.values().map(move |it| (it.pupil + copy * CITY, it.school + copy * 1_000, &it.reach))
    });
    let homes: Vec<_> = homes.take(usize::try_from(pupils)?).collect();
    let began = Instant::now();
    let name = figures::write(&folder, homes.iter().copied(), 2)?;
    let wrote = began.elapsed();
    let files = figures::files(&folder, &name)?;
    let bytes: u64 = files.iter().map(|file| file.metadata().map_or(0, |it| it.len())).sum();

    let sets: Vec<Thresholds> = (0..SETS)
        .map(|more| {
            let mut other = method.clone();
            (other.s02.percent, other.s03.days) = (other.s02.percent + more, other.s03.days + more % 3);
            other
        })
        .collect();
    let sets: Vec<&Thresholds> = sets.iter().collect();
    for list in pack.lists() {
        let (mut times, cpu) = (Vec::new(), cpu_seconds());
        for _ in 0..ROUNDS {
            let began = Instant::now();
            simulate(&files, list, &sets, 2)?;
            times.push(began.elapsed());
        }
        times.sort_unstable();
        let middle = times.get(times.len() / 2).copied().unwrap_or_default();
        println!(
            "list={} pupils={pupils} days={} sets={SETS} fastest_s={:.3} middle_s={:.3} cpu_s={:.3} of_limit={:.2}",
            list.id,
            question.days().len(),
            times.first().copied().unwrap_or_default().as_secs_f64(),
            middle.as_secs_f64(),
            (cpu_seconds() - cpu) / f64::from(ROUNDS),
            middle.as_secs_f64() / LIMIT.as_secs_f64(),
        );
    }
    println!(
        "files={} megabytes={:.1} write_s={:.3}",
        files.len(),
        f64::from(u32::try_from(bytes / 1_000)?) / 1_000.0,
        wrote.as_secs_f64(),
    );
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

/// Processor time of this process so far; 0 where the system does not tell.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<f64> =
        stat.rsplit(')').next().unwrap_or_default().split_whitespace().filter_map(|field| field.parse().ok()).collect();
    // the state is no number, so the 14th and 15th fields, hundredths of a second, are the 11th and 12th here
    let at = |place: usize| fields.get(place).copied().unwrap_or(0.0);
    (at(10) + at(11)) / 100.0
}
