//! `cargo xtask tidy`: what the compiler does not see. Each finding is one line, `file:line: what and what to do`.

mod documents;
mod links;
mod sources;
mod whitespace;

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use crate::run;

/// What is wrong at a place, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// Path from the root of the repository.
    file: String,
    /// Counted from one.
    line: usize,
    what: String,
}

impl Finding {
    fn new(file: &str, line: usize, what: impl Into<String>) -> Finding {
        Finding { file: file.to_string(), line, what: what.into() }
    }
}

/// The files of the repository: paths from its root with `/`, and their text when they are text.
pub(crate) struct Tree {
    /// Every file, in order.
    paths: BTreeSet<String>,
    /// Path and content of those that are UTF-8.
    texts: Vec<(String, String)>,
}

impl Tree {
    /// The text of a file, if there is such a file and it is text.
    fn text(&self, path: &str) -> Option<&str> {
        self.texts.iter().find(|(known, _)| known == path).map(|(_, text)| text.as_str())
    }
}

/// Prints the long files and the findings. Errors when there is a finding.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    if !args.is_empty() {
        return Err(format!("takes no arguments, not: {}", args.join(" ")));
    }
    let tree = read(&run::root()?)?;
    for (path, lines) in sources::long(&tree) {
        println!("{path}: {lines} lines. Think again: could it be two files with a name each?");
    }
    let found = findings(&tree);
    for Finding { file, line, what } in &found {
        println!("{file}:{line}: {what}");
    }
    if found.is_empty() {
        println!("xtask tidy: {} files, nothing to remark on.", tree.paths.len());
        return Ok(());
    }
    Err(format!("{} to put right, in the lines above", found.len()))
}

/// Everything that breaks a rule, in the order of the files.
fn findings(tree: &Tree) -> Vec<Finding> {
    let mut found = documents::check(tree);
    for (path, text) in &tree.texts {
        found.extend(whitespace::check(path, text));
        found.extend(sources::check(path, text));
        found.extend(links::check(path, text, &tree.paths));
    }
    found.sort();
    found
}

/// Reads the files that git tracks, or would track: what `.gitignore` names is not ours.
fn read(root: &Path) -> Result<Tree, String> {
    let mut git = Command::new("git");
    git.current_dir(root).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listed = run::output(&mut git)?;
    // A tracked file may be deleted and not committed yet.
    let paths: BTreeSet<String> =
        listed.split_terminator('\0').filter(|path| root.join(path).is_file()).map(str::to_string).collect();
    let mut texts = Vec::new();
    for path in &paths {
        let bytes = fs::read(root.join(path)).map_err(|error| format!("{path}: {error}"))?;
        if let Ok(text) = String::from_utf8(bytes) {
            texts.push((path.clone(), text));
        }
    }
    Ok(Tree { paths, texts })
}

/// The part of a path after its last dot, or nothing.
fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tree of the given files, for the tests of the rules.
    pub(super) fn tree(files: &[(&str, &str)]) -> Tree {
        let texts: Vec<_> = files.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect();
        Tree { paths: texts.iter().map(|(path, _)| path.clone()).collect(), texts }
    }

    #[test]
    fn this_repository_is_tidy() {
        let found = findings(&read(&run::root().unwrap()).unwrap());
        let lines: Vec<_> = found.iter().map(|it| format!("{}:{}: {}", it.file, it.line, it.what)).collect();
        assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
    }

    #[test]
    fn every_rule_is_asked() {
        let files = tree(&[("a.rs", "fn a() {}\t\n"), ("b.md", "[c](c.md)\n")]);
        let found = findings(&files);
        for word in ["CHANGELOG.md", "white space", "//!", "c.md"] {
            assert!(found.iter().any(|it| it.what.contains(word)), "nothing about {word} in {found:?}");
        }
    }

    #[test]
    fn endings() {
        assert_eq!(ending("crates/domain/src/day.rs"), "rs");
        assert_eq!(ending(".ci/run"), "");
        assert_eq!(ending("LICENSE"), "");
    }
}
