//! A workbook, packed from its parts.
#![cfg(test)]

use std::io::{Cursor, Write};

use crate::shared::fixture;

/// A workbook of parts.
pub fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The parts of the workbook in the fixtures.
pub fn parts() -> Vec<(String, Vec<u8>)> {
    let names = [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
    ];
    names.into_iter().map(|name| (name.to_owned(), fixture(&format!("xlsx/{name}")))).collect()
}
