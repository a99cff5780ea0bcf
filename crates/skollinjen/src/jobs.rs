//! The jobs of the rooms: the loop that `serve` and `demo` run them in, and `skollinjen job …`.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use casework::job::{self, Kinds, Worker, step};
use casework::{Office, swedish_time};
use clap::Subcommand;
use room::jobs::{recurring, runs};
use text::{Arg, Language, Message, render};
use tokio::task::JoinHandle;

use crate::config::{self, Config};
use crate::operator::wait;
use crate::say::{line, refusal, say};
use crate::{clock, ids, office};

/// How often a room is asked whether something is due.
const PAUSE: Duration = Duration::from_secs(1);
/// How long a room is left alone that could not be asked.
const AFTER_FAULT: Duration = Duration::from_secs(15);

/// The commands on jobs.
#[derive(Subcommand)]
pub enum Command {
    /// Runs what is due in a room, and ends when nothing is. With a kind: that kind only, due or not.
    Run {
        /// The room's slug.
        room: String,
        /// The kind, as `job list` shows it.
        kind: Option<String>,
        /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
        #[arg(long, value_name = "FOLDER")]
        data: Option<PathBuf>,
    },
    /// Shows what a room does by itself: what waits, what was given up, and what comes when.
    List {
        /// The room's slug.
        room: String,
        /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
        #[arg(long, value_name = "FOLDER")]
        data: Option<PathBuf>,
    },
}

/// Runs a command.
pub fn run(command: &Command, language: Language) -> anyhow::Result<()> {
    let (Command::Run { data, room, .. } | Command::List { data, room }) = command;
    let config = Config::load(&config::folder(data.as_deref()))?;
    wait(async {
        let office = office::open(&config, room).await?;
        let done = match command {
            Command::Run { kind, .. } => {
                let kinds = crate::backup::kinds(crate::backup::places(&config, None));
                let (kinds, others) = with_door(&config, room, &office, kinds).await;
                let done = once(&office, kinds, kind.as_deref(), language).await;
                for other in others {
                    other.close().await;
                }
                done
            }
            Command::List { .. } => list(&office, language).await,
        };
        office.room().clone().close().await;
        done
    })
}

/// The kinds with the one that carries letters, and the other rooms of the map that it needs. One that does not open is
/// one that cannot be reached: its letters wait.
async fn with_door(config: &Config, slug: &str, office: &Office, kinds: Kinds) -> (Kinds, Vec<room::Room>) {
    let mut others = Vec::new();
    for (other, _) in config.rooms().filter(|(other, _)| *other != slug) {
        others.extend(config.open(other).await.ok());
    }
    let here = others.iter().chain([office.room()]).cloned().collect();
    (kinds.with_door(here), others)
}

/// Runs what is due until nothing is. A job that does not go well is told, and is an error when all are done.
async fn once(office: &Office, kinds: Kinds, kind: Option<&str>, language: Language) -> anyhow::Result<()> {
    let worker = worker(office.clone(), kinds, Arc::new(clock::moment), Arc::default());
    if let Some(kind) = kind {
        if worker.kinds.get(kind).is_none() {
            return Err(refusal(Message::new("job-kind-missing").with("kind", Arg::Text(kind.to_owned()))));
        }
        job::standing(office, clock::now()).await?;
        job::asked(&worker, kind).await?;
    }
    let (mut ran, mut failed) = (0, 0);
    while let Some(one) = step(&worker, kind).await? {
        ran += 1;
        failed += i64::from(!one.well);
        let what = render(&job::name(&one.kind), language);
        let said = text::render_all(&one.said, language);
        let code = match (one.well, said.is_empty()) {
            (true, true) => "job-ran-quietly",
            (true, false) => "job-ran",
            (false, _) => "job-ran-badly",
        };
        say(&Message::new(code).with("kind", Arg::Text(what)).with("said", Arg::Text(said)), language);
    }
    if failed > 0 {
        return Err(refusal(Message::new("job-some-failed").with("count", Arg::Count(failed))));
    }
    if ran == 0 {
        say(&Message::new("job-nothing-due"), language);
    }
    Ok(())
}

/// One line for each job that is not done, and for each that comes again.
async fn list(office: &Office, language: Language) -> anyhow::Result<()> {
    for job in runs::waiting(office.room()).await? {
        let state = match (job.given_up, job.leased_until) {
            (Some(_), _) => "job-state-given-up",
            (None, Some(until)) if until > clock::now() => "job-state-running",
            (None, Some(_)) => "job-state-cut-off",
            (None, None) => "job-state-waiting",
        };
        let state = render(&Message::new(state), language);
        line(&format!("{}\t{state}\t{}\t{}", job.kind, swedish_time(job.run_at)?, job.id));
    }
    for job in recurring::all(office.room()).await? {
        let state = if job.enabled { "job-state-coming" } else { "job-state-paused" };
        let state = render(&Message::new(state), language);
        line(&format!("{}\t{state}\t{}\t{}", job.kind, swedish_time(job.next)?, job.id));
    }
    Ok(())
}

fn worker(office: Office, kinds: Kinds, clock: web::Clock, stop: Arc<AtomicBool>) -> Worker {
    let log = Arc::new(crate::say::log);
    Worker { office, kinds: Arc::new(kinds), clock, new_id: Arc::new(ids::new), log, stop }
}

/// The loops of all rooms of a server.
pub struct Loops {
    stop: Arc<AtomicBool>,
    all: Vec<JoinHandle<()>>,
}

impl Loops {
    /// Begins: each room has a loop of its own, and does one job at a time.
    pub async fn begin(offices: &[Office], kinds: &Kinds, clock: &web::Clock) -> anyhow::Result<Loops> {
        let stop = Arc::new(AtomicBool::new(false));
        let mut all = Vec::new();
        for office in offices {
            job::standing(office, clock().0).await?;
            all.push(tokio::spawn(go(worker(office.clone(), kinds.clone(), clock.clone(), stop.clone()))));
        }
        Ok(Loops { stop, all })
    }

    /// What tells them to end, as soon as the server is asked to.
    pub fn stop(&self) -> Arc<AtomicBool> {
        self.stop.clone()
    }

    /// Waits until they have: a job that runs gets a few seconds, and is handed back.
    pub async fn end(self) {
        self.stop.store(true, Ordering::Relaxed);
        for one in self.all {
            one.await.ok(); // one that panicked has nothing left to hand back
        }
    }
}

/// Runs the jobs of a room until it is told to stop.
async fn go(worker: Worker) {
    while !worker.stop.load(Ordering::Relaxed) {
        let pause = match step(&worker, None).await {
            Ok(Some(_)) => continue,
            Ok(None) => PAUSE,
            Err(problem) => {
                (worker.log)(&format!("jobs of {}: {problem}", worker.office.room().slug()));
                AFTER_FAULT
            }
        };
        let mut left = pause;
        while !left.is_zero() && !worker.stop.load(Ordering::Relaxed) {
            let part = left.min(PAUSE / 4);
            tokio::time::sleep(part).await;
            left -= part;
        }
    }
}
