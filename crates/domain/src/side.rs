//! The two sides of a support episode.

coded! {
    /// One side of an episode: each has its own room and makes its own statements.
    pub enum Side {
        /// The school: a room of kind school.
        School = "school", "plan-side-school";
        /// The social services' open care (öppenvård).
        Social = "social", "plan-side-social";
    }
}

impl Side {
    /// The side across the door.
    pub fn other(self) -> Side {
        match self {
            Side::School => Side::Social,
            Side::Social => Side::School,
        }
    }
}
