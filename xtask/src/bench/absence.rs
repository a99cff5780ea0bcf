//! `cargo xtask bench absence`: the scan of a whole city, beside the bare read of its file and DuckDB on the same SQL
//! that the tests compare with.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{
    build,
    measure::{Cost, load, told, watched},
    same,
    table::{Figures, Stages},
};
use crate::{options::Options, python, run};

/// The question, as the program and oracle/bench.py are asked it; benches/absence/stages.rs asks the same.
const DATES: [&str; 8] =
    ["--as-of", "2026-06-05", "--term-start", "2026-01-08", "--term-end", "2026-06-11", "--year-start", "2025-08-01"];
const STAGES: [&str; 7] = ["read", "read-dictionary", "decode", "days", "signals", "peers", "all"];
/// The best of so many runs counts. They take turns, so that a busy moment does not hit one of them alone.
const ROUNDS: usize = 3;

/// What is run.
struct Programs {
    skollinjen: PathBuf,
    stages: PathBuf,
    python: PathBuf,
    oracle: PathBuf,
    threads: String,
    /// Where answers are written.
    work: PathBuf,
}

/// Runs `bench absence [--pupils 10000,100000] [--threads 2]`.
pub(super) fn run(args: &[String]) -> Result<(), String> {
    let options = Options::read(args, &["pupils", "threads"])?;
    let sizes = options.list("pupils")?.unwrap_or_else(|| vec![10_000, 100_000]);
    let threads = options.get::<u8>("threads")?.unwrap_or(2).max(1);
    let root = run::root()?;
    let work = run::target(&root).join("xtask").join(format!("bench-{}", std::process::id()));
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    let programs = Programs {
        skollinjen: build::program(&root)?,
        stages: build::stages(&root)?,
        python: python::ready(&root)?,
        oracle: root.join("oracle").join("bench.py"),
        threads: threads.to_string(),
        work,
    };
    for pupils in sizes {
        let file = build::city(&root, &programs.skollinjen, pupils)?;
        of_city(&programs, &file, pupils)?;
    }
    fs::remove_dir_all(&programs.work).map_err(|error| format!("{}: {error}", programs.work.display()))
}

fn of_city(programs: &Programs, file: &Path, pupils: u32) -> Result<(), String> {
    let size = fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()))?.len();
    let busy = load();
    let rows = programs.rows(file)?;
    let (scan, stages) = programs.rounds(file)?;
    let duckdb = [programs.duckdb(file, &[])?, programs.duckdb(file, &["--without-overlaps"])?];
    let figures = Figures { rows, scan, stages, duckdb };
    println!();
    println!(
        "{pupils} pupils, {rows} rows of nine columns, {} kB; {} threads, best of {ROUNDS} (DuckDB: one run), load before {busy}, after {}",
        size / 1000,
        programs.threads,
        load(),
    );
    figures.lines().iter().for_each(|line| println!("{line}"));
    let read = |path: PathBuf| fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()));
    let cells = same::cells(&read(programs.answers("scan"))?, &read(programs.answers("duckdb"))?)?;
    println!("  scan and DuckDB: equal in {cells} cells");
    Ok(())
}

impl Programs {
    fn answers(&self, of: &str) -> PathBuf {
        self.work.join(format!("{of}.csv"))
    }

    /// The rows of the file; reads it once, so that it lies in memory for what follows.
    fn rows(&self, file: &Path) -> Result<u64, String> {
        let said = run::output(&mut self.stage(file, "read"))?;
        let rows = said.split_whitespace().find_map(|word| word.strip_prefix("rows="));
        rows.and_then(|rows| rows.parse().ok()).ok_or_else(|| format!("no rows in: {said}"))
    }

    /// The whole command and every stage, the best of some rounds.
    fn rounds(&self, file: &Path) -> Result<(Cost, Stages), String> {
        let mut scan = None;
        let mut stages = STAGES.map(|stage| (stage, None));
        for _ in 0..ROUNDS {
            scan = Some(Cost::best(scan, watched(&mut self.scan(file))?));
            for (stage, best) in &mut stages {
                *best = Some(Cost::best(*best, told(&mut self.stage(file, stage))?));
            }
        }
        let stages = stages.into_iter().map(|(stage, cost)| (stage, cost.unwrap_or_default())).collect();
        Ok((scan.unwrap_or_default(), stages))
    }

    fn scan(&self, file: &Path) -> Command {
        let mut scan = Command::new(&self.skollinjen);
        scan.args(["absence", "scan"]).arg(file).args(DATES).args(["--threads", &self.threads]);
        scan.arg("--out").arg(self.answers("scan"));
        scan
    }

    fn stage(&self, file: &Path, stage: &str) -> Command {
        let mut bench = Command::new(&self.stages);
        bench.arg(file).args(["--threads", &self.threads, "--stage", stage]);
        bench
    }

    /// The SQL on the same file; the answers of the whole SQL are kept, to be compared.
    fn duckdb(&self, file: &Path, how: &[&str]) -> Result<Cost, String> {
        let out = self.answers(if how.is_empty() { "duckdb" } else { "duckdb-easier" });
        let mut oracle = Command::new(&self.python);
        oracle.arg(&self.oracle).arg("--file").arg(file).arg("--work").arg(&self.work).arg("--out").arg(out);
        told(oracle.args(DATES).args(["--threads", &self.threads]).args(how))
    }
}
