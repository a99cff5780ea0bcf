//! The gates of the door: under which law an item may leave one authority for another, and on what evidence.
//!
//! [`Access::weigh`](crate::Access::weigh) is asked once for each item of a letter. A yes is a [`Passage`], which only
//! this crate can make and which is used up by the letter; it carries the reasons for both journals. A no is a
//! [`Refused`], which says what is missing. [`Access::tried`](crate::Access::tried) says the same of every gate, for a
//! page that can be printed; nothing can be sent by it.
//!
//! ```compile_fail,E0451
//! # use access::gate::{Passage, Passed};
//! fn forge(passed: Passed) -> Passage {
//!     Passage { passed } // private field
//! }
//! ```
//!
//! ```compile_fail,E0277
//! # use access::gate::Passage;
//! fn copy(passage: &Passage) -> Passage {
//!     Passage::clone(passage) // not Clone
//! }
//! ```
//!
//! ```compile_fail,E0382
//! # use access::gate::{Passage, Passed};
//! fn twice(passage: Passage) -> (Passed, Passed) {
//!     (passage.into_passed(), passage.into_passed()) // used up
//! }
//! ```

mod crossing;
mod evidence;
mod facts;
mod gates;
mod kind;
mod passage;
mod policies;
mod refused;
mod regime;
mod weigh;

pub use crossing::{Crossing, ItemFacts};
pub use evidence::{
    ByBoard, Care, ChildsSay, Consent, Evidence, Feedback, Finding, HarmTest, Interest, OpenInquiry, OwnTask, Request,
    Reservation, Support, Suspicion, Weighing,
};
pub use gates::Gate;
pub use kind::ItemKind;
pub use passage::{Passage, Passed, Tried};
pub use refused::Refused;
pub use regime::Regime;

pub(crate) use policies::embedded;
