//! Fresh ids for what can travel: UUIDv7, so that they sort by when they were made.

use uuid::{Builder, Uuid};

use crate::clock::now;

/// A fresh id.
pub fn new() -> Uuid {
    let millis = u64::try_from(now().as_millisecond()).unwrap_or(0);
    let drawn = Uuid::new_v4();
    let [_, _, _, _, _, _, tail @ ..] = drawn.into_bytes();
    Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
}

#[test]
fn ids_are_their_own_and_of_version_7() {
    let ids: std::collections::BTreeSet<Uuid> = (0..1_000).map(|_| new()).collect();
    assert_eq!(ids.len(), 1_000);
    assert!(ids.iter().all(|id| id.get_version_num() == 7));
}
