//! The `lessons` file as Parquet: a bare file. Cancelled lessons come without scheduled minutes (P1).

use std::ops::Range;
use std::sync::mpsc::{Sender, channel};
use std::thread::available_parallelism;

use super::lessons::{Against, Intake, Lessons};
use crate::columns::decode::Decoded;
use crate::columns::table::Row;
use crate::columns::{LessonFile, UNREPORTED};
use crate::failure::{Result, broken_batch, from_outside};

/// More threads than this are kept waiting by memory.
const MOST_THREADS: usize = 4;

/// Reads every row, the row groups in parts side by side; the first row has number 1. `progress` is told how many rows
/// have been read, now and then.
pub fn read(file: &LessonFile, against: Against<'_>, progress: &mut dyn FnMut(u64)) -> Result<Lessons> {
    from_outside(file.path(), || read_all(file, against, progress))
}

fn read_all(file: &LessonFile, against: Against<'_>, progress: &mut dyn FnMut(u64)) -> Result<Lessons> {
    let threads = available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    let groups = file.groups().len();
    let part = groups.div_ceil(threads).max(1);
    let parts: Vec<Range<usize>> = (0..groups).step_by(part).map(|from| from..(from + part).min(groups)).collect();
    let read: Vec<Result<Lessons>> = std::thread::scope(|scope| {
        let (tell, told) = channel();
        let work = |part: &Range<usize>| {
            let (part, tell) = (part.clone(), tell.clone());
            scope.spawn(move || read_part(file, part, against, &tell))
        };
        let workers: Vec<_> = parts.iter().map(work).collect();
        drop(tell);
        let mut rows = 0;
        for more in told {
            rows += more;
            progress(rows);
        }
        let join = |worker: std::thread::ScopedJoinHandle<'_, Result<Lessons>>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().map(join).collect()
    });
    let mut parts = read.into_iter();
    let Some(first) = parts.next() else { return Ok(Lessons::default()) };
    let mut lessons = first?;
    for part in parts {
        lessons.append(part?);
    }
    Ok(lessons)
}

/// Reads the rows of some row groups, in order.
fn read_part(file: &LessonFile, groups: Range<usize>, against: Against<'_>, tell: &Sender<u64>) -> Result<Lessons> {
    let rows_in = |groups: Range<usize>| file.groups().get(groups).unwrap_or_default().iter().map(|group| group.rows);
    let mut number: u64 = rows_in(0..groups.start).sum();
    let mut intake = Intake::default();
    for batch in file.read_groups(groups.collect())? {
        let batch = batch.map_err(broken_batch(file.path()))?;
        let decoded = Decoded::of(&batch, file, against.subjects)?;
        let rows = decoded.rows(0, batch.num_rows());
        for (at, &pupil) in decoded.pupils().iter().enumerate() {
            number += 1;
            let value = |column: &[i32]| column.get(at).copied().unwrap_or(UNREPORTED);
            let row = Row {
                pupil,
                school: value(rows.school),
                grade: value(rows.grade),
                date: value(rows.date),
                start: value(rows.start),
                subject: rows.subject.get(at).copied().unwrap_or(0),
                scheduled: value(rows.scheduled),
                valid: value(rows.valid),
                invalid: value(rows.invalid),
            };
            intake.take(against, number, Ok((row, false)))?;
        }
        let more = u64::try_from(batch.num_rows()).unwrap_or(0);
        if tell.send(more).is_err() {
            break; // nobody reads on
        }
    }
    intake.finish(against.spool)
}
