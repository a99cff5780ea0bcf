//! Serving: until told to stop, and then until the answers under way have been given.

use std::{future::Future, io};

use tokio::net::TcpListener;

use crate::{Site, router};

/// Serves the site on a socket until `stop` is done; requests that have begun are finished first.
///
/// # Errors
/// The socket.
pub async fn serve(
    listener: TcpListener,
    site: Site,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    axum::serve(listener, router(site)).with_graceful_shutdown(stop).await
}
