//! The state machine as it is drawn in the documentation.

use std::{fs, path::Path};

use domain::episode::draw::mermaid;

const BEGIN: &str = "```mermaid\n";
const END: &str = "```\n";

fn drawn(page: &str, diagram: &str) -> String {
    let (before, rest) = page.split_once(BEGIN).expect("a diagram");
    let (_, after) = rest.split_once(END).expect("its end");
    format!("{before}{BEGIN}{diagram}{END}{after}")
}

/// With `UPDATE_STATES=1` it writes the page instead.
#[test]
fn the_drawing_in_the_documentation_is_that_of_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/episodes.md");
    let page = fs::read_to_string(&path).unwrap();
    let fresh = drawn(&page, &mermaid());
    if std::env::var_os("UPDATE_STATES").is_some() {
        fs::write(&path, &fresh).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), fresh, "UPDATE_STATES=1 cargo nextest run -p domain drawing");
}

#[test]
fn a_stale_drawing_is_noticed() {
    let page = format!("# Ärenden\n\n{BEGIN}stateDiagram-v2\n{END}slut\n");
    assert_ne!(drawn(&page, &mermaid()), page);
    assert!(drawn(&page, &mermaid()).ends_with("slut\n"));
}
