//! What goes over the wire: a line that says what it is, a line with the signature, and the signed bytes as they are.
//!
//! ```text
//! skollinjen letter 1
//! <signature of 64 bytes, base64>
//! {"v":1,…}
//! ```
//!
//! The first line is part of what is signed, so nothing can be passed off as another sort or an earlier version.

use data_encoding::BASE64;
use room::{PublicKey, Room};

use crate::failure::{Failure, Result};

/// The most bytes of an envelope.
pub const MOST: usize = 1024 * 1024;
/// The version of envelopes that this program writes.
const VERSION: &str = "1";

/// What an envelope holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A letter.
    Letter,
    /// An answer to one.
    Receipt,
    /// What two rooms exchange when they are paired.
    Pairing,
}

impl Sort {
    fn code(self) -> &'static str {
        match self {
            Sort::Letter => "letter",
            Sort::Receipt => "receipt",
            Sort::Pairing => "pairing",
        }
    }
}

/// An envelope that nobody has verified yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Envelope<'a> {
    sort: Sort,
    signature: [u8; 64],
    /// The signed bytes. Whoever reads them before [`Envelope::is_signed_by`] believes a stranger.
    pub body: &'a [u8],
}

impl std::fmt::Debug for Envelope<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Envelope")
    }
}

/// Signs bytes with a room's key.
///
/// # Errors
/// Refused: they are too many. The room lacks its key.
pub fn seal(room: &Room, sort: Sort, body: &[u8]) -> Result<Vec<u8>> {
    let signature = BASE64.encode(&room.sign(&signed_as(sort), body)?);
    let sealed = [format!("{}\n{signature}\n", first_line(sort)).as_bytes(), body].concat();
    if sealed.len() > MOST { Err(Failure::Refused("door-letter-too-large")) } else { Ok(sealed) }
}

/// Opens an envelope of one sort.
///
/// # Errors
/// Refused: it is too large, of a later version, or none at all.
pub fn open(sort: Sort, bytes: &[u8]) -> Result<Envelope<'_>> {
    if bytes.len() > MOST {
        return Err(Failure::Refused("door-letter-too-large"));
    }
    let unreadable = || Failure::Refused("door-unreadable");
    let (first, rest) = line(bytes).ok_or_else(unreadable)?;
    let (signature, body) = line(rest).ok_or_else(unreadable)?;
    let version = first.strip_prefix(format!("skollinjen {} ", sort.code()).as_str()).ok_or_else(unreadable)?;
    if version != VERSION {
        let later = version.parse::<u32>().is_ok_and(|version| version > 1) && !version.starts_with(['0', '+']);
        return Err(if later { Failure::Refused("door-newer") } else { unreadable() });
    }
    let signature = BASE64.decode(signature.as_bytes()).map_err(|_| unreadable())?;
    Ok(Envelope { sort, signature: signature.try_into().map_err(|_| unreadable())?, body })
}

impl Envelope<'_> {
    /// Whether a room with that key signed it as what it is.
    pub fn is_signed_by(&self, key: PublicKey) -> bool {
        key.verifies(&signed_as(self.sort), self.body, &self.signature)
    }
}

fn first_line(sort: Sort) -> String {
    format!("skollinjen {} {VERSION}", sort.code())
}

/// What the signature covers beside the body.
fn signed_as(sort: Sort) -> String {
    format!("{} {VERSION}", sort.code())
}

fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().take(200).position(|byte| *byte == b'\n')?;
    let (line, rest) = bytes.split_at_checked(end)?;
    Some((std::str::from_utf8(line).ok()?, rest.get(1..)?))
}
