//! Excel workbooks: looked through for size before anything is unpacked into memory, then read cell by cell.

use std::io::{BufReader, Read};
use std::ops::ControlFlow;

use calamine::{Reader, Xlsx};

use super::{Cells, Row, Shape, cells};
use crate::failure::{Result, refuse};
use crate::limits::{LARGEST_OTHER_PARTS, LARGEST_SHEETS, LONGEST_XML_PIECE, MOST_COLUMNS, MOST_PARTS};
use crate::source::{Input, Source};

pub(super) fn rows(
    source: &mut Source<'_>,
    shape: &Shape,
    take: &mut dyn FnMut(Row<'_>) -> Result<ControlFlow<()>>,
) -> Result<()> {
    source.rewind()?;
    weigh(&mut *source.input, &source.name)?;
    source.rewind()?;
    let broken = |_| refuse("exchange-broken-xlsx", &source.name);
    let mut book: Xlsx<_> = Xlsx::new(BufReader::new(&mut *source.input)).map_err(broken)?;
    let sheets = match &shape.sheet {
        Some(sheet) if !book.sheet_names().contains(sheet) => {
            return Err(refuse("exchange-no-such-sheet", &source.name));
        }
        Some(sheet) => vec![sheet.clone()],
        None => book.sheet_names(),
    };
    for sheet in sheets {
        let (mut found, mut ordinal) = (false, 0);
        let mut reader = book.worksheet_cells_reader(&sheet).map_err(broken)?;
        let mut at = None;
        let mut texts: Vec<String> = Vec::new();
        loop {
            let cell = reader.next_cell().map_err(broken)?;
            let position = cell.as_ref().map(calamine::Cell::get_position);
            if at.is_some() && position.map(|(row, _)| row) != at {
                let number = at.map_or(0, u64::from) + 1;
                let row = Row { number, ordinal: ordinal + 1, bytes: 0, cells: Cells::Texts(&texts) };
                if row.filled() > 0 {
                    found = true;
                    ordinal += 1;
                    if take(row)?.is_break() {
                        return Ok(());
                    }
                }
                texts.clear();
            }
            let (Some(cell), Some((row, column))) = (cell, position) else { break };
            at = Some(row);
            let column = usize::try_from(column).unwrap_or(usize::MAX);
            if column >= MOST_COLUMNS {
                continue;
            }
            if texts.len() <= column {
                texts.resize(column + 1, String::new());
            }
            if let Some(text) = texts.get_mut(column) {
                *text = cells::text(cell.get_value());
            }
        }
        // the first sheet with rows is the one that is meant
        if found {
            break;
        }
    }
    Ok(())
}

/// Unpacks every part once without keeping it, so that what a part says of its own size need not be believed.
fn weigh(input: &mut dyn Input, name: &str) -> Result<()> {
    let broken = || refuse("exchange-broken-xlsx", name);
    let mut archive = zip::ZipArchive::new(BufReader::new(input)).map_err(|_| broken())?;
    if archive.len() > MOST_PARTS {
        return Err(refuse("exchange-zip-bomb", name));
    }
    let (mut sheets, mut others, mut is_book) = (0_u64, 0_u64, false);
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| broken())?;
        let path = part.name().map_err(|_| broken())?.to_lowercase();
        let is_sheet = path.contains("worksheets/");
        is_book |= path.contains("workbook.");
        let (sum, most) = if is_sheet { (&mut sheets, LARGEST_SHEETS) } else { (&mut others, LARGEST_OTHER_PARTS) };
        *sum = sum.saturating_add(measure(part, most.saturating_sub(*sum), name)?);
    }
    if is_book { Ok(()) } else { Err(refuse("exchange-no-workbook", name)) }
}

/// The size of a part, unpacked, and that it is not more than allowed and has no endless piece between two tags.
fn measure(mut part: impl Read, most: u64, name: &str) -> Result<u64> {
    let mut room = vec![0_u8; 1 << 16];
    let (mut size, mut piece) = (0_u64, 0_u64);
    loop {
        let bytes = part.read(&mut room).map_err(|_| refuse("exchange-broken-xlsx", name))?;
        let read = room.get(..bytes).unwrap_or_default();
        if bytes == 0 {
            return Ok(size);
        }
        let after = memchr::memrchr(b'<', read).map(|at| bytes - at);
        let length = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
        piece = after.map_or_else(|| piece.saturating_add(length(bytes)), length);
        size = size.saturating_add(length(bytes));
        if size > most || piece > LONGEST_XML_PIECE {
            return Err(refuse("exchange-zip-bomb", name));
        }
    }
}
