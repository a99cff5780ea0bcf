//! Work that keeps a processor or a disk busy, on a thread of its own, so that no page waits for it.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use crate::{Failure, Result};

/// Does two things at once, and stops at the first that goes wrong.
pub(crate) async fn both<A, B>(
    one: impl Future<Output = Result<A>>,
    other: impl Future<Output = Result<B>>,
) -> Result<(A, B)> {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    poll_fn(|waker| {
        if first.is_none()
            && let Poll::Ready(done) = one.as_mut().poll(waker)
        {
            first = Some(done?);
        }
        if second.is_none()
            && let Poll::Ready(done) = other.as_mut().poll(waker)
        {
            second = Some(done?);
        }
        match (first.take(), second.take()) {
            (Some(first), Some(second)) => Poll::Ready(Ok((first, second))),
            (not_yet, nor_this) => {
                (first, second) = (not_yet, nor_this);
                Poll::Pending
            }
        }
    })
    .await
}

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
