//! Episodes: each transition and variant, two rooms that always come to agree, what was stored, and the drawing.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test helpers fail by panicking, as tests do"
)]

mod drawing;
mod golden;
mod guards;
mod rooms;
mod target;
mod transitions;
mod words;
