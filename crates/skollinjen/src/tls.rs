//! The certificate that `serve` shows: read at the start, checked so that what is wrong is told there, and read again
//! when the files have changed or the process is told to (SIGHUP).

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use anyhow::Context;
use jiff::Timestamp;
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, UnixTime};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use rustls::{Error, ServerConfig};
use text::{Language, Message};
use tokio::signal::unix::{SignalKind, signal};
use webpki::{EndEntityCert, KeyUsage};

use crate::clock::now;
use crate::config::about;
use crate::say::{self, refusal};

/// How often it is looked whether the files have changed.
const LOOK: Duration = Duration::from_secs(60);

/// A certificate chain and its private key, both PEM.
#[derive(Clone, Debug)]
pub struct Files {
    /// The certificate first, and then those that lead to a root.
    pub cert: PathBuf,
    /// The key of the first.
    pub key: PathBuf,
}

/// The pair that is shown to whoever connects now.
#[derive(Debug)]
struct Shown(RwLock<Arc<CertifiedKey>>);

impl ResolvesServerCert for Shown {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner)))
    }
}

/// The configuration of the server; from here on the files are watched. Call it inside a tokio runtime.
pub fn config(files: Files, language: Language) -> anyhow::Result<Arc<ServerConfig>> {
    let provider = Arc::new(ring::default_provider());
    let shown = Arc::new(Shown(RwLock::new(Arc::new(pair(&files, &provider, now())?))));
    let config = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .context("choosing the versions of TLS")?;
    let mut config = config.with_no_client_auth().with_cert_resolver(Arc::<Shown>::clone(&shown));
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    tokio::spawn(watch(files, provider, shown, language));
    Ok(Arc::new(config))
}

/// Reads the files again when they have changed or the process is told to. What cannot be used is told, and the pair
/// before goes on being shown.
async fn watch(files: Files, provider: Arc<CryptoProvider>, shown: Arc<Shown>, language: Language) {
    let Ok(mut told) = signal(SignalKind::hangup()) else { return };
    let mut seen = changed(&files);
    loop {
        let asked = tokio::select! {
            asked = told.recv() => asked.is_some(),
            () = tokio::time::sleep(LOOK) => false,
        };
        let found = changed(&files);
        if !asked && found == seen {
            continue;
        }
        seen = found;
        match pair(&files, &provider, now()) {
            Ok(pair) => {
                *shown.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(pair);
                say::say(&about("tls-read-again", &files.cert), language);
            }
            Err(reason) => say::log(&say::error(&reason, language)),
        }
    }
}

/// When the files were last changed.
fn changed(files: &Files) -> [Option<SystemTime>; 2] {
    [&files.cert, &files.key].map(|path| path.metadata().and_then(|it| it.modified()).ok())
}

/// Reads and checks a pair: it fits together, and is valid now.
fn pair(files: &Files, provider: &CryptoProvider, now: Timestamp) -> anyhow::Result<CertifiedKey> {
    let chain = CertificateDer::pem_slice_iter(&read(&files.cert)?).collect::<Result<Vec<_>, _>>();
    let chain = chain.map_err(|_| refusal(about("tls-cert-broken", &files.cert)))?;
    let first = chain.first().ok_or_else(|| refusal(about("tls-cert-broken", &files.cert)))?.clone();
    valid(&first, now).map_err(|code| refusal(about(code, &files.cert)))?;
    let key = PrivateKeyDer::from_pem_slice(&read(&files.key)?);
    let key = key.map_err(|_| refusal(about("tls-key-broken", &files.key)))?;
    CertifiedKey::from_der(chain, key, provider).map_err(|error| {
        refusal(match error {
            Error::InconsistentKeys(_) => both("tls-pair", files),
            _ => about("tls-key-broken", &files.key),
        })
    })
}

fn both(code: &'static str, files: &Files) -> Message {
    about(code, &files.cert).with("key", text::Arg::Text(files.key.display().to_string()))
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => refusal(about("file-not-found", path)),
        std::io::ErrorKind::PermissionDenied => refusal(about("file-not-permitted", path)),
        _ => anyhow::Error::new(error).context("reading a certificate"),
    })
}

/// Whether a certificate is valid at that time. Who has issued it is for the browsers to say: without any that we trust
/// the check ends there, after the dates.
fn valid(cert: &CertificateDer<'_>, now: Timestamp) -> Result<(), &'static str> {
    let since = Duration::from_secs(u64::try_from(now.as_second()).unwrap_or(0));
    let cert = EndEntityCert::try_from(cert).map_err(|_| "tls-cert-broken")?;
    let time = UnixTime::since_unix_epoch(since);
    let checked = cert.verify_for_usage(&[], &[], &[], time, KeyUsage::server_auth(), None, None);
    match checked.map(drop) {
        Err(webpki::Error::CertExpired { .. }) => Err("tls-cert-expired"),
        Err(webpki::Error::CertNotValidYet { .. }) => Err("tls-cert-early"),
        _ => Ok(()),
    }
}
