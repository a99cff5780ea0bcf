//! A file to read, by name and content, and the reader that counts: no single piece of a file may fill the memory.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;

use crate::encoding::{Encoding, Utf8};
use crate::failure::{Result, io as failed};
use crate::limits::SAMPLE;

/// What can be read and read again from its beginning.
pub trait Input: Read + Seek {}
impl<T: Read + Seek> Input for T {}

/// A file to read. The name is shown in messages and in lists of bad rows, and is looked at for nothing else.
pub struct Source<'a> {
    /// The file's name as the reader of the messages knows it.
    pub name: String,
    /// Its content.
    pub input: Box<dyn Input + 'a>,
}

impl<'a> Source<'a> {
    /// A file by name and content.
    pub fn new(name: impl Into<String>, input: impl Input + 'a) -> Source<'a> {
        Source { name: name.into(), input: Box::new(input) }
    }

    /// The first bytes of the file.
    pub(crate) fn sample(&mut self) -> Result<Vec<u8>> {
        let mut sample = Vec::new();
        self.rewind()?;
        let limit = u64::try_from(SAMPLE).unwrap_or(u64::MAX);
        self.input.by_ref().take(limit).read_to_end(&mut sample).map_err(failed(&self.name))?;
        self.rewind()?;
        Ok(sample)
    }

    /// Back to the beginning.
    pub(crate) fn rewind(&mut self) -> Result<()> {
        self.input.seek(SeekFrom::Start(0)).map(|_| ()).map_err(failed(&self.name))
    }

    /// The content as UTF-8, with an allowance of bytes for each piece.
    pub(crate) fn text(&mut self, encoding: Encoding, allowance: u64) -> Result<Counted<'_>> {
        self.rewind()?;
        let raw = BufReader::with_capacity(1 << 18, &mut *self.input);
        let inner: Box<dyn Read + '_> = match encoding {
            Encoding::Utf8 | Encoding::Unsettled => Box::new(raw),
            other => Box::new(Utf8::new(raw, other)),
        };
        let meter = Meter { left: Rc::new(Cell::new(allowance)), read: Rc::new(Cell::new(0)), allowance };
        Ok(Counted { inner: BufReader::with_capacity(1 << 18, inner), meter })
    }
}

/// Bytes read, and bytes that the present piece may still take. Clones count together.
#[derive(Clone, Debug)]
pub(crate) struct Meter {
    left: Rc<Cell<u64>>,
    read: Rc<Cell<u64>>,
    allowance: u64,
}

impl Meter {
    /// A new piece begins.
    pub(crate) fn next_piece(&self) {
        self.left.set(self.allowance);
    }

    /// Bytes read so far.
    pub(crate) fn read(&self) -> u64 {
        self.read.get()
    }

    fn take(&self, bytes: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.left.set(self.left.get().saturating_sub(bytes));
        self.read.set(self.read.get().saturating_add(bytes));
    }
}

/// A reader that stops when a piece takes more than its allowance.
pub(crate) struct Counted<'a> {
    inner: BufReader<Box<dyn Read + 'a>>,
    meter: Meter,
}

impl Counted<'_> {
    pub(crate) fn meter(&self) -> Meter {
        self.meter.clone()
    }

    fn check(&self) -> io::Result<()> {
        if self.meter.left.get() == 0 { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(()) }
    }
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.check()?;
        let bytes = self.inner.read(buffer)?;
        self.meter.take(bytes);
        Ok(bytes)
    }
}

impl BufRead for Counted<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.check()?;
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.meter.take(amount);
        self.inner.consume(amount);
    }
}
