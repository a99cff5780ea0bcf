//! A room on SQLite and on PostgreSQL: one body for both, so that neither can do what the other cannot.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test helpers fail by panicking, as tests do"
)]

#[path = "room/home.rs"]
#[macro_use]
mod home;

#[path = "room/accounts.rs"]
mod accounts;
#[path = "room/attendance.rs"]
mod attendance;
#[path = "room/bytes.rs"]
mod bytes;
#[path = "room/episodes.rs"]
mod episodes;
#[path = "room/jobs.rs"]
mod jobs;
#[path = "room/journal.rs"]
mod journal;
#[path = "room/keys.rs"]
mod keys;
#[path = "room/lists.rs"]
mod lists;
#[path = "room/marks.rs"]
mod marks;
#[path = "room/meetings.rs"]
mod meetings;
#[path = "room/people.rs"]
mod people;
#[path = "room/permits.rs"]
mod permits;
#[path = "room/quality.rs"]
mod quality;
#[path = "room/results.rs"]
mod results;
#[path = "room/settings.rs"]
mod settings;
#[path = "room/statements.rs"]
mod statements;
#[path = "room/tables.rs"]
mod tables;
#[path = "room/thresholds.rs"]
mod thresholds;
#[path = "room/tokens.rs"]
mod tokens;
#[path = "room/whole.rs"]
mod whole;
