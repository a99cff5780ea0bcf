//! The scan, stopped after each of its stages. Every stage does all that the one before does.

use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use absence::columns::{LessonFile, Merge, Rows, Subjects};
use absence::scan::{PupilScan, PupilYear, Question, Sink, Sums, WeekSum, peers, scan};
use absence::signals::OwnFigures;
use domain::{Day, Term};
use pack::Pack;

use crate::Outcome;

/// The question of `cargo xtask bench absence`: the last Friday but one of the spring of 2026.
fn question() -> Outcome<Question> {
    let day = |text: &str| text.parse::<Day>().map_err(|error| error.to_string());
    let term = Term { start: day("2026-01-08")?, end: day("2026-06-11")? };
    Ok(Question::on(day("2026-06-05")?, day("2025-08-01")?, vec![term]))
}

/// Batches decoded and cut into pupils.
pub fn decode(path: &Path, threads: usize) -> Outcome<u64> {
    walk(path, threads, || |rows: Rows<'_>, _: &Subjects| _ = black_box(rows))
}

/// Rows to school days: P1, P3, P4, P5 and the sums of each day.
pub fn days(path: &Path, threads: usize) -> Outcome<u64> {
    let question = question()?;
    walk(path, threads, || {
        let (mut year, question) = (PupilYear::default(), &question);
        move |rows: Rows<'_>, subjects: &Subjects| {
            year.fill(rows, question.year_start, question.last_row(), subjects);
            black_box(&year);
        }
    })
}

/// Hands every pupil of a file to a visitor, one visitor a part, parts dealt to threads as the scan deals them.
fn walk<V: FnMut(Rows<'_>, &Subjects)>(path: &Path, threads: usize, visitor: impl Fn() -> V + Sync) -> Outcome<u64> {
    let files = [LessonFile::open(path)?];
    let subjects = Subjects::default();
    let parts = parts(&files, 4 * threads.max(1));
    let next = AtomicUsize::new(0);
    let work = || -> absence::Result<u64> {
        let mut seen = 0;
        while let Some(&(first, last)) = parts.get(next.fetch_add(1, Ordering::Relaxed)) {
            let mut visit = visitor();
            let mut merge = Merge::new(&files, &subjects, first, last)?;
            while let Some(rows) = merge.advance()? {
                seen += u64::try_from(rows.len()).unwrap_or(0);
                visit(rows, &subjects);
            }
        }
        Ok(seen)
    };
    let seen: Vec<absence::Result<u64>> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
        let join = |worker: std::thread::ScopedJoinHandle<'_, _>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().map(join).collect()
    });
    Ok(seen.into_iter().sum::<absence::Result<u64>>()?)
}

/// Ranges of pupils of about equally many row groups, together all of them.
fn parts(files: &[LessonFile], wanted: usize) -> Vec<(i32, i32)> {
    let starts: Vec<i32> = files.iter().flat_map(LessonFile::groups).filter_map(|it| Some(it.pupils?.0)).collect();
    let firsts: Vec<i32> =
        starts.chunks(starts.len().div_ceil(wanted).max(1)).filter_map(<[i32]>::first).copied().collect();
    let lasts = firsts.iter().skip(1).map(|first| first - 1).chain([i32::MAX]);
    let froms = [i32::MIN].into_iter().chain(firsts.iter().skip(1).copied());
    froms.zip(lasts).collect()
}

#[derive(Default)]
struct Gather {
    own: Own,
    sums: Vec<(i32, Box<[WeekSum]>)>,
}

impl Sink for Gather {
    fn pupil(&mut self, mut scan: PupilScan, sums: Box<[WeekSum]>) -> absence::Result<()> {
        self.sums.push((scan.pupil, sums));
        self.own.extend(scan.figures.pop().flatten().map(|own| (scan.pupil, own)));
        Ok(())
    }
}

type Own = Vec<(i32, Box<OwnFigures>)>;

fn own(path: &Path, threads: usize, question: &Question) -> Outcome<(u64, Vec<Own>, Sums)> {
    let files = [LessonFile::open(path)?];
    let parts = scan(&files, None, question, &Subjects::default(), threads, || Ok(Gather::default()))?;
    let (gathered, sums): (Vec<Own>, Vec<_>) = parts.into_iter().map(|part| (part.own, part.sums)).unzip();
    let sums = sums.into_iter().flatten().collect();
    Ok((files.iter().map(LessonFile::rows).sum(), gathered, sums))
}

/// The figures of each pupil's own days.
pub fn signals(path: &Path, threads: usize) -> Outcome<u64> {
    let (rows, gathered, sums) = own(path, threads, &question()?)?;
    black_box((gathered, sums));
    Ok(rows)
}

/// S10, S12b, P15 and the peers' level too.
pub fn with_peers(path: &Path, threads: usize) -> Outcome<u64> {
    let question = question()?;
    let (rows, gathered, sums) = own(path, threads, &question)?;
    black_box((peers(&sums, &question, question.as_of(), threads), gathered, sums));
    Ok(rows)
}

/// Everything that `skollinjen absence scan` does, answers written as CSV.
pub fn all(path: &Path, threads: usize) -> Outcome<u64> {
    let question = question()?;
    let pack = Pack::embedded()?;
    let thresholds = pack.thresholds_on(question.as_of())?;
    let scratch = std::env::temp_dir();
    let scan = absence::bare::scan_file(path, &question, thresholds, threads, &scratch)?;
    let out = scratch.join(format!("absence-bench-{}.csv", std::process::id()));
    let mut to = BufWriter::new(File::create(&out)?);
    scan.write_signals(&mut to, thresholds)?;
    to.flush()?;
    std::fs::remove_file(&out)?;
    Ok(LessonFile::open(path)?.rows())
}
