//! HTTP and HTML: every route, page and component. The only crate that knows axum and how a page is written.
//!
//! A page is a function that returns markup, put together from the components in [`ui`], which alone know class names.
//! Pages work without JavaScript; htmx only saves a reload. What may be read and done is decided below this crate.

pub mod assets;
pub mod cookies;
pub mod errors;
mod gallery;
pub mod preferences;
mod router;
mod security;
pub mod ui;

pub use router::{App, router};
