//! The ids that a decision is about. Ids only: no name and no personal number comes here.

use std::fmt;

/// A person who can sign in: the room's UUID.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserId(pub u128);

/// A token by which another system reads: the room's UUID. Never the secret.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenId(pub u128);

/// A pupil, as the room keys her or him: a UUID, or a pupil number widened. Never a personal number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PupilId(pub u128);

/// One pupil's time with a team: the UUID that travels.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EpisodeId(pub u128);

/// What is copied into a letter: the UUID of a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u128);

/// Another room that letters go to and come from: the UUID by which this room knows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeerId(pub u128);

/// A school unit, by its code (skolenhetskod).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub i32);

/// A class of a school. Two schools may both have a 7B.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class {
    /// The school.
    pub unit: UnitId,
    /// The name of the class at that school.
    pub name: String,
}

/// As UUIDs are written: `0192d3a4-…`, 36 characters.
fn uuid(id: u128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let [a, b, c, d] = [id >> 96, (id >> 80) & 0xffff, (id >> 64) & 0xffff, (id >> 48) & 0xffff];
    write!(f, "{a:08x}-{b:04x}-{c:04x}-{d:04x}-{:012x}", id & 0xffff_ffff_ffff)
}

/// Both ways of writing an id give the UUID.
macro_rules! written_as_uuid {
    ($($id:ident),+) => { $(
        impl fmt::Display for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                uuid(self.0, f)
            }
        }

        impl fmt::Debug for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                uuid(self.0, f)
            }
        }
    )+ };
}

written_as_uuid!(UserId, TokenId, PupilId, EpisodeId, ItemId, PeerId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_written_as_uuids() {
        let id = 0x0192_d3a4_5b6c_7d8e_9f01_2345_6789_abcd;
        assert_eq!(PupilId(id).to_string(), "0192d3a4-5b6c-7d8e-9f01-23456789abcd");
        assert_eq!(format!("{:?}", UserId(1)), "00000000-0000-0000-0000-000000000001");
    }
}
