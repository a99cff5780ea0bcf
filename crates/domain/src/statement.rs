//! A statement as it was stored: made by one side, once, and never changed.

/// A statement as it was stored.
#[derive(Clone, Copy)]
pub struct Statement<'a> {
    /// Its id, a UUID.
    pub id: u128,
    /// Its Lamport number.
    pub lamport: u32,
    /// Which side made it.
    pub side: &'a str,
    /// Its body as it was stored.
    pub body: &'a [u8],
}
