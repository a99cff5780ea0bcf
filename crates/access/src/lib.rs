//! Who may do what in a room, and why: Cedar policies, permits and scopes. Deny by default.
//!
//! [`Access`] is asked once for each step: [`Access::decide`] about one pupil, one school or the room,
//! [`Access::scope`] about a list. A yes is a [`Permit`], which only this crate can make and which is used up by the
//! crate `room`; it carries the subject, the zone and the reasons for the journal. A no is a [`Denied`], which says
//! nothing about the pupil, not even that she or he exists.
//!
//! A permit can be neither made nor copied nor used twice outside this crate:
//!
//! ```compile_fail,E0451
//! # use access::{Permit, Read, Used};
//! fn forge(used: Used) -> Permit<Read> {
//!     Permit { used, kind: std::marker::PhantomData } // private fields
//! }
//! ```
//!
//! ```compile_fail,E0277
//! # use access::{Permit, Read};
//! fn copy(permit: &Permit<Read>) -> Permit<Read> {
//!     Permit::clone(permit) // not Clone
//! }
//! ```
//!
//! ```compile_fail,E0382
//! # use access::{Permit, Read, Used};
//! fn twice(permit: Permit<Read>) -> (Used, Used) {
//!     (permit.into_used(), permit.into_used()) // used up
//! }
//! ```
//!
//! Used once, it is fine:
//!
//! ```
//! # use access::{Permit, Read, Used};
//! fn once(permit: Permit<Read>) -> Used {
//!     permit.into_used()
//! }
//! ```

#![warn(missing_docs)]

mod act;
mod actor;
mod codes;
mod denied;
mod facts;
pub mod gate;
mod ids;
mod judge;
mod known;
mod permit;
mod policies;
mod role;
mod scope;
mod target;
mod zone;

pub use act::{Act, ListAct, ReadAct, WriteAct};
pub use actor::{Actor, Job, Place, Purpose, RoleAt};
pub use denied::Denied;
pub use domain::Side;
pub use ids::{Class, EpisodeId, ItemId, PeerId, PupilId, TokenId, UnitId, UserId};
pub use judge::Access;
pub use permit::{Kind, List, Permit, Read, Reason, Used, Write};
pub use policies::BadPolicies;
pub use role::Role;
pub use scope::Scope;
pub use target::{EpisodeAt, PupilAt, Subject, Target};
pub use zone::Zone;
