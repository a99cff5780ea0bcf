//! Work on pupils in ranges of pupil number, dealt to threads, the results in order.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::together::Together;
use crate::failure::Result;

/// Parts a thread works through, so that no thread waits long for the last one.
const PARTS_A_THREAD: usize = 4;

/// Cuts those who are read together into ranges and does `work` on each; gives the results in the order of `all`, and of
/// pupil number among those who are read together.
pub(super) fn in_ranges<'t, R: Send>(
    all: &'t [Together<'_>],
    threads: usize,
    work: impl Fn(&'t Together<'_>, (i32, i32)) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let wanted = threads.max(1) * PARTS_A_THREAD;
    let ranges = |together| ranges(together, wanted).into_iter().map(move |range| (together, range));
    let parts: Vec<(&Together<'_>, (i32, i32))> = all.iter().flat_map(ranges).collect();
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(&(together, range)) = parts.get(place) else { return Ok(done) };
            done.push((place, work(together, range)?));
        }
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
    done.sort_by_key(|(place, _)| *place);
    Ok(done.into_iter().map(|(_, result)| result).collect())
}

/// Ranges of pupil numbers with about equally many rows, cut where a row group of the largest file begins.
fn ranges(Together { files, only }: &Together<'_>, wanted: usize) -> Vec<(i32, i32)> {
    let (low, high) = match only {
        None => (i32::MIN, i32::MAX),
        Some(only) => match (only.first(), only.last()) {
            (Some(&first), Some(&last)) => (first, last),
            _ => return Vec::new(),
        },
    };
    let mut starts: Vec<(i32, u64)> =
        files.iter().flat_map(|file| file.groups()).filter_map(|group| Some((group.pupils?.0, group.rows))).collect();
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
