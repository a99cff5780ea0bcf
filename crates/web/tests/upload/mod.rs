//! A browser that sends files to a room of its own: Olle administers it, and its jobs run when a test says so.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::PathBuf,
    pin::Pin,
    sync::{Arc, Mutex, atomic::AtomicBool},
    task::{Context, Poll},
};

use access::{Access, Actor, Place, Role, RoleAt, UnitId, UserId};
use axum::{
    Router,
    body::{Body, Bytes, HttpBody, to_bytes},
    http::{Request, header},
};
use casework::{
    Office,
    job::{self, Kinds, Worker},
    verb::{account, sign_in},
};
use pack::Pack;
use room::{KeySource, New, Room, RoomKind};
use tower::ServiceExt;
use uuid::Uuid;
use web::Site;

use crate::shared::{Page, now, today};

const BOUNDARY: &str = "sl-boundary";
const SCHOOL: i32 = 90_000_101;
/// A dirty list of pupils: title rows, semicolons, no marks of protection.
pub const ROSTER: &str = "Elevlista;;;;\n;;;;\nPersonnummer;Elevnamn;Klass;Årskurs;Skolform;Skola\n\
    20130314-9809;Elsa Nordin;7B;7;Grundskola;90000101\n";

/// A part of the form.
pub struct Part {
    name: String,
    content: Vec<u8>,
}

impl Part {
    /// A file.
    pub fn file(name: &str, content: &[u8]) -> Part {
        Part { name: name.to_owned(), content: content.to_vec() }
    }
}

/// The form as a browser writes it.
pub fn multipart(token: &str, parts: &[Part]) -> Vec<u8> {
    let mut body =
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{token}\r\n").into_bytes();
    for part in parts {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{}\"\r\nContent-Type: text/csv\r\n\r\n",
            part.name
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(&part.content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// Twelve digits with the check digit that the algorithm of Luhn gives.
fn personal_number(number: usize) -> String {
    let short = format!("130101{:03}", number + 100);
    let sum: u32 = short
        .chars()
        .zip([2, 1].into_iter().cycle())
        .map(|(digit, by)| {
            let it = digit.to_digit(10).unwrap() * by;
            it / 10 + it % 10
        })
        .sum();
    format!("20{short}{}", (10 - sum % 10) % 10)
}

/// So many pupils of one school.
pub fn roster(many: usize) -> String {
    let mut text = "Personnummer;Elevnamn;Klass;Årskurs;Skolform;Skola;Sekretess;Inskriven från\n".to_owned();
    for number in 0..many {
        let who = personal_number(number);
        writeln!(text, "{who};Förnamn Efternamn;7B;7;Grundskola;{SCHOOL};Nej;2026-08-17").unwrap();
    }
    text
}

/// Their lessons from Monday to Friday of a week of November, and one row that cannot be read.
pub fn lessons(many: usize, monday: usize) -> String {
    let mut text =
        "Personnr;Skolenhet;Åk;Datum;Starttid;Ämne;Lektionslängd (min);Giltig (min);Ogiltig (min)\n".to_owned();
    for number in 0..many {
        let who = personal_number(number);
        for day in monday..monday + 5 {
            writeln!(text, "{who};{SCHOOL};7;2026-11-{day:02};08:15;MA;50;0;{}", if number % 7 == 0 { 50 } else { 0 })
                .unwrap();
        }
    }
    text.push_str("20130101-0000;90000101;7;2026-11-16;08:15;MA;50;0;0\n");
    text
}

/// A room, Olle in it, and the import that was sent last.
pub struct Import {
    router: Router,
    office: Office,
    cookies: BTreeMap<&'static str, String>,
    attendance: PathBuf,
    last: Mutex<String>,
    _folder: tempfile::TempDir,
}

/// Delivered files on the disk, whole or not.
pub fn files_on_disk(import: &Import) -> usize {
    std::fs::read_dir(import.attendance.join("deliveries")).map_or(0, Iterator::count)
}

impl Import {
    /// An empty room.
    pub async fn new() -> Import {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let new = New { slug: "rum", kind: RoomKind::School, name: "Björkstad", demo: true };
        let url = format!("sqlite:{}", at("room.db").display());
        let room = Room::create(&url, &KeySource::File(at("room.key")), &new, now()).await.unwrap();
        std::fs::create_dir_all(at("attendance")).unwrap();
        let (access, pack) = (Arc::new(Access::new().unwrap()), Arc::new(Pack::embedded().unwrap()));
        let office = Office::new(room, access, pack, at("attendance"));
        let operator = office.actor(Actor::Operator("tests".to_owned()), now(), today());
        let people = [
            (1, "olle", RoleAt { role: Role::Administrator, place: Place::Room }),
            (2, "maria", RoleAt { role: Role::SchoolCounsellor, place: Place::Unit(UnitId(SCHOOL)) }),
        ];
        let mut cookies = BTreeMap::new();
        for (number, login, role) in people {
            let password = Some(crate::shared::PASSWORD.to_owned());
            let (name, login_name) = (login.to_owned(), login.to_owned());
            let new = account::New { user: UserId(number), name, login: login_name, password, roles: vec![role] };
            account::create(&operator, new).await.unwrap();
            let token = sign_in::chosen(&office, UserId(number), now()).await.unwrap().0;
            cookies.insert(login, format!("skollinjen_rum={token}"));
        }
        let site = Site {
            offices: BTreeMap::from([("rum".to_owned(), office.clone())]),
            clock: Arc::new(|| (now(), today())),
            new_id: Arc::new(Uuid::new_v4),
            ..Site::empty(false)
        };
        let (attendance, last) = (at("attendance"), Mutex::new(String::new()));
        Import { router: web::router(site), office, cookies, attendance, last, _folder: folder }
    }

    /// A page of the room.
    pub async fn get(&self, path: &str) -> Page {
        self.ask(Request::get(format!("/rum{path}")), Body::empty()).await
    }

    /// A page of the import that was sent last.
    pub async fn page(&self, below: &str) -> Page {
        let last = self.last.lock().unwrap().clone();
        self.ask(Request::get(format!("{last}{below}")), Body::empty()).await
    }

    /// Its page as the part of it asks that keeps itself up to date.
    pub async fn polled(&self) -> Page {
        let last = self.last.lock().unwrap().clone();
        self.ask(Request::get(last).header("hx-request", "true"), Body::empty()).await
    }

    /// The token of Olle's forms.
    pub async fn token(&self) -> String {
        self.get("/import").await.token()
    }

    /// A form about the import that was sent last.
    pub async fn post(&self, below: &str, fields: &[(&str, &str)]) -> Page {
        let mut all: Vec<(String, String)> = fields.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
        all.push(("token".to_owned(), self.token().await));
        self.post_all(below, &all).await
    }

    /// The same with every field.
    pub async fn post_all(&self, below: &str, fields: &[(String, String)]) -> Page {
        let escaped = |text: &str| text.bytes().fold(String::new(), |all, byte| all + &format!("%{byte:02X}"));
        let body = fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
        let body = body.collect::<Vec<_>>().join("&");
        let last = self.last.lock().unwrap().clone();
        let request = Request::post(format!("{last}{below}"));
        self.ask(request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"), Body::from(body)).await
    }

    /// What the form of a page would send as it is shown.
    pub async fn answers(&self, below: &str) -> Vec<(String, String)> {
        let page = self.page(below).await;
        let between =
            |text: &str, from: &str| text.split(from).nth(1).and_then(|it| it.split('"').next()).map(str::to_owned);
        let main = page.html.split("<main").nth(1).unwrap();
        let mut all = Vec::new();
        for input in main.split("<input").skip(1).map(|it| it.split('>').next().unwrap()) {
            let choice = input.contains("type=\"radio\"") || input.contains("type=\"checkbox\"");
            if let (Some(name), false) = (between(input, " name=\""), choice && !input.contains(" checked")) {
                all.push((name, between(input, " value=\"").unwrap_or_default()));
            }
        }
        for select in main.split("<select").skip(1).map(|it| it.split("</select>").next().unwrap()) {
            let chosen = select.split("<option").skip(1).find(|it| it.split('>').next().unwrap().contains(" selected"));
            let chosen = chosen.or_else(|| select.split("<option").nth(1)).unwrap();
            all.push((between(select, " name=\"").unwrap(), between(chosen, " value=\"").unwrap_or_default()));
        }
        all
    }

    /// Sends files as Olle.
    pub async fn send(&self, parts: &[Part]) -> Page {
        self.raw(&multipart(&self.token().await, parts)).await
    }

    /// Sends files as somebody else.
    pub async fn send_as(&self, who: &str, parts: &[Part]) -> Page {
        let body = multipart("anything", parts);
        send(&self.router, upload().header(header::COOKIE, &self.cookies[who]), Body::from(body)).await
    }

    /// Sends what may be no form at all.
    pub async fn raw(&self, body: &[u8]) -> Page {
        self.ask(upload(), Body::from(body.to_vec())).await
    }

    /// Sends a heading that has no end, in pieces, until it is answered.
    pub async fn endless(&self) -> Page {
        let begin = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"");
        self.ask(upload(), Body::new(Endless { begin: Some(begin), pieces: 4_000 })).await
    }

    /// Sends files that are taken in; the page that it leads to.
    pub async fn delivered(&self, parts: &[Part]) -> Page {
        let sent = self.send(parts).await;
        assert_eq!(sent.status.as_u16(), 303, "{}", sent.html);
        *self.last.lock().unwrap() = sent.header("location").to_owned();
        self.page("").await
    }

    /// Lets the files that were sent last be read.
    pub async fn read(&self) {
        let page = self.post("", &[]).await;
        assert_eq!(page.status.as_u16(), 303, "{}", page.html);
    }

    /// Runs every job that is due.
    pub async fn work(&self) {
        let worker = Worker {
            office: self.office.clone(),
            kinds: Arc::new(Kinds::ours()),
            clock: Arc::new(|| (now(), today())),
            new_id: Arc::new(Uuid::new_v4),
            log: Arc::new(|_| ()),
            stop: Arc::new(AtomicBool::new(false)),
        };
        while job::step(&worker, None).await.unwrap().is_some() {}
    }

    /// Imports of the room.
    pub async fn count(&self) -> usize {
        let operator = self.office.actor(Actor::Operator("tests".to_owned()), now(), today());
        casework::view::imports::list(&operator).await.unwrap().imports.len()
    }

    async fn ask(&self, request: axum::http::request::Builder, body: Body) -> Page {
        send(&self.router, request.header(header::COOKIE, &self.cookies["olle"]), body).await
    }
}

fn upload() -> axum::http::request::Builder {
    Request::post("/rum/import").header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
}

async fn send(router: &Router, request: axum::http::request::Builder, body: Body) -> Page {
    let request = request.header(header::HOST, "skollinjen.example").header("sec-fetch-site", "same-origin");
    let answer = router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
    let (status, headers) = (answer.status(), answer.headers().clone());
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    Page { status, headers, html: String::from_utf8_lossy(&bytes).into_owned() }
}

/// A body that goes on and on.
struct Endless {
    begin: Option<String>,
    pieces: usize,
}

impl HttpBody for Endless {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, Self::Error>>> {
        let piece = match self.begin.take() {
            Some(begin) => Bytes::from(begin),
            None if self.pieces > 0 => {
                self.pieces -= 1;
                Bytes::from(vec![b'x'; 64 * 1024])
            }
            None => return Poll::Ready(None),
        };
        Poll::Ready(Some(Ok(http_body::Frame::data(piece))))
    }
}
