//! What is served: the rooms, the clock and where ids come from. The executable fills it in.

use std::{collections::BTreeMap, fmt, sync::Arc};

use axum::extract::FromRef;
use casework::Office;
use domain::Day;
use jiff::Timestamp;
use uuid::Uuid;

use crate::cookies::Cookies;

/// The instant, and the day that it is in Sweden.
pub type Clock = Arc<dyn Fn() -> (Timestamp, Day) + Send + Sync>;

/// Where fresh ids come from.
pub type NewId = Arc<dyn Fn() -> Uuid + Send + Sync>;

/// Where a line for whoever runs the program goes: what was being done when something broke. It names nobody.
pub type Log = Arc<dyn Fn(&str) + Send + Sync>;

/// Everything that requests share.
#[derive(Clone)]
pub struct Site {
    /// The rooms, by the short name that stands first in their addresses.
    pub offices: BTreeMap<String, Office>,
    /// The clock.
    pub clock: Clock,
    /// Ids, of forms and of references to faults.
    pub new_id: NewId,
    /// The log.
    pub log: Log,
    /// For rooms without an account: the code that the terminal shows, which makes the first one. By short name.
    pub setup: BTreeMap<String, String>,
    /// Whether this is the demo: then one chooses who to be at `/`.
    pub demo: bool,
    /// Whether the site is reached over HTTPS.
    pub secure: bool,
}

/// The site as handlers get it.
pub(crate) type Shared = Arc<Site>;

impl FromRef<Shared> for Cookies {
    fn from_ref(site: &Shared) -> Cookies {
        site.cookies()
    }
}

impl Site {
    /// A site without rooms, for looking at what every page has and at the components. Its clock stands.
    pub fn empty(secure: bool) -> Site {
        Site {
            offices: BTreeMap::new(),
            clock: Arc::new(|| (Timestamp::UNIX_EPOCH, Day(0))),
            new_id: Arc::new(Uuid::nil),
            log: Arc::new(|_| ()),
            setup: BTreeMap::new(),
            demo: false,
            secure,
        }
    }

    pub(crate) fn cookies(&self) -> Cookies {
        Cookies { https: self.secure }
    }

    /// A fresh id for a form, so that what is sent twice is done once.
    pub(crate) fn fresh(&self) -> Uuid {
        (self.new_id)()
    }

    /// A number by which a fault is found in the log.
    pub(crate) fn reference(&self) -> String {
        self.fresh().simple().to_string().chars().rev().take(8).collect()
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site").field("rooms", &self.offices.keys()).field("demo", &self.demo).finish_non_exhaustive()
    }
}
