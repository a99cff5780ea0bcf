//! What the verbs and views about steps share: what a form may hold, who may write where, and how a step is written.

pub(crate) mod colleagues;
pub(crate) mod form;
pub(crate) mod inquiry;
pub(crate) mod meeting;
pub(crate) mod own;
pub(crate) mod permit;
pub(crate) mod school;
pub(crate) mod take;
pub(crate) mod when;
pub mod words;
pub(crate) mod zones;
