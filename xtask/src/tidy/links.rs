//! Links in Markdown that point into the repository must point at a file or folder that is there.

use std::collections::BTreeSet;

use super::{Finding, ending};

/// Findings in one file.
pub(super) fn check(path: &str, text: &str, files: &BTreeSet<String>) -> Vec<Finding> {
    if ending(path) != "md" {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut fenced = false;
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            for target in targets(&without_code(line)) {
                if !exists(path, target, files) {
                    let what = format!("the link {target} points at nothing in the repository: correct it");
                    found.push(Finding::new(path, number, what));
                }
            }
        }
    }
    found
}

/// The line without what stands between backticks: an example there is not a link.
fn without_code(line: &str) -> String {
    // Odd pieces are code. An unclosed backtick is an ordinary character.
    let closed = line.matches('`').count() / 2 * 2;
    line.splitn(closed + 1, '`').enumerate().filter(|(nth, _)| nth % 2 == 0).map(|(_, piece)| piece).collect()
}

/// The targets of `[text](target)` and `[name]: target` in a line, without titles and angle brackets.
fn targets(line: &str) -> Vec<&str> {
    let inline = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let definition = line.strip_prefix('[').and_then(|rest| rest.split_once("]: ")).map(|(_, target)| target);
    inline
        .chain(definition)
        .filter_map(|target| target.split_whitespace().next())
        .map(|target| target.trim_start_matches('<').trim_end_matches('>'))
        .collect()
}

/// Whether a link from a file leads somewhere. Other sites and places on the same page are not looked at.
fn exists(from: &str, target: &str, files: &BTreeSet<String>) -> bool {
    let file = target.split('#').next().unwrap_or(target);
    if file.is_empty() || file.contains("://") || file.starts_with("mailto:") {
        return true;
    }
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let start = if file.starts_with('/') { "" } else { folder };
    let Some(path) = walk(start, file) else { return false };
    let inside = format!("{path}/");
    path.is_empty() || files.contains(&path) || files.iter().any(|known| known.starts_with(&inside))
}

/// Follows `.` and `..` from a folder; nothing when it leaves the repository.
fn walk(start: &str, steps: &str) -> Option<String> {
    let mut path: Vec<&str> = start.split('/').filter(|step| !step.is_empty()).collect();
    for step in steps.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()?),
            name => path.push(name),
        }
    }
    Some(path.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(text: &str, expected: &[usize]) {
        let files = ["README.md", "docs/glossary.md", "docs/adr/0001-rooms.md", "crates/domain/src/lib.rs"];
        let found = check("docs/glossary.md", text, &files.iter().map(|it| it.to_string()).collect());
        assert_eq!(found.iter().map(|it| it.line).collect::<Vec<_>>(), expected, "{found:?}");
    }

    #[test]
    fn links_that_lead_somewhere() {
        finds("[a](adr/0001-rooms.md) and [b](../README.md#start) [c](/README.md \"title\")\n", &[]);
        finds("[folder](adr/) [other folder](../crates/domain) [here](#top) [root](..)\n", &[]);
        finds("[site](https://example.org/x.md) [post](mailto:a@example.org)\n", &[]);
        finds("[name]: adr/0001-rooms.md\n", &[]);
    }

    #[test]
    fn links_that_lead_nowhere() {
        finds("x\n[a](0001-rooms.md)\n", &[2]);
        finds("[a](../../README.md)\n", &[1]);
        finds("[ok](../README.md) [a](Glossary.md)\n", &[1]);
        finds("[name]: adr/0002.md\n", &[1]);
        finds("![picture](<missing.png>)\n", &[1]);
    }

    #[test]
    fn code_is_not_a_link() {
        finds("`[a](b.md)`\n```\n[a](b.md)\n```\n", &[]);
        finds("`x` [a](b.md) `y`\n", &[1]);
        finds("one ` and [a](b.md)\n", &[1]);
    }
}
