//! White space: none at the end of a line, a newline at the end of a file, no tabs in Rust. Recorded data (CSV, JSON,
//! plain text) is left alone: there every byte may be what is tested.

use super::{Finding, ending};

/// Endings of the files that people write by hand; no ending is a script or a licence.
const WRITTEN: &[&str] = &["", "ftl", "md", "py", "rs", "sh", "sql", "toml", "yml", "gitignore"];

/// Findings in one file.
pub(super) fn check(path: &str, text: &str) -> Vec<Finding> {
    if !WRITTEN.contains(&ending(path)) || text.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        if line != line.trim_end() {
            found.push(Finding::new(path, number, "white space at the end of the line: remove it"));
        }
        if ending(path) == "rs" && line.contains('\t') {
            found.push(Finding::new(path, number, "a tab: indent with spaces, and write \\t in a string"));
        }
    }
    if !text.ends_with('\n') || text.ends_with("\n\n") {
        found.push(Finding::new(path, text.lines().count(), "end the file with one newline"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(path: &str, text: &str, expected: &[(usize, &str)]) {
        let found = check(path, text);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (it, (line, word)) in found.iter().zip(expected) {
            assert!(it.line == *line && it.what.contains(word), "{it:?}");
        }
    }

    #[test]
    fn white_space() {
        finds("a.rs", "//! a\nfn a() {}\n", &[]);
        finds("a.rs", "//! a \n", &[(1, "end of the line")]);
        finds("a.md", "a\r\nb\n", &[(1, "end of the line")]);
        finds("a.rs", "//! a\n\tx\n", &[(2, "tab")]);
        finds("a.md", "\ta\n", &[]);
        finds(".ci/run", "a", &[(1, "newline")]);
        finds("a.toml", "a\n\n", &[(2, "newline")]);
    }

    #[test]
    fn recorded_data_is_left_alone() {
        finds("golden/lessons.csv", "a;b \r\n", &[]);
    }
}
