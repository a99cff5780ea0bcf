//! HTTP and HTML: every route, page and component. The only crate that knows axum and how a page is written.
//!
//! A page is a function that returns markup, put together from the components in [`ui`], which alone know class names.
//! Pages work without JavaScript; htmx only saves a reload. What may be read and done is decided below this crate.

mod api;
pub mod assets;
pub mod cookies;
pub mod errors;
pub mod failure;
pub mod fields;
pub mod flash;
mod gallery;
mod letters;
mod nav;
mod page;
mod paper;
pub mod posted;
pub mod preferences;
mod router;
mod security;
mod serve;
pub mod session;
mod site;
mod tls;
pub mod ui;
pub mod words;

pub use router::router;
pub use serve::{serve, serve_tls};
pub use site::{Clock, Log, NewId, Site};
