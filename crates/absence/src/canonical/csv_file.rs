//! CSV with a header: comma or semicolon, UTF-8 with or without a byte-order mark.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use csv::StringRecord;

use crate::columns::file::column;
use crate::failure::{Result, io, refuse};

/// No row of a canonical file comes near this; a file without line ends must not fill the memory.
const LONGEST_HEADER: u64 = 64 * 1024;

/// A CSV file whose header has been read.
#[derive(Debug)]
pub(super) struct CsvFile {
    path: PathBuf,
    reader: csv::Reader<Box<dyn ReadDebug>>,
    places: BTreeMap<&'static str, usize>,
    fields: usize,
    row: u64,
    record: StringRecord,
}

/// A reader that can be shown while debugging.
trait ReadDebug: Read + std::fmt::Debug {}
impl<T: Read + std::fmt::Debug> ReadDebug for T {}

/// The fields of one row, by column name.
#[derive(Clone, Copy, Debug)]
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
            places.insert(wanted, place.ok_or_else(|| column(path, "column-missing", wanted))?);
        }
        let delimiter = if delimiter == ';' { b';' } else { b',' };
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(Box::new(input) as Box<dyn ReadDebug>);
        Ok(CsvFile { path: path.to_owned(), reader, places, fields: names.len(), row: 1, record: StringRecord::new() })
    }

    /// The next row: its number as a spreadsheet counts, and its fields unless there are too few or too many.
    pub(super) fn next(&mut self) -> Result<Option<(u64, Option<Fields<'_>>)>> {
        match self.reader.read_record(&mut self.record) {
            Ok(false) => Ok(None),
            Ok(true) => {
                self.row += 1;
                let row = self.row;
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
