//! The room of a test: Björkskolan with its people, its pupils with a story, and figures about one of them.

use std::path::PathBuf;
use std::sync::Arc;

use access::{Access, Actor, Class, Job, ListAct, Place, PupilId, Role, RoleAt, Target, UnitId, UserId, WriteAct};
use casework::verb::document::Document;
use casework::{Cx, Failure, Office, Who};
use domain::pupil::{Pupil, Span};
use domain::step::{Seen, State, StepKind};
use domain::{Day, Grade, SchoolForm, SchoolYear, Signal, Signals};
use jiff::Timestamp;
use pack::Pack;
use room::results::{self, ListAsk, Reader, Standing, Wanted, WorkList};
use room::{New, Room, RoomKind, people, relations};
use tempfile::TempDir;
use testkit::{Database, Kind};
use uuid::Uuid;

/// Björkskolan.
pub const SCHOOL: UnitId = UnitId(90_000_101);
/// A login, password and name that stand nowhere else.
pub const PASSWORD: &str = "tre grodor på en sten";

pub struct Home {
    pub office: Office,
    pub folder: TempDir,
}

/// 2026-11-20, a Friday, at noon in UTC.
pub fn now() -> Timestamp {
    "2026-11-20T12:00:00Z".parse().unwrap()
}

pub fn today() -> Day {
    "2026-11-20".parse().unwrap()
}

/// A UUID of version 7 that is the same in every run.
pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0192_d3a4_5b6c_7000_8000_0000_0000_0000 + number)
}

/// The codes of a refusal, in order, with their fields.
#[track_caller]
pub fn refused<T>(result: casework::Result<T>) -> Vec<(&'static str, &'static str)> {
    match result {
        Err(Failure::Refused(all)) => all.iter().map(|it| (it.field.unwrap_or(""), it.message.code)).collect(),
        Err(other) => panic!("not refused: {other}: {:?}", std::error::Error::source(&other)),
        Ok(_) => panic!("not refused"),
    }
}

/// The code of a no.
#[track_caller]
pub fn denied<T>(result: casework::Result<T>) -> &'static str {
    match result {
        Err(Failure::Denied(message)) => message.code,
        Err(other) => panic!("not denied: {other}: {:?}", std::error::Error::source(&other)),
        Ok(_) => panic!("not denied"),
    }
}

fn roles(person: &cast::people::Person) -> Vec<RoleAt> {
    use cast::people::Role as Cast;
    let role = match person.role {
        Cast::Counsellor => Role::SchoolCounsellor,
        Cast::SpecialEducator => Role::SpecialEducator,
        Cast::HeadTeacher => Role::HeadTeacher,
        Cast::Mentor => Role::Mentor,
        Cast::Administrator => Role::Administrator,
        _ => return Vec::new(),
    };
    if role == Role::Administrator {
        return vec![RoleAt { role, place: Place::Room }];
    }
    let place = |unit: &i32| match person.class {
        Some(name) => Place::Class(Class { unit: UnitId(*unit), name: name.to_owned() }),
        None => Place::Unit(UnitId(*unit)),
    };
    person.schools.iter().map(|unit| RoleAt { role, place: place(unit) }).collect()
}

fn person(short: &str) -> (UserId, &'static cast::people::Person) {
    let at = cast::people::PEOPLE.iter().position(|it| it.id == short).unwrap();
    (UserId(id(1000 + at as u128).as_u128()), &cast::people::PEOPLE[at])
}

/// The account of somebody in Björkstad.
pub fn user(short: &str) -> UserId {
    person(short).0
}

impl Home {
    pub async fn new(kind: Kind) -> Home {
        Home::made(kind, false).await
    }

    pub async fn made(kind: Kind, demo: bool) -> Home {
        let home = Home::empty(kind, demo).await;
        home.roster().await;
        for short in ["maria", "amir", "birgitta", "jonas", "olle"] {
            home.account(short).await;
        }
        home
    }

    /// A room without people and accounts.
    pub async fn empty(kind: Kind, demo: bool) -> Home {
        let Database { url, key, folder } = kind.database().await;
        let new = New { slug: "bjorkstad", kind: RoomKind::School, name: "Björkstads utbildningsnämnd", demo };
        let room = Room::create(&url, &key, &new, now()).await.unwrap();
        let attendance: PathBuf = folder.path().join("attendance");
        let pack = Arc::new(Pack::embedded().unwrap());
        Home { office: Office::new(room, Arc::new(Access::new().unwrap()), pack, attendance), folder }
    }

    async fn roster(&self) {
        self.put(cast::pupils::PUPILS.iter().map(row).collect()).await;
    }

    /// A pupil by first name gets the mark of protected identity.
    pub async fn protect(&self, first: &str) {
        let it = cast::pupils::PUPILS.iter().find(|it| it.name.starts_with(first)).unwrap();
        self.put(vec![Pupil { protected: true, ..row(it) }]).await;
    }

    async fn put(&self, rows: Vec<Pupil>) {
        let rows: Vec<(Uuid, &Pupil)> = (1..).map(id).zip(&rows).collect();
        let cx = self.office.actor(Actor::Job(Job::Import), now(), today());
        let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room).unwrap();
        let mut change = cx.room().change(now()).await.unwrap();
        people::put(&mut change, permit, &rows).await.unwrap();
        change.commit().await.unwrap();
    }

    async fn account(&self, short: &str) {
        let (user, person) = person(short);
        let new = casework::verb::account::New {
            user,
            name: person.name.to_owned(),
            login: format!("{short}@bjorkstad.example"),
            password: Some(PASSWORD.to_owned()),
            roles: roles(person),
        };
        let cx = self.office.actor(Actor::Operator("test".to_owned()), now(), today());
        casework::verb::account::create(&cx, new).await.unwrap();
    }

    /// The room as another process has it.
    pub fn another(&self) -> Office {
        let (access, pack) = (Arc::new(Access::new().unwrap()), Arc::new(Pack::embedded().unwrap()));
        Office::new(self.office.room().clone(), access, pack, self.folder.path().join("attendance"))
    }

    /// Somebody of Björkstad, on the day of the test.
    pub fn cx(&self, short: &str) -> Cx {
        self.on(short, today())
    }

    /// The same, on another day.
    pub fn on(&self, short: &str, day: Day) -> Cx {
        let (user, person) = person(short);
        let who = Who { user, name: person.name.to_owned(), roles: roles(person) };
        let noon = now() + jiff::SignedDuration::from_hours(24 * i64::from(day.0 - today().0));
        self.office.person(who, noon, day)
    }

    /// A pupil of Björkstad by first name.
    pub async fn pupil(&self, first: &str) -> PupilId {
        let cast = cast::pupils::PUPILS.iter().find(|it| it.name.starts_with(first)).unwrap();
        relations::of_number(self.office.room(), cast.number).await.unwrap().unwrap()
    }

    /// New figures: these signals, S01's band and S05's level for the pupils with these first names, in list order.
    pub async fn scan(&self, rows: &[(&str, &[Signal], u8, u8)]) {
        let cx = self.office.actor(Actor::Job(Job::Scan), now(), today());
        let generation = results::begin(cx.room(), today(), 1, now()).await.unwrap();
        let standing = |(place, (first, signals, band, level5)): (i64, &(&str, &[Signal], u8, u8))| {
            let pupil = cast::pupils::PUPILS.iter().find(|it| it.name.starts_with(first)).unwrap();
            Standing {
                pupil: pupil.number,
                school: pupil.school,
                level: pupil.level,
                signals: signals.iter().copied().collect::<Signals>(),
                band: *band,
                level5: *level5,
                since: Some(today()),
                place_school: Some(place),
                place_team: None,
                first: Reader::Mentor,
                absent: 600,
                reported: 3000,
                stale: false,
                recent: [20; 10],
                peers: None,
            }
        };
        let standings: Vec<Standing> = (1..).zip(rows).map(standing).collect();
        results::put(cx.room(), &generation, &standings).await.unwrap();
        let permit = cx.access().decide(cx.actor(), WriteAct::ComputeFigures, &Target::Room).unwrap();
        let mut change = cx.room().change(now()).await.unwrap();
        results::publish(&mut change, permit, &generation).await.unwrap();
        change.commit().await.unwrap();
    }

    /// Where a pupil of the school stands on the list, as the counsellor sees it on a day.
    pub async fn state(&self, pupil: PupilId, day: Day) -> State {
        let cx = self.on("maria", day);
        let permit = cx.access().scope(cx.actor(), ListAct::ListPupils).unwrap();
        let mut reading = cx.room().reading(cx.now());
        let ask = ListAsk { list: WorkList::School, state: Wanted::All, limit: 100, ..ListAsk::default() };
        let page = results::list(&mut reading, permit, Vec::new(), &ask, day).await.unwrap().unwrap();
        let page = reading.show(page).await.unwrap();
        page.rows.iter().find(|row| row.person == pupil).unwrap().state
    }
}

fn row(it: &cast::pupils::Pupil) -> Pupil {
    Pupil {
        pupil: it.number,
        personal_number: it.personal_number.to_owned(),
        name: it.name.to_owned(),
        school: it.school,
        class: it.class.to_owned(),
        grade: Grade { form: SchoolForm::CompulsorySchool, level: it.level, school_year: SchoolYear(2026) },
        enrolled: Span { from: "2026-08-17".parse().unwrap(), to: None },
        protected: it.protected,
        reduced_timetable: None,
    }
}

/// Somebody who was shown everything that there is.
pub const ALL: Seen = Seen { signals: Signals(u16::MAX), band: u8::MAX, level5: u8::MAX };

/// A talk with the pupil, to be followed up three weeks later.
pub fn talk(number: u128, pupil: PupilId) -> Document {
    Document {
        id: id(number),
        pupil,
        kind: StepKind::PupilTalk,
        zone: access::Zone::SchoolGeneral,
        day: today(),
        text: "Vi pratade om fredagarna.".to_owned(),
        follow_up: Some(today().plus(21)),
        assignee: None,
        shown: ALL,
    }
}
