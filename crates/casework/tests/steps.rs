//! Steps as people take them: what clears a mark and what brings it back, who may write where, meetings and minutes; and
//! signing in.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test helpers fail by panicking, as tests do"
)]

#[path = "steps/home.rs"]
mod home;

#[path = "steps/bytes.rs"]
mod bytes;
#[path = "steps/decision.rs"]
mod decision;
#[path = "steps/decisions.rs"]
mod decisions;
#[path = "steps/mark.rs"]
mod mark;
#[path = "steps/meeting.rs"]
mod meeting;
#[path = "steps/recovery.rs"]
mod recovery;
#[path = "steps/sign_in.rs"]
mod sign_in;
#[path = "steps/tasks.rs"]
mod tasks;
#[path = "steps/zones.rs"]
mod zones;
