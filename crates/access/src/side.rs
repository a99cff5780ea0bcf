//! The two sides of an episode.

crate::codes::coded! {
    /// Which side a room is of.
    Side {
        /// The school's.
        School = "school",
        /// The social services'.
        Social = "social",
    }
}
