//! A room with a worker whose clock the test moves.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use access::{Access, Actor, Job, Place, Role, RoleAt, UserId, WriteAct};
use casework::job::{Kind, Kinds, Run, Worked, Worker};
use casework::{Cx, Office, Who};
use domain::Day;
use jiff::{SignedDuration, Timestamp};
use pack::Pack;
use room::{New, Room, RoomKind};
use tempfile::TempDir;
use testkit::{Database, Kind as On};
use uuid::Uuid;

pub struct Home {
    pub worker: Worker,
    folder: TempDir,
    pub log: Arc<Mutex<Vec<String>>>,
    seconds: Arc<AtomicI64>,
}

/// 2026-11-20, a Friday, at noon in UTC: 13 in Sweden.
pub fn start() -> Timestamp {
    "2026-11-20T12:00:00Z".parse().unwrap()
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0192_d3a4_5b6c_7000_8000_0000_0000_0000 + number)
}

impl Home {
    pub async fn new(on: On) -> Home {
        let Database { url, key, folder } = on.database().await;
        let new = New { slug: "bjorkstad-skola", kind: RoomKind::School, name: "Björkstad", demo: false };
        let room = Room::create(&url, &key, &new, start()).await.unwrap();
        let attendance = folder.path().join("attendance");
        std::fs::create_dir_all(&attendance).unwrap();
        let access = Arc::new(Access::new().unwrap());
        let office = Office::new(room, access, Arc::new(Pack::embedded().unwrap()), attendance);
        let (seconds, log) = (Arc::new(AtomicI64::new(0)), Arc::new(Mutex::new(Vec::new())));
        let (clock, lines, ids) = (seconds.clone(), log.clone(), Arc::new(AtomicU64::new(1000)));
        let worker = Worker {
            office,
            kinds: Arc::new(Kinds::ours()),
            clock: Arc::new(move || {
                let now = start() + SignedDuration::from_secs(clock.load(Ordering::SeqCst));
                (now, Day::of(now.to_zoned(jiff::tz::TimeZone::UTC).date()))
            }),
            new_id: Arc::new(move || id(u128::from(ids.fetch_add(1, Ordering::SeqCst)))),
            log: Arc::new(move |line| lines.lock().unwrap().push(line.to_owned())),
            stop: Arc::new(AtomicBool::new(false)),
        };
        Home { worker, folder, log, seconds }
    }

    /// With a kind of job that does what the test says.
    pub fn doing<W>(mut self, work: impl Fn(Run) -> W + Send + Sync + 'static) -> Home
    where
        W: Future<Output = Worked> + Send + 'static,
    {
        let kinds = (*self.worker.kinds).clone();
        self.worker.kinds = Arc::new(kinds.with(Kind::new("import", Job::Import, WriteAct::Import, work)));
        self
    }

    /// Everything that the room keeps on disk.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub fn later(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }

    pub fn now(&self) -> Timestamp {
        (self.worker.clock)().0
    }

    pub fn room(&self) -> &Room {
        self.worker.office.room()
    }

    pub fn administrator(&self) -> Cx {
        self.person(Role::Administrator)
    }

    pub fn person(&self, role: Role) -> Cx {
        let roles = vec![RoleAt { role, place: Place::Room }];
        let (now, today) = (self.worker.clock)();
        self.worker.office.person(Who { user: UserId(7), name: "Ada".to_owned(), roles }, now, today)
    }

    pub fn job(&self) -> Cx {
        let (now, today) = (self.worker.clock)();
        self.worker.office.actor(Actor::Job(Job::Import), now, today)
    }

    /// Asks for a job.
    pub async fn ask(&self, number: u128) {
        self.ask_kind(number, "import").await;
    }

    pub async fn ask_kind(&self, number: u128, kind: &'static str) {
        let mut change = self.room().change(self.now()).await.unwrap();
        casework::job::enqueue(&mut change, &self.job(), kind, id(number), &[id(77)]).await.unwrap();
        change.commit().await.unwrap();
    }

    /// Who is in the journal, and how often.
    pub async fn journalled(&self) -> BTreeMap<String, usize> {
        let access = Access::new().unwrap();
        let reviewer =
            Actor::Person { user: UserId(9), roles: vec![RoleAt { role: Role::AccessReviewer, place: Place::Room }] };
        let permit = access.decide(&reviewer, access::ReadAct::ReviewJournal, &access::Target::Room).unwrap();
        let mut reading = self.room().reading(self.now());
        let all = room::journal::review(&mut reading, permit, None, 500).await.unwrap();
        let mut by = BTreeMap::new();
        for entry in &all {
            *by.entry(entry.actor.clone()).or_default() += 1;
        }
        by
    }
}
