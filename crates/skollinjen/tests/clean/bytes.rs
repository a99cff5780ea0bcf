//! Searching files for words: in UTF-8, Latin-1 and UTF-16, whatever the letter case.

use std::fs;
use std::path::Path;

/// Words, in small letters.
pub struct Search(Vec<String>);

impl Search {
    pub fn of(words: Vec<String>) -> Search {
        Search(words.iter().map(|word| word.to_lowercase()).collect())
    }

    /// The words that stand in any file of a folder, also in its name, each with the first file that has it.
    pub fn found_in(&self, folder: &Path) -> Vec<String> {
        let mut found = Vec::new();
        self.look(folder, &mut found);
        found.sort();
        found.dedup_by(|one, other| one.split_once(' ').unwrap().0 == other.split_once(' ').unwrap().0);
        found
    }

    fn look(&self, folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            self.note(&name, &path, found);
            if path.is_dir() {
                self.look(&path, found);
            } else if let Ok(bytes) = fs::read(&path) {
                // A database removes files of its own while we read.
                readings(&bytes).iter().for_each(|text| self.note(text, &path, found));
            }
        }
    }

    fn note(&self, text: &str, path: &Path, found: &mut Vec<String>) {
        let text = text.to_lowercase();
        let words = self.0.iter().filter(|word| text.contains(word.as_str()));
        found.extend(words.map(|word| format!("{} in {}", word.replace(' ', "_"), path.display())));
    }
}

/// The bytes as text in each way that a program may have written it.
fn readings(bytes: &[u8]) -> [String; 4] {
    let wide = |bytes: &[u8]| {
        let units: Vec<u16> =
            bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(u16::from_le_bytes).collect();
        String::from_utf16_lossy(&units)
    };
    let latin = bytes.iter().map(|byte| char::from(*byte)).collect();
    [String::from_utf8_lossy(bytes).into_owned(), latin, wide(bytes), wide(bytes.get(1..).unwrap_or_default())]
}

#[test]
fn a_word_is_found_in_every_encoding_and_case() {
    let folder = tempfile::tempdir().unwrap();
    let search = Search::of(vec!["Åström".to_owned()]);
    let wide: Vec<u8> = "ÅSTRÖM".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let shifted = [&[0xff], &wide[..]].concat();
    for bytes in ["..åström".as_bytes(), b"\xc5STR\xd6M", &wide, &shifted] {
        fs::write(folder.path().join("a"), bytes).unwrap();
        assert_eq!(search.found_in(folder.path()).len(), 1, "{bytes:?}");
    }
    fs::write(folder.path().join("a"), "Astrom").unwrap();
    assert!(search.found_in(folder.path()).is_empty());
    fs::write(folder.path().join("Åström.txt"), "").unwrap();
    assert_eq!(search.found_in(folder.path()).len(), 1, "in a name");
}
