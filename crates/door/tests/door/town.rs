//! A school's room and a social room that are paired, and letters from the one to the other.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::LazyLock;

use access::{
    Access, Actor, EpisodeAt, EpisodeId, Job, Permit, Place, PupilId, ReadAct, Role, RoleAt, Side, Target, UnitId,
    UserId, Write, WriteAct, Zone,
};
use domain::pupil::{Pupil, Span};
use domain::{Day, Grade, SchoolForm, SchoolYear};
use door::deliver::{Round, StillLawful, deliver};
use door::letter::{Draft, Item};
use door::transport::{Loopback, Transport};
use door::{Result, letter, pair};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use room::door::outbox::{State, Waiting};
use room::door::{inbox, outbox, peers};
use room::{New, Room, RoomKind, people};
use testkit::{Database, Kind};
use uuid::Uuid;

static ACCESS: LazyLock<Access> = LazyLock::new(|| Access::new().unwrap());
const SCHOOL: i32 = 90_000_101;

/// The clock when a test begins.
pub fn start() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// So many hours later: every wait is over after one.
pub fn later(hours: i64) -> Timestamp {
    start().checked_add(SignedDuration::from_hours(hours)).unwrap()
}

/// A UUID of version 7 that is the same in every run.
pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0192_d3a4_5b6c_7000_8000_0000_0000_0000 + number)
}

/// A room and where it lives.
pub struct Home {
    pub at: Database,
    pub room: Room,
}

impl Home {
    pub async fn new(on: Kind, kind: RoomKind) -> Home {
        let at = on.database().await;
        let name = if kind == RoomKind::School { "Björkstads utbildningsnämnd" } else { "Björkstads socialnämnd" };
        let new = New { slug: kind.code(), kind, name, demo: false };
        let room = Room::create(&at.url, &at.key, &new, start()).await.unwrap();
        Home { at, room }
    }

    /// As when the program has died and is started again.
    pub async fn restart(&mut self) {
        self.room.clone().close().await;
        self.room = Room::open(&self.at.url, &self.at.key).await.unwrap();
    }
}

/// Two rooms that are paired, and a pupil in the school's.
pub struct Town {
    pub school: Home,
    pub social: Home,
}

impl Town {
    pub async fn new(on: Kind) -> Town {
        let (school, social) = (Home::new(on, RoomKind::School).await, Home::new(on, RoomKind::Social).await);
        introduce(&school.room, &social.room, "loopback:social").await.unwrap();
        introduce(&social.room, &school.room, "loopback:school").await.unwrap();
        settle(&school.room).await;
        Town { school, social }
    }

    pub fn loopback(&self) -> Loopback {
        Loopback::new(vec![self.school.room.clone(), self.social.room.clone()])
    }

    /// A round of the school's door at that time.
    pub async fn round(&self, over: &impl Transport, now: Timestamp) -> Round {
        deliver(&self.school.room, over, &Always, now).await.unwrap()
    }

    pub async fn restart(&mut self) {
        self.school.restart().await;
        self.social.restart().await;
    }

    /// Writes a letter into the school's outbox: its bytes.
    pub async fn send(&self, number: u128) -> Vec<u8> {
        self.send_saying(number, "sommarlov").await
    }

    pub async fn send_saying(&self, number: u128, word: &str) -> Vec<u8> {
        let letter = self.written(number, word).await;
        put(&self.school.room, self.social.room.id(), number, &letter).await.unwrap();
        letter
    }

    /// A letter that is written and signed, and lies nowhere yet.
    pub async fn written(&self, number: u128, word: &str) -> Vec<u8> {
        let to = peers::find(&self.school.room, self.social.room.id()).await.unwrap().unwrap();
        letter::write(&self.school.room, &to, draft(number, word)).unwrap()
    }

    pub async fn state(&self, number: u128) -> State {
        outbox::state(&self.school.room, id(number)).await.unwrap().unwrap()
    }

    /// The letters in the social room's inbox, in order.
    pub async fn arrived(&self) -> Vec<Uuid> {
        inbox::waiting(&self.social.room).await.unwrap().into_iter().map(|it| it.id).collect()
    }

    /// Opens a letter in the social room; nothing when it has been opened before.
    pub async fn take(&self, number: u128) -> Option<Vec<u8>> {
        let mut change = self.social.room.change(later(500)).await.unwrap();
        let taken = inbox::take(&mut change, may_receive(), id(number)).await.unwrap();
        change.commit().await.unwrap();
        taken.map(|it| it.letter.to_vec())
    }
}

/// One room reads the other's offer, hears its code, and pairs.
pub async fn introduce(room: &Room, other: &Room, address: &str) -> Result<()> {
    let offer = pair::read(&pair::offer(other, address).unwrap()).unwrap();
    let mut change = room.change(start()).await.unwrap();
    pair::confirm(&mut change, may_configure(), &offer, &pair::own_code(other).unwrap()).await?;
    change.commit().await.unwrap();
    Ok(())
}

pub fn draft(number: u128, word: &str) -> Draft<'static> {
    let value = format!("{{\"kind\":\"note\",\"v\":1,\"text\":\"{word}\"}}");
    Draft {
        id: id(number),
        episode: Some(id(900)),
        gate: "consent",
        by: "Kurator, Björkskolan",
        day: Day::of(date(2026, 11, 22)),
        lamport: 7,
        items: vec![Item::new("note", 1, value.as_bytes()).unwrap()],
    }
}

pub async fn put(room: &Room, peer: Uuid, number: u128, letter: &[u8]) -> room::Result<()> {
    let mut change = room.change(start()).await.unwrap();
    outbox::put(&mut change, may_send(), &outbox::New { id: id(number), peer, letter }).await?;
    change.commit().await
}

fn pupil() -> &'static cast::pupils::Pupil {
    &cast::pupils::PUPILS[0]
}

async fn settle(room: &Room) {
    let it = pupil();
    let row = Pupil {
        pupil: it.number,
        personal_number: it.personal_number.to_owned(),
        name: it.name.to_owned(),
        school: it.school,
        class: it.class.to_owned(),
        grade: Grade { form: SchoolForm::CompulsorySchool, level: it.level, school_year: SchoolYear(2026) },
        enrolled: Span { from: Day::of(date(2026, 8, 17)), to: None },
        protected: false,
        reduced_timetable: None,
    };
    let permit = ACCESS.decide(&Actor::Job(Job::Import), WriteAct::Import, &Target::Room).unwrap();
    let mut change = room.change(start()).await.unwrap();
    people::put(&mut change, permit, &[(id(800), &row)]).await.unwrap();
    change.commit().await.unwrap();
}

fn episode() -> Target {
    Target::Episode(EpisodeAt {
        id: EpisodeId(id(900).as_u128()),
        pupil: PupilId(id(800).as_u128()),
        side: Side::School,
        unit: UnitId(SCHOOL),
        class: None,
        assigned: true,
        notifier: false,
        protected: false,
    })
}

fn counsellor() -> Actor {
    let role = RoleAt { role: Role::SchoolCounsellor, place: Place::Unit(UnitId(SCHOOL)) };
    Actor::Person { user: UserId(7), roles: vec![role] }
}

pub fn may_send() -> Permit<Write> {
    ACCESS.decide(&counsellor(), WriteAct::SendLetter(Zone::Shared), &episode()).unwrap()
}

pub fn may_read(zone: Zone) -> Permit<access::Read> {
    ACCESS.decide(&counsellor(), ReadAct::ReadEpisode(zone), &episode()).unwrap()
}

pub fn may_review() -> Permit<access::Read> {
    let role = RoleAt { role: Role::AccessReviewer, place: Place::Room };
    let actor = Actor::Person { user: UserId(8), roles: vec![role] };
    ACCESS.decide(&actor, ReadAct::ReviewJournal, &Target::Room).unwrap()
}

pub fn may_receive() -> Permit<Write> {
    ACCESS.decide(&Actor::Job(Job::Door), WriteAct::ReceiveLetter, &Target::Room).unwrap()
}

pub fn may_configure() -> Permit<Write> {
    let role = RoleAt { role: Role::Administrator, place: Place::Room };
    let actor = Actor::Person { user: UserId(9), roles: vec![role] };
    ACCESS.decide(&actor, WriteAct::Configure, &Target::Room).unwrap()
}

/// Every letter may leave.
pub struct Always;

impl StillLawful for Always {
    async fn still_lawful(&self, _: &Room, _: &Waiting) -> room::Result<Option<&'static str>> {
        Ok(None)
    }
}

/// Lots for a test, from a seed that is printed: the same seed gives the same lots.
pub struct Lots(pub u64);

impl Lots {
    /// By `SKOLLINJEN_SEED`, or a new one each time.
    pub fn new() -> Lots {
        let given = std::env::var("SKOLLINJEN_SEED").ok().map(|seed| seed.parse().unwrap());
        let seed = given.unwrap_or_else(|| RandomState::new().build_hasher().finish());
        println!("SKOLLINJEN_SEED={seed}");
        Lots(seed)
    }

    /// A number below `end`: SplitMix64.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (it ^ (it >> 31)) % end
    }
}
