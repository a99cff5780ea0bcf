//! Pulling SS 12000 from a service: as the standard has it, and in every way that services break it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "test helpers fail by panicking, as tests do")]

#[path = "client/home.rs"]
mod home;

#[path = "client/broken.rs"]
mod broken;
#[path = "client/lists.rs"]
mod lists;
#[path = "client/sign_in.rs"]
mod sign_in;
