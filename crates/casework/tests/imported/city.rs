//! The city and its room, and the same city without a room to compare with.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use absence::canonical::write::write_pupils;
use absence::canonical::{Against, Roster, read_lessons, read_pupils};
use absence::columns::Subjects;
use absence::history::change::Cover;
use absence::history::{History, Spool};
use absence::overview::Overview;
use absence::scan::Question;
use absence::synth::demo::{Demo, write};
use absence::synth::terms;
use access::{Access, Actor, Class, Place, PupilId, Role, RoleAt, Target, UnitId, UserId, WriteAct};
use casework::job::{Kinds, Worker, step};
use casework::verb::describe::{self, Description};
use casework::verb::import::{self, Delivered, Import, Imported};
use casework::{Cx, Office, Who};
use domain::calendar::Calendar;
use domain::pupil::Pupil;
use domain::{Day, SchoolYear};
use jiff::Timestamp;
use pack::Pack;
use room::{KeySource, New, Room, RoomKind};
use tempfile::TempDir;
use testkit::{Database, Kind};
use uuid::Uuid;

pub const SCHOOL: UnitId = UnitId(90_000_101);

/// The two files of a city.
pub struct Files {
    pub _folder: TempDir,
    pub pupils: PathBuf,
    pub lessons: PathBuf,
}

pub fn demo() -> Demo {
    Demo { pupils: 700, seed: 11, as_of: Day::of(cast::clock::DEMO_DAY) }
}

pub fn made(demo: &Demo) -> Files {
    let folder = tempfile::tempdir().unwrap();
    let written = write(demo, folder.path(), 2, &mut |_, _| ()).unwrap();
    // Their lessons stand in the file all the same: whoever delivers it may not know.
    let mut roster = demo.roster();
    roster.iter_mut().for_each(|row| row.protected |= row.pupil % 97 == 5);
    write_pupils(&written.pupils, &roster).unwrap();
    Files { pupils: written.pupils, lessons: written.lessons, _folder: folder }
}

/// The files of the city, made once.
pub fn files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| made(&demo()))
}

/// The city scanned without a room.
pub struct Truth {
    pub overview: Overview,
    pub roster: Roster,
}

pub fn truth() -> &'static Truth {
    static TRUTH: OnceLock<Truth> = OnceLock::new();
    TRUTH.get_or_init(|| {
        let (folder, subjects) = (tempfile::tempdir().unwrap(), Subjects::default());
        let (roster, _) = read_pupils(&files().pupils).unwrap();
        let spool = Spool::in_memory(Cover::default());
        let against = Against { roster: &roster, subjects: &subjects, spool: &spool };
        read_lessons(&files().lessons, against, &mut |_| ()).unwrap();
        let history = History::open(folder.path()).unwrap();
        let plan = history.plan(spool.changes(), roster.protected(), &subjects).unwrap();
        history.import(&plan, &subjects, today()).unwrap();
        let opened = history.files(&history.manifest().unwrap(), SchoolYear::of(today())).unwrap();
        let pack = Pack::embedded().unwrap();
        let thresholds = pack.thresholds_on(today()).unwrap();
        let overview = Overview::of(&opened, roster.protected(), &question(), thresholds, 2).unwrap();
        Truth { overview, roster }
    })
}

pub fn question() -> Question {
    Question::with_fridays(today(), terms(SchoolYear::of(today())))
}

impl Truth {
    /// The enrolment of a pupil on the day.
    pub fn at(&self, pupil: i32) -> Option<&Pupil> {
        self.roster.of_pupil(pupil).iter().find(|row| row.enrolled.contains(today()))
    }

    /// The protected pupils who are enrolled.
    pub fn protected(&self) -> Vec<&Pupil> {
        self.roster.protected().iter().filter_map(|pupil| self.at(*pupil)).collect()
    }
}

pub fn today() -> Day {
    demo().as_of
}

pub fn now() -> Timestamp {
    "2026-11-20T12:00:00Z".parse().unwrap()
}

/// A room of the city.
pub struct City {
    pub office: Office,
    pub room: Room,
    pub url: String,
    pub key: KeySource,
    pub _folder: TempDir,
}

impl City {
    /// An empty room that knows the schools and the calendar.
    pub async fn empty(on: Kind) -> City {
        let Database { url, key, folder } = on.database().await;
        let new =
            New { slug: "utbildning", kind: RoomKind::School, name: "Utbildningsnämnden i Björkstad", demo: true };
        let room = Room::create(&url, &key, &new, now()).await.unwrap();
        let (access, pack) = (Arc::new(Access::new().unwrap()), Arc::new(Pack::embedded().unwrap()));
        let office = Office::new(room.clone(), access, pack, folder.path().join("attendance"));
        let city = City { office, room, url, key, _folder: folder };
        describe::run(&city.operator(), described()).await.unwrap();
        city
    }

    /// A room after its first import.
    pub async fn imported(on: Kind) -> City {
        let city = City::empty(on).await;
        city.import(files(), false).await.unwrap();
        city
    }

    pub async fn import(&self, files: &Files, confirm: bool) -> casework::Result<Imported> {
        import::run(&self.operator(), order(files, confirm), &|_| ()).await
    }

    /// Runs the jobs that are due by a second after the import.
    pub async fn work(&self, second: i64) {
        let at = now() + jiff::SignedDuration::from_secs(second);
        let worker = Worker {
            office: self.office.clone(),
            kinds: Arc::new(Kinds::ours()),
            clock: Arc::new(move || (at, today())),
            new_id: Arc::new(|| Uuid::from_u128(99)),
            log: Arc::new(|_| ()),
            stop: Arc::default(),
        };
        while step(&worker, None).await.unwrap().is_some() {}
    }

    /// The folder of the room and its attendance files.
    pub fn folder(&self) -> &std::path::Path {
        self._folder.path()
    }

    /// The same city in another room.
    pub fn at(&self, room: Room, attendance: PathBuf) -> City {
        let (access, pack) = (Arc::new(Access::new().unwrap()), Arc::new(Pack::embedded().unwrap()));
        let office = Office::new(room.clone(), access, pack, attendance);
        City { office, room, url: self.url.clone(), key: self.key.clone(), _folder: tempfile::tempdir().unwrap() }
    }

    pub fn operator_at(&self, second: i64) -> Cx {
        let later = now() + jiff::SignedDuration::from_secs(second);
        self.office.actor(Actor::Operator("olle".to_owned()), later, today())
    }

    pub fn operator(&self) -> Cx {
        self.office.actor(Actor::Operator("olle".to_owned()), now(), today())
    }

    pub fn person(&self, role: Role, place: Place) -> Cx {
        let who = Who { user: UserId(7), name: "Maria Lindgren".to_owned(), roles: vec![RoleAt { role, place }] };
        self.office.person(who, now(), today())
    }

    /// Makes the account of those whom [`City::person`] gives.
    pub async fn account(&self) {
        let access = Access::new().unwrap();
        let operator = Actor::Operator("olle".to_owned());
        let permit = access.decide(&operator, WriteAct::ManageAccounts, &Target::Room).unwrap();
        let new =
            room::accounts::New { id: Uuid::from_u128(7), login: "maria", name: "Maria", password: None, roles: &[] };
        let mut change = self.room.change(now()).await.unwrap();
        room::accounts::put(&mut change, permit, &new).await.unwrap();
        change.commit().await.unwrap();
    }

    pub fn head_teacher(&self, unit: UnitId) -> Cx {
        self.person(Role::HeadTeacher, Place::Unit(unit))
    }

    pub fn counsellor(&self) -> Cx {
        self.person(Role::SchoolCounsellor, Place::Unit(SCHOOL))
    }

    pub fn mentor(&self, class: &str) -> Cx {
        self.person(Role::Mentor, Place::Class(Class { unit: SCHOOL, name: class.to_owned() }))
    }

    pub fn coordinator(&self) -> Cx {
        self.person(Role::Coordinator, Place::Room)
    }

    pub async fn id(&self, pupil: i32) -> PupilId {
        room::relations::of_number(&self.room, pupil).await.unwrap().unwrap()
    }

    /// Pupil numbers by id.
    pub async fn numbers(&self) -> BTreeMap<PupilId, i32> {
        let mut numbers = BTreeMap::new();
        for pupil in truth().roster.rows().map(|row| row.pupil) {
            numbers.insert(self.id(pupil).await, pupil);
        }
        numbers
    }
}

pub fn order(files: &Files, confirm: bool) -> Import {
    let delivered = [&files.pupils, &files.lessons].map(Delivered::at).to_vec();
    Import { files: delivered, as_of: today(), confirm, threads: 2 }
}

/// The schools and calendars of the cast.
fn described() -> Description {
    let school = |it: cast::schools::School| (UnitId(it.code), it.name.to_owned(), String::new());
    let year = |year: i16| {
        let of = cast::clock::Calendar::of(year).unwrap();
        let pause = |it: &cast::clock::Break| domain::calendar::Break {
            name: it.name.to_owned(),
            from: Day::of(it.first),
            to: Day::of(it.last),
        };
        let calendar = Calendar {
            terms: terms(SchoolYear(year)),
            breaks: of.breaks.iter().map(pause).collect(),
            study_days: of.study_days.map(Day::of).to_vec(),
        };
        (SchoolYear(year), calendar)
    };
    Description {
        schools: cast::schools::SCHOOLS.into_iter().map(school).collect(),
        years: vec![year(2025), year(2026)],
    }
}

/// The codes of a refusal.
#[track_caller]
pub fn refused<T>(result: casework::Result<T>) -> Vec<&'static str> {
    match result {
        Err(casework::Failure::Refused(all)) => all.iter().map(|one| one.message.code).collect(),
        Err(other) => panic!("not a refusal: {other}: {:?}", std::error::Error::source(&other)),
        Ok(_) => panic!("not refused"),
    }
}

/// The code of a no.
#[track_caller]
pub fn denied<T>(result: casework::Result<T>) -> &'static str {
    match result {
        Err(casework::Failure::Denied(message)) => message.code,
        Err(other) => panic!("not a no: {other}"),
        Ok(_) => panic!("not denied"),
    }
}
