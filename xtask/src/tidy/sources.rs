//! Rust files: they say what they are for, stay small, and hold nothing unfinished or silenced.

use super::{Finding, Tree, ending};

/// Above this a file is printed, as a question.
const LONG: usize = 300;
/// Above this it is a finding.
const TOO_LONG: usize = 600;

/// What may not stand in a Rust file, and what to do instead. In pieces, so that this file passes its own rule.
const FORBIDDEN: &[(&[&str], &str)] = &[
    (&["[al", "low("], "write #[expect(.., reason = \"..\")], which fails when it is no longer needed"),
    (&["#[ig", "nore"], "a test runs or goes: make it fast, or make it an xtask of its own"),
    (&["to", "do!"], "finish it, or leave it out"),
    (&["unimple", "mented!"], "finish it, or leave it out"),
    (&["db", "g!"], "remove it: it may print personal data"),
];

/// Notes to oneself, in any source. As pieces, for the same reason.
const NOTES: &[&[&str]] = &[&["TO", "DO"], &["FIX", "ME"]];

/// Endings of the files that are sources, and so hold no notes to oneself.
const SOURCES: &[&str] = &["ftl", "py", "rs", "sh", "sql", "toml"];

/// Findings in one file.
pub(super) fn check(path: &str, text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    if SOURCES.contains(&ending(path)) {
        for note in NOTES.iter().map(|pieces| pieces.concat()) {
            for number in lines_with(text, |line| has_word(line, &note)) {
                found.push(Finding::new(path, number, format!("{note}: do it now, or write an issue")));
            }
        }
    }
    if ending(path) != "rs" {
        return found;
    }
    let purpose = text.lines().next().and_then(|line| line.strip_prefix("//!")).unwrap_or_default();
    if purpose.trim().is_empty() {
        found.push(Finding::new(path, 1, "begin with a line //! that says what the file is for"));
    }
    for (pieces, instead) in FORBIDDEN {
        let word = pieces.concat();
        for number in lines_with(text, |line| line.contains(&word)) {
            found.push(Finding::new(path, number, format!("{word}: {instead}")));
        }
    }
    let lines = text.lines().count();
    if lines > TOO_LONG {
        let what = format!("{lines} lines, {TOO_LONG} at most: split it into files with a name each");
        found.push(Finding::new(path, lines, what));
    }
    found
}

/// The Rust files that are longer than one should have to read at a time, longest first.
pub(super) fn long(tree: &Tree) -> Vec<(&str, usize)> {
    let rust = tree.texts.iter().filter(|(path, _)| ending(path) == "rs");
    let mut long: Vec<_> = rust.map(|(path, text)| (path.as_str(), text.lines().count())).collect();
    long.retain(|(_, lines)| *lines > LONG);
    long.sort_by_key(|(_, lines)| std::cmp::Reverse(*lines));
    long
}

fn lines_with(text: &str, hit: impl Fn(&str) -> bool) -> impl Iterator<Item = usize> {
    (1..).zip(text.lines()).filter(move |(_, line)| hit(line)).map(|(number, _)| number)
}

/// Whether a word stands by itself in a line: `NOTE` is not in `NOTED`.
fn has_word(line: &str, word: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|it| it == word)
}

#[cfg(test)]
mod tests {
    use super::{super::tests::tree, *};

    #[track_caller]
    fn finds(path: &str, text: &str, expected: &[(usize, &str)]) {
        let found = check(path, text);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (it, (line, word)) in found.iter().zip(expected) {
            assert!(it.line == *line && it.what.contains(word), "{it:?}");
        }
    }

    #[test]
    fn a_file_says_what_it_is_for() {
        finds("a.rs", "//! What it is.\nfn a() {}\n", &[]);
        finds("a.rs", "fn a() {}\n", &[(1, "//!")]);
        finds("a.rs", "//!\n//! Too late.\n", &[(1, "//!")]);
        finds("a.rs", "", &[(1, "//!")]);
        finds("a.md", "fn a() {}\n", &[]);
    }

    #[test]
    fn nothing_silenced_and_nothing_unfinished() {
        for (pieces, _) in FORBIDDEN {
            let word = pieces.concat();
            finds("a.rs", &format!("//! a\nx {word}\n"), &[(2, &word)]);
            finds("a.md", &format!("x {word}\n"), &[]);
        }
        finds("a.rs", &format!("//! a\n#!{}unused)]\n", ["[al", "low("].concat()), &[(2, "expect")]);
    }

    #[test]
    fn no_notes_to_oneself() {
        for note in NOTES.iter().map(|pieces| pieces.concat()) {
            finds("a.sql", &format!("-- {note}: later\n"), &[(1, &note)]);
            finds("a.toml", &format!("# {note}S are fine\n"), &[]);
            finds("a.md", &format!("{note}\n"), &[]);
        }
    }

    #[test]
    fn size() {
        let of = |lines: usize| format!("//! a\n{}", "x\n".repeat(lines - 1));
        finds("a.rs", &of(600), &[]);
        finds("a.rs", &of(601), &[(601, "601 lines")]);
        let files = [("a.rs", of(300)), ("b.rs", of(301)), ("c.rs", of(500)), ("d.sql", of(900))];
        let files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        assert_eq!(long(&tree(&files)), [("c.rs", 500), ("b.rs", 301)]);
    }
}
