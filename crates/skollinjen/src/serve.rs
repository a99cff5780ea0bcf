//! `skollinjen serve`: the rooms of the map in the browser.

use std::collections::BTreeMap;
use std::fs::File;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use access::{Actor, Job};
use anyhow::Context;
use casework::Office;
use casework::job::{self, Kinds};
use rustls::ServerConfig;
use text::{Arg, Language, Message};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use web::Site;

use crate::clock;
use crate::config::{self, Config, about};
use crate::operator::wait;
use crate::say::{refusal, say};
use crate::{backup, hold, ids, jobs, office, tls};

/// Which rooms, and where they can be reached.
#[derive(clap::Args)]
pub struct Args {
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// The address to listen at. For others than this machine, speak TLS (`--cert`) or put a proxy that does in front.
    #[arg(long, default_value = "127.0.0.1:7878", value_name = "ADDRESS")]
    listen: SocketAddr,
    /// A proxy in front speaks TLS: cookies then demand it.
    #[arg(long, conflicts_with = "cert")]
    https: bool,
    /// Speak TLS with this certificate: PEM, with those that lead to a root after it.
    #[arg(long, value_name = "FILE", requires = "key")]
    cert: Option<PathBuf>,
    /// The private key of the certificate, PEM.
    #[arg(long, value_name = "FILE", requires = "cert")]
    key: Option<PathBuf>,
    /// Make a backup of every room here each night. It goes before what skollinjen.toml says.
    #[arg(long, value_name = "FOLDER")]
    backup: Option<PathBuf>,
}

/// Serves until it is told to stop.
pub fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    let config = Config::load(&config::folder(args.data.as_deref()))?;
    wait(async {
        // First: what is wrong with a certificate is told before any room is opened.
        let tls = args.tls().map(|files| tls::config(files, language)).transpose()?;
        let _held = hold_all(&config)?;
        let offices = open(&config).await?;
        let backups = backup::places(&config, args.backup.as_deref());
        for (slug, office) in &offices {
            job::nightly_backup(office, backups.contains_key(slug), clock::now()).await?;
        }
        let mut setup = BTreeMap::new();
        for (slug, office) in &offices {
            if casework::verb::account::none(office).await? {
                let code = casework::first::code()?;
                let message = Message::new("serve-first-run").with("code", Arg::Text(code.clone()));
                let path = format!("{}/{slug}/forsta-gangen", address(args.listen, tls.is_some()));
                say(&message.with("room", Arg::Text(slug.clone())).with("address", Arg::Text(path)), language);
                setup.insert(slug.clone(), code);
            }
        }
        if !args.listen.ip().is_loopback() && !args.https && tls.is_none() {
            say(&Message::new("serve-open"), language);
        }
        let site = Site {
            offices,
            clock: Arc::new(clock::moment),
            new_id: Arc::new(ids::new),
            log: Arc::new(crate::say::log),
            setup,
            demo: false,
            secure: args.https || tls.is_some(),
        };
        listen(args.listen, site, &backup::kinds(backups), tls, language).await
    })
}

impl Args {
    /// The certificate, when we speak TLS ourselves.
    fn tls(&self) -> Option<tls::Files> {
        let (cert, key) = self.cert.clone().zip(self.key.clone())?;
        Some(tls::Files { cert, key })
    }
}

/// Holds every room that can be opened, so that none is restored or destroyed while it is served.
fn hold_all(config: &Config) -> anyhow::Result<Vec<File>> {
    let keys = config.rooms().map(|(slug, entry)| (slug, config.key(entry)));
    // A room without its key is told when it is opened.
    keys.filter(|(_, key)| key.path().is_file()).map(|(slug, key)| hold::shared(key.path(), slug)).collect()
}

/// Opens every room of the map.
async fn open(config: &Config) -> anyhow::Result<BTreeMap<String, Office>> {
    let mut offices = BTreeMap::new();
    for (slug, _) in config.rooms() {
        offices.insert(slug.to_owned(), office::open(config, slug).await?);
    }
    if offices.is_empty() { Err(refusal(about("room-list-none", &config.path()))) } else { Ok(offices) }
}

/// Listens, says where, and serves until the process is told to stop. Meanwhile it runs the jobs of the rooms.
pub async fn listen(
    at: SocketAddr,
    site: Site,
    kinds: &Kinds,
    tls: Option<Arc<ServerConfig>>,
    language: Language,
) -> anyhow::Result<()> {
    let taken = |_| refusal(Message::new("serve-taken").with("address", Arg::Text(at.to_string())));
    let listener = TcpListener::bind(at).await.map_err(taken)?;
    let at = listener.local_addr().context("asking where we listen")?;
    let offices: Vec<Office> = site.offices.values().cloned().collect();
    let kinds = kinds.clone().with_door(offices.iter().map(|office| office.room().clone()).collect());
    let (now, today) = (site.clock)();
    for office in &offices {
        // What an import left that was cut off, in this process or another.
        casework::verb::sweep::run(&office.actor(Actor::Job(Job::Import), now, today)).await?;
    }
    let stop = stop()?;
    let code = if site.demo { "demo-ready" } else { "serve-ready" };
    say(&Message::new(code).with("address", Arg::Text(address(at, tls.is_some()))), language);
    let loops = jobs::Loops::begin(&offices, &kinds, &site.clock).await?;
    let ending = loops.stop();
    let stop = async move {
        stop.await;
        ending.store(true, Ordering::Relaxed);
    };
    let served = match tls {
        Some(config) => web::serve_tls(listener, config, site, stop).await,
        None => web::serve(listener, site, stop).await,
    };
    let served = served.context("serving");
    loops.end().await;
    served?;
    for office in offices {
        office.room().clone().close().await;
    }
    Ok(())
}

fn address(at: SocketAddr, tls: bool) -> String {
    let host = if at.ip().is_loopback() { "localhost".to_owned() } else { at.ip().to_string() };
    let scheme = if tls { "https" } else { "http" };
    format!("{scheme}://{host}:{}", at.port())
}

/// Waits until somebody presses Ctrl-C, or the system asks the process to end. It listens from the call on, and not
/// only when it is waited for: whoever has read that the server is ready may ask it to end.
fn stop() -> anyhow::Result<impl Future<Output = ()>> {
    let listen = |kind| signal(kind).context("listening to the system");
    let (mut interrupt, mut terminate) = (listen(SignalKind::interrupt())?, listen(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}
