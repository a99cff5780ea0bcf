//! The pages, one file for each route: its form, its handlers, its markup.

pub(crate) mod about;
pub(crate) mod account;
pub(crate) mod accounts;
pub(crate) mod code;
pub(crate) mod decision;
pub(crate) mod demo;
pub(crate) mod draft;
pub(crate) mod first_run;
pub(crate) mod follow_up;
pub(crate) mod home;
pub(crate) mod meeting;
pub(crate) mod meeting_item;
mod meeting_known;
pub(crate) mod minutes;
mod own_step;
mod parts;
pub(crate) mod protected;
pub(crate) mod pupil;
mod pupil_line;
pub(crate) mod retract;
pub(crate) mod search;
pub(crate) mod sign_in;
pub(crate) mod sign_out;
pub(crate) mod sitting;
pub(crate) mod start;
pub(crate) mod step;
pub(crate) mod work_list;
