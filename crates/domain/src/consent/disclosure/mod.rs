//! Consent that lifts secrecy (OSL 10 kap. 1 §, 12 kap. 2–3 §§): for one authority, one recipient, named kinds of
//! information and a time, withdrawn at any moment.
//!
//! [`check`] says what is missing before it is recorded; [`fold`] and [`Disclosures::allows`] say what may go on a day.
//! Secrecy against a guardian (OSL 12 kap. 3 § second sentence) is not decided here: it is judged by a person.

mod body;
mod check;
mod fold;
mod item_kind;

pub use body::{Authority, Body, DisclosureConsent, DisclosureWithdrawn, Method, Signature, Signer};
pub use check::{Missing, check, check_withdrawal, proposed_last, proposed_reminder};
pub use fold::{Circumstances, ConsentId, Disclosures, Given, Why, fold};
pub use item_kind::ItemKind;
