//! What a scan costs, stage by stage, beside the bare read of the same file: one stage a process, so that its peak
//! memory is its own. `cargo bench --workspace --bench absence -- FILE --threads 2 --stage all` prints one line;
//! `cargo xtask bench absence` runs them all and compares.

mod process;
mod read;
mod stages;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

const STAGES: &str = "read, read-dictionary, decode, days, signals, peers, all";

/// A result, or what went wrong.
type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// What to measure.
struct Wanted {
    file: PathBuf,
    threads: usize,
    stage: String,
}

fn main() -> ExitCode {
    let Some(wanted) = wanted(std::env::args().skip(1)) else {
        println!("absence: needs a Parquet file of lesson rows, --threads N and --stage, one of: {STAGES}");
        return ExitCode::SUCCESS;
    };
    match measure(&wanted) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("absence: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The arguments, without the `--bench` that Cargo adds.
fn wanted(mut args: impl Iterator<Item = String>) -> Option<Wanted> {
    let (mut file, mut threads, mut stage) = (None, 2, "all".to_owned());
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--bench" => {}
            "--threads" => threads = args.next()?.parse().ok()?,
            "--stage" => stage = args.next()?,
            _ => file = Some(PathBuf::from(arg)),
        }
    }
    Some(Wanted { file: file?, threads, stage })
}

fn measure(wanted: &Wanted) -> Outcome<()> {
    let (file, threads) = (wanted.file.as_path(), wanted.threads);
    let began = Instant::now();
    let rows = match wanted.stage.as_str() {
        "read" => read::rows(file, threads, read::Subject::Text)?,
        "read-dictionary" => read::rows(file, threads, read::Subject::Dictionary)?,
        "decode" => stages::decode(file, threads)?,
        "days" => stages::days(file, threads)?,
        "signals" => stages::signals(file, threads)?,
        "peers" => stages::with_peers(file, threads)?,
        "all" => stages::all(file, threads)?,
        other => return Err(format!("there is no stage {other}, only: {STAGES}").into()),
    };
    let seconds = began.elapsed().as_secs_f64();
    let (cpu, peak) = (process::cpu_seconds(), process::peak_megabytes());
    println!("stage={} rows={rows} seconds={seconds:.3} cpu={cpu:.2} peak_mb={peak}", wanted.stage);
    Ok(())
}
