//! The rules of the house, read from `cargo metadata` and the sources: who may import whom, who alone may know what,
//! and what a crate must never mention. What they are for stands in ARCHITECTURE.md and STYLE.md.

#[path = "house/architecture.rs"]
mod architecture;
#[path = "house/layers.rs"]
mod layers;
#[path = "house/metadata.rs"]
mod metadata;
#[path = "house/only.rs"]
mod only;
#[path = "house/rust.rs"]
mod rust;
#[path = "house/sentences.rs"]
mod sentences;
#[path = "house/words.rs"]
mod words;

/// Fails with one line for each breach.
#[track_caller]
fn none(breaches: &[String]) {
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}
