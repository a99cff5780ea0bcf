//! Where attendance is fetched by itself: a watched folder, or a service that speaks SS 12000. A source is read by a
//! recurring job with its id; what it brings is handed to the import like any other delivery.

pub(crate) mod deliver;
pub(crate) mod folder;
pub(crate) mod service;
pub(crate) mod settings;
pub(crate) mod spool;
pub(crate) mod take;

pub use settings::{After, Settings, SignIn, What};
