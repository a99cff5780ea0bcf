//! A body that may be as long as it likes, as long as what comes is taken: what is read ahead for a heading without an
//! end is not kept in memory for ever.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, ready},
};

use axum::body::{Body, Bytes, HttpBody};
use http_body::Frame;

/// The most bytes that come without any being taken: a heading of a part is some hundred.
const MOST: usize = 4 * 1024 * 1024;

/// How much has come since something was taken last.
#[derive(Clone, Default)]
pub(super) struct Ahead(Arc<AtomicUsize>);

impl Ahead {
    /// Something was taken.
    pub(super) fn taken(&self) {
        self.0.store(0, Ordering::Relaxed);
    }
}

/// The body.
struct Guarded {
    body: Body,
    ahead: Ahead,
}

/// The body, guarded.
pub(super) fn guarded(body: Body, ahead: &Ahead) -> Body {
    Body::new(Guarded { body, ahead: ahead.clone() })
}

impl HttpBody for Guarded {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let Some(frame) = ready!(Pin::new(&mut self.body).poll_frame(cx)) else { return Poll::Ready(None) };
        let came = frame.as_ref().ok().and_then(|it| it.data_ref()).map_or(0, Bytes::len);
        // One piece may be large; many that nobody takes may not.
        let before = self.ahead.0.fetch_add(came, Ordering::Relaxed);
        if before > MOST {
            return Poll::Ready(Some(Err(axum::Error::new(io::Error::from(io::ErrorKind::FileTooLarge)))));
        }
        Poll::Ready(Some(frame))
    }
}
