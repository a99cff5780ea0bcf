//! What a form sent, as pairs: every answer as it was typed, so that a page can show it again.

use domain::{Day, Signals, step::Seen};
use uuid::Uuid;

/// The fields of a form in the order of the page. A name can stand several times.
#[derive(Clone, Default)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first answer with that name, without space around it; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    /// Every answer with that name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// Whether a box is checked.
    pub fn has(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// A day, as 2026-11-22.
    pub fn day(&self, name: &str) -> Option<Day> {
        self.get(name).parse().ok()
    }

    /// An id.
    pub fn id(&self, name: &str) -> Option<Uuid> {
        self.get(name).parse().ok()
    }

    /// What the page showed of the figures, as [`seen`] wrote it. Without it nothing was shown, and nothing is cleared.
    pub fn seen(&self) -> Seen {
        read_seen(self.get(SEEN)).unwrap_or_default()
    }
}

/// The name of the field that carries what a page showed of the figures.
pub const SEEN: &str = "seen";

/// What a page shows of the figures, for its form to carry: what has come when it is sent is then not taken as seen.
pub fn seen(it: Seen) -> String {
    format!("{}-{}-{}", it.signals.0, it.band, it.level5)
}

/// The same, read; `None` when it is not written so.
pub fn read_seen(written: &str) -> Option<Seen> {
    let mut parts = written.split('-');
    let mut part = || parts.next();
    let signals = Signals(part()?.parse().ok()?);
    Some(Seen { signals, band: part()?.parse().ok()?, level5: part()?.parse().ok()? })
}

impl std::fmt::Debug for Fields {
    /// Names only: what was typed must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}
