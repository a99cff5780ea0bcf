//! What every verb and view gets: the room, who asks, and when.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use access::{Access, Actor, RoleAt};
use domain::Day;
use jiff::Timestamp;
use pack::Pack;
use room::Room;

use crate::secret::gate::Gate;

/// A running room: what all requests to it share.
#[derive(Clone)]
pub struct Office {
    room: Room,
    access: Arc<Access>,
    pack: Arc<Pack>,
    attendance: PathBuf,
    gate: Arc<Gate>,
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
        Office { room, access, pack, attendance, gate: Arc::default() }
    }

    /// The room.
    pub fn room(&self) -> &Room {
        &self.room
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
    /// The room.
    pub fn room(&self) -> &Room {
        &self.office.room
    }

    /// The policies.
    pub fn access(&self) -> &Access {
        &self.office.access
    }

    /// The method pack.
    pub fn pack(&self) -> &Pack {
        &self.office.pack
    }

    /// The folder of the attendance history.
    pub fn attendance(&self) -> &Path {
        &self.office.attendance
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
