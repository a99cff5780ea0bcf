//! What was read last and still holds: kept with the number that rises when it changes.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use crate::Result;

/// Values of one version, by key. Those of an earlier version go when a later one is asked for.
pub(crate) struct Kept<V, K, T>(Mutex<Option<Held<V, K, T>>>);

struct Held<V, K, T> {
    version: V,
    values: HashMap<K, Arc<T>>,
}

impl<V, K, T> Default for Kept<V, K, T> {
    fn default() -> Self {
        Kept(Mutex::new(None))
    }
}

impl<V: PartialEq + Clone, K: Eq + Hash, T> Kept<V, K, T> {
    /// The value of a key in a version: the one that is kept, or else what `read` reads.
    pub(crate) async fn of(&self, version: &V, key: K, read: impl Future<Output = Result<T>>) -> Result<Arc<T>> {
        let kept = |held: &Held<V, K, T>| held.values.get(&key).filter(|_| held.version == *version).cloned();
        if let Some(value) = self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref().and_then(kept) {
            return Ok(value);
        }
        let value = Arc::new(read.await?);
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.as_ref().is_none_or(|held| held.version != *version) {
            *held = Some(Held { version: version.clone(), values: HashMap::new() });
        }
        if let Some(held) = held.as_mut() {
            held.values.insert(key, Arc::clone(&value));
        }
        Ok(value)
    }
}

/// What somebody left for whoever comes next: taken by one at a time.
pub(crate) struct Left<T>(Mutex<Option<T>>);

impl<T> Default for Left<T> {
    fn default() -> Self {
        Left(Mutex::new(None))
    }
}

impl<T> Left<T> {
    /// Takes it, if it is there and nobody has it.
    pub(crate) fn take(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Leaves something in its place.
    pub(crate) fn keep(&self, left: Option<T>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = left;
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_value_is_read_once_in_each_version() {
        testkit::run(async {
            let (kept, reads) = (Kept::default(), Cell::new(0));
            let asked = [(1, "a", 1), (1, "a", 1), (1, "b", 2), (2, "a", 3), (2, "a", 3), (2, "b", 4)];
            for (version, key, expected) in asked {
                let read = async {
                    reads.set(reads.get() + 1);
                    Ok((version, key))
                };
                assert_eq!(*kept.of(&version, key, read).await.unwrap(), (version, key));
                assert_eq!(reads.get(), expected);
            }
        });
    }
}
