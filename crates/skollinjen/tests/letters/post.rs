//! Letters in the rooms of two servers: written into one's outbox, and looked for in the other's inbox.

use std::ops::RangeInclusive;
use std::process::Command;
use std::sync::Arc;

use access::{
    Access, Actor, EpisodeAt, EpisodeId, Job, Place, PupilId, Role, RoleAt, Side, Target, UnitId, UserId, WriteAct,
    Zone,
};
use casework::verb::episode::{agree, begin};
use casework::{Office, Who, view};
use domain::consent::disclosure::{ItemKind, Method, Signature, Signer};
use domain::guardian::{Guardian, Relation};
use domain::pupil::{Pupil, Span};
use domain::{Day, Grade, SchoolForm, SchoolYear};
use door::letter::{self, Draft, Item};
use jiff::civil::date;
use room::door::{inbox, outbox, peers};
use room::{KeySource, Room, people};
use uuid::Uuid;

use crate::server::Server;

const SCHOOL: i32 = 90_000_101;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0192_d3a4_5b6c_7000_8000_0000_0000_0000 + number)
}

/// Does something in a server's room, beside the server.
fn within<T>(server: &Server, work: impl AsyncFnOnce(&Room) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let url = format!("sqlite:{}", server.path(&format!("{}/room.sqlite", server.slug)).display());
        let key = KeySource::File(server.path(&format!("keys/{}.key", server.slug)));
        let room = Room::open(&url, &key).await.unwrap();
        let done = work(&room).await;
        room.close().await;
        done
    })
}

/// The id of a server's room.
pub fn id_of(server: &Server) -> Uuid {
    within(server, async |room| room.id())
}

/// A letter: its id and its bytes.
pub type Letter = (Uuid, Vec<u8>);

/// Writes letters into the outbox, in order.
pub fn write(from: &Server, to: &Server, numbers: RangeInclusive<u128>) -> Vec<Letter> {
    let to = id_of(to);
    let access = Access::new().unwrap();
    within(from, async |room| {
        let at = "2026-11-22T12:00:00Z".parse().unwrap();
        let import = access.decide(&Actor::Job(Job::Import), WriteAct::Import, &Target::Room).unwrap();
        let mut change = room.change(at).await.unwrap();
        people::put(&mut change, import, &[(id(800), &pupil())]).await.unwrap();
        change.commit().await.unwrap();
        consented(room).await;
        let peer = peers::find(room, to).await.unwrap().unwrap();
        let mut written = Vec::new();
        for number in numbers {
            let letter = letter::write(room, &peer, draft(number)).unwrap();
            let permit = access.decide(&counsellor(), WriteAct::SendLetter(Zone::Shared), &episode()).unwrap();
            let mut change = room.change(at).await.unwrap();
            let new = outbox::New { id: id(number), peer: to, letter: &letter };
            outbox::put(&mut change, permit, &new).await.unwrap();
            change.commit().await.unwrap();
            written.push((id(number), letter));
        }
        written
    })
}

/// An episode in which the family has consented that the school tells how it goes: without that the door stops a letter.
async fn consented(room: &Room) {
    let pack = Arc::new(pack::Pack::embedded().unwrap());
    let office = Office::new(room.clone(), Arc::new(Access::new().unwrap()), pack, std::env::temp_dir());
    // The server that carries the letters has the clock of the machine.
    let now = jiff::Timestamp::from_second(seconds()).unwrap();
    let today = Day::of(now.to_zoned(jiff::tz::TimeZone::UTC).date());
    let role = RoleAt { role: Role::SchoolCounsellor, place: Place::Unit(UnitId(SCHOOL)) };
    let cx = office.person(Who { user: UserId(7), name: "Maria Lindgren".to_owned(), roles: vec![role] }, now, today);
    let (of, pupil) = (EpisodeId(id(900).as_u128()), PupilId(id(800).as_u128()));
    let import = cx.access().decide(&Actor::Job(Job::Import), WriteAct::Import, &Target::Room).unwrap();
    people::put_guardians(room, now, import, &[guardian()]).await.unwrap();
    begin::run(&cx, pupil, of, "school_social_team").await.unwrap();
    let form = view::episode::consent_form(&cx, of).await.unwrap();
    let signed = |who, (id, name): &(String, String)| Signature { who, id: id.clone(), name: name.clone(), day: today };
    let mut signatures: Vec<_> = form.guardians.iter().map(|it| signed(Signer::Guardian, it)).collect();
    signatures.push(signed(Signer::Child, &form.child));
    let said = agree::Said {
        from: Side::School,
        items: vec![ItemKind::Course],
        first: today.plus(-1),
        last: today.plus(30),
        remind: today.plus(10),
        method: Method::Paper,
        signatures: signatures.into_iter().map(|it| Signature { day: today.plus(-1), ..it }).collect(),
        assessment: "Har fått frågan och vill".to_owned(),
    };
    agree::run(&cx, of, id(901), said).await.unwrap();
}

/// The time, as the machine has it.
fn seconds() -> i64 {
    let said = Command::new("date").arg("+%s").output().unwrap();
    String::from_utf8(said.stdout).unwrap().trim().parse().unwrap()
}

fn guardian() -> Guardian {
    Guardian {
        pupil: cast::pupils::PUPILS.first().unwrap().number,
        personal_number: String::new(),
        name: "Lena Nordin".to_owned(),
        email: String::new(),
        telephone: String::new(),
        relation: Relation::Guardian,
    }
}

/// How many letters wait to leave.
pub fn waiting(server: &Server) -> u64 {
    within(server, async |room| outbox::waiting(room).await.unwrap().iter().map(|(_, count, _)| count).sum())
}

/// The letters that have come, in order, opened.
pub fn arrived(server: &Server) -> Vec<Letter> {
    let access = Access::new().unwrap();
    within(server, async |room| {
        let mut opened = Vec::new();
        for it in inbox::waiting(room).await.unwrap() {
            let permit = access.decide(&Actor::Job(Job::Door), WriteAct::ReceiveLetter, &Target::Room).unwrap();
            let mut change = room.change("2026-11-22T12:00:00Z".parse().unwrap()).await.unwrap();
            let taken = inbox::take(&mut change, permit, it.id).await.unwrap().unwrap();
            change.commit().await.unwrap();
            opened.push((it.id, taken.letter.to_vec()));
        }
        opened
    })
}

/// As when so much time has passed that what waits is tried again.
pub fn due(server: &Server) {
    let python = std::env::var_os("SKOLLINJEN_PYTHON").unwrap();
    let program = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], timeout=30); db.execute('UPDATE outbox SET next_at = 0'); db.commit(); db.close()";
    let file = server.path(&format!("{}/room.sqlite", server.slug));
    assert!(Command::new(python).args(["-c", program]).arg(file).status().unwrap().success());
}

fn draft(number: u128) -> Draft<'static> {
    let value = format!("{{\"kind\":\"note\",\"v\":1,\"number\":{number}}}");
    Draft {
        id: id(number),
        episode: Some(id(900)),
        gate: "consent",
        by: "Kurator, Björkskolan",
        day: Day::of(date(2026, 11, 22)),
        lamport: 7,
        items: vec![Item::new("progress", 1, value.as_bytes()).unwrap()],
    }
}

fn pupil() -> Pupil {
    let it = cast::pupils::PUPILS.first().unwrap();
    Pupil {
        pupil: it.number,
        personal_number: it.personal_number.to_owned(),
        name: it.name.to_owned(),
        school: it.school,
        class: it.class.to_owned(),
        grade: Grade { form: SchoolForm::CompulsorySchool, level: it.level, school_year: SchoolYear(2026) },
        enrolled: Span { from: Day::of(date(2020, 8, 17)), to: None },
        protected: false,
        reduced_timetable: None,
    }
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
