//! Episodes: what one of the two sides does in the case that they share. Each verb asks the guard of its statement, makes
//! it, weighs what it tells and sends what may be sent.

pub mod accept;
pub mod agree;
pub mod ask_consent;
pub mod assign;
pub mod begin;
pub mod begin_closing;
pub mod change_school;
pub mod close_file;
pub mod confirm_plan;
pub mod convert;
pub mod decline;
pub mod follow_item;
pub mod hold_start;
pub mod maintain;
pub mod map;
pub mod match_person;
pub mod note;
pub mod pause;
pub mod plan_start;
pub mod prolong;
pub mod propose_plan;
pub mod receive;
pub mod refer;
pub mod register_sheet;
pub mod reopen;
pub mod resume;
pub mod retract;
pub mod review;
pub mod send;
pub mod withdraw;
pub mod withdraw_consent;
pub mod withdraw_disclosure;

pub use crate::episode::Said as Became;
