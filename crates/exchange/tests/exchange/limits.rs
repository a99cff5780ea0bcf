//! Files that would fill the memory, and files that are something else: a message, never a fall.

use std::io::{self, Read, Seek, SeekFrom};

use crate::shared::*;
use crate::workbook::*;
use exchange::{Job, Source};

/// A file of one byte over and over, after a beginning.
struct Endless {
    beginning: Vec<u8>,
    byte: u8,
    length: u64,
    at: u64,
    read: std::rc::Rc<std::cell::Cell<u64>>,
}

#[cfg(test)]
impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut count = 0;
        for place in buffer.iter_mut() {
            if self.at >= self.length {
                break;
            }
            let at = usize::try_from(self.at).unwrap();
            *place = self.beginning.get(at).copied().unwrap_or(self.byte);
            self.at += 1;
            count += 1;
        }
        self.read.set(self.read.get() + u64::try_from(count).unwrap());
        Ok(count)
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = if let SeekFrom::Start(at) = to { at } else { 0 };
        Ok(self.at)
    }
}

#[track_caller]
fn check(beginning: &str, byte: u8, code: &str) {
    let read = std::rc::Rc::new(std::cell::Cell::new(0));
    let beginning = beginning.as_bytes().to_vec();
    let file = Endless { beginning, byte, length: 1 << 36, at: 0, read: read.clone() };
    let jobs = vec![Job::new(Source::new("x", file), None)];
    let result = exchange::read(jobs, &mut known(), &mut Gathered::default());
    assert_eq!(refusal(result.map(|reports| (Gathered::default(), reports))), code);
    assert!(read.get() < 64 << 20, "{} bytes read of an endless file", read.get());
}

#[test]
fn a_line_or_a_piece_without_an_end_is_refused_after_a_few_megabytes() {
    check("Elevnummer;Skola;Datum", b'x', "exchange-row-too-long");
    check("Elevnummer;Skola;Datum\n\"", b'x', "exchange-row-too-long");
    check("<persons xmlns=\"http://open.tieto.com/edu/absence/v2\">", b'x', "exchange-piece-too-long");
    check("<persons xmlns=\"http://open.tieto.com/edu/absence/v2\"><", b'x', "exchange-piece-too-long");
    check("{\"data\":[{\"givenName\":\"A\",\"familyName\":\"", b'x', "exchange-piece-too-long");
    check("{\"data\":[{\"givenName\":\"A\",\"familyName\":", b' ', "exchange-piece-too-long");
}

#[test]
fn letters_of_another_encoding_than_the_rest_are_bad_rows() {
    let mut content = "Elevnummer;Skola;Åk;Datum;Starttid;Ämne;Lektionstid;Giltig;Ogiltig\n".as_bytes().to_vec();
    content.extend(b"9000001;90000101;7;2026-11-16;08:15;L\xf6pning;50;0;0\n");
    content.extend(b"9000001;90000101;7;2026-11-16;09:15;MA;50;0;0\n");
    let (found, reports) = read(vec![("l.csv", content)], &mut known()).unwrap();
    assert_eq!(bad(&reports[0]), ["2 subject bad-row-wrong-encoding"]);
    assert_eq!(found.lessons.len(), 1);
}

#[test]
fn a_quote_that_is_not_closed_loses_no_rows_silently() {
    let files = vec![("b.csv", fixture("csv/broken_quotes.csv"))];
    assert_eq!(refusal(read(files, &mut known())), "exchange-broken-quotes");
}

#[test]
fn a_workbook_that_grows_is_refused_before_it_is_unpacked() {
    let mut parts = parts();
    let sheet = parts.last_mut().unwrap();
    // half a gigabyte and a bit of empty rows, in half a megabyte
    sheet.1 = b"<worksheet><sheetData>".to_vec();
    sheet.1.extend(b"<row></row>".repeat((512 << 20) / 11 + 1));
    assert_eq!(refusal(read(vec![("b.xlsx", packed(&parts))], &mut known())), "exchange-zip-bomb");
}

#[test]
fn a_workbook_with_one_endless_text_or_too_many_parts_is_refused() {
    let mut long = parts();
    long.push(("xl/sharedStrings.xml".to_owned(), vec![b'x'; 2 << 20]));
    assert_eq!(refusal(read(vec![("b.xlsx", packed(&long))], &mut known())), "exchange-zip-bomb");
    let many: Vec<_> = (0..2_001).map(|at| (format!("xl/{at}.xml"), Vec::new())).collect();
    assert_eq!(refusal(read(vec![("b.xlsx", packed(&many))], &mut known())), "exchange-zip-bomb");
}

#[test]
fn a_cut_workbook_and_another_archive_are_told_apart() {
    let whole = packed(&parts());
    let cut = whole[..whole.len() / 2].to_vec();
    assert_eq!(refusal(read(vec![("b.xlsx", cut)], &mut known())), "exchange-broken-xlsx");
    let other = packed(&[("photo.jpg".to_owned(), vec![1, 2, 3])]);
    assert_eq!(refusal(read(vec![("b.zip", other)], &mut known())), "exchange-no-workbook");
}

#[test]
fn every_field_kind_and_format_has_its_words() {
    let keys: std::collections::BTreeSet<&str> = text::keys().collect();
    for field in exchange::profile::Field::ALL {
        assert!(keys.contains(field.sentence()), "{}", field.sentence());
    }
    for format in exchange::Format::ALL {
        assert!(keys.contains(format!("exchange-format-{}", format.code()).as_str()));
    }
    use exchange::profile::Kind;
    for kind in [Kind::Pupils, Kind::Lessons, Kind::Guardians, Kind::Sums] {
        assert!(keys.contains(format!("exchange-kind-{}", kind.code()).as_str()));
    }
}
