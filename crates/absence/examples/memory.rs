//! How much memory a scan of a history takes: `cargo run --release -p absence --example memory -- HISTORY 2026-06-05`
//! prints a line for each step: seconds, the most memory so far, and what is in use after it, in megabytes.
//!
//! `skollinjen absence synth` and `skollinjen absence import` make the history. Linux only: elsewhere the figures are 0.

#![expect(clippy::print_stdout, reason = "it is there to print")]

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use absence::history::History;
use absence::overview::running::Running;
use absence::scan::Question;
use absence::synth::terms;
use domain::{Day, SchoolYear};
use pack::Pack;

/// As `skollinjen import` does, where nothing else is said.
const THREADS: usize = 2;

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let mut words = std::env::args().skip(1);
    let (Some(folder), Some(as_of)) = (words.next(), words.next()) else { return Err("HISTORY DAY".into()) };
    let as_of: Day = as_of.parse()?;
    let year = SchoolYear::of(as_of);
    let (pack, protected) = (Pack::embedded()?, BTreeSet::new());
    let began = Instant::now();
    let told = |step: &str| {
        let (seconds, [peak, now]) = (began.elapsed().as_secs_f64(), ["VmHWM:", "VmRSS:"].map(megabytes));
        println!("step={step} seconds={seconds:.2} peak_mb={peak:.0} now_mb={now:.0}");
    };

    let history = History::open(Path::new(&folder))?;
    let files = history.files(&history.manifest()?, year)?;
    told("opened");
    let question = Question::with_fridays(as_of, terms(year));
    let running = Running::of(&files, &protected, &question, pack.thresholds_on(as_of)?, THREADS)?;
    told("scanned");
    let target = std::env::temp_dir().join(format!("skollinjen-memory-{}", std::process::id()));
    running.write_figures(&target, &files)?;
    told("figures");
    std::fs::remove_dir_all(&target)?;
    let weeks = running.peer_weeks(None).len() + running.reporting(None).len();
    told("weeks");
    let rows = running.pupils().filter_map(|pupil| running.row(pupil, &[])).count();
    println!("pupils={} rows={rows} weeks={weeks} files={}", running.len(), files.len());
    Ok(())
}

/// A line of what Linux tells of this process.
fn megabytes(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.split_whitespace().next().and_then(|it| it.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}
