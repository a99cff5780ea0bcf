//! What an import shows, and to whom: a made-up city in a room, seen by each role.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test helpers fail by panicking, as tests do"
)]

#[path = "imported/backup.rs"]
mod backup;
#[path = "imported/changes.rs"]
mod changes;
#[path = "imported/city.rs"]
mod city;
#[path = "imported/deliveries.rs"]
mod deliveries;
#[path = "imported/figures.rs"]
mod figures;
#[path = "imported/imports.rs"]
mod imports;
#[path = "imported/lists.rs"]
mod lists;
#[path = "imported/pages.rs"]
mod pages;
#[path = "imported/quality.rs"]
mod quality;
#[path = "imported/roles.rs"]
mod roles;
#[path = "imported/roster.rs"]
mod roster;
#[path = "imported/thresholds.rs"]
mod thresholds;
