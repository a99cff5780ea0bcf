//! No byte of the database holds a login, a name or what somebody wrote.

use std::fs;
use std::path::Path;

use access::Zone;
use casework::verb::document::{self, Document};
use casework::verb::meeting::{self, Choice, Shown};
use casework::verb::sign_in::{self, Step};
use casework::verb::{draft, retract};
use casework::view::step_form::Draft;
use domain::Signal::S01;
use domain::step::StepKind;
use memchr::memmem;

use crate::home::{Home, PASSWORD, SCHOOL, id, now, talk, today, user};

/// Words in what is sealed: login, names, text, draft, reason, kind of step, zone, login in a half-open session.
const SEALED: [&str; 10] = [
    "bjorkstad.example",
    "Lindgren",
    "Nordin",
    "viskningsord",
    "utkastord",
    "ångerord",
    "pupil_talk",
    "pupil_health_review",
    "PupilHealth",
    "argon2id",
];
/// Words in the clear: with them the search shows that it can see.
const CLEAR: [&str; 2] = ["7B", "SchoolCounsellor"];

fn found(folder: &Path, words: &[&'static str], into: &mut Vec<&'static str>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found(&path, words, into);
        } else {
            let bytes = fs::read(&path).unwrap();
            into.extend(words.iter().filter(|word| memmem::find(&bytes, word.as_bytes()).is_some()));
        }
    }
}

/// In a file; that of PostgreSQL is searched by the tests of `room`.
#[test]
fn nothing_that_somebody_wrote_lies_in_the_clear() {
    testkit::run(async {
        let home = Home::new(testkit::Kind::Sqlite).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0), ("Yusuf", &[S01], 15, 0)]).await;
        let maria = home.cx("maria");
        let text = "Ett viskningsord.".to_owned();
        let kind = StepKind::PupilHealthReview;
        let review = Document { kind, zone: Zone::PupilHealth, text: text.clone(), ..talk(1, elsa) };
        document::run(&maria, review).await.unwrap();
        document::run(&maria, talk(2, elsa)).await.unwrap();
        retract::run(&maria, id(3), elsa, id(1), "Ett ångerord.").await.unwrap();
        let typed = Draft { fields: vec![("text".to_owned(), "Ett utkastord".to_owned())] };
        draft::run(&maria, elsa, StepKind::PupilTalk, &typed).await.unwrap();
        meeting::begin(&maria, id(4), SCHOOL).await.unwrap();
        let choice = Choice::Do { assignee: user("amir"), by: today().plus(7), text };
        meeting::decide(
            &maria,
            id(5),
            id(4),
            Shown { pupil: home.pupil("Yusuf").await, decided: None, seen: crate::home::ALL },
            choice,
        )
        .await
        .unwrap();
        let half = sign_in::password(&home.office, "maria@bjorkstad.example", PASSWORD, now()).await.unwrap();
        assert!(matches!(half, Step::SetUp(..)));
        let words: Vec<_> = SEALED.iter().chain(&CLEAR).copied().collect();
        let mut seen = Vec::new();
        found(home.folder.path(), &words, &mut seen);
        assert!(SEALED.iter().all(|word| !seen.contains(word)), "{seen:?}");
        assert!(CLEAR.iter().all(|word| seen.contains(word)), "the search has gone blind: {seen:?}");
    });
}
