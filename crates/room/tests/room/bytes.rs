//! No byte that the database has written holds a name, a number or a word that was sealed.

use std::fs;
use std::path::Path;

use access::{PupilAt, Purpose, UnitId, UserId, Zone};
use domain::guardian::{Guardian, Relation};
use domain::step::{Body, Kind, Seen};
use jiff::SignedDuration;
use memchr::memmem;
use room::accounts::{self, New, Patience};
use room::results::{self, ListAsk, Standing};
use room::sessions::{self, Lasts};
use room::statements::{self, Said};
use room::teachers::Teaches;
use room::units::Contact;
use room::{Room, drafts, imports, marks, meetings, people, profiles, teachers, tokens, units};

use crate::home::{Home, now};
use crate::permits::{
    SCHOOL, head_teacher, id, may_configure, may_document, may_import, may_list, may_list_steps, may_manage, put,
    roster, settle, today,
};
use crate::results::{scan, standing};

/// Words that stand in what is sealed: name, personal number, body, zone, act and school form; kind of step; name, login,
/// password and second factor of an account; a draft; minutes; figures of others; a teacher;
/// a school's contact; owner, use and secret of a token; what is told of an import, its file, a profile, a guardian and
/// another system's key.
const SEALED: &[&str] = &[
    "Kanariefågelsson",
    "201202302397",
    "viskningsord",
    "PupilHealth",
    "DocumentStep",
    "ListPupils",
    "\"form\"",
    "pupil_talk",
    "Kanarielindgren",
    "kanarie.inloggning",
    "$argon2id$kanarie",
    "kanariehemlighet",
    "utkastkanarie",
    "kanarieprotokoll",
    "kanariejämförelse",
    "Kanarielärarsson",
    "Kanarieexpeditionen",
    "0000-kanarie",
    "Kanarienyckelvakt",
    "kanarieuppgift",
    "slj_kanarienyckel",
    "kanarieskäl",
    "kanariefil.csv",
    "Kanarieprofil",
    "Kanarievårdnadshavare",
    "kanarie-guid",
];
/// Words that lie in the clear: with them the search shows that it can see. Class and actor.
const CLEAR: [&str; 2] = ["7Kanarie", "job:import"];

/// Which of the words stand in any file of a folder, in UTF-8 or UTF-16.
fn found(folder: &Path, words: &[&'static str], into: &mut Vec<&'static str>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found(&path, words, into);
        } else if let Ok(bytes) = fs::read(&path) {
            // A database removes files of its own while we read.
            into.extend(words.iter().filter(|word| holds(&bytes, word)));
        }
    }
}

fn holds(bytes: &[u8], word: &str) -> bool {
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [word.as_bytes(), &wide].iter().any(|word| memmem::find(bytes, word).is_some())
}

async fn check(home: &Home, when: &str) {
    let mut seen = Vec::new();
    for folder in home.data().await {
        let words: Vec<_> = SEALED.iter().chain(CLEAR.iter()).copied().collect();
        found(&folder, &words, &mut seen);
    }
    assert!(SEALED.iter().all(|word| !seen.contains(word)), "{when}: {seen:?}");
    assert!(CLEAR.iter().all(|word| seen.contains(word)), "{when}: the search has gone blind, it saw {seen:?}");
}

/// A delivery comes in: what is told of it, its file, a profile, guardians and keys.
async fn delivered(room: &Room) {
    let mut change = room.change(now()).await.unwrap();
    let draft = imports::Draft {
        id: id(94),
        state: imports::State::Waiting,
        source: "upload",
        made_by: "job:import",
        detail: "kanarieskäl".as_bytes(),
    };
    imports::begin(&mut change, may_import(), draft).await.unwrap();
    let detail = b"kanariefil.csv".to_vec().into();
    let file = imports::ImportFile { place: 0, content: id(95), bytes: 1, detail };
    imports::add_file(&mut change, id(94), &file).await.unwrap();
    profiles::put(&mut change, may_import(), id(96), "job:import", b"Kanarieprofil").await.unwrap();
    people::put_keys(&mut change, &[(people::PupilKey::Id("kanarie-guid"), 500_000_000)]).await.unwrap();
    change.commit().await.unwrap();
    let guardian = Guardian {
        pupil: 1,
        personal_number: String::new(),
        name: "Karin Kanarievårdnadshavare".to_owned(),
        email: String::new(),
        telephone: String::new(),
        relation: Relation::Guardian,
    };
    people::put_guardians(room, now(), may_import(), &[guardian]).await.unwrap();
    let keys = people::keys(room).await.unwrap();
    assert_eq!(keys.find(people::PupilKey::Id("kanarie-guid")), Some(500_000_000));
}

/// Somebody works in the room: signs in, fails to, writes a draft, documents a step, and ends a meeting.
async fn work(room: &Room, elsa: &PupilAt) {
    let new = New {
        id: id(90),
        login: "kanarie.inloggning",
        name: "Maria Kanarielindgren",
        password: Some("$argon2id$kanarie"),
        roles: &[],
    };
    let account = UserId(id(90).as_u128());
    let mut change = room.change(now()).await.unwrap();
    accounts::put(&mut change, may_manage(), &new).await.unwrap();
    change.commit().await.unwrap();
    accounts::set_totp(room, account, b"kanariehemlighet", 1).await.unwrap();
    let patience = Patience { too_many: 1, forgotten_after: SignedDuration::from_mins(1) };
    assert!(accounts::for_sign_in(room, "kanarie.inloggning").await.unwrap().is_some());
    accounts::failed(room, "kanarie.inloggning", Some(account), patience, now()).await.unwrap();
    let lasts = Lasts { idle: SignedDuration::from_mins(1), whole: SignedDuration::from_mins(1) };
    let token = sessions::open(room, account, lasts, now()).await.unwrap();
    assert!(sessions::find(room, &token, lasts, now()).await.unwrap().is_some());
    let teacher = Teaches { class: "7B".to_owned(), subject: "MA".to_owned(), name: "Bo Kanarielärarsson".to_owned() };
    let contact = Contact { name: "Kanarieexpeditionen".to_owned(), telephone: "0000-kanarie".to_owned() };
    let mut change = room.change(now()).await.unwrap();
    teachers::put(&mut change, may_import(), UnitId(SCHOOL), &[teacher]).await.unwrap();
    change.commit().await.unwrap();
    let mut change = room.change(now()).await.unwrap();
    units::put_contact(&mut change, may_configure(), UnitId(SCHOOL), &contact).await.unwrap();
    change.commit().await.unwrap();
    drafts::put(room, account, "steg", b"text=utkastkanarie", now()).await.unwrap();

    let token = tokens::New {
        id: id(93),
        secret: "slj_kanarienyckel",
        owner: "Kanarienyckelvakt",
        what_for: "kanarieuppgift",
        purpose: Purpose::FollowUp,
        zones: &[Zone::SchoolGeneral],
        units: None,
        ends: today(),
    };
    let mut change = room.change(now()).await.unwrap();
    tokens::put(&mut change, may_manage(), &token).await.unwrap();
    change.commit().await.unwrap();
    assert!(tokens::find(room, token.secret, today()).await.unwrap().is_some());

    delivered(room).await;
    let step = crate::marks::step(Kind::PupilTalk, today(), Some(today().plus(9)), Seen::default());
    let json = Body::Step(step.clone()).to_json().unwrap();
    let said = Said { id: id(91), episode: None, lamport: 1, side: "school", body: &json };
    let mut change = room.change(now()).await.unwrap();
    let permit = may_document(elsa, Zone::SchoolSupport);
    let written = statements::append(&mut change, permit, &said).await.unwrap().unwrap();
    marks::apply(&mut change, &written, &marks::Effect::Step(step.fact(id(91).as_u128()))).await.unwrap();
    let meeting = meetings::New { id: id(92), unit: UnitId(SCHOOL), account };
    meetings::begin(&mut change, vec![may_document(elsa, Zone::SchoolSupport)], &meeting).await.unwrap();
    meetings::end(&mut change, id(92), "kanarieprotokoll").await.unwrap();
    change.commit().await.unwrap();

    let peers = Some("kanariejämförelse".as_bytes().to_vec());
    scan(room, &[Standing { peers, ..standing(roster()[0].pupil, SCHOOL, Some(1)) }]).await;
    let ask = ListAsk { limit: 9, ..ListAsk::default() };
    let mut reading = room.reading(now());
    let actor = head_teacher();
    let page = results::list(&mut reading, may_list(&actor), may_list_steps(&actor), &ask, today()).await.unwrap();
    let page = reading.show(page).await.unwrap().unwrap();
    assert_eq!(page.rows[0].how.as_ref().unwrap().kind, Some(Kind::PupilTalk));
}

on_both! {
    async fn nothing_that_was_sealed_lies_in_the_clear(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let mut rows = roster();
        rows[0].name = "Elsa Kanariefågelsson".to_owned();
        rows[0].personal_number = "201202302397".to_owned();
        rows[0].class = "7Kanarie".to_owned();
        put(&room, may_import(), &rows).await.unwrap();
        for number in 0..20 {
            let mut change = room.change(now()).await.unwrap();
            let said = Said { id: id(number), episode: None, lamport: 1, side: "school", body: b"{\"text\":\"viskningsord\"}" };
            statements::append(&mut change, may_document(&elsa, Zone::PupilHealth), &said).await.unwrap();
            change.commit().await.unwrap();
        }
        work(&room, &elsa).await;
        let mut reading = room.reading(now());
        let found = people::find(&mut reading, may_list(&head_teacher()), "201202302397", today()).await.unwrap();
        reading.show(found).await.unwrap();
        check(home, "while the room is open").await;
        room.close().await;
        check(home, "when it is closed").await;
    }
}

#[test]
fn a_word_is_found_wherever_it_lies() {
    assert!(holds(b"..viskningsord..", "viskningsord"));
    assert!(holds(&"xviskningsord".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(), "viskningsord"));
    assert!(!holds(b"viskningsor", "viskningsord"));
}
