//! What a file is, told by its content: names and endings are often wrong.

use serde::{Deserialize, Serialize};

use crate::encoding::{self, Encoding};
use crate::failure::{Result, refuse};
use crate::source::Source;
use crate::ss12000::list::Entity;

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// A canonical file as Parquet: `absence` reads it, this crate only recognises it.
    CanonicalParquet,
    /// A canonical file as CSV, by its header: `absence` reads it; with a profile it is read here like any CSV.
    CanonicalCsv,
    /// Rows of text.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// Edlevo Absence API, version 2 (version 1 has other elements and is refused).
    EdlevoAbsence,
    /// SS 12000: a list of one kind of entity, as a server answers it or as a bare array.
    Ss12000,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 6] = [
        Format::CanonicalParquet,
        Format::CanonicalCsv,
        Format::Csv,
        Format::Xlsx,
        Format::EdlevoAbsence,
        Format::Ss12000,
    ];

    /// The name on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Format::CanonicalParquet => "canonical-parquet",
            Format::CanonicalCsv => "canonical-csv",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::EdlevoAbsence => "edlevo-absence",
            Format::Ss12000 => "ss12000",
        }
    }

    /// The code of its sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Format::CanonicalParquet => "exchange-format-canonical-parquet",
            Format::CanonicalCsv => "exchange-format-canonical-csv",
            Format::Csv => "exchange-format-csv",
            Format::Xlsx => "exchange-format-xlsx",
            Format::EdlevoAbsence => "exchange-format-edlevo-absence",
            Format::Ss12000 => "exchange-format-ss12000",
        }
    }

    /// The format with that name, if any.
    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }
}

/// Headers that only a canonical file has, all of them.
const CANONICAL: [&[&str]; 2] =
    [&["pupil", "enrolled_from", "school_form", "school_year"], &["pupil", "school", "date", "start", "s", "v", "u"]];

/// What a file is. Errors: empty, or something that is not read, with what to do instead.
pub fn detect(source: &mut Source<'_>) -> Result<Format> {
    let sample = source.sample()?;
    of_bytes(&sample).map_err(|code| refuse(code, &source.name))
}

fn of_bytes(sample: &[u8]) -> std::result::Result<Format, &'static str> {
    match sample {
        [] => return Err("exchange-empty"),
        [b'P', b'A', b'R', b'1', ..] => return Ok(Format::CanonicalParquet),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => return Ok(Format::Xlsx),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err("exchange-old-excel"),
        [b'%', b'P', b'D', b'F', ..] => return Err("exchange-pdf"),
        [0x1F, 0x8B, ..] | [0x28, 0xB5, 0x2F, 0xFD, ..] | [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xBC, ..] => {
            return Err("exchange-packed");
        }
        _ => {}
    }
    let encoding = encoding::detect(sample);
    if sample.contains(&0) && !matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be) {
        return Err("exchange-not-text");
    }
    let text = decode(sample, encoding);
    let text = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    match text.chars().next() {
        None => Err("exchange-empty"),
        Some('<') => of_xml(text),
        Some('{' | '[') => Entity::of_sample(text).map(|_| Format::Ss12000).ok_or("exchange-unknown-json"),
        Some(_) => Ok(of_table(text)),
    }
}

fn of_xml(text: &str) -> std::result::Result<Format, &'static str> {
    let lower = text.to_lowercase();
    if lower.contains("open.tieto.com/edu/absence/v2") {
        Ok(Format::EdlevoAbsence)
    } else if lower.contains("open.tieto.com/edu/absence/v1") {
        Err("exchange-edlevo-v1")
    } else if lower.contains("<html") || lower.contains("<!doctype html") {
        Err("exchange-html")
    } else {
        Err("exchange-unknown-xml")
    }
}

fn of_table(text: &str) -> Format {
    let header = text.lines().next().unwrap_or_default();
    let names: Vec<&str> = header.split([',', ';']).map(|name| name.trim().trim_matches('"')).collect();
    let is_canonical = CANONICAL.iter().any(|wanted| wanted.iter().all(|name| names.contains(name)));
    if is_canonical { Format::CanonicalCsv } else { Format::Csv }
}

/// The sample as text, as far as it is text.
pub(crate) fn decode(sample: &[u8], encoding: Encoding) -> String {
    let even = sample.len() - sample.len() % 2;
    let units = |read: fn([u8; 2]) -> u16| -> String {
        let pairs = sample.get(..even).unwrap_or_default().as_chunks::<2>().0;
        char::decode_utf16(pairs.iter().map(|pair| read(*pair))).map(|c| c.unwrap_or('\u{fffd}')).collect()
    };
    match encoding {
        Encoding::Utf16Le => units(u16::from_le_bytes),
        Encoding::Utf16Be => units(u16::from_be_bytes),
        Encoding::Windows1252 => encoding::text(sample, &mut Encoding::Windows1252).unwrap_or_default().into_owned(),
        Encoding::Utf8 | Encoding::Unsettled => String::from_utf8_lossy(sample).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(content: &[u8], expected: std::result::Result<Format, &'static str>) {
        assert_eq!(of_bytes(content), expected);
    }

    #[test]
    fn content_tells_the_format_and_not_the_name() {
        check(b"PAR1....", Ok(Format::CanonicalParquet));
        check(b"PK\x03\x04....", Ok(Format::Xlsx));
        check(b"pupil,school,grade,date,start,subject,s,v,u,cancelled\n", Ok(Format::CanonicalCsv));
        check(b"Personnummer;Datum;Giltig\n", Ok(Format::Csv));
        check(
            "\u{feff}<?xml version=\"1.0\"?>\n<persons xmlns=\"http://open.tieto.com/edu/absence/v2\">".as_bytes(),
            Ok(Format::EdlevoAbsence),
        );
        check(br#"{"data":[{"id":"1","meta":{},"givenName":"A","familyName":"B"}]}"#, Ok(Format::Ss12000));
    }

    #[test]
    fn what_cannot_be_read_is_told_with_what_to_do() {
        check(b"", Err("exchange-empty"));
        check(b" \r\n ", Err("exchange-empty"));
        check(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1], Err("exchange-old-excel"));
        check(b"%PDF-1.7", Err("exchange-pdf"));
        check(&[0x1F, 0x8B, 8, 0], Err("exchange-packed"));
        check(b"<html><table>", Err("exchange-html"));
        check(b"<persons xmlns=\"http://open.tieto.com/edu/absence/v1\"/>", Err("exchange-edlevo-v1"));
        check(b"<rss/>", Err("exchange-unknown-xml"));
        check(br#"{"name":"x"}"#, Err("exchange-unknown-json"));
        check(b"\x01\x00\x00\x00\x07abc\x00", Err("exchange-not-text"));
    }

    #[test]
    fn every_format_has_its_name() {
        for format in Format::ALL {
            assert_eq!(Format::from_code(format.code()), Some(format));
        }
    }
}
