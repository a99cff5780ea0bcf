//! The pages, one file for each route: its form, its handlers, its markup.

pub(crate) mod about;
pub(crate) mod code;
pub(crate) mod first_run;
pub(crate) mod home;
pub(crate) mod line;
pub(crate) mod pupil;
pub(crate) mod search;
pub(crate) mod sign_in;
pub(crate) mod sign_out;
pub(crate) mod standing;
pub(crate) mod start;
pub(crate) mod work_list;
