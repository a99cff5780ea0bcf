//! XML as pieces: tags and text, without external entities, in any of the encodings, within bounds.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::Event;

use crate::encoding::{self, Encoding};
use crate::failure::{Failure, Result, io, refuse, refuse_at};
use crate::format::decode;
use crate::limits::LONGEST_XML_PIECE;
use crate::source::Source;

/// Tags within tags: the schema has five.
const DEEPEST: usize = 64;

/// A piece of a document.
pub(super) enum Piece<'a> {
    /// A tag begins: its name without prefix.
    Start(String),
    /// Text inside the latest tag; may come in several parts.
    Text(&'a str),
    /// The latest tag ends.
    End,
}

/// Gives the pieces in turn, and the bytes read so far. Errors: not well formed, or cut off.
pub(super) fn pieces(source: &mut Source<'_>, take: &mut dyn FnMut(Piece<'_>, u64) -> Result<()>) -> Result<()> {
    let name = source.name.clone();
    let sample = source.sample()?;
    let encoding = declared(&sample);
    let input = source.text(encoding, LONGEST_XML_PIECE)?;
    let meter = input.meter();
    let mut reader = Reader::from_reader(input);
    reader.config_mut().check_end_names = true;
    let mut buffer = Vec::new();
    let (mut depth, mut seen) = (0_usize, false);
    loop {
        buffer.clear();
        meter.next_piece();
        let event = reader.read_event_into(&mut buffer);
        let bytes = meter.read();
        match event.map_err(|error| failed(error, &name, bytes))? {
            Event::Start(tag) => {
                depth += 1;
                seen = true;
                if depth > DEEPEST {
                    return Err(refuse_at("exchange-broken-xml", &name, "byte", bytes));
                }
                take(Piece::Start(tag.local_name().as_ref().to_owned()), bytes)?;
            }
            Event::Empty(tag) => {
                seen = true;
                take(Piece::Start(tag.local_name().as_ref().to_owned()), bytes)?;
                take(Piece::End, bytes)?;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                take(Piece::End, bytes)?;
            }
            Event::Text(text) => take(Piece::Text(&text.xml10_content()), bytes)?,
            Event::CData(text) => take(Piece::Text(&text.xml10_content()), bytes)?,
            Event::GeneralRef(entity) => {
                let known = match entity.xml10_content() {
                    Cow::Borrowed(name) => character(name),
                    Cow::Owned(name) => character(&name),
                };
                // an entity of the document's own would have to be looked up: nothing is looked up
                let known = known.ok_or_else(|| refuse_at("exchange-broken-xml", &name, "byte", bytes))?;
                take(Piece::Text(known.encode_utf8(&mut [0; 4])), bytes)?;
            }
            Event::Eof if depth > 0 || !seen => return Err(refuse("exchange-truncated", &name)),
            Event::Eof => return Ok(()),
            Event::DocType(_) => return Err(refuse_at("exchange-broken-xml", &name, "byte", bytes)),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// The encoding: by a byte-order mark, else as the first line says; UTF-8 when it says nothing.
fn declared(sample: &[u8]) -> Encoding {
    match encoding::detect(sample) {
        wide @ (Encoding::Utf16Le | Encoding::Utf16Be) => wide,
        found => {
            let head = decode(sample.get(..200.min(sample.len())).unwrap_or_default(), Encoding::Windows1252);
            let head = head.split("?>").next().unwrap_or_default().to_lowercase();
            let latin = ["windows-1252", "iso-8859-1", "latin1"].iter().any(|name| head.contains(name));
            if latin && found != Encoding::Utf8 { Encoding::Windows1252 } else { Encoding::Utf8 }
        }
    }
}

/// The five entities of XML, and characters by number.
fn character(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

fn failed(error: Error, name: &str, bytes: u64) -> Failure {
    match error {
        Error::Io(error) => io(name)(std::io::Error::from(error.kind())),
        Error::Encoding(_) => refuse("exchange-wrong-encoding", name),
        Error::Syntax(_) => refuse_at("exchange-broken-xml", name, "byte", bytes),
        _ => refuse_at("exchange-broken-xml", name, "byte", bytes),
    }
}
