//! Writes the two canonical files of a synthetic city, as Parquet or CSV.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;

use arrow_array::{ArrayRef, BooleanArray, Date32Array, Int32Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use domain::Day;
use domain::lesson::Batch;
use domain::pupil::Pupil;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::{ArrowColumnChunk, ArrowRowGroupWriterFactory, compute_leaves};
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::file::properties::WriterProperties;
use parquet::schema::types::ColumnPath;

use super::{Form, form, lessons, pupils};
use crate::columns::write::{ROW_GROUP_ROWS, properties, schema, subject_column};
use crate::failure::{Failure, Result, io, unwritten};

/// Writes a roster.
pub fn write_pupils(path: &Path, roster: &[Pupil]) -> Result<()> {
    let rows: Vec<[String; 13]> = roster.iter().map(fields).collect();
    let file = File::create(path).map_err(io(path))?;
    if form(path)? == Form::Csv {
        let mut csv = csv::Writer::from_writer(BufWriter::new(file));
        let written =
            csv.write_record(pupils::COLUMNS).and_then(|()| rows.iter().try_for_each(|row| csv.write_record(row)));
        written.map_err(|error| io(path)(error.into()))?;
        return csv.flush().map_err(io(path));
    }
    let text = |name: &str| Field::new(name, DataType::Utf8, false);
    let schema = Arc::new(Schema::new(pupils::COLUMNS.map(text).to_vec()));
    let column = |at: usize| {
        let values = rows.iter().map(|row| row.get(at).map_or("", String::as_str));
        Arc::new(StringArray::from_iter_values(values)) as ArrayRef
    };
    let batch =
        RecordBatch::try_new(schema.clone(), (0..pupils::COLUMNS.len()).map(column).collect()).map_err(fault)?;
    let mut writer = ArrowWriter::try_new(file, schema, Some(properties())).map_err(unwritten(path))?;
    writer.write(&batch).map_err(unwritten(path))?;
    writer.close().map(drop).map_err(unwritten(path))
}

fn fields(pupil: &Pupil) -> [String; 13] {
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        pupil.pupil.to_string(),
        pupil.personal_number.clone(),
        pupil.name.clone(),
        pupil.school.to_string(),
        pupil.class.clone(),
        pupil.grade.level.to_string(),
        pupil.grade.form.code().to_owned(),
        pupil.grade.school_year.0.to_string(),
        pupil.enrolled.from.to_string(),
        day(pupil.enrolled.to),
        pupil.protected.to_string(),
        day(pupil.reduced_timetable.map(|span| span.from)),
        day(pupil.reduced_timetable.and_then(|span| span.to)),
    ]
}

/// Writes lesson rows. `parts` of rows are made and encoded on as many threads as asked for, and written in order:
/// `make` fills the batch of a part. Gives the number of rows.
pub fn write_lessons(
    path: &Path,
    parts: usize,
    threads: usize,
    make: impl Fn(usize, &mut Batch) + Sync,
    progress: &mut dyn FnMut(usize),
) -> Result<u64> {
    match form(path)? {
        Form::Csv => write_csv(path, parts, make, progress),
        Form::Parquet => write_parquet(path, parts, threads.max(1), &make, progress),
    }
}

fn write_csv(
    path: &Path,
    parts: usize,
    make: impl Fn(usize, &mut Batch),
    progress: &mut dyn FnMut(usize),
) -> Result<u64> {
    let mut to = BufWriter::with_capacity(1 << 20, File::create(path).map_err(io(path))?);
    writeln!(to, "{}", lessons::COLUMNS.join(",")).map_err(io(path))?;
    let mut batch = Batch::default();
    let mut rows = 0;
    for part in 0..parts {
        make(part, &mut batch);
        rows += batch.len();
        write_csv_part(&mut to, &batch).map_err(io(path))?;
        progress(part + 1);
    }
    to.flush().map_err(io(path))?;
    Ok(u64::try_from(rows).unwrap_or(u64::MAX))
}

fn write_csv_part(to: &mut impl Write, batch: &Batch) -> std::io::Result<()> {
    let (mut day, mut date) = (None, String::new());
    for row in batch.rows() {
        if day != Some(row.date) {
            (day, date) = (Some(row.date), row.date.to_string());
        }
        let subject = batch.subjects.get(usize::from(row.subject)).map_or("", String::as_str);
        write!(to, "{},{},{},{date},{},{subject},{},", row.pupil, row.school, row.grade, row.start, row.scheduled)?;
        for minutes in [row.valid, row.invalid] {
            match minutes {
                Some(minutes) => write!(to, "{minutes},")?,
                None => write!(to, ",")?,
            }
        }
        writeln!(to, "{}", row.cancelled)?;
    }
    Ok(())
}

/// How lesson rows are packed: every number by its difference from the one before, which costs less to write than to
/// look each up in a dictionary.
fn packed() -> WriterProperties {
    let numbers = lessons::COLUMNS.iter().filter(|name| !matches!(**name, "subject" | "cancelled"));
    let packed = numbers.fold(WriterProperties::builder(), |builder, name| {
        builder
            .set_column_dictionary_enabled(ColumnPath::from(*name), false)
            .set_column_encoding(ColumnPath::from(*name), Encoding::DELTA_BINARY_PACKED)
    });
    packed
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(1).unwrap_or_default()))
        .set_max_row_group_row_count(Some(ROW_GROUP_ROWS))
        .set_created_by("Skollinjen".to_owned())
        .build()
}

type Encoded = (usize, u64, Vec<ArrowColumnChunk>);

fn write_parquet(
    path: &Path,
    parts: usize,
    threads: usize,
    make: &(impl Fn(usize, &mut Batch) + Sync),
    progress: &mut dyn FnMut(usize),
) -> Result<u64> {
    let file = File::create(path).map_err(io(path))?;
    let writer = ArrowWriter::try_new(file, schema(true), Some(packed())).map_err(unwritten(path))?;
    let (mut writer, factory) = writer.into_serialized_writer().map_err(unwritten(path))?;
    let mut total = 0;
    std::thread::scope(|scope| {
        // each thread makes every n-th part; the channels keep the order and hold back a thread that is far ahead
        let channels: Vec<_> = (0..threads)
            .map(|thread| {
                let (send, receive) = sync_channel::<Result<Encoded>>(1);
                let factory = &factory;
                scope.spawn(move || {
                    let mut batch = Batch::default();
                    for part in (thread..parts).step_by(threads) {
                        make(part, &mut batch);
                        if send.send(encode(&batch, factory, part, path)).is_err() {
                            return;
                        }
                    }
                });
                receive
            })
            .collect();
        for part in 0..parts {
            let Some(channel) = channels.get(part % threads) else { continue };
            let Ok(encoded) = channel.recv() else { continue };
            let (_, rows, chunks) = encoded?;
            total += rows;
            if rows > 0 {
                let mut group = writer.next_row_group().map_err(unwritten(path))?;
                for chunk in chunks {
                    chunk.append_to_row_group(&mut group).map_err(unwritten(path))?;
                }
                group.close().map_err(unwritten(path))?;
            }
            progress(part + 1);
        }
        Ok(())
    })?;
    writer.close().map_err(unwritten(path))?;
    Ok(total)
}

fn encode(batch: &Batch, factory: &ArrowRowGroupWriterFactory, part: usize, path: &Path) -> Result<Encoded> {
    let columns = factory.create_column_writers(part).map_err(unwritten(path))?;
    let record = record_batch(batch)?;
    let schema = schema(true);
    let chunks = columns.into_iter().zip(record.columns()).zip(schema.fields()).map(|((mut writer, column), field)| {
        for leaf in compute_leaves(field, column).map_err(unwritten(path))? {
            writer.write(&leaf).map_err(unwritten(path))?;
        }
        writer.close().map_err(unwritten(path))
    });
    let chunks = chunks.collect::<Result<_>>()?;
    Ok((part, u64::try_from(batch.len()).unwrap_or(u64::MAX), chunks))
}

fn record_batch(batch: &Batch) -> Result<RecordBatch> {
    let number = |column: &[i32]| Arc::new(Int32Array::from(column.to_vec())) as ArrayRef;
    let subject = subject_column(batch.subject.iter().copied(), &batch.subjects)?;
    let columns = vec![
        number(&batch.pupil),
        number(&batch.school),
        Arc::new(Int32Array::from_iter_values(batch.grade.iter().map(|&grade| i32::from(grade)))),
        Arc::new(Date32Array::from(batch.date.clone())),
        number(&batch.start),
        subject,
        number(&batch.scheduled),
        Arc::new(Int32Array::from(batch.valid.clone())),
        Arc::new(Int32Array::from(batch.invalid.clone())),
        Arc::new(BooleanArray::from(batch.cancelled.clone())),
    ];
    RecordBatch::try_new(schema(true), columns).map_err(fault)
}

fn fault(source: arrow_schema::ArrowError) -> Failure {
    Failure::Fault { context: "building columns".to_owned(), source: Box::new(source) }
}
