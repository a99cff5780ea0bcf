//! The `pupils` file as Parquet: any column type that can be told as text.

use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch, StringArray};
use arrow_schema::DataType;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::reader::ChunkReader;

use super::pupils::COLUMNS;
use crate::columns::file::column;
use crate::failure::{Result, broken, broken_batch};

/// Reads every row as text and hands it over with its number; the first row is 1.
pub(super) fn read(
    path: &Path,
    content: impl ChunkReader + 'static,
    take: &mut impl FnMut(u64, Option<[&str; 13]>),
) -> Result<()> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(content).and_then(|builder| builder.build());
    let mut row = 0;
    for batch in reader.map_err(broken(path))? {
        let batch = batch.map_err(broken_batch(path))?;
        let columns: Vec<StringArray> =
            COLUMNS.iter().map(|name| as_text(&batch, name, path)).collect::<Result<_>>()?;
        for at in 0..batch.num_rows() {
            row += 1;
            let mut values = [""; 13];
            for (value, column) in values.iter_mut().zip(&columns) {
                *value = if column.is_null(at) { "" } else { column.value(at) };
            }
            take(row, Some(values));
        }
    }
    Ok(())
}

fn as_text(batch: &RecordBatch, name: &'static str, path: &Path) -> Result<StringArray> {
    if batch.schema_ref().fields().iter().filter(|field| field.name() == name).count() > 1 {
        return Err(column(path, "column-twice", name));
    }
    let found = batch.column_by_name(name).ok_or_else(|| column(path, "column-missing", name))?;
    let text = arrow_cast::cast(found, &DataType::Utf8).map_err(|_| column(path, "column-wrong-type", name))?;
    Ok(text.as_string::<i32>().clone())
}
