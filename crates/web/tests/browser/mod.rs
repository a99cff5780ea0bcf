//! A browser with one cookie, at a small real room that no demo made: Maria is a counsellor, Olle administrator.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use access::{Access, Actor, Place, Role, RoleAt, UnitId, UserId};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use casework::{Office, verb::account};
use data_encoding::BASE32_NOPAD;
use domain::Day;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use pack::Pack;
use room::{KeySource, New, Room, RoomKind};
use sha1::Sha1;
use tower::ServiceExt;
use uuid::Uuid;
use web::Site;

/// The password of both.
pub const PASSWORD: &str = "fyra ord som inte hör ihop";
/// What both choose instead.
pub const OWN: &str = "fem andra ord som hör ihop";
/// The room's address.
pub const URL: &str = "/bjorkstad";
const FROM: i64 = 1_795_345_200;

/// The browser.
pub struct Browser {
    router: Router,
    cookie: String,
    seconds: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
}

/// An answer.
pub struct Page {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// The page.
    pub html: String,
}

impl Page {
    /// Where it leads.
    pub fn location(&self) -> String {
        self.headers.get(header::LOCATION).map(|it| it.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    /// What stands between the first `from` and the next `to`.
    pub fn between(&self, from: &str, to: &str) -> String {
        self.html.split(from).nth(1).and_then(|rest| rest.split(to).next()).unwrap_or_default().to_owned()
    }
}

/// A form as a browser sends it.
pub fn form(fields: &[(&str, &str)]) -> String {
    let escaped = |text: &str| {
        let each = text.bytes().map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        });
        each.collect::<String>()
    };
    fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect::<Vec<_>>().join("&")
}

/// What an app shows: RFC 6238, written once more.
pub fn app(key: &str, at: Timestamp) -> String {
    let key = BASE32_NOPAD.decode(key.replace(' ', "").as_bytes()).unwrap();
    let mut mac = Hmac::<Sha1>::new_from_slice(&key).unwrap();
    mac.update(&(at.as_second() / 30).to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] & 15);
    let number = u32::from_be_bytes([hash[at] & 0x7f, hash[at + 1], hash[at + 2], hash[at + 3]]);
    format!("{:06}", number % 1_000_000)
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

impl Browser {
    /// A new browser at a new room.
    pub async fn new() -> Browser {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        let new = New { slug: "bjorkstad", kind: RoomKind::School, name: "Björkstad", demo: false };
        let url = format!("sqlite:{}", place("room.db").display());
        let room = Room::create(&url, &KeySource::File(place("room.key")), &new, at(FROM)).await.unwrap();
        let (access, pack) = (Arc::new(Access::new().unwrap()), Arc::new(Pack::embedded().unwrap()));
        let office = Office::new(room, access, pack, place("attendance"));
        let people = [
            (1, "maria", "Maria Lindgren", RoleAt { role: Role::SchoolCounsellor, place: Place::Unit(UnitId(1)) }),
            (2, "olle", "Olle Berg", RoleAt { role: Role::Administrator, place: Place::Room }),
        ];
        let operator = office.actor(Actor::Operator("tests".to_owned()), at(FROM), Day(0));
        for (number, login, name, role) in people {
            let new = account::New {
                user: UserId(number),
                name: name.to_owned(),
                login: login.to_owned(),
                password: Some(PASSWORD.to_owned()),
                roles: vec![role],
            };
            account::create(&operator, new).await.unwrap();
        }
        let seconds = Arc::new(AtomicI64::new(FROM));
        let clock = seconds.clone();
        let site = Site {
            offices: BTreeMap::from([("bjorkstad".to_owned(), office)]),
            clock: Arc::new(move || (at(clock.load(Ordering::Relaxed)), Day(20_000))),
            new_id: Arc::new(Uuid::new_v4),
            log: Arc::new(|_| ()),
            setup: BTreeMap::new(),
            demo: false,
            secure: true,
        };
        Browser { router: web::router(site), cookie: String::new(), seconds, _folder: folder }
    }

    /// The instant.
    pub fn now(&self) -> Timestamp {
        at(self.seconds.load(Ordering::Relaxed))
    }

    /// Time passes.
    pub fn wait(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }

    /// The cookie that it has.
    pub fn cookie(&self) -> String {
        self.cookie.clone()
    }

    /// Gives it another cookie.
    pub fn take(&mut self, cookie: &str) {
        self.cookie = cookie.to_owned();
    }

    /// Signs somebody in for the first time; the key of the app.
    pub async fn enter(&mut self, login: &str) -> String {
        let page = self.post("/logga-in", &form(&[("login", login), ("password", PASSWORD)])).await;
        let key = page.between("<code>", "</code>");
        let code = app(&key, self.now());
        let entered = self.post("/logga-in/kod", &form(&[("code", &code)])).await;
        assert_eq!(entered.status, StatusCode::OK, "the recovery codes");
        self.choose_password().await;
        key
    }

    /// Chooses a password instead of the one that was given; where that leads.
    pub async fn choose_password(&mut self) -> String {
        let token = self.get("/nytt-losenord").await.between("name=\"token\" value=\"", "\"");
        let sent = form(&[("token", &token), ("password", PASSWORD), ("new", OWN)]);
        self.post("/nytt-losenord", &sent).await.location()
    }

    /// A page.
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(format!("{URL}{path}")), "").await
    }

    /// A form.
    pub async fn post(&mut self, path: &str, body: &str) -> Page {
        self.send(Request::post(format!("{URL}{path}")), body).await
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: &str) -> Page {
        let request = request
            .header(header::HOST, "skollinjen.example")
            .header(header::COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.to_owned()))
            .unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        if let Some(set) = headers.get(header::SET_COOKIE) {
            self.cookie = set.to_str().unwrap().split(';').next().unwrap_or_default().to_owned();
        }
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        Page { status, headers, html: String::from_utf8_lossy(&bytes).into_owned() }
    }
}
