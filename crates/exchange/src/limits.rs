//! How large a part of a file may be: no file fills the memory, whatever it holds.

/// Bytes that are looked at to tell what a file is.
pub const SAMPLE: usize = 256 * 1024;
/// The longest row of a table, in bytes: a file without line ends stops here.
pub const LONGEST_ROW: u64 = 1024 * 1024;
/// The longest piece of XML between two tags, in bytes.
pub const LONGEST_XML_PIECE: u64 = 1024 * 1024;
/// The largest element of a JSON list, in bytes: a group with all its members, a lesson with all its pupils.
pub const LARGEST_JSON_ELEMENT: u64 = 16 * 1024 * 1024;
/// The most columns of a table.
pub const MOST_COLUMNS: usize = 512;
/// The most parts of a workbook.
pub const MOST_PARTS: usize = 2_000;
/// The most bytes of a workbook's sheets, unpacked.
pub const LARGEST_SHEETS: u64 = 512 * 1024 * 1024;
/// The most bytes of a workbook's other parts, unpacked: shared strings and styles are kept in memory.
pub const LARGEST_OTHER_PARTS: u64 = 96 * 1024 * 1024;
/// The most events of one person in an Edlevo file: a year of lessons is below 2,000.
pub const MOST_EVENTS: usize = 20_000;
/// The most lessons of SS 12000 that are remembered for the attendance of a later file: a city's year has below five
/// million, of some 40 bytes each.
pub const MOST_REMEMBERED: usize = 8_000_000;
/// Lesson rows handed over at a time.
pub const BATCH: usize = 8_192;
