//! A small real room for the tests of pages: a made-up city through the same verbs as the real thing, and the cast's
//! people with a session each. Made once for each test binary, on a runtime that outlives every test.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use absence::synth::demo::{Demo, write};
use access::{Access, Actor, Class, Place, Role, RoleAt, UnitId, UserId};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode, header},
};
use casework::{
    Office,
    verb::{account, describe, import, sign_in},
};
use cast::people::{PEOPLE, Person};
use domain::{
    Day, SchoolYear, Term,
    calendar::{Break, Calendar},
};
use jiff::Timestamp;
use pack::Pack;
use room::{KeySource, New, Room, RoomKind};
use tower::ServiceExt;
use uuid::Uuid;
use web::Site;

/// The password of everybody.
pub const PASSWORD: &str = "fyra ord som inte hör ihop";
/// The short name of the room.
pub const SLUG: &str = "utbildning";

/// What is made once.
pub struct City {
    /// The whole site, over HTTP.
    pub router: Router,
    /// The room.
    pub office: Office,
    sessions: BTreeMap<&'static str, String>,
    _folder: tempfile::TempDir,
}

static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| tokio::runtime::Runtime::new().unwrap());
static CITY: LazyLock<City> = LazyLock::new(|| RUNTIME.block_on(city(400)));

/// The city, made when it is first asked for.
pub fn shared() -> &'static City {
    &CITY
}

/// Runs what a test does.
pub fn run<T>(what: impl Future<Output = T>) -> T {
    LazyLock::force(&CITY);
    RUNTIME.block_on(what)
}

/// The day of every test.
pub fn today() -> Day {
    Day::of(cast::clock::DEMO_DAY)
}

/// Noon of that day in Sweden.
pub fn now() -> Timestamp {
    "2026-11-20T11:00:00Z".parse().unwrap()
}

/// Makes a city of so many pupils.
pub async fn city(pupils: i32) -> City {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let office = office(&at("room.db"), at("room.key"), at("attendance")).await;
    let operator = office.actor(Actor::Operator("tests".to_owned()), now(), today());
    describe::run(&operator, described()).await.unwrap();
    let made = write(&Demo { pupils, seed: 7, as_of: today() }, folder.path(), 2, &mut |_, _| ()).unwrap();
    let import = import::Import {
        files: [made.pupils, made.lessons].map(import::Delivered::at).to_vec(),
        as_of: today(),
        confirm: true,
        threads: 2,
    };
    import::run(&operator, import, &|_| ()).await.unwrap();
    let mut sessions = BTreeMap::new();
    for (number, person) in (1..).zip(PEOPLE.iter().filter(|person| person.room == cast::schools::EDUCATION)) {
        let (user, roles) = (UserId(number), roles(person));
        let new = account::New {
            user,
            name: person.name.to_owned(),
            login: person.id.to_owned(),
            password: Some(PASSWORD.to_owned()),
            roles,
        };
        account::create(&operator, new).await.unwrap();
        sessions.insert(person.id, sign_in::chosen(&office, user, now()).await.unwrap().0);
    }
    let site = Site {
        offices: BTreeMap::from([(SLUG.to_owned(), office.clone())]),
        clock: Arc::new(|| (now(), today())),
        new_id: Arc::new(Uuid::new_v4),
        log: Arc::new(|_| ()),
        setup: BTreeMap::new(),
        demo: false,
        secure: false,
    };
    City { router: web::router(site), office, sessions, _folder: folder }
}

async fn office(database: &std::path::Path, key: PathBuf, attendance: PathBuf) -> Office {
    std::fs::create_dir_all(&attendance).unwrap();
    let new = New { slug: SLUG, kind: RoomKind::School, name: cast::schools::EDUCATION.name, demo: true };
    let url = format!("sqlite:{}", database.display());
    let room = Room::create(&url, &KeySource::File(key), &new, now()).await.unwrap();
    Office::new(room, Arc::new(Access::new().unwrap()), Arc::new(Pack::embedded().unwrap()), attendance)
}

/// Schools and calendar of Björkstad.
fn described() -> describe::Description {
    let schools = cast::schools::SCHOOLS.iter();
    let district = |at: usize| cast::schools::DISTRICTS[at].to_owned();
    let year = |year: &cast::clock::Calendar| {
        let terms = year.terms.map(|(start, end)| Term { start: Day::of(start), end: Day::of(end) });
        let pause =
            |it: &cast::clock::Break| Break { name: it.name.to_owned(), from: Day::of(it.first), to: Day::of(it.last) };
        let breaks = year.breaks.iter().map(pause).collect();
        let study_days = year.study_days.map(Day::of).to_vec();
        (SchoolYear(year.year), Calendar { terms: terms.to_vec(), breaks, study_days })
    };
    describe::Description {
        schools: schools.map(|it| (UnitId(it.code), it.name.to_owned(), district(it.district))).collect(),
        years: cast::clock::CALENDARS.iter().map(year).collect(),
    }
}

/// The roles of somebody of the cast; the registrar is also the officer, and the data protection officer coordinates.
fn roles(person: &Person) -> Vec<RoleAt> {
    use cast::people::Role as Cast;
    let units = || person.schools.iter().map(|code| UnitId(*code));
    let at = |role: Role| units().map(|unit| RoleAt { role, place: Place::Unit(unit) }).collect::<Vec<_>>();
    let whole = |role: Role| RoleAt { role, place: Place::Room };
    match person.role {
        Cast::Counsellor => at(Role::SchoolCounsellor),
        Cast::SpecialEducator => at(Role::SpecialEducator),
        Cast::HeadTeacher => at(Role::HeadTeacher),
        Cast::SchoolNurse => at(Role::SchoolNurse),
        Cast::Mentor => units()
            .zip(person.class)
            .map(|(unit, name)| RoleAt {
                role: Role::Mentor,
                place: Place::Class(Class { unit, name: name.to_owned() }),
            })
            .collect(),
        Cast::Administrator => vec![whole(Role::Administrator)],
        Cast::Registrar => vec![whole(Role::RecordsManager)],
        Cast::DataProtectionOfficer => vec![whole(Role::AccessReviewer)],
        Cast::Coordinator => vec![whole(Role::Coordinator)],
        Cast::ProtectedDataOfficer => vec![whole(Role::ProtectedDataOfficer)],
        _ => Vec::new(),
    }
}

/// An answer, read to its end.
pub struct Page {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: axum::http::HeaderMap,
    /// The page.
    pub html: String,
}

impl Page {
    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// What stands between `from` and the next `to`, each time.
    pub fn all(&self, from: &str, to: &str) -> Vec<String> {
        self.html.split(from).skip(1).filter_map(|rest| rest.split(to).next()).map(str::to_owned).collect()
    }

    /// The token of the page's forms.
    pub fn token(&self) -> String {
        self.all("name=\"token\" value=\"", "\"").into_iter().next().unwrap_or_default()
    }
}

impl City {
    /// The cookie of somebody of the cast; nobody's for an empty id.
    pub fn cookie(&self, who: &str) -> String {
        self.sessions.get(who).map(|token| format!("skollinjen_{SLUG}={token}")).unwrap_or_default()
    }

    /// A page as somebody sees it.
    pub async fn get(&self, who: &str, path: &str) -> Page {
        self.send(Method::GET, path, &self.cookie(who), "").await
    }

    /// A form as somebody sends it, without a token unless the body has one.
    pub async fn post(&self, who: &str, path: &str, body: &str) -> Page {
        self.send(Method::POST, path, &self.cookie(who), body).await
    }

    /// A request with these cookies.
    pub async fn send(&self, method: Method, path: &str, cookie: &str, body: &str) -> Page {
        send(&self.router, method, path, cookie, body).await
    }
}

/// A request to a site, with these cookies.
pub async fn send(router: &Router, method: Method, path: &str, cookie: &str, body: &str) -> Page {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "skollinjen.example")
        .header(header::COOKIE, cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body.to_owned()))
        .unwrap();
    let answer = router.clone().oneshot(request).await.unwrap();
    let (status, headers) = (answer.status(), answer.headers().clone());
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    Page { status, headers, html: String::from_utf8_lossy(&bytes).into_owned() }
}
