//! `skollinjen room pair`, `peers` and `unpair`: rooms that send each other letters.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;
use casework::{Cx, swedish_time, verb::pairing, view::peers};
use text::{Arg, Language, Message};
use uuid::Uuid;

use crate::clock::{now, today};
use crate::config::{self, Config, about};
use crate::office;
use crate::operator::{actor, wait};
use crate::say::{self, line, refusal};

/// The most bytes of the other room's file: more is no such file.
const MOST: u64 = 64 * 1024;

/// What is handed over, or what the other room has handed over.
#[derive(clap::Args)]
pub struct Pair {
    #[command(flatten)]
    which: Which,
    /// Where letters to the room go: https://… of the server. Without it base_url of skollinjen.toml, else for rooms of
    /// the same server only.
    #[arg(long, value_name = "ADDRESS", conflicts_with = "accept")]
    address: Option<String>,
    /// Where to write the file to hand over; without it SLUG.pairing in this folder.
    #[arg(long, value_name = "FILE", conflicts_with = "accept")]
    to: Option<PathBuf>,
    /// The file that the other room has handed over.
    #[arg(long, value_name = "FILE", requires = "code")]
    accept: Option<PathBuf>,
    /// The code that somebody in the other room has read out.
    #[arg(long, value_name = "DIGITS", requires = "accept")]
    code: Option<String>,
}

/// Which room.
#[derive(clap::Args)]
pub struct Which {
    /// The room's slug.
    #[arg(long, value_name = "SLUG")]
    room: String,
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// Which pairing is to end.
#[derive(clap::Args)]
pub struct Unpair {
    #[command(flatten)]
    which: Which,
    /// The other room, as `room peers` shows it.
    #[arg(long, value_name = "ID")]
    peer: Uuid,
}

/// Hands over, or takes what was handed over.
pub(super) fn pair(args: &Pair, language: Language) -> anyhow::Result<()> {
    let (slug, config) = (&args.which.room, args.which.config()?);
    if let (Some(file), Some(code)) = (&args.accept, &args.code) {
        let offer = read(file)?;
        let name = args.which.with(&config, async |cx| Ok(pairing::confirm(cx, &offer, code).await?))?;
        say::say(&Message::new("pair-done").with("name", Arg::Text(name)), language);
        return Ok(());
    }
    let known = || config.entry(slug).and_then(|entry| entry.base_url.clone());
    let address = args.address.clone().or_else(known).unwrap_or_else(|| pairing::here(slug));
    let offered = args.which.with(&config, async |cx| Ok(pairing::offer(cx, &address)?))?;
    let file = args.to.clone().unwrap_or_else(|| PathBuf::from(format!("{slug}.pairing")));
    std::fs::write(&file, offered.text).context("writing the file to hand over")?;
    let code = if address == pairing::here(slug) { "pair-offered-here" } else { "pair-offered" };
    say::say(&about(code, &file).with("code", Arg::Text(offered.code)), language);
    Ok(())
}

/// One line for each room that is paired.
pub(super) fn peers(which: &Which, language: Language) -> anyhow::Result<()> {
    let page = which.with(&which.config()?, async |cx| Ok(peers::view(cx).await?))?;
    say::say(&Message::new("peers-own-code").with("code", Arg::Text(page.code)), language);
    if page.peers.is_empty() {
        say::say(&Message::new("peers-none"), language);
    }
    for it in page.peers {
        let waiting = match it.waiting {
            None => Message::new("peers-nothing-waits"),
            Some((count, since)) => Message::new("peers-waiting")
                .with("count", Arg::Count(i64::try_from(count).unwrap_or(i64::MAX)))
                .with("since", Arg::Text(swedish_time(since)?)),
        };
        let (since, kind) = (swedish_time(it.since)?, it.kind.code());
        line(&format!("{}  {kind}  {since}  {}  {}", it.id, it.address, it.name));
        line(&format!("    {}", text::render(&waiting, language)));
    }
    Ok(())
}

/// Ends a pairing.
pub(super) fn unpair(args: &Unpair, language: Language) -> anyhow::Result<()> {
    let stopped = args.which.with(&args.which.config()?, async |cx| Ok(pairing::unpair(cx, args.peer).await?))?;
    let stopped = Arg::Count(i64::try_from(stopped).unwrap_or(i64::MAX));
    say::say(&Message::new("unpair-done").with("count", stopped), language);
    Ok(())
}

impl Which {
    fn config(&self) -> anyhow::Result<Config> {
        Config::load(&config::folder(self.data.as_deref()))
    }

    /// Does something in the room, as whoever runs the command.
    fn with<T>(&self, config: &Config, work: impl AsyncFnOnce(&Cx) -> anyhow::Result<T>) -> anyhow::Result<T> {
        wait(async {
            let office = office::open(config, &self.room).await?;
            let done = work(&office.actor(actor()?, now(), today())).await;
            office.room().clone().close().await;
            done
        })
    }
}

fn read(path: &Path) -> anyhow::Result<String> {
    let file = std::fs::File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => refusal(about("file-not-found", path)),
        _ => anyhow::Error::new(error).context("reading the file of the other room"),
    })?;
    let mut text = Vec::new();
    file.take(MOST).read_to_end(&mut text).context("reading the file of the other room")?;
    String::from_utf8(text).map_err(|_| refusal(Message::new("door-offer-unreadable")))
}
