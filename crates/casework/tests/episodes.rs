//! Episodes as two rooms carry them: the whole walk, and every way that it can go another way.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test helpers fail by panicking, as tests do"
)]

#[path = "episodes/town.rs"]
mod town;

#[path = "episodes/door.rs"]
mod door;
#[path = "episodes/variants.rs"]
mod variants;
#[path = "episodes/walk.rs"]
mod walk;
