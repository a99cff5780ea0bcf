//! CSV with a header: comma or semicolon, UTF-8 with or without a byte-order mark.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use csv::StringRecord;
use text::Arg;

use crate::columns::file::column;
use crate::failure::{Failure, Result, io, refuse};

/// No row of a canonical file comes near this; a file without line ends must not fill the memory.
const LONGEST_HEADER: u64 = 64 * 1024;

/// A CSV file whose header has been read.
pub(super) struct CsvFile {
    path: PathBuf,
    reader: csv::Reader<Box<dyn Read>>,
    places: BTreeMap<&'static str, usize>,
    fields: usize,
    record: StringRecord,
}

/// The fields of one row, by column name.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    record: &'a StringRecord,
    places: &'a BTreeMap<&'static str, usize>,
}

impl<'a> Fields<'a> {
    /// The text of a column, empty when missing.
    pub(super) fn get(&self, name: &str) -> &'a str {
        self.places.get(name).and_then(|&place| self.record.get(place)).unwrap_or("")
    }
}

impl CsvFile {
    /// Opens a file and finds the columns by their names in the header, in any order; other columns are passed over.
    pub(super) fn open(path: &Path, columns: &'static [&'static str]) -> Result<CsvFile> {
        let mut input = BufReader::with_capacity(1 << 20, File::open(path).map_err(io(path))?);
        let mut header = Vec::new();
        (&mut input).take(LONGEST_HEADER).read_until(b'\n', &mut header).map_err(io(path))?;
        let header = std::str::from_utf8(&header).map_err(|_| refuse("file-not-utf8", path))?;
        let header = header.trim_start_matches('\u{feff}').trim_end();
        let delimiter = if header.contains(';') && !header.contains(',') { ';' } else { ',' };
        let names: Vec<&str> = header.split(delimiter).map(|name| name.trim().trim_matches('"')).collect();
        let mut places = BTreeMap::new();
        for &wanted in columns {
            let place = names.iter().position(|name| *name == wanted);
            if names.iter().filter(|name| **name == wanted).count() > 1 {
                return Err(column(path, "column-twice", wanted));
            }
            places.insert(wanted, place.ok_or_else(|| column(path, "column-missing", wanted))?);
        }
        let delimiter = if delimiter == ';' { b';' } else { b',' };
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(Box::new(input) as Box<dyn Read>);
        Ok(CsvFile { path: path.to_owned(), reader, places, fields: names.len(), record: StringRecord::new() })
    }

    /// The next row: its number as a spreadsheet counts, and its fields unless there are too few or too many.
    pub(super) fn next(&mut self) -> Result<Option<(u64, Option<Fields<'_>>)>> {
        match self.reader.read_record(&mut self.record) {
            Ok(false) => Ok(None),
            Ok(true) => {
                let begun = self.record.position().map_or(0, csv::Position::line);
                // the header was read before, and empty lines are passed over
                let row = self.reader.position().line().max(begun + 1);
                if self.record.iter().any(|field| field.contains('\n')) {
                    // a quote that is not closed on its line swallows the rows after it
                    return Err(broken_quotes(&self.path, row));
                }
                let whole = self.record.len() == self.fields;
                Ok(Some((row, whole.then_some(Fields { record: &self.record, places: &self.places }))))
            }
            Err(error) => match error.into_kind() {
                csv::ErrorKind::Io(error) => Err(io(&self.path)(error)),
                _ => Err(refuse("file-not-utf8", &self.path)),
            },
        }
    }
}

fn broken_quotes(path: &Path, row: u64) -> Failure {
    let row = Arg::Count(i64::try_from(row).unwrap_or(i64::MAX));
    match refuse("file-broken-quotes", path) {
        Failure::Refused(message) => Failure::Refused(message.with("row", row)),
        fault => fault,
    }
}
