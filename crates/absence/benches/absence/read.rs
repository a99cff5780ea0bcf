//! The yardstick: the nine columns into record batches with parquet-rs, and nothing else done with them.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use absence::columns::file::{BATCH_ROWS, COLUMNS};
use arrow_array::RecordBatch;
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder};

use crate::Outcome;

/// How the subject is read.
#[derive(Clone, Copy)]
pub enum Subject {
    /// As text, the way a file is read by somebody who says nothing about it.
    Text,
    /// As a dictionary, the way the scan reads it.
    Dictionary,
}

/// Reads a file, its row groups dealt to threads, and counts the rows.
pub fn rows(path: &Path, threads: usize, subject: Subject) -> Outcome<u64> {
    let metadata = metadata(path, subject)?;
    let next = AtomicUsize::new(0);
    let groups = metadata.metadata().num_row_groups();
    let work = || -> Outcome<u64> {
        let mut rows = 0;
        loop {
            let group = next.fetch_add(1, Ordering::Relaxed);
            if group >= groups {
                return Ok(rows);
            }
            rows += read(path, &metadata, group)?;
        }
    };
    let counts: Vec<Outcome<u64>> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
        let join = |worker: std::thread::ScopedJoinHandle<'_, _>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().map(join).collect()
    });
    counts.into_iter().sum()
}

fn metadata(path: &Path, subject: Subject) -> Outcome<ArrowReaderMetadata> {
    let file = File::open(path)?;
    // what the file says of Arrow types is passed over: it would make the subject a dictionary
    let native = ArrowReaderMetadata::load(&file, ArrowReaderOptions::new().with_skip_arrow_metadata(true))?;
    if matches!(subject, Subject::Text) {
        return Ok(native);
    }
    let kind = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let field = |field: &Arc<Field>| match field.name().as_str() {
        "subject" => field.as_ref().clone().with_data_type(kind.clone()),
        _ => field.as_ref().clone(),
    };
    let fields: Vec<Field> = native.schema().fields().iter().map(field).collect();
    let options = ArrowReaderOptions::new().with_schema(Arc::new(Schema::new(fields)));
    Ok(ArrowReaderMetadata::load(&file, options)?)
}

fn read(path: &Path, metadata: &ArrowReaderMetadata, group: usize) -> Outcome<u64> {
    let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(File::open(path)?, metadata.clone());
    let columns = ProjectionMask::columns(metadata.parquet_schema(), COLUMNS);
    let reader = builder.with_projection(columns).with_row_groups(vec![group]).with_batch_size(BATCH_ROWS).build()?;
    let mut rows = 0;
    for batch in reader {
        rows += counted(&batch?)?;
    }
    Ok(rows)
}

fn counted(batch: &RecordBatch) -> Outcome<u64> {
    if batch.num_columns() != COLUMNS.len() {
        return Err(format!("{} columns were read, not {}", batch.num_columns(), COLUMNS.len()).into());
    }
    Ok(u64::try_from(std::hint::black_box(batch).num_rows())?)
}
