//! Serving: until told to stop, and then until the answers under way have been given.

use std::{future::Future, io, sync::Arc};

use rustls::ServerConfig;
use tokio::net::TcpListener;

use crate::{Site, router, tls::Tls};

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

/// The same over TLS, with the certificate that the configuration chooses for each connection.
///
/// # Errors
/// The socket.
pub async fn serve_tls(
    listener: TcpListener,
    config: Arc<ServerConfig>,
    site: Site,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    axum::serve(Tls::over(listener, config)?, router(site)).with_graceful_shutdown(stop).await
}
