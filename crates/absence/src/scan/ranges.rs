//! Work on the pupils of some files in ranges of pupil number, dealt to threads, the results in order.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::columns::LessonFile;
use crate::failure::Result;

/// Parts a thread works through, so that no thread waits long for the last one.
const PARTS_A_THREAD: usize = 4;

/// Cuts the pupils of `files` (all of them, or only those named) into ranges and does `work` on each; gives the results
/// in order of pupil number.
pub(super) fn in_ranges<R: Send>(
    files: &[LessonFile],
    only: Option<&BTreeSet<i32>>,
    threads: usize,
    work: impl Fn((i32, i32)) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let parts = parts(files, only, threads.max(1) * PARTS_A_THREAD);
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        while let Some(&range) = parts.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push((range.0, work(range)?));
        }
        Ok(done)
    };
    let mut done = Vec::new();
    if threads <= 1 {
        done = worker()?;
    } else {
        let finished: Vec<std::thread::Result<Result<Vec<_>>>> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
            workers.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
        });
        for worker in finished {
            done.extend(worker.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
    }
    done.sort_by_key(|(first, _)| *first);
    Ok(done.into_iter().map(|(_, result)| result).collect())
}

/// Ranges of pupil numbers with about equally many rows, cut where a row group of the largest file begins.
fn parts(files: &[LessonFile], only: Option<&BTreeSet<i32>>, wanted: usize) -> Vec<(i32, i32)> {
    let (low, high) = match only {
        None => (i32::MIN, i32::MAX),
        Some(only) => match (only.first(), only.last()) {
            (Some(&first), Some(&last)) => (first, last),
            _ => return Vec::new(),
        },
    };
    let mut starts: Vec<(i32, u64)> =
        files.iter().flat_map(LessonFile::groups).filter_map(|group| Some((group.pupils?.0, group.rows))).collect();
    starts.sort_unstable();
    let total: u64 = starts.iter().map(|(_, rows)| rows).sum();
    let share = (total / u64::try_from(wanted).unwrap_or(1)).max(1);
    let (mut parts, mut from, mut gathered) = (Vec::new(), low, 0);
    for (start, rows) in starts {
        if gathered >= share && start > from && start <= high {
            parts.push((from, start - 1));
            from = start;
            gathered = 0;
        }
        gathered += rows;
    }
    parts.push((from, high));
    parts
}
