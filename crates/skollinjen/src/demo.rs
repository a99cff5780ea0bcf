//! `skollinjen demo`: Björkstad in the browser: a made-up municipality, imported by the same verbs as everybody else.

mod accounts;
mod again;
mod families;
mod files;
mod fill;
mod place;
mod play;
mod rooms;
mod story;
mod token;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use casework::job::Kinds;
use casework::verb::import::{Delivered, Import, run as import};
use domain::Day;
use text::{Arg, Language, Message};
use web::Site;

use crate::import::shown::Shown;
use crate::operator::{actor, wait};
use crate::say::say;
use crate::{clock, ids, office, serve};

/// How large, and where.
#[derive(clap::Args)]
pub struct Args {
    /// Number of pupils in the municipality.
    #[arg(long, default_value_t = 6_000, value_parser = clap::value_parser!(i32).range(100..=200_000))]
    pupils: i32,
    /// Port to listen at; 0 takes a free one.
    #[arg(long, default_value_t = 7878)]
    port: u16,
    /// Threads for making files and for the scan.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=64))]
    threads: u8,
    /// Keep the demo in this folder, and go on with it the next time. Without it the demo goes when it is ended.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Make a token for the API, over the whole municipality, and show it.
    #[arg(long)]
    token: bool,
    /// The day that the clock stands at. A later one, with a demo that was kept, shows how follow-ups come back.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day, default_value_t = Day::of(cast::clock::DEMO_DAY))]
    day: Day,
    /// Imports a school's last month again every so many seconds: for measuring.
    #[arg(long, value_name = "SECONDS", hide = true, value_parser = clap::value_parser!(u16).range(1..))]
    again: Option<u16>,
}

/// Makes the municipality unless it is there, and serves it.
pub fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    let started = Instant::now();
    let place = place::of(args.data.as_deref())?;
    let slug = cast::schools::EDUCATION.code;
    let at = clock::demo(args.day);
    wait(async {
        let made = place::rooms(place.folder(), language).await?;
        let config = place.config()?;
        let office = office::open(&config, slug).await?;
        let social = office::open(&config, cast::schools::SOCIAL.code).await?;
        let compass = office::open(&config, cast::schools::COMPASS.code).await?;
        if made {
            let (now, today) = at();
            let threads = usize::from(args.threads);
            let town = fill::Town { school: &office, social: &social, compass: &compass, at: (now, today), threads };
            town.settle().await?;
            let files = files::write(place.folder(), args.pupils, args.threads, language)?;
            let as_of = Day::of(cast::clock::DEMO_DAY);
            let delivered = [&files.pupils, &files.lessons].map(Delivered::at).to_vec();
            let order = Import { files: delivered, as_of, confirm: false, threads };
            let shown = Shown::new(language);
            let done = import(&office.actor(actor()?, now, today), order, &|stage| shown.show(stage)).await;
            shown.end();
            drop(files);
            let done = done?;
            let played = town.play(place.folder(), args.pupils).await?;
            let count = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
            let tenths = i64::try_from(started.elapsed().as_millis() / 100).unwrap_or(i64::MAX);
            let message =
                Message::new("demo-made").with("pupils", count(done.told.pupils)).with("rows", count(done.told.rows));
            let message = message.with("episodes", Arg::Count(i64::try_from(played).unwrap_or(i64::MAX)));
            say(&message.with("seconds", Arg::Tenths(tenths)), language);
        }
        if let Some(seconds) = args.again {
            let (folder, every) = (place.folder(), Duration::from_secs(u64::from(seconds)));
            let history = folder.join(slug).join("attendance");
            let again = again::prepare(folder, &history, args.pupils, every, usize::from(args.threads))?;
            tokio::spawn(again::run(again, office.clone(), actor()?, at.clone()));
        }
        if args.token {
            let (now, today) = at();
            let secret = token::make(&office.actor(actor()?, now, today)).await?;
            say(&Message::new("demo-token").with("token", Arg::Text(secret)), language);
        }
        let all = [(slug, office), (cast::schools::SOCIAL.code, social), (cast::schools::COMPASS.code, compass)];
        let offices = BTreeMap::from(all.map(|(slug, office)| (slug.to_owned(), office)));
        let site = Site {
            offices,
            clock: Arc::new(at),
            new_id: Arc::new(ids::new),
            log: Arc::new(crate::say::log),
            setup: BTreeMap::new(),
            demo: true,
            secure: false,
        };
        serve::listen(SocketAddr::from((Ipv4Addr::LOCALHOST, args.port)), site, &Kinds::ours(), None, language).await
    })
}
