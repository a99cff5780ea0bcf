//! What every verb and view gets: the room, who asks, and when.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use absence::history::Manifest;
use absence::signals::season::Season;
use access::{Access, Actor, Job, ListAct, RoleAt};
use domain::Day;
use domain::calendar::Calendar;
use jiff::Timestamp;
use pack::Pack;
use room::results::PeerWeek;
use room::{Room, Versions, people};
use tokio::sync::Mutex;

use crate::blocking::blocking;
use crate::job::Board;
use crate::kept::{Kept, Left};
use crate::names::Names;
use crate::schools::Schools;
use crate::secret::gate::Gate;
use crate::verb::import::Scanned;
use crate::{Failure, Refusal, Result};

/// A running room: what all requests to it share.
#[derive(Clone)]
pub struct Office {
    room: Room,
    access: Arc<Access>,
    pack: Arc<Pack>,
    attendance: PathBuf,
    names: Arc<Mutex<Option<Arc<Names>>>>,
    gate: Arc<Gate>,
    guesses: Arc<Gate>,
    kept: Arc<KeptOfRoom>,
    board: Arc<Board>,
}

/// What most pages need and few things change: nothing of that is about a person. And what an import goes on from, which
/// no page reads.
#[derive(Default)]
pub(crate) struct KeptOfRoom {
    /// By version of the attendance history.
    pub(crate) manifest: Kept<u64, (), Manifest>,
    /// By version of the settings.
    pub(crate) schools: Kept<i64, (), Schools>,
    /// By version of the settings.
    pub(crate) calendar: Kept<i64, (), Calendar>,
    /// By version of the settings: the method pack with the room's thresholds, as at an instant.
    pub(crate) method: Kept<i64, i64, Pack>,
    /// By version of the results: of a school and level, whole groups only.
    pub(crate) peers: Kept<i64, (i32, u8), Vec<PeerWeek>>,
    /// By version of the results.
    pub(crate) season: Kept<i64, (), Season>,
    /// What the last scan left, for the next import.
    pub(crate) scanned: Left<Scanned>,
}

/// Somebody who has signed in, as the pages show her or him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The account.
    pub user: access::UserId,
    /// Name.
    pub name: String,
    /// Roles that hold today.
    pub roles: Vec<RoleAt>,
}

impl Office {
    /// A room with its policies, its method pack and the folder of its attendance history.
    pub fn new(room: Room, access: Arc<Access>, pack: Arc<Pack>, attendance: PathBuf) -> Office {
        Office {
            room,
            access,
            pack,
            attendance,
            names: Arc::default(),
            gate: Arc::default(),
            guesses: Arc::default(),
            kept: Arc::default(),
            board: Arc::default(),
        }
    }

    /// The room.
    pub fn room(&self) -> &Room {
        &self.room
    }

    /// Which side of an episode the room is; a region's is none.
    pub fn side(&self) -> Option<access::Side> {
        self.room.kind().side()
    }

    /// The folder of the attendance history.
    pub(crate) fn attendance(&self) -> &Path {
        &self.attendance
    }

    /// How far the jobs have come that run in this process.
    pub(crate) fn board(&self) -> &Board {
        &self.board
    }

    /// How fast sign-ins may come.
    pub(crate) fn gate(&self) -> &Gate {
        &self.gate
    }

    /// What a person does or sees now.
    pub fn person(&self, who: Who, now: Timestamp, today: Day) -> Cx {
        let actor = Actor::Person { user: who.user, roles: who.roles.clone() };
        Cx { office: self.clone(), actor, who: Some(who), now, today }
    }

    /// What another system reads now, by the secret of its token. How many wrong ones may come is limited; whoever has a
    /// right one never waits for those who guess.
    ///
    /// # Errors
    /// Denied, with the code `token-unknown`: no token has that secret, or the one that has was taken back or has ended;
    /// the three are not told apart. Refused, with the code `token-busy`: too many wrong secrets have come. The room.
    pub async fn token(&self, secret: &str, now: Timestamp, today: Day) -> Result<Cx> {
        if let Some(actor) = room::tokens::find(&self.room, secret, today).await? {
            return Ok(self.actor(actor, now, today));
        }
        if self.guesses.enter(now) {
            return Err(Failure::denied("token-unknown"));
        }
        Err(Refusal::new("token-busy").into())
    }

    /// What a job or a command does now.
    pub fn actor(&self, actor: Actor, now: Timestamp, today: Day) -> Cx {
        Cx { office: self.clone(), actor, who: None, now, today }
    }
}

/// One request: who asks, in which room, and when.
#[derive(Clone)]
pub struct Cx {
    office: Office,
    actor: Actor,
    who: Option<Who>,
    now: Timestamp,
    today: Day,
}

impl Cx {
    /// The same request, done by a job of the room.
    pub(crate) fn as_job(&self, job: Job) -> Cx {
        Cx { actor: Actor::Job(job), who: None, ..self.clone() }
    }

    /// The room.
    pub fn room(&self) -> &Room {
        &self.office.room
    }

    /// The policies.
    pub fn access(&self) -> &Access {
        &self.office.access
    }

    /// The method pack.
    pub fn pack(&self) -> &Arc<Pack> {
        &self.office.pack
    }

    /// The folder of the attendance history.
    pub fn attendance(&self) -> &Path {
        &self.office.attendance
    }

    /// The index of names, built anew when the people of the room have changed. One request builds it, under the permit
    /// of its job; the others wait for it.
    pub(crate) async fn names(&self) -> Result<Arc<Names>> {
        let mut names = self.office.names.lock().await;
        let version = self.versions().await?.people;
        if let Some(names) = names.as_ref().filter(|names| names.holds(version, self.today)) {
            return Ok(Arc::clone(names));
        }
        let permit = self.access().scope(&Actor::Job(Job::Names), ListAct::IndexNames)?;
        let mut reading = self.room().reading(self.now);
        let all = people::index(&mut reading, permit, self.today).await?;
        let all = reading.show(all).await?;
        let day = self.today;
        let built = Arc::new(blocking(move || Names::of(version, day, all)).await?);
        *names = Some(Arc::clone(&built));
        Ok(built)
    }

    /// How far everything in the room has come.
    pub(crate) async fn versions(&self) -> Result<Versions> {
        Ok(room::versions(self.room()).await?)
    }

    /// What was read before and may still hold.
    pub(crate) fn kept(&self) -> &KeptOfRoom {
        &self.office.kept
    }

    /// How far a job that runs in this process has come.
    pub(crate) fn progress(&self, job: uuid::Uuid) -> Option<crate::job::Progress> {
        self.office.board().of(job)
    }

    /// Who asks, for a decision.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Who has signed in; nobody when a job or a command asks.
    pub fn who(&self) -> Option<&Who> {
        self.who.as_ref()
    }

    /// The instant of the request.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The day of the request, in Sweden.
    pub fn today(&self) -> Day {
        self.today
    }
}
