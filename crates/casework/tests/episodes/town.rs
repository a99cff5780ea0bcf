//! A town of the tests: a school's room with a roster and a social board's room without one, paired, in one process.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use access::{Access, Actor, EpisodeId, Job, Place, PupilId, Role, RoleAt, Side, Target, UnitId, UserId, WriteAct};
use casework::job::{Kinds, Worker};
use casework::verb::episode::{agree, assign, match_person};
use casework::verb::{account, pairing};
use casework::view::{episode, episodes};
use casework::{Cx, Failure, Office, Who};
use domain::consent::How;
use domain::consent::disclosure::{ItemKind, Method, Signature, Signer};
use domain::consent::intervention::{Answer, Asked, Custody, Said, Suitability, View};
use domain::guardian::{Guardian, Relation};
use domain::plan::{
    Agreement, For, Frequency, Goal, GoalKind, Item, Level, Party, Person, Plan, Span as Per, Voice, Word,
};
use domain::pupil::{Pupil, Span};
use domain::{Day, Grade, SchoolForm, SchoolYear};
use jiff::{SignedDuration, Timestamp};
use pack::Pack;
use room::{New, Room, RoomKind, people, relations};
use tempfile::TempDir;
use testkit::{Database, Kind};
use uuid::Uuid;

pub const SCHOOL: UnitId = UnitId(90_000_101);
pub const TEAM: UnitId = UnitId(11);
pub const TEAM_PROGRAMME: &str = "school_social_team";

/// The ids of jobs.
static NUMBER: AtomicU64 = AtomicU64::new(900_000);

/// A room with what it lies in.
pub struct Home {
    pub office: Office,
    _folder: TempDir,
}

/// The two rooms, and the day that it is in both.
pub struct Town {
    pub school: Home,
    pub social: Home,
    pub day: Day,
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0192_d3a4_5b6c_7000_8000_0000_0000_0000 + number)
}

pub fn episode_id(number: u128) -> EpisodeId {
    EpisodeId(id(500_000 + number).as_u128())
}

/// Friday 20 November 2026.
pub fn start() -> Day {
    "2026-11-20".parse().unwrap()
}

/// The codes of a refusal, in order.
#[track_caller]
pub fn refused<T>(result: casework::Result<T>) -> Vec<&'static str> {
    match result {
        Err(Failure::Refused(all)) => all.iter().map(|it| it.message.code).collect(),
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

impl Home {
    async fn new(on: Kind, kind: RoomKind, slug: &str, name: &str) -> Home {
        let Database { url, key, folder } = on.database().await;
        let room = Room::create(&url, &key, &New { slug, kind, name, demo: false }, noon(start())).await.unwrap();
        let access = Arc::new(Access::new().unwrap());
        let attendance = folder.path().join("attendance");
        std::fs::create_dir_all(&attendance).unwrap();
        Home { office: Office::new(room, access, Arc::new(Pack::embedded().unwrap()), attendance), _folder: folder }
    }

    pub fn room(&self) -> &Room {
        self.office.room()
    }

    fn person(&self, number: u128, name: &str, role: Role, place: Place, day: Day) -> Cx {
        let who =
            Who { user: UserId(id(number).as_u128()), name: name.to_owned(), roles: vec![RoleAt { role, place }] };
        self.office.person(who, noon(day), day)
    }

    fn administrator(&self, day: Day) -> Cx {
        self.person(1, "Olle Sandin", Role::Administrator, Place::Room, day)
    }
}

fn noon(day: Day) -> Timestamp {
    let days = i64::from(day.0 - start().0);
    "2026-11-20T11:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_hours(24 * days)
}

impl Town {
    pub async fn new(on: Kind) -> Town {
        Town::of(on, RoomKind::School, "Björkstads utbildningsnämnd", "Björkstads socialnämnd").await
    }

    pub async fn of(on: Kind, kind: RoomKind, school: &str, social: &str) -> Town {
        let town = Town {
            school: Home::new(on, kind, "skola", school).await,
            social: Home::new(on, RoomKind::Social, "social", social).await,
            day: start(),
        };
        for (from, slug, to) in [(&town.school, "skola", &town.social), (&town.social, "social", &town.school)] {
            let offer = pairing::offer(&from.administrator(start()), &pairing::here(slug)).unwrap();
            pairing::confirm(&to.administrator(start()), &offer.text, &offer.code).await.unwrap();
        }
        town.roster(false).await;
        let operator = town.social.office.actor(Actor::Operator("test".to_owned()), noon(start()), start());
        for (number, name, role) in
            [(4, "Annika Rehn", Role::UnitManager), (5, "Leila Karimi", Role::SchoolSocialWorker)]
        {
            let new = account::New {
                user: UserId(id(number).as_u128()),
                name: name.to_owned(),
                login: format!("{number}@social.example"),
                password: Some("tre grodor på en sten".to_owned()),
                roles: vec![RoleAt { role, place: Place::Unit(TEAM) }],
            };
            account::create(&operator, new).await.unwrap();
        }
        town
    }

    /// The roster, with or without a mark on Elsa.
    pub async fn roster(&self, protected: bool) {
        let cx = self.school.office.actor(Actor::Job(Job::Import), noon(self.day), self.day);
        let rows: Vec<Pupil> = cast::pupils::PUPILS.iter().map(|it| row(it, protected)).collect();
        let rows: Vec<(Uuid, &Pupil)> = (1..).map(|n| id(300_000 + n)).zip(&rows).collect();
        let permit = || cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room).unwrap();
        let mut change = cx.room().change(cx.now()).await.unwrap();
        people::put(&mut change, permit(), &rows).await.unwrap();
        change.commit().await.unwrap();
        people::put_guardians(cx.room(), cx.now(), permit(), &guardians()).await.unwrap();
    }

    /// New guardians of Elsa, as the next roster has them.
    pub async fn put_guardians(&self, all: &[Guardian]) {
        let cx = self.school.office.actor(Actor::Job(Job::Import), noon(self.day), self.day);
        let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room).unwrap();
        people::put_guardians(cx.room(), cx.now(), permit, all).await.unwrap();
    }

    pub fn counsellor(&self) -> Cx {
        self.school.person(2, "Maria Lindgren", Role::SchoolCounsellor, Place::Unit(SCHOOL), self.day)
    }

    pub fn manager(&self) -> Cx {
        self.social.person(4, "Annika Rehn", Role::UnitManager, Place::Unit(TEAM), self.day)
    }

    pub fn worker(&self) -> Cx {
        self.social.person(5, "Leila Karimi", Role::SchoolSocialWorker, Place::Unit(TEAM), self.day)
    }

    /// Days go by.
    pub fn later(&mut self, days: i32) {
        self.day = self.day.plus(days);
    }

    pub async fn pupil(&self, first: &str) -> PupilId {
        let cast = cast::pupils::PUPILS.iter().find(|it| it.name.starts_with(first)).unwrap();
        relations::of_number(self.school.room(), cast.number).await.unwrap().unwrap()
    }

    /// Both doors carry what waits and take in what has come, until nothing moves.
    pub async fn carry(&self) {
        for _ in 0..2 {
            for home in [&self.school, &self.social] {
                self.carry_one(home).await;
            }
        }
    }

    /// The door of one room does.
    pub async fn carry_one(&self, home: &Home) {
        let rooms = vec![self.school.room().clone(), self.social.room().clone()];
        let day = self.day;
        let worker = Worker {
            office: home.office.clone(),
            kinds: Arc::new(Kinds::ours().with_door(rooms)),
            clock: Arc::new(move || (noon(day), day)),
            new_id: Arc::new(move || id(NUMBER.fetch_add(1, Ordering::SeqCst).into())),
            log: Arc::new(|_| ()),
            stop: Arc::new(AtomicBool::new(false)),
        };
        casework::job::asked(&worker, "door").await.unwrap();
        while casework::job::step(&worker, Some("door")).await.unwrap().is_some() {}
    }

    /// The family signs both parts of the sheet, for these kinds each.
    pub async fn sign(&self, of: EpisodeId, number: u128, school: &[ItemKind], social: &[ItemKind]) {
        let cx = self.counsellor();
        let form = episode::consent_form(&cx, of).await.unwrap();
        let signed = |(id, name): &(String, String)| Signature {
            who: Signer::Guardian,
            id: id.clone(),
            name: name.clone(),
            day: self.day,
        };
        let mut signatures: Vec<Signature> = form.guardians.iter().map(signed).collect();
        let (id_of, name) = form.child;
        signatures.push(Signature { who: Signer::Child, id: id_of, name, day: self.day });
        for (part, from, items) in [(0, Side::School, school), (1, Side::Social, social)] {
            if items.is_empty() {
                continue;
            }
            let said = agree::Said {
                from,
                items: items.to_vec(),
                first: self.day,
                last: form.last,
                remind: form.remind,
                method: Method::Paper,
                signatures: signatures.clone(),
                assessment: String::new(),
            };
            agree::run(&cx, of, id(number + part), said).await.unwrap();
        }
    }

    /// The social side takes the referral in: matched to a new person, and given to the worker.
    pub async fn take_in(&self) -> EpisodeId {
        let manager = self.manager();
        let page = episodes::view(&manager).await.unwrap();
        let letter = page.referrals.first().unwrap().letter;
        let opening = match_person::open(&manager, letter, TEAM).await.unwrap();
        let of = match_person::run(&manager, letter, TEAM, opening.known).await.unwrap();
        assign::run(&manager, of, UserId(id(5).as_u128())).await.unwrap();
        of
    }

    /// Both sides on where the episode stands.
    pub async fn states(&self, of: EpisodeId) -> (&'static str, &'static str) {
        let school = episode::view(&self.counsellor(), of).await.unwrap().episode.state.code();
        let social = episode::view(&self.worker(), of).await.unwrap().episode.state.code();
        (school, social)
    }
}

/// What the school may tell.
pub const SCHOOL_TELLS: &[ItemKind] = &[
    ItemKind::Contact,
    ItemKind::Referral,
    ItemKind::MeasuresTried,
    ItemKind::PupilsWords,
    ItemKind::Course,
    ItemKind::MeetingNotes,
    ItemKind::Plan,
    ItemKind::Reviews,
];

/// What the social services may tell.
pub const SOCIAL_TELLS: &[ItemKind] =
    &[ItemKind::PupilsWords, ItemKind::Course, ItemKind::MeetingNotes, ItemKind::Plan, ItemKind::Reviews];

fn row(it: &cast::pupils::Pupil, protected: bool) -> Pupil {
    Pupil {
        pupil: it.number,
        personal_number: it.personal_number.to_owned(),
        name: it.name.to_owned(),
        school: it.school,
        class: it.class.to_owned(),
        grade: Grade { form: SchoolForm::CompulsorySchool, level: it.level, school_year: SchoolYear(2026) },
        enrolled: Span { from: "2026-08-17".parse().unwrap(), to: None },
        protected: it.protected || (protected && it.name.starts_with("Elsa")),
        reduced_timetable: None,
    }
}

/// A guardian of Elsa.
pub fn guardian(name: &str, number: &str) -> Guardian {
    Guardian {
        pupil: 9_000_001,
        personal_number: number.to_owned(),
        name: name.to_owned(),
        email: String::new(),
        telephone: String::new(),
        relation: Relation::Guardian,
    }
}

/// The two guardians of Elsa.
pub fn guardians() -> Vec<Guardian> {
    vec![guardian("Lena Nordin", "198001019801"), guardian("Per Nordin", "197902029805")]
}

fn answer(number: u128, name: &str, said: Said, day: Day) -> Answer {
    Answer { guardian: id(number).to_string(), name: name.to_owned(), said, how: Some(How::OnTheSpot), day }
}

/// What was asked at the start meeting: both guardians, and what each said.
pub fn asked(day: Day, lena: Said, per: Said) -> Asked {
    Asked {
        day,
        age: 13,
        custody: Custody::Two,
        guardians: vec![answer(21, "Lena Nordin", lena, day), answer(22, "Per Nordin", per, day)],
        child: View::Wants,
        words: "Jag vill prova.".to_owned(),
        suitability: Suitability::NotJudged,
        note: String::new(),
    }
}

/// A plan with the two goals that are proposed and one thing to do.
pub fn plan(day: Day) -> Plan {
    let goal = |number, kind, words: &str| Goal {
        id: id(number).to_string(),
        kind,
        words: words.to_owned(),
        levels: Default::default(),
        start: Some(Level::Less),
    };
    Plan {
        goals: vec![
            goal(31, GoalKind::Attendance, "Två morgnar i veckan på plats"),
            goal(32, GoalKind::SchoolResults, "Komma ikapp i matte"),
        ],
        items: vec![Item {
            id: id(33).to_string(),
            category: "T1".to_owned(),
            activity: "motivating_talk".to_owned(),
            words: String::new(),
            frequency: Frequency { times: 1, per: Per::Week },
            minutes: 45,
            from: day,
            review: day.plus(14),
            side: Side::Social,
            person: Person { id: id(5).to_string(), name: "Leila Karimi".to_owned() },
            whom: For::Pupil,
            group: None,
            goals: vec![id(31).to_string()],
        }],
        review: day.plus(28),
        words: "Det låter bra.".to_owned(),
    }
}

/// Everybody said yes at the meeting.
pub fn agreed(day: Day) -> Agreement {
    let voice = |party, name: &str| Voice {
        party,
        name: name.to_owned(),
        word: Word::Yes,
        how: Some(How::OnTheSpot),
        day: Some(day),
        words: String::new(),
    };
    Agreement {
        at_meeting: true,
        voices: vec![
            voice(Party::Pupil, "Elsa Nordin"),
            voice(Party::Guardian, "Lena Nordin"),
            voice(Party::School, "Maria Lindgren"),
            voice(Party::Social, "Leila Karimi"),
        ],
    }
}
