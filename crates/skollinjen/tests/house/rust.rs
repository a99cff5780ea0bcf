//! Just enough reading of Rust to ask whether a file mentions a word or a path: comments do not count, and
//! `use std::{fs, io}` mentions `std::fs`.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every Rust file under a folder, in order. Errors: the folder cannot be read.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a source mentions a word (`personal_number`), a macro (`println!`) or a path of two steps (`std::fs`).
pub(crate) fn mentions(source: &str, word: &str) -> bool {
    let code = code(source);
    let plain = code.match_indices(word).any(|(at, _)| stands_alone(&code, at, word.len()));
    plain || word.split_once("::").is_some_and(|(first, second)| grouped(&code, first, second))
}

/// The source without comments. Strings stay: a word in a string is a mention.
fn code(source: &str) -> String {
    source.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

fn stands_alone(code: &str, at: usize, length: usize) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let before = code.get(..at).and_then(|it| it.chars().next_back());
    let after = code.get(at + length..).and_then(|it| it.chars().next());
    !before.is_some_and(is_name) && !after.is_some_and(is_name)
}

/// Whether `first::{.., second, ..}` stands in the code.
fn grouped(code: &str, first: &str, second: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    code.split(&format!("{first}::{{")).skip(1).any(|inside| {
        let group = outermost(inside);
        group.split(',').any(|item| item.trim().split(|c| !is_name(c)).next() == Some(second))
    })
}

/// The inside of a group up to its closing brace, without what stands in groups within it.
fn outermost(inside: &str) -> String {
    let mut group = String::new();
    let mut depth = 0_u32;
    for c in inside.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            _ if depth == 0 => group.push(c),
            _ => {}
        }
    }
    group
}

#[test]
fn words_macros_and_paths_are_found() {
    assert!(mentions("let x = std::fs::read(p);", "std::fs"));
    assert!(mentions("use std::fs;", "std::fs"));
    assert!(mentions("use std::{io, fs};", "std::fs"));
    assert!(mentions("use std::{\n    collections::{BTreeMap, BTreeSet},\n    fs::File,\n};", "std::fs"));
    assert!(mentions("println!(\"a\");", "println!"));
    assert!(mentions("row.personal_number", "personal_number"));
}

#[test]
fn comments_and_other_names_are_not_found() {
    assert!(!mentions("// std::fs is for others\n//! println!", "std::fs"));
    assert!(!mentions("use std::fsx;", "std::fs"));
    assert!(!mentions("use std::{io, collections::{fs, x}, env};", "std::fs"));
    assert!(!mentions("eprintln!(\"a\");", "println!"));
    assert!(!mentions("no_personal_number()", "personal_number"));
}
