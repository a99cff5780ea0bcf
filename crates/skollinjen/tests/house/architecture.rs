//! Every crate has its paragraph in ARCHITECTURE.md, so that the map shows the whole house.

use crate::metadata::{root, workspace};

/// Whether a crate is the subject of a heading or stands in bold, with or without backticks.
fn describes(text: &str, name: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let heading = |line: &str| line.starts_with('#') && line.split(|c| !is_name(c)).any(|word| word == name);
    let bold = |line: &str| line.contains(&format!("**{name}**")) || line.contains(&format!("**`{name}`**"));
    text.lines().any(|line| heading(line) || bold(line))
}

#[test]
fn every_crate_is_on_the_map() -> Result<(), String> {
    let path = root().join("ARCHITECTURE.md");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let missing = workspace()?.into_iter().filter(|it| !describes(&text, &it.name));
    let missing: Vec<_> = missing.map(|it| format!("ARCHITECTURE.md: a section on {} is missing", it.name)).collect();
    crate::none(&missing);
    Ok(())
}

#[test]
fn a_missing_section_is_noticed() {
    let text = "# Map\n\n## `domain`\n\nSays what text is.\n\n- **`pack`**: files\n- **cast**: people\n### absence, the engine\n";
    for name in ["domain", "pack", "cast", "absence"] {
        assert!(describes(text, name), "{name}");
    }
    assert!(!describes(text, "text"), "a mention is not a section");
    assert!(!describes("## `domain-extra`", "domain"));
}
