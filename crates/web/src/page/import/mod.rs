//! Import: files come in, a person says how they are read, looks when something speaks against them, and can undo.

mod files;
mod guard;
pub(crate) mod list;
pub(crate) mod mapping;
mod mapping_form;
mod mapping_read;
mod mapping_whole;
pub(crate) mod one;
pub(crate) mod profile;
pub(crate) mod receive;
mod result;
mod schools;
mod shared;
pub(crate) mod undo;
