//! A Parquet file of lesson rows: opened, its columns checked, its row groups known.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_schema::{DataType, Field, Schema};
use bytes::Bytes;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowPredicateFn, ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader,
    ParquetRecordBatchReaderBuilder, RowFilter,
};
use parquet::file::metadata::PageIndexPolicy;
use parquet::file::statistics::Statistics;
use text::Arg;

use super::chunks::{Chunks, Content};
use crate::failure::{Failure, Result, broken, from_outside, refuse};

/// The nine columns of a lesson row, in the order that batches are read in, with the values each may hold.
pub const COLUMNS: [&str; 9] = ["pupil", "school", "grade", "date", "start", "subject", "s", "v", "u"];

/// A column that a file may have besides: lessons that the school cancelled, which do not count (P1).
pub const CANCELLED: &str = "cancelled";

/// Rows decoded at a time. Larger batches only cost memory; smaller ones cut pupils in two more often.
pub const BATCH_ROWS: usize = 16384;

/// A row group: how many rows, and the smallest and largest pupil number if the file tells.
#[derive(Clone, Copy, Debug)]
pub struct RowGroup {
    /// Number of rows.
    pub rows: u64,
    /// Smallest and largest pupil number.
    pub pupils: Option<(i32, i32)>,
}

/// An open file of lesson rows.
#[derive(Debug)]
pub struct LessonFile {
    /// The file's name, for messages.
    path: PathBuf,
    content: Content,
    metadata: ArrowReaderMetadata,
    projection: ProjectionMask,
    /// The column of pupil numbers, when it is written as the history writes it.
    pupils: Option<ProjectionMask>,
    groups: Vec<RowGroup>,
}

impl LessonFile {
    /// Opens a file and checks that it has the nine columns in types that hold whole numbers, dates and text.
    pub fn open(path: &Path) -> Result<LessonFile> {
        from_outside(path, || LessonFile::of(path, Content::Disk(path.to_owned())))
    }

    /// The same of a file that lies in memory. The name is for messages.
    pub fn in_memory(name: &Path, bytes: Bytes) -> Result<LessonFile> {
        from_outside(name, || LessonFile::of(name, Content::Memory(bytes)))
    }

    /// Whether a file is one of lessons at all: a roster has no day. For files whose names tell nothing.
    pub fn is_one(path: &Path) -> Result<bool> {
        from_outside(path, || has_days(path, &Content::Disk(path.to_owned())))
    }

    /// The same of a file that lies in memory.
    pub fn is_one_in_memory(name: &Path, bytes: Bytes) -> Result<bool> {
        from_outside(name, || has_days(name, &Content::Memory(bytes)))
    }

    fn of(path: &Path, content: Content) -> Result<LessonFile> {
        let file = content.open(path)?;
        // With the places of the pages, if the file tells them: then one pupil is read without the pages of the others.
        let options = ArrowReaderOptions::new().with_offset_index_policy(PageIndexPolicy::Optional);
        let native = ArrowReaderMetadata::load(&file, options.with_skip_arrow_metadata(true)).map_err(broken(path))?;
        let fields = native.schema().fields();
        for name in COLUMNS {
            if fields.iter().filter(|field| field.name() == name).count() > 1 {
                return Err(column(path, "column-twice", name));
            }
            let found = fields.iter().find(|field| field.name() == name);
            let kind = found.ok_or_else(|| column(path, "column-missing", name))?.data_type();
            if !readable(name, kind) {
                return Err(column(path, "column-wrong-type", name));
            }
        }
        // Subjects repeat: read them as dictionaries, so that a lesson costs a number and not a string.
        let hinted: Vec<Field> = fields.iter().map(|field| with_dictionary(field)).collect();
        let options = ArrowReaderOptions::new().with_schema(Arc::new(Schema::new(hinted)));
        let metadata = ArrowReaderMetadata::try_new(Arc::clone(native.metadata()), options).map_err(broken(path))?;

        let root = |name: &str| fields.iter().position(|field| field.name() == name);
        let pupils = root("pupil").filter(|at| fields.get(*at).is_some_and(|it| it.data_type() == &DataType::Int32));
        let pupils = pupils.map(|at| ProjectionMask::roots(metadata.parquet_schema(), [at]));
        let wanted: Vec<usize> = COLUMNS.iter().filter_map(|name| root(name)).collect();
        let wanted = wanted.into_iter().chain(root(CANCELLED));
        let projection = ProjectionMask::roots(metadata.parquet_schema(), wanted);

        // statistics belong to leaves, and a nested column has several
        let leaves = metadata.parquet_schema().columns();
        let pupil = leaves.iter().position(|leaf| leaf.path().parts() == ["pupil"]);
        let groups = metadata
            .metadata()
            .row_groups()
            .iter()
            .map(|group| RowGroup {
                rows: u64::try_from(group.num_rows()).unwrap_or(0),
                pupils: pupil.and_then(|at| group.columns().get(at)).and_then(|c| c.statistics()).and_then(span),
            })
            .collect();
        Ok(LessonFile { path: path.to_owned(), content, metadata, projection, pupils, groups })
    }

    /// The path that was opened.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Number of rows.
    pub fn rows(&self) -> u64 {
        self.groups.iter().map(|group| group.rows).sum()
    }

    /// The row groups, in file order.
    pub fn groups(&self) -> &[RowGroup] {
        &self.groups
    }

    /// Reads the row groups that may hold pupils from `first` to `last`, in file order. Of a single pupil, hardly more
    /// than her or his own rows are decoded.
    pub fn read(&self, first: i32, last: i32) -> Result<ParquetRecordBatchReader> {
        let held = |group: &RowGroup| group.pupils.is_none_or(|(low, high)| low <= last && first <= high);
        let chosen = self.groups.iter().enumerate().filter(|(_, g)| held(g)).map(|(at, _)| at).collect();
        let reader = self.groups_of(chosen)?;
        let reader = match &self.pupils {
            Some(column) if first == last => reader.with_row_filter(only(first, column.clone())),
            _ => reader,
        };
        reader.build().map_err(broken(&self.path))
    }

    /// Reads the whole file.
    pub fn read_all(&self) -> Result<ParquetRecordBatchReader> {
        self.read_groups((0..self.groups.len()).collect())
    }

    /// Reads some row groups, by their places, in that order.
    pub(crate) fn read_groups(&self, groups: Vec<usize>) -> Result<ParquetRecordBatchReader> {
        self.groups_of(groups)?.build().map_err(broken(&self.path))
    }

    fn groups_of(&self, groups: Vec<usize>) -> Result<ParquetRecordBatchReaderBuilder<Chunks>> {
        let file = self.content.open(&self.path)?;
        Ok(ParquetRecordBatchReaderBuilder::new_with_metadata(file, self.metadata.clone())
            .with_projection(self.projection.clone())
            .with_row_groups(groups)
            .with_batch_size(BATCH_ROWS))
    }
}

fn has_days(name: &Path, content: &Content) -> Result<bool> {
    let metadata = ArrowReaderMetadata::load(&content.open(name)?, ArrowReaderOptions::new()).map_err(broken(name))?;
    Ok(metadata.schema().fields().iter().any(|field| field.name() == "date"))
}

/// Reads the column of pupil numbers first, and of the other columns only the rows of one pupil.
fn only(pupil: i32, column: ProjectionMask) -> RowFilter {
    let is_hers = move |batch: arrow_array::RecordBatch| {
        let numbers = batch.column(0).as_primitive::<Int32Type>();
        Ok(numbers.values().iter().map(|number| *number == pupil).collect::<Vec<bool>>().into())
    };
    RowFilter::new(vec![Box::new(ArrowPredicateFn::new(column, is_hers))])
}

/// A refusal about a column of the file.
pub(crate) fn column(path: &Path, code: &'static str, name: &'static str) -> Failure {
    match refuse(code, path) {
        Failure::Refused(message) => Failure::Refused(message.with("column", Arg::Text(name.to_owned()))),
        fault => fault,
    }
}

fn readable(name: &str, kind: &DataType) -> bool {
    match name {
        "date" => matches!(kind, DataType::Date32),
        "subject" => matches!(kind, DataType::Utf8 | DataType::LargeUtf8 | DataType::Binary),
        _ => kind.is_integer(),
    }
}

fn with_dictionary(field: &Field) -> Field {
    if field.name() != "subject" {
        return field.clone();
    }
    let kind = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    field.clone().with_data_type(kind)
}

fn span(statistics: &Statistics) -> Option<(i32, i32)> {
    match statistics {
        Statistics::Int32(s) => Some((*s.min_opt()?, *s.max_opt()?)),
        Statistics::Int64(s) => Some((i32::try_from(*s.min_opt()?).ok()?, i32::try_from(*s.max_opt()?).ok()?)),
        _ => None,
    }
}
