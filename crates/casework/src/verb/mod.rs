//! Verbs: what changes a room. Each is one transaction with its journal entry, or a refusal.

pub mod account;
pub mod describe;
pub mod document;
pub mod draft;
pub mod follow_up;
pub mod import;
pub mod known;
pub mod meeting;
pub mod protected;
pub mod retract;
pub mod sign_in;
pub mod sweep;
pub mod thresholds;
