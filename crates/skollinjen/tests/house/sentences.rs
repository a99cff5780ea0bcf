//! Every sentence that users read is one that some source says: what nobody reads is not kept, and not translated.

use std::fs;

use crate::{metadata::root, rust};

/// Beginnings of the codes that sources put together, so that no source has them whole: the name of a thing comes last.
const COMPOSED: &[&str] = &["exchange-field-", "exchange-kind-", "import-state-", "job-kind-"];

/// The codes of a Fluent file.
fn codes(ftl: &str) -> impl Iterator<Item = &str> {
    let code = |line: &'_ str| line.starts_with(|first: char| first.is_ascii_lowercase());
    ftl.lines().filter(move |line| code(line)).filter_map(|line| line.split_once(" =")).map(|(code, _)| code)
}

/// The ending of what is said in easy Swedish: papers have it beside the plain sentence, which the source names.
const EASY: &str = "-latt";

/// One line for each code that stands whole in no source.
fn unused(file: &str, ftl: &str, sources: &str) -> Vec<String> {
    let is_used = |code: &str| match code.strip_suffix(EASY) {
        Some(plain) => sources.contains(&format!("both!(\"{plain}\")")),
        None => COMPOSED.iter().any(|start| code.starts_with(start)) || sources.contains(&format!("\"{code}\"")),
    };
    codes(ftl).filter(|code| !is_used(code)).map(|code| format!("{file} has {code}, which no source says")).collect()
}

#[test]
fn every_sentence_is_said_somewhere() -> Result<(), String> {
    let read =
        |path: &std::path::Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let folder = |path: &std::path::Path| {
        let all = fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
        all.map(|entry| entry.map(|it| it.path()).map_err(|error| error.to_string())).collect::<Result<Vec<_>, _>>()
    };
    let mut sources = String::new();
    for krate in folder(&root().join("crates"))? {
        for file in rust::files(&krate.join("src"))? {
            sources.push_str(&read(&file)?);
        }
    }
    // A list of the method pack names its sentence.
    for file in folder(&root().join("crates/pack/files"))?.iter().filter(|it| it.is_file()) {
        sources.push_str(&read(file)?);
    }
    let mut found = Vec::new();
    let files = folder(&root().join("crates/text/ftl/sv"))?;
    for file in &files {
        found.extend(unused(&file.file_name().unwrap_or_default().to_string_lossy(), &read(file)?, &sources));
    }
    assert!(files.len() > 20 && sources.len() > 100_000, "the files were not found");
    crate::none(&found);
    Ok(())
}

#[test]
fn a_sentence_that_nobody_says_is_noticed() {
    let ftl = "# A heading.\n\nstep-save = Spara\nstep-count = { $count ->\n    [one] 1\n   *[other] { $count }\n}\n";
    assert_eq!(codes(ftl).collect::<Vec<_>>(), ["step-save", "step-count"]);
    assert_eq!(unused("a.ftl", ftl, "say(\"step-count\"); say(\"step-saves\")").len(), 1);
    let easy = "paper-is = Det är\npaper-is-latt = Så är det\n";
    assert_eq!(unused("a.ftl", easy, "say(\"paper-is\")").len(), 1);
    assert_eq!(unused("a.ftl", easy, "say(both!(\"paper-is\"))").len(), 0);
}
