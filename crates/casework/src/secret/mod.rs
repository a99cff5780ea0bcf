//! Secrets of signing in: passwords, codes from an app, tokens. Nothing here knows who anybody is.

pub(crate) mod gate;
pub(crate) mod half;
pub(crate) mod password;
pub(crate) mod random;
pub(crate) mod recovery;
pub(crate) mod token;
pub(crate) mod totp;
mod usual;

pub(crate) use usual::is_usual;
