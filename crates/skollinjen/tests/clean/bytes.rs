//! Searching files for words, byte by byte, in every way that a program may have written them: UTF-8, Latin-1, UTF-16,
//! escaped as JSON or as a form, base64; as they are, in small letters and in capitals.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use aho_corasick::AhoCorasick;

use crate::browser::encoded;

/// Words, and one automaton for all their spellings.
pub struct Search {
    automaton: AhoCorasick,
    words: Vec<String>,
    /// The word of each pattern.
    meant: Vec<usize>,
}

impl Search {
    pub fn of(words: Vec<String>) -> Search {
        let (mut patterns, mut meant) = (Vec::new(), Vec::new());
        for (at, word) in words.iter().enumerate() {
            for spelling in spellings(word) {
                patterns.push(spelling);
                meant.push(at);
            }
        }
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(patterns).unwrap();
        Search { automaton, words, meant }
    }

    /// The words that stand in any file of a folder, also in its name, each with the first file that has it.
    pub fn found_in(&self, folder: &Path) -> Vec<String> {
        let mut found = BTreeSet::new();
        self.look(folder, &mut found);
        let mut last = None;
        let first = found.into_iter().filter(|(at, _)| last.replace(*at) != Some(*at));
        first.map(|(at, path)| format!("{} in {path}", self.words.get(at).unwrap())).collect()
    }

    fn look(&self, folder: &Path, found: &mut BTreeSet<(usize, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            self.note(path.file_name().unwrap().as_encoded_bytes(), &path, found);
            if path.is_dir() {
                self.look(&path, found);
            } else if let Ok(bytes) = fs::read(&path) {
                // A database removes files of its own while we read.
                self.note(&bytes, &path, found);
            }
        }
    }

    fn note(&self, bytes: &[u8], path: &Path, found: &mut BTreeSet<(usize, String)>) {
        let hits = self.automaton.find_overlapping_iter(bytes);
        found.extend(hits.map(|hit| (*self.meant.get(hit.pattern().as_usize()).unwrap(), path.display().to_string())));
    }
}

/// The bytes of a word in each way that a program may have written it.
fn spellings(word: &str) -> BTreeSet<Vec<u8>> {
    let mut all = BTreeSet::new();
    for word in [word.to_owned(), word.to_lowercase(), word.to_uppercase()] {
        let units: Vec<u16> = word.encode_utf16().collect();
        all.insert(units.iter().copied().flat_map(u16::to_le_bytes).collect());
        all.insert(units.iter().copied().flat_map(u16::to_be_bytes).collect());
        all.extend(word.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect::<Option<Vec<u8>>>());
        let mut json = String::new();
        for (c, unit) in word.chars().zip(&units) {
            if c.is_ascii() { json.push(c) } else { write!(json, "\\u{unit:04x}").unwrap() }
        }
        all.insert(json.into_bytes());
        all.insert(encoded(&word).into_bytes());
        all.insert(encoded(&word).replace("%20", "+").into_bytes());
        all.extend((0..3).map(|skip| base64(word.as_bytes(), skip)));
        all.insert(word.into_bytes());
    }
    all
}

/// What base64 has of a word, wherever in a longer text it stands: `skip` bytes into a group of three. The first and the
/// last letters, which depend on what stands beside it, are left out.
fn base64(word: &[u8], skip: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let from = (3 - skip) % 3;
    let whole = word.get(from..).unwrap_or_default().chunks_exact(3);
    let groups = whole.filter_map(|three| <[u8; 3]>::try_from(three).ok());
    let bits = groups.map(|[a, b, c]| u32::from_be_bytes([0, a, b, c]));
    let letter = |bits: u32, shift: u32| *LETTERS.get((bits >> shift & 63) as usize).unwrap();
    bits.flat_map(|bits| [18, 12, 6, 0].map(|shift| letter(bits, shift))).collect()
}

#[test]
fn a_word_is_found_in_every_spelling_and_case() {
    let folder = tempfile::tempdir().unwrap();
    let search = Search::of(vec!["Birgitta Åström".to_owned()]);
    let wide = |order: fn(u16) -> [u8; 2]| "BIRGITTA ÅSTRÖM".encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
    let shifted = [&[0xff], &little[..]].concat();
    for bytes in [
        "..birgitta åström".as_bytes(),
        b"Birgitta \xc5str\xf6m",
        b"BIRGITTA \xc5STR\xd6M",
        &little,
        &big,
        &shifted,
        br#"{"a":"Birgitta \u00C5str\u00f6m"}"#,
        b"namn=Birgitta+%C3%85str%C3%B6m&x",
        b"Birgitta%20%c3%85str%c3%b6m",
        b"QmlyZ2l0dGEgw4VzdHLDtm0=",
        b"IEJpcmdpdHRhIMOFc3Ryw7Zt",
        b"eHhCaXJnaXR0YSDDhXN0csO2bQ==",
    ] {
        fs::write(folder.path().join("a"), bytes).unwrap();
        assert_eq!(search.found_in(folder.path()).len(), 1, "{}", String::from_utf8_lossy(bytes));
    }
    fs::write(folder.path().join("a"), "Birgitta Astrom, Birgitta, Åström").unwrap();
    assert!(search.found_in(folder.path()).is_empty());
    fs::write(folder.path().join("Birgitta Åström.txt"), "").unwrap();
    assert_eq!(search.found_in(folder.path()).len(), 1, "in a name");
}
