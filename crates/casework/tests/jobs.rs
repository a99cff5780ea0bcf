//! Jobs as a room runs them: once each, again after a fault, a panic or a crash, and never without a permit.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test helpers fail by panicking, as tests do"
)]

#[path = "jobs/home.rs"]
mod home;

#[path = "jobs/again.rs"]
mod again;
#[path = "jobs/pulls.rs"]
mod pulls;
#[path = "jobs/runs.rs"]
mod runs;
#[path = "jobs/sources.rs"]
mod sources;
