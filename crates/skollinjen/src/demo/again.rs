//! The same schools' last month imported again and again while the demo is served: for measuring, nothing else.
//!
//! Each school has two deliveries, which take turns: as the history has it, and with some lessons corrected. A line is
//! printed for each import: `import school=… rows=… ms=…`.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use absence::canonical::write::{write_lessons, write_pupils};
use absence::columns::table::Row;
use absence::columns::{LessonFile, Subjects, Table, UNREPORTED};
use absence::synth::demo::Demo;
use access::Actor;
use anyhow::Context;
use casework::Office;
use casework::verb::import::{Delivered, Import, run as import};
use domain::lesson::Batch;
use domain::{Day, SchoolYear};
use jiff::Timestamp;
use tempfile::TempDir;

use super::files::of;
use crate::say::line;

/// Schools that take turns.
const SCHOOLS: usize = 10;
/// Days of a delivery.
const DAYS: i32 = 28;
/// Of so many pupils one has lessons that are corrected.
const CORRECTED: i32 = 20;

/// What takes turns. It holds names, and goes when this is dropped.
pub struct Again {
    deliveries: Vec<Delivery>,
    every: Duration,
    threads: usize,
    as_of: Day,
    _folder: TempDir,
}

struct Delivery {
    school: i32,
    pupils: PathBuf,
    lessons: PathBuf,
    rows: usize,
}

/// Makes the deliveries of some schools from the attendance history in a folder.
pub fn prepare(folder: &Path, history: &Path, pupils: i32, every: Duration, threads: usize) -> anyhow::Result<Again> {
    let demo = of(pupils);
    let kept = tempfile::Builder::new().prefix("again-").tempdir_in(folder)?;
    let year = history.join(format!("school_year={}", SchoolYear::of(demo.as_of).0));
    let mut schools: Vec<PathBuf> = entries(&year)?;
    schools.sort();
    schools.truncate(SCHOOLS);
    let roster = demo.roster();
    let (mut plain, mut corrected) = (Vec::new(), Vec::new());
    for school in schools {
        let Some(file) = entries(&school)?.into_iter().find(|path| path.extension().is_some_and(|it| it == "parquet"))
        else {
            continue;
        };
        let subjects = Subjects::default();
        let table = Table::read(&LessonFile::open(&file)?, &subjects)?;
        let Some(code) = table.rows.first().map(|row| row.school) else { continue };
        let rows: Vec<Row> = table.rows.into_iter().filter(|row| in_month(row, &demo)).collect();
        let path = |what: &str| kept.path().join(format!("{what}-{code}.parquet"));
        let pupils = path("pupils");
        let here: Vec<_> = roster.iter().filter(|row| row.school == code).cloned().collect();
        write_pupils(&pupils, &here)?;
        for (name, into, changed) in [("plain", &mut plain, false), ("corrected", &mut corrected, true)] {
            let lessons = path(name);
            let fill = |_: usize, batch: &mut Batch| {
                batch.clear();
                batch.subjects = subjects.names().iter().map(ToString::to_string).collect();
                rows.iter().for_each(|row| push(batch, row, changed && row.pupil % CORRECTED == 0));
            };
            write_lessons(&lessons, 1, 1, fill, &mut |_| ())?;
            into.push(Delivery { school: code, pupils: pupils.clone(), lessons, rows: rows.len() });
        }
    }
    corrected.extend(plain);
    Ok(Again { deliveries: corrected, every, threads, as_of: demo.as_of, _folder: kept })
}

/// Imports one delivery after the other, for ever.
pub async fn run(again: Again, office: Office, who: Actor, at: impl Fn() -> (Timestamp, Day)) {
    let mut ticks = tokio::time::interval(again.every);
    for Delivery { school, pupils, lessons, rows } in again.deliveries.iter().cycle() {
        ticks.tick().await;
        let (now, today) = at();
        let began = Instant::now();
        let files = [pupils, lessons].map(Delivered::at).to_vec();
        let order = Import { files, as_of: again.as_of, confirm: true, threads: again.threads };
        let done = import(&office.actor(who.clone(), now, today), order, &|_| ()).await;
        let (end, ms) = (if done.is_ok() { "done" } else { "failed" }, began.elapsed().as_secs_f64() * 1000.0);
        line(&format!("import school={school} rows={rows} ms={ms:.0} {end}"));
    }
}

fn in_month(row: &Row, demo: &Demo) -> bool {
    (demo.as_of.0 - DAYS + 1..=demo.as_of.0).contains(&row.date)
}

fn push(batch: &mut Batch, row: &Row, corrected: bool) {
    let known = (row.valid != UNREPORTED).then_some((row.valid, row.invalid));
    let minutes = if corrected { Some((0, row.scheduled)) } else { known };
    batch.pupil.push(row.pupil);
    batch.school.push(row.school);
    batch.grade.push(i8::try_from(row.grade).unwrap_or(0));
    batch.date.push(row.date);
    batch.start.push(row.start);
    batch.subject.push(row.subject);
    batch.scheduled.push(row.scheduled);
    batch.valid.push(minutes.map(|(valid, _)| valid));
    batch.invalid.push(minutes.map(|(_, invalid)| invalid));
    batch.cancelled.push(false);
}

fn entries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let found = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    Ok(found.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect())
}
