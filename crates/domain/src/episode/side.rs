//! The sides of an episode, as the table of transitions names them.

pub use crate::Side;

/// Who may make a statement: it follows from the side, never from roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The school.
    School,
    /// Whoever receives referrals: the social services, and the school itself in a programme of its own.
    Receiver,
    /// Either side.
    Either,
}

impl Who {
    /// Whether a side is meant. In a programme without the social services it is always the school.
    pub fn is(self, side: Side, two_sided: bool) -> bool {
        match (self, two_sided) {
            (_, false) | (Who::School, true) => side == Side::School,
            (Who::Receiver, true) => side == Side::Social,
            (Who::Either, true) => true,
        }
    }
}
