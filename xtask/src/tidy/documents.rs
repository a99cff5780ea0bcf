//! Lists that must be complete: every crate says what it is, every decision is in the index, there is a changelog.

use super::{Finding, Tree};

const DECISIONS: &str = "docs/adr/";
const INDEX: &str = "docs/adr/README.md";

/// Findings in the repository as a whole.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    if !tree.paths.contains("CHANGELOG.md") {
        found.push(Finding::new("CHANGELOG.md", 1, "CHANGELOG.md is missing: say there what changes for the user"));
    }
    for (path, text) in &tree.texts {
        if path.rsplit('/').next() == Some("Cargo.toml") && is_undescribed(text) {
            found.push(Finding::new(path, 1, "give the package a description: one line, what the crate knows"));
        }
    }
    let index = tree.text(INDEX).unwrap_or_default();
    for name in tree.paths.iter().filter_map(|path| path.strip_prefix(DECISIONS)) {
        if name.starts_with(|c: char| c.is_ascii_digit()) && !index.contains(&format!("({name})")) {
            found.push(Finding::new(&format!("{DECISIONS}{name}"), 1, format!("add a link to it in {INDEX}")));
        }
    }
    found
}

/// Whether a manifest describes a package without saying what it is.
fn is_undescribed(manifest: &str) -> bool {
    let mut lines = manifest.lines().skip_while(|line| line.trim() != "[package]").skip(1).peekable();
    let package = lines.peek().is_some();
    let described = lines.take_while(|line| !line.starts_with('[')).any(|line| {
        let value = line.strip_prefix("description").and_then(|rest| rest.trim_start().strip_prefix('='));
        value.is_some_and(|value| value.trim().len() > 2)
    });
    package && !described
}

#[cfg(test)]
mod tests {
    use super::{super::tests::tree, *};

    #[track_caller]
    fn finds(files: &[(&str, &str)], expected: &[&str]) {
        let found = check(&tree(files));
        assert_eq!(found.iter().map(|it| it.file.as_str()).collect::<Vec<_>>(), expected, "{found:?}");
    }

    #[test]
    fn there_is_a_changelog() {
        finds(&[("CHANGELOG.md", "")], &[]);
        finds(&[("README.md", "")], &["CHANGELOG.md"]);
    }

    #[test]
    fn crates_describe_themselves() {
        let manifest = |text| [("CHANGELOG.md", ""), ("crates/a/Cargo.toml", text)];
        finds(&manifest("[package]\nname = \"a\"\ndescription = \"Knows a.\"\n"), &[]);
        finds(&manifest("[workspace]\nmembers = []\n"), &[]);
        finds(&manifest("[package]\nname = \"a\"\n"), &["crates/a/Cargo.toml"]);
        finds(&manifest("[package]\nname = \"a\"\ndescription = \"\"\n"), &["crates/a/Cargo.toml"]);
        finds(&manifest("[package]\nname = \"a\"\n[x]\ndescription = \"b\"\n"), &["crates/a/Cargo.toml"]);
    }

    #[test]
    fn decisions_are_in_the_index() {
        let with = |index| [("CHANGELOG.md", ""), ("docs/adr/0001-a.md", ""), ("docs/adr/README.md", index)];
        finds(&with("- [a](0001-a.md)\n"), &[]);
        finds(&with("nothing\n"), &["docs/adr/0001-a.md"]);
    }
}
