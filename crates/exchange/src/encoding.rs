//! Which letters the bytes are: UTF-8, UTF-16 or Windows-1252, told by content.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use encoding_rs::{CoderResult, Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};

/// The encodings that Swedish school systems and spreadsheets write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// Only ASCII seen so far: the first other byte settles whether it is UTF-8 or Windows-1252.
    #[serde(skip)]
    Unsettled,
    /// UTF-8, with or without a byte-order mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, low byte first: what Excel calls Unicode text.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, high byte first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Windows-1252, and with it ISO 8859-1.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

/// The encoding of a file, by its first bytes.
pub fn detect(sample: &[u8]) -> Encoding {
    match sample {
        [0xEF, 0xBB, 0xBF, ..] => return Encoding::Utf8,
        [0xFF, 0xFE, ..] => return Encoding::Utf16Le,
        [0xFE, 0xFF, ..] => return Encoding::Utf16Be,
        _ => {}
    }
    // without a mark: every other byte of Swedish text in UTF-16 is zero
    let zeros = |rest: usize| sample.iter().take(512).skip(rest).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len().min(512) / 2;
    if half >= 2 && zeros(1) * 10 > half * 9 {
        return Encoding::Utf16Le;
    }
    if half >= 2 && zeros(0) * 10 > half * 9 {
        return Encoding::Utf16Be;
    }
    if sample.is_ascii() {
        return Encoding::Unsettled;
    }
    match std::str::from_utf8(sample) {
        Ok(_) => Encoding::Utf8,
        // the sample may end in the middle of a letter
        Err(error) if error.error_len().is_none() => Encoding::Utf8,
        // a single slip in a file that is otherwise UTF-8 is a slip
        Err(_) if letters(sample) > slips(sample) => Encoding::Utf8,
        Err(_) => Encoding::Windows1252,
    }
}

/// Letters beyond ASCII that are right in UTF-8: Windows-1252 makes them by accident only.
fn letters(sample: &[u8]) -> usize {
    sample.utf8_chunks().map(|chunk| chunk.valid().chars().filter(|c| !c.is_ascii()).count()).sum()
}

/// Bytes that are wrong in UTF-8.
fn slips(sample: &[u8]) -> usize {
    sample.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count()
}

/// The text of one value; settles the encoding at the first letter that is not ASCII. `None`: bytes that are no text.
pub(crate) fn text<'a>(bytes: &'a [u8], encoding: &mut Encoding) -> Option<Cow<'a, str>> {
    match (std::str::from_utf8(bytes), *encoding) {
        (Ok(text), Encoding::Unsettled) => {
            if !text.is_ascii() {
                *encoding = Encoding::Utf8;
            }
            Some(Cow::Borrowed(text))
        }
        (_, Encoding::Windows1252) => Some(windows(bytes)),
        (Ok(text), _) => Some(Cow::Borrowed(text)),
        (Err(_), Encoding::Unsettled) => {
            *encoding = Encoding::Windows1252;
            Some(windows(bytes))
        }
        (Err(_), _) => None,
    }
}

fn windows(bytes: &[u8]) -> Cow<'_, str> {
    WINDOWS_1252.decode_without_bom_handling(bytes).0
}

/// Reads another encoding as UTF-8. Bytes that are no text in it are an error of kind `InvalidData`.
pub(crate) struct Utf8<R> {
    inner: R,
    decoder: Decoder,
    ready: Vec<u8>,
    given: usize,
    done: bool,
}

impl<R: BufRead> Utf8<R> {
    pub(crate) fn new(inner: R, encoding: Encoding) -> Utf8<R> {
        let encoding = match encoding {
            Encoding::Utf16Le => UTF_16LE,
            Encoding::Utf16Be => UTF_16BE,
            _ => WINDOWS_1252,
        };
        let ready = Vec::with_capacity(1 << 16);
        Utf8 { inner, decoder: encoding.new_decoder_with_bom_removal(), ready, given: 0, done: false }
    }

    fn refill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.given = 0;
        let mut room = [0_u8; 1 << 14];
        while self.ready.is_empty() && !self.done {
            let bytes = self.inner.fill_buf()?;
            let last = bytes.is_empty();
            let (result, used, written, wrong) = self.decoder.decode_to_utf8(bytes, &mut room, last);
            if wrong {
                return Err(io::ErrorKind::InvalidData.into());
            }
            self.inner.consume(used);
            self.ready.extend(room.iter().take(written));
            self.done = last && result == CoderResult::InputEmpty;
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Utf8<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.ready.len() {
            self.refill()?;
        }
        let mut rest = self.ready.get(self.given..).unwrap_or_default();
        let bytes = rest.read(buffer)?;
        self.given += bytes;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_tell_the_encoding() {
        assert_eq!(detect("elev;skola\n".as_bytes()), Encoding::Unsettled);
        assert_eq!(detect("årskurs".as_bytes()), Encoding::Utf8);
        assert_eq!(detect("\u{feff}elev".as_bytes()), Encoding::Utf8);
        assert_eq!(detect(b"\xe5rskurs"), Encoding::Windows1252);
        assert_eq!(detect(b"\xc3\xa5rskurs, \xc3\xa4mne, L\xf6fgren"), Encoding::Utf8, "one slip among many letters");
        assert_eq!(detect(b"e\0l\0e\0v\0"), Encoding::Utf16Le);
        assert_eq!(detect(b"\0e\0l\0e\0v"), Encoding::Utf16Be);
        assert_eq!(detect(b""), Encoding::Unsettled);
    }

    #[test]
    fn the_first_letter_settles_and_the_next_must_follow() {
        let mut encoding = Encoding::Unsettled;
        assert_eq!(text(b"MA", &mut encoding).as_deref(), Some("MA"));
        assert_eq!(text(b"Tindra L\xf6fgren", &mut encoding).as_deref(), Some("Tindra Löfgren"));
        assert_eq!(encoding, Encoding::Windows1252);
        let mut encoding = Encoding::Utf8;
        assert_eq!(text(b"L\xf6fgren", &mut encoding), None);
    }

    #[test]
    fn utf_16_is_read_to_its_end() {
        let letters = "Lillåskolan;".repeat(9_000);
        let bytes: Vec<u8> = letters.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut found = String::new();
        Utf8::new(bytes.as_slice(), Encoding::Utf16Le).read_to_string(&mut found).unwrap();
        assert_eq!(found, letters);
        let mut odd = Utf8::new(&bytes[..3], Encoding::Utf16Le);
        assert_eq!(odd.read_to_string(&mut found).unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
