//! Two rooms and the door between them, on SQLite and on PostgreSQL.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test helpers fail by panicking, as tests do"
)]

#[path = "door/town.rs"]
mod town;

#[path = "door/canary.rs"]
mod canary;
#[path = "door/golden.rs"]
mod golden;
#[path = "door/kills.rs"]
mod kills;
#[path = "door/once.rs"]
mod once;
#[path = "door/pairing.rs"]
mod pairing;
#[path = "door/turned_away.rs"]
mod turned_away;
#[path = "door/wire.rs"]
mod wire;
