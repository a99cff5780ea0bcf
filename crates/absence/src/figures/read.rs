//! Reads a file of figures: whole columns, only those that are asked for.

use std::fs::File;
use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int32Type};
use arrow_array::{Array, RecordBatch};
use domain::Day;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::columns::{Column, NONE, PARTS, PLACE};
use super::{OnDay, Part, PupilReach};
use crate::failure::{Failure, Result, broken, io, refuse};

/// Some columns of a file, each as long as the file has rows; what was not asked for is empty.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// The day of each row, rising.
    pub(crate) day: Vec<i32>,
    /// The pupil.
    pub(crate) pupil: Vec<i32>,
    /// The school.
    pub(crate) school: Vec<i32>,
    /// The grade level.
    pub(crate) level: Vec<i32>,
    /// Whether the timetable has stopped.
    pub(crate) stale: Vec<bool>,
    /// The figures, [`NONE`] for empty, by [`Column`].
    figures: Vec<(Column, Vec<i32>)>,
    /// The counts of S07 and S08: where each row's end, and the counts.
    parts: [(Vec<usize>, Vec<i32>); 2],
}

/// What to read of a file.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// Figures.
    pub(crate) figures: Vec<Column>,
    /// S07 and S08.
    pub(crate) parts: [bool; 2],
    /// The pupil numbers.
    pub(crate) pupils: bool,
}

impl Columns {
    /// Reads a file.
    pub(crate) fn read(path: &Path, wanted: &Wanted) -> Result<Columns> {
        let file = File::open(path).map_err(io(path))?;
        let reader = ParquetRecordBatchReaderBuilder::try_new(file).map_err(broken(path))?;
        let fields = reader.schema().fields().clone();
        let names = || {
            let place = PLACE.into_iter().filter(|name| wanted.pupils || *name != "pupil");
            let parts = PARTS.into_iter().zip(wanted.parts).filter(|(_, is)| *is).map(|(name, _)| name);
            place.chain(wanted.figures.iter().map(|column| column.name())).chain(parts)
        };
        let at = |name: &str| fields.iter().position(|field| field.name() == name);
        let roots: Option<Vec<usize>> = names().map(at).collect();
        let roots = roots.ok_or_else(|| refuse("file-broken-parquet", path))?;
        let mask = ProjectionMask::roots(reader.parquet_schema(), roots);
        let rows = usize::try_from(reader.metadata().file_metadata().num_rows()).unwrap_or(0);
        let batches = reader.with_projection(mask).with_batch_size(rows.max(1)).build().map_err(broken(path))?;
        let mut columns = Columns {
            figures: wanted.figures.iter().map(|column| (*column, Vec::with_capacity(rows))).collect(),
            ..Columns::default()
        };
        for batch in batches {
            let batch = batch
                .map_err(|source| Failure::Fault { context: "reading figures".to_owned(), source: Box::new(source) })?;
            columns.add(&batch, wanted).ok_or_else(|| refuse("file-broken-parquet", path))?;
        }
        Ok(columns)
    }

    /// Number of rows.
    pub(crate) fn rows(&self) -> usize {
        self.day.len()
    }

    /// A figure of every row.
    pub(crate) fn figure(&self, wanted: Column) -> &[i32] {
        self.figures.iter().find(|(column, _)| *column == wanted).map_or(&[], |(_, values)| values)
    }

    /// The parts of S07 (0) or S08 (1), row by row.
    pub(crate) fn parts(&self, signal: usize) -> impl Iterator<Item = &[i32]> {
        let (ends, counts) = self.parts.get(signal).map_or((&[][..], &[][..]), |(ends, counts)| (ends, counts));
        let mut from = 0;
        ends.iter().map(move |&end| counts.get(std::mem::replace(&mut from, end)..end).unwrap_or(&[]))
    }

    /// The rows as pupils, in order of number. Everything must have been read.
    pub(super) fn pupils(&self) -> std::collections::BTreeMap<i32, PupilReach> {
        let mut found: std::collections::BTreeMap<i32, (Vec<OnDay>, Vec<Part>)> = std::collections::BTreeMap::new();
        let parts = self.parts(0).zip(self.parts(1));
        for (at, (subjects, weekdays)) in parts.enumerate() {
            let figure = |column| self.figure(column).get(at).copied().unwrap_or(NONE);
            let small = |column| super::small(Some(i64::from(figure(column))));
            let middling = |column| super::middling(Some(i64::from(figure(column))));
            let of = |column: &[i32]| column.get(at).copied().unwrap_or(0);
            let (days, all) = found.entry(of(&self.pupil)).or_default();
            let count = |counts: &[i32]| u8::try_from(counts.len() / 4).unwrap_or(u8::MAX);
            let from = u16::try_from(all.len()).unwrap_or(u16::MAX);
            all.extend(subjects.chunks_exact(4).chain(weekdays.chunks_exact(4)).map(part));
            days.push(OnDay {
                day: Day(of(&self.day)),
                school: of(&self.school),
                cusum: figure(Column::S10),
                run: middling(Column::S05),
                peers: middling(Column::S12bPeers),
                parts: (from, count(subjects), count(weekdays)),
                level: i8::try_from(of(&self.level)).unwrap_or(i8::MAX),
                stale: self.stale.get(at).copied().unwrap_or(true),
                term: small(Column::S01),
                ten_days: small(Column::S02),
                absent_days: small(Column::S03),
                absent_weeks: small(Column::S04),
                invalid: (small(Column::S06Percent), small(Column::S06Days)),
                late: small(Column::S09),
                majority: small(Column::S11),
                reported: small(Column::S12a),
                timetable: small(Column::S12b),
                after: small(Column::After),
            });
        }
        let reach = |(days, parts): (Vec<OnDay>, Vec<Part>)| PupilReach { days: days.into(), parts: parts.into() };
        found.into_iter().map(|(pupil, it)| (pupil, reach(it))).collect()
    }

    fn add(&mut self, batch: &RecordBatch, wanted: &Wanted) -> Option<()> {
        let whole = |name: &str| Some(batch.column_by_name(name)?.as_primitive_opt::<Int32Type>()?.values().as_ref());
        let [day, pupil, school, level, stale] = PLACE;
        self.day.extend_from_slice(batch.column_by_name(day)?.as_primitive_opt::<Date32Type>()?.values());
        self.school.extend_from_slice(whole(school)?);
        self.level.extend_from_slice(whole(level)?);
        self.stale.extend(batch.column_by_name(stale)?.as_boolean_opt()?.values().iter());
        if wanted.pupils {
            self.pupil.extend_from_slice(whole(pupil)?);
        }
        for (column, values) in &mut self.figures {
            let array = batch.column_by_name(column.name())?.as_primitive_opt::<Int32Type>()?;
            if array.null_count() == 0 {
                values.extend_from_slice(array.values());
            } else {
                values.extend(array.iter().map(|figure| figure.unwrap_or(NONE)));
            }
        }
        for ((name, wanted), (ends, counts)) in PARTS.into_iter().zip(wanted.parts).zip(&mut self.parts) {
            if !wanted {
                continue;
            }
            let lists = batch.column_by_name(name)?.as_list_opt::<i32>()?;
            let offsets = lists.value_offsets();
            let (first, last) = (offset(offsets.first()?)?, offset(offsets.last()?)?);
            let before = counts.len();
            counts.extend_from_slice(lists.values().as_primitive_opt::<Int32Type>()?.values().get(first..last)?);
            for end in offsets.get(1..)? {
                ends.push(before + offset(end)? - first);
            }
        }
        Some(())
    }
}

impl Wanted {
    /// Everything.
    pub(super) fn all() -> Wanted {
        Wanted { figures: Column::ALL.to_vec(), parts: [true; 2], pupils: true }
    }
}

fn offset(number: &i32) -> Option<usize> {
    usize::try_from(*number).ok()
}

fn part(counts: &[i32]) -> Part {
    let count = |at: usize| counts.get(at).and_then(|count| u16::try_from(*count).ok()).unwrap_or(0);
    Part { of: count(0), missed: count(1), others: count(2), others_missed: count(3) }
}
