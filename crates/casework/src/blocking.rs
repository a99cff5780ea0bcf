//! Work that keeps a processor or a disk busy, on a thread of its own, so that no page waits for it.

use crate::{Failure, Result};

/// Does the work and gives what came of it.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(gone)?
}

/// Does the work, and passes on what it tells meanwhile.
pub(crate) async fn telling<T: Send + 'static, P: Send + 'static>(
    progress: &(dyn Fn(P) + Send + Sync),
    work: impl FnOnce(&(dyn Fn(P) + Send + Sync)) -> Result<T> + Send + 'static,
) -> Result<T> {
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let working = tokio::task::spawn_blocking(move || {
        work(&|stage| {
            tell.send(stage).ok(); // nobody listens any more: the work goes on all the same
        })
    });
    while let Some(stage) = told.recv().await {
        progress(stage);
    }
    working.await.map_err(gone)?
}

fn gone(error: tokio::task::JoinError) -> Failure {
    Failure::Fault { context: "a thread that worked for a request", source: Box::new(error) }
}
