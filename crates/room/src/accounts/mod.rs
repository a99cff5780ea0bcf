//! Accounts: who may sign in, as what, and what is needed to know that it is they. Login, name and secrets are sealed.

mod manage;
mod open;
mod recovery;
mod roles;
mod sign_in;
mod tries;

pub use manage::{Account, Colleague, New, colleagues, disable, list, put, put_first, reset, set_roles};
pub use open::{any, enable, in_demo};
pub use recovery::{codes_left, forget_second_factor, put_codes, use_code};
pub(crate) use roles::role;
use roles::roles_of;
pub use sign_in::{SignIn, for_sign_in, own, set_password, set_totp, totp_used};
pub(crate) use tries::forget_tries;
pub use tries::{Patience, Tries, failed, tries};

use uuid::Uuid;

use crate::seal::{Mac, Place};

const FAILED: &str = "an account";

/// The keyed hash of a login: letter case and spaces around it are of no account.
fn login_hash(mac: &Mac, login: &str) -> Vec<u8> {
    mac.of(&[b"login", login.trim().to_lowercase().as_bytes()]).to_vec()
}

/// Where a column of an account lies.
pub(crate) fn place<'a>(column: &'static str, id: &'a Uuid) -> Place<'a> {
    Place { table: "account", column, row: id.as_bytes() }
}
