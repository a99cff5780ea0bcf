//! The columns of a file of figures: which there are, and how a row gives each.

use std::sync::Arc;

use arrow_array::builder::{Int32Builder, ListBuilder};
use arrow_array::{ArrayRef, BooleanArray, Date32Array, Int32Array, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};

use super::{OnDay, Part, PupilReach};
use crate::failure::{Failure, Result};

/// A figure that there is not enough data for, once it is read; lower than every threshold. In the file it is empty.
pub(crate) const NONE: i32 = -1;

/// A column of whole numbers that may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    S01,
    S02,
    S03,
    S04,
    S05,
    S06Percent,
    S06Days,
    S09,
    S10,
    S11,
    S12a,
    S12b,
    S12bPeers,
    After,
}

impl Column {
    pub(crate) const ALL: [Column; 14] = [
        Column::S01,
        Column::S02,
        Column::S03,
        Column::S04,
        Column::S05,
        Column::S06Percent,
        Column::S06Days,
        Column::S09,
        Column::S10,
        Column::S11,
        Column::S12a,
        Column::S12b,
        Column::S12bPeers,
        Column::After,
    ];

    /// The name in the file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Column::S01 => "s01_percent",
            Column::S02 => "s02_percent",
            Column::S03 => "s03_days",
            Column::S04 => "s04_weeks",
            Column::S05 => "s05_days",
            Column::S06Percent => "s06_percent",
            Column::S06Days => "s06_days",
            Column::S09 => "s09_days",
            Column::S10 => "s10_ppm_weeks",
            Column::S11 => "s11_not_over_percent",
            Column::S12a => "s12a_percent",
            Column::S12b => "s12b_percent",
            Column::S12bPeers => "s12b_peers",
            Column::After => "after_not_over_percent",
        }
    }

    fn of(self, it: &OnDay) -> i32 {
        match self {
            Column::S01 => it.term.into(),
            Column::S02 => it.ten_days.into(),
            Column::S03 => it.absent_days.into(),
            Column::S04 => it.absent_weeks.into(),
            Column::S05 => it.run.into(),
            Column::S06Percent => it.invalid.0.into(),
            Column::S06Days => it.invalid.1.into(),
            Column::S09 => it.late.into(),
            Column::S10 => it.cusum,
            Column::S11 => it.majority.into(),
            Column::S12a => it.reported.into(),
            Column::S12b => it.timetable.into(),
            Column::S12bPeers => it.peers.into(),
            Column::After => it.after.into(),
        }
    }
}

/// The columns of every row: which pupil, when, where, and whether the timetable has stopped.
pub(crate) const PLACE: [&str; 5] = ["day", "pupil", "school", "level", "stale"];
/// The columns of S07 and S08: four counts a part, one after the other.
pub(crate) const PARTS: [&str; 2] = ["s07_parts", "s08_parts"];

fn schema() -> SchemaRef {
    let whole = |name: &str| Field::new(name, DataType::Int32, false);
    let list = |name: &str| Field::new_list(name, Field::new_list_field(DataType::Int32, true), false);
    let [day, pupil, school, level, stale] = PLACE;
    let mut fields = vec![
        Field::new(day, DataType::Date32, false),
        whole(pupil),
        whole(school),
        whole(level),
        Field::new(stale, DataType::Boolean, false),
    ];
    fields.extend(Column::ALL.map(|column| Field::new(column.name(), DataType::Int32, true)));
    fields.extend(PARTS.map(list));
    Arc::new(Schema::new(fields))
}

/// A row before it is written: the pupil, the day, and where its parts lie.
pub(super) type Row<'a> = (i32, &'a OnDay, &'a PupilReach);

/// Rows as a record batch.
pub(super) fn batch(rows: &[Row<'_>]) -> Result<RecordBatch> {
    let whole = |value: fn(&Row<'_>) -> i32| Arc::new(Int32Array::from_iter_values(rows.iter().map(value))) as ArrayRef;
    let mut columns: Vec<ArrayRef> = vec![
        Arc::new(Date32Array::from_iter_values(rows.iter().map(|(_, it, _)| it.day.0))),
        whole(|row| row.0),
        whole(|row| row.1.school),
        whole(|row| row.1.level.into()),
        Arc::new(BooleanArray::from_iter(rows.iter().map(|(_, it, _)| Some(it.stale)))),
    ];
    columns.extend(Column::ALL.map(|column| {
        let figure = |it: &OnDay| Some(column.of(it)).filter(|figure| *figure != NONE);
        Arc::new(rows.iter().map(|(_, it, _)| figure(it)).collect::<Int32Array>()) as ArrayRef
    }));
    columns.push(lists(rows.iter().map(|(_, it, of)| of.subjects(it))));
    columns.push(lists(rows.iter().map(|(_, it, of)| of.weekdays(it))));
    RecordBatch::try_new(schema(), columns)
        .map_err(|source| Failure::Fault { context: "building figures".to_owned(), source: Box::new(source) })
}

fn lists<'a>(rows: impl Iterator<Item = &'a [Part]>) -> ArrayRef {
    let mut lists = ListBuilder::new(Int32Builder::new());
    for parts in rows {
        for part in parts {
            for count in [part.of, part.missed, part.others, part.others_missed] {
                lists.values().append_value(count.into());
            }
        }
        lists.append(true);
    }
    Arc::new(lists.finish())
}
