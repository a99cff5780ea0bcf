//! What the policies come to: the folders of examples, the table of roles, and lists that agree with single decisions.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test helpers fail by panicking, as tests do"
)]

#[path = "it/ask.rs"]
mod ask;
#[path = "it/folders.rs"]
mod folders;
#[path = "it/gates/mod.rs"]
mod gates;
#[path = "it/lists.rs"]
mod lists;
#[path = "it/permits.rs"]
mod permits;
#[path = "it/table.rs"]
mod table;
