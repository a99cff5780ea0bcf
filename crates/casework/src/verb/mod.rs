//! Verbs: what changes a room. Each is one transaction with its journal entry, or a refusal.

pub mod account;
pub mod backup;
pub mod called;
pub mod describe;
pub mod document;
pub mod draft;
pub mod follow_up;
pub mod held;
pub mod import;
pub mod jobs;
pub mod known;
pub mod meeting;
pub mod pairing;
pub mod profile;
pub mod protected;
pub mod recovery;
pub mod restore;
pub mod retract;
pub mod sign_in;
pub mod sources;
pub mod sweep;
pub mod thresholds;
pub mod token;
pub mod undo;
pub mod unit_contact;
pub mod upload;
