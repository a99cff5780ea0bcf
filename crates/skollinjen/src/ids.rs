//! Fresh ids for what can travel: UUIDv7, so that they sort by when they were made.

use uuid::{ContextV7, Timestamp, Uuid};

use crate::clock::now;

/// A fresh id.
pub fn new() -> Uuid {
    static CONTEXT: std::sync::Mutex<Option<ContextV7>> = std::sync::Mutex::new(None);
    let now = now();
    let (seconds, nanos) = (u64::try_from(now.as_second()).unwrap_or(0), now.subsec_nanosecond().unsigned_abs());
    let mut context = CONTEXT.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let context = context.get_or_insert_with(ContextV7::new);
    Uuid::new_v7(Timestamp::from_unix(&*context, seconds, nanos))
}

#[test]
fn ids_rise() {
    let ids: Vec<Uuid> = (0..1_000).map(|_| new()).collect();
    assert!(ids.is_sorted());
}
