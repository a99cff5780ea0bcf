//! Writes figures: one file a school, by where the pupils are on the scan day, each under the name of its content.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;

use super::columns::{Row, batch};
use super::read::{Columns, Wanted};
use super::{PupilReach, set};
use crate::failure::{Result, io, unwritten};
use crate::scan::threads::in_parts;

/// A pupil: number, school on the scan day, figures.
pub type Home<'a> = (i32, i32, &'a PupilReach);

/// Writes the figures of every pupil below a folder, and a list of the files, all flushed to disk. Gives the name of the
/// list: whoever keeps it can read the figures, and until then nobody does.
///
/// # Errors
/// The disk.
pub fn write<'a>(root: &Path, pupils: impl Iterator<Item = Home<'a>>, threads: usize) -> Result<String> {
    let mut writing = Writing::new(root, threads);
    writing.add(pupils)?;
    writing.end()
}

/// Figures being written, some schools at a time.
#[derive(Debug)]
pub struct Writing<'r> {
    root: &'r Path,
    threads: usize,
    files: BTreeMap<i32, String>,
}

impl<'r> Writing<'r> {
    /// Nobody yet.
    pub fn new(root: &'r Path, threads: usize) -> Writing<'r> {
        Writing { root, threads, files: BTreeMap::new() }
    }

    /// Writes the figures of schools: every pupil of each.
    ///
    /// # Errors
    /// The disk.
    pub fn add<'a>(&mut self, pupils: impl Iterator<Item = Home<'a>>) -> Result<()> {
        self.files.extend(put(self.root, by_school(pupils), self.threads)?);
        Ok(())
    }

    /// Writes the list, as [`write()`] does, and gives its name.
    ///
    /// # Errors
    /// The disk.
    pub fn end(self) -> Result<String> {
        set::put(self.root, &self.files)
    }
}

/// Writes figures again for the schools of some pupils only: `changed` are all whose figures are new or gone, `pupils`
/// those among them who still have any, `homes` the schools that any of them had figures at. Figures of the others stay as
/// `before`, a list written earlier, has them.
///
/// # Errors
/// Refused when a file of the list is damaged; the disk.
pub fn rewrite<'a>(
    root: &Path,
    before: &str,
    changed: &BTreeSet<i32>,
    homes: &BTreeSet<i32>,
    pupils: impl Iterator<Item = Home<'a>>,
    threads: usize,
) -> Result<String> {
    let mut files = set::load(root, before)?;
    let mut schools = by_school(pupils);
    let mut kept: BTreeMap<i32, BTreeMap<i32, PupilReach>> = BTreeMap::new();
    for (school, content) in &files {
        if schools.contains_key(school) || homes.contains(school) {
            let path = set::path(root, *school, content);
            let mut of_school = Columns::read(&path, &Wanted::all())?.pupils();
            of_school.retain(|pupil, _| !changed.contains(pupil));
            kept.insert(*school, of_school);
        }
    }
    for (school, of_school) in &kept {
        let rows = schools.entry(*school).or_default();
        rows.extend(of_school.iter().map(|(pupil, reach)| (*pupil, reach)));
    }
    for school in schools.keys() {
        files.remove(school); // a school that nobody is left at has no file
    }
    files.extend(put(root, schools, threads)?);
    set::put(root, &files)
}

type Schools<'a> = BTreeMap<i32, Vec<(i32, &'a PupilReach)>>;

fn by_school<'a>(pupils: impl Iterator<Item = Home<'a>>) -> Schools<'a> {
    let mut schools = Schools::new();
    for (pupil, school, reach) in pupils {
        schools.entry(school).or_default().push((pupil, reach));
    }
    schools
}

/// Writes the files of schools that have any figures; gives the name of each one's content.
fn put(root: &Path, schools: Schools<'_>, threads: usize) -> Result<BTreeMap<i32, String>> {
    let schools: Vec<(i32, Vec<(i32, &PupilReach)>)> = schools.into_iter().collect();
    let written = in_parts(&schools, threads, |part| {
        let files = part.iter().filter_map(|(school, pupils)| of_school(root, *school, pupils).transpose());
        files.collect::<Result<Vec<_>>>()
    });
    Ok(written.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

fn of_school(root: &Path, school: i32, pupils: &[(i32, &PupilReach)]) -> Result<Option<(i32, String)>> {
    let mut rows: Vec<Row<'_>> =
        pupils.iter().flat_map(|(pupil, reach)| reach.days.iter().map(|day| (*pupil, day, *reach))).collect();
    if rows.is_empty() {
        return Ok(None);
    }
    rows.sort_unstable_by_key(|(pupil, it, _)| (it.day, *pupil));
    let folder = set::folder(root, school);
    std::fs::create_dir_all(&folder).map_err(io(&folder))?;
    let rows = batch(&rows)?;
    let mut writer = ArrowWriter::try_new(Vec::new(), rows.schema(), Some(properties())).map_err(unwritten(&folder))?;
    writer.write(&rows).map_err(unwritten(&folder))?;
    let bytes = writer.into_inner().map_err(unwritten(&folder))?;
    let content = set::name(&bytes);
    set::put_file(&set::path(root, school, &content), &bytes)?;
    Ok(Some((school, content)))
}

/// One row group a file, so that a column is read in one go. The same rows always give the same bytes.
fn properties() -> WriterProperties {
    WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(1).unwrap_or_default()))
        .set_max_row_group_row_count(None)
        .set_created_by("Skollinjen".to_owned())
        .build()
}
