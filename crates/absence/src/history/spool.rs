//! Lesson rows on their way in, parted by school and school year, in memory while they are few and on disk when they
//! are many: no delivery fills the memory, in whatever order its rows come.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use domain::{Day, SchoolYear};

use super::change::{Change, Cover, Window};
use super::manifest::Slot;
use crate::columns::table::Row;
use crate::failure::{Result, io};

/// Rows kept in memory before they go to disk: some 75 MB.
const IN_MEMORY: usize = 2_000_000;
/// Bytes of a row on disk.
const ROW: usize = 34;
/// The name of the file by which a folder is known to be in use.
const IN_USE: &str = "in-use";

/// Where rows gather. Dropped, it takes its folder away.
#[derive(Debug)]
pub struct Spool {
    cover: Cover,
    folder: Option<Folder>,
    most: usize,
    inside: Mutex<Inside>,
}

#[derive(Debug, Default)]
struct Inside {
    parts: BTreeMap<Slot, Part>,
    in_memory: usize,
    outside: u64,
}

/// The rows of a school and school year.
#[derive(Debug, Default)]
struct Part {
    rows: Vec<Row>,
    on_disk: Option<PathBuf>,
    count: usize,
    days: Option<(i32, i32)>,
}

/// A folder that is taken away when nobody needs it any more.
#[derive(Debug)]
struct Folder {
    path: PathBuf,
    _in_use: File,
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.path).ok(); // what is left is swept when the program starts
    }
}

/// The rows of a [`Change`], read when they are needed.
#[derive(Clone, Debug)]
pub struct Rows {
    part: Arc<Part>,
    window: Window,
    _folder: Option<Arc<Folder>>,
}

impl Spool {
    /// Keeps everything in memory: for what is known to be small, and where nothing may be stored.
    pub fn in_memory(cover: Cover) -> Spool {
        Spool { cover, folder: None, most: usize::MAX, inside: Mutex::default() }
    }

    /// Spills to a folder of its own, which is made when it is needed and must not be there.
    pub fn on_disk(folder: &Path, cover: Cover) -> Result<Spool> {
        std::fs::create_dir_all(folder).map_err(io(folder))?;
        let path = folder.join(IN_USE);
        let in_use = File::create_new(&path).map_err(io(&path))?;
        in_use.try_lock().map_err(|error| io(&path)(error.into()))?;
        let folder = Some(Folder { path: folder.to_owned(), _in_use: in_use });
        Ok(Spool { cover, folder, most: IN_MEMORY, inside: Mutex::default() })
    }

    /// With another number of rows that are kept in memory.
    #[must_use]
    pub fn spilling_beyond(self, rows: usize) -> Spool {
        Spool { most: rows, ..self }
    }

    /// Adds rows; those outside of what is covered are only counted.
    pub fn add(&self, rows: &[Row]) -> Result<()> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let mut left = rows;
        while let Some((slot, run, rest)) = first_run(left) {
            left = rest;
            let covered = || run.iter().filter(|row| self.cover.includes(row));
            let count = covered().count();
            inside.outside += u64::try_from(run.len() - count).unwrap_or(0);
            if count == 0 {
                continue;
            }
            inside.in_memory += count;
            let part = inside.parts.entry(slot).or_default();
            for row in covered() {
                let (low, high) = part.days.unwrap_or((row.date, row.date));
                part.days = Some((low.min(row.date), high.max(row.date)));
                part.rows.push(*row);
            }
            part.count += count;
        }
        if inside.in_memory > self.most {
            self.spill(&mut inside)?;
        }
        Ok(())
    }

    /// Rows that lay outside of what is covered.
    pub fn outside(&self) -> u64 {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner).outside
    }

    fn spill(&self, inside: &mut Inside) -> Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        for (slot, part) in &mut inside.parts {
            if part.rows.is_empty() {
                continue;
            }
            let path = folder.path.join(format!("{}-{}.rows", slot.school_year, slot.school));
            let file = File::options().create(true).append(true).open(&path).map_err(io(&path))?;
            let mut out = BufWriter::with_capacity(1 << 18, file);
            for row in &part.rows {
                out.write_all(&packed(row)).map_err(io(&path))?;
            }
            out.flush().map_err(io(&path))?;
            part.rows = Vec::new();
            part.on_disk = Some(path);
        }
        inside.in_memory = 0;
        Ok(())
    }

    /// Cuts what has gathered into changes, one a school and school year. The window of a school goes from its first to
    /// its last date here unless the cover says otherwise; a window over the turn of the school year becomes two.
    pub fn changes(self) -> Vec<Change> {
        let inside = self.inside.into_inner().unwrap_or_else(PoisonError::into_inner);
        let folder = self.folder.map(Arc::new);
        let mut schools: BTreeMap<i32, Option<(i32, i32)>> = BTreeMap::new();
        if let (Some(school), Some(_)) = (self.cover.school, self.cover.window()) {
            schools.insert(school, None); // named and dated: an empty window is meant
        }
        for (slot, part) in &inside.parts {
            let days = schools.entry(slot.school).or_default();
            *days = match (*days, part.days) {
                (Some((low, high)), Some((from, to))) => Some((low.min(from), high.max(to))),
                (one, other) => one.or(other),
            };
        }
        let mut parts = inside.parts;
        let mut changes = Vec::new();
        for (school, days) in schools {
            let from = self.cover.from.or(days.map(|(low, _)| Day(low)));
            let to = self.cover.to.or(days.map(|(_, high)| Day(high)));
            let Some((from, to)) = from.zip(to) else { continue };
            let years: BTreeSet<i16> = (SchoolYear::of(from).0..=SchoolYear::of(to).0).collect();
            for school_year in years {
                let slot = Slot { school_year, school };
                let window = Window { from, to }.within(SchoolYear(school_year));
                let part = Arc::new(parts.remove(&slot).unwrap_or_default());
                changes.push(Change { slot, window, rows: Rows { part, window, _folder: folder.clone() } });
            }
        }
        changes
    }
}

impl Rows {
    /// Reads the rows, in the order that they came.
    pub fn read(&self) -> Result<Vec<Row>> {
        let mut rows = Vec::with_capacity(self.part.count);
        if let Some(path) = &self.part.on_disk {
            let mut input = BufReader::with_capacity(1 << 18, File::open(path).map_err(io(path))?);
            let mut bytes = [0; ROW];
            for _ in self.part.rows.len()..self.part.count {
                input.read_exact(&mut bytes).map_err(io(path))?;
                rows.push(unpacked(bytes));
            }
        }
        rows.extend_from_slice(&self.part.rows);
        rows.retain(|row| self.window.contains(Day(row.date)));
        Ok(rows)
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.part.count
    }
}

/// Takes away what an import left that was cut off: folders in `folder` that nobody has in use. Gives their number.
pub fn sweep(folder: &Path) -> Result<usize> {
    let mut gone = 0;
    for path in super::disk::entries(folder)? {
        let in_use = File::options().write(true).open(path.join(IN_USE));
        if path.is_dir() && in_use.map_or(true, |file| file.try_lock().is_ok()) {
            std::fs::remove_dir_all(&path).map_err(io(&path))?;
            gone += 1;
        }
    }
    Ok(gone)
}

/// The rows of one school and school year that come first, and the rest.
fn first_run(rows: &[Row]) -> Option<(Slot, &[Row], &[Row])> {
    let first = rows.first()?;
    let year = SchoolYear::of(Day(first.date));
    let days = year.start().0..=year.end().0;
    let length = rows.iter().take_while(|row| row.school == first.school && days.contains(&row.date)).count();
    let (run, rest) = rows.split_at_checked(length.max(1))?;
    Some((Slot { school_year: year.0, school: first.school }, run, rest))
}

fn packed(row: &Row) -> [u8; ROW] {
    let mut bytes = [0; ROW];
    let numbers = [row.pupil, row.school, row.grade, row.date, row.start, row.scheduled, row.valid, row.invalid]
        .map(i32::to_le_bytes);
    let all = numbers.iter().flatten().copied().chain(row.subject.to_le_bytes());
    bytes.iter_mut().zip(all).for_each(|(to, from)| *to = from);
    bytes
}

fn unpacked(bytes: [u8; ROW]) -> Row {
    let mut numbers = bytes.as_chunks::<4>().0.iter().map(|four| i32::from_le_bytes(*four));
    let mut next = || numbers.next().unwrap_or(0);
    let (pupil, school, grade, date) = (next(), next(), next(), next());
    let (start, scheduled, valid, invalid) = (next(), next(), next(), next());
    let subject = bytes.last_chunk::<2>().map_or(0, |two| u16::from_le_bytes(*two));
    Row { pupil, school, grade, date, start, subject, scheduled, valid, invalid }
}
