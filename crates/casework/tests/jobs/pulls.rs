//! A pull from its first question to pupils and rows: while it works nothing of it can be read on disk, and what comes
//! only in part ends nobody's enrolment.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use casework::job::step;
use casework::verb::sources::{self, Save};
use casework::view::imports::State;
use casework::view::sources::{Often, Settings, SignIn, What};
use room::relations::{Spanned, spans};
use serde_json::{Value, json};
use testkit::on_both;
use testkit::ss12000::{self, Server, What as Wrong};

use crate::home::{Home, id};

/// Enough that their list is more than one piece of a sealed file.
const PUPILS: usize = 300;
/// Mondays to Fridays of a week in which every pupil has a lesson a day.
const DAYS: [&str; 5] = ["2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13"];
const SCHOOL: &str = "0f0e0d0c-0000-4000-8000-000000000101";
const CLASS: &str = "22222222-0000-4000-8000-000000000001";
const ACTIVITY: &str = "33333333-0000-4000-8000-000000000001";

fn pupil(number: usize) -> String {
    format!("11111111-0000-4000-8000-{number:012}")
}

/// A personal number of 2013 with its check digit, as Skatteverket reckons it.
fn personal_number(number: usize) -> String {
    let nine = format!("13{:02}{:02}{:03}", number / 28 % 12 + 1, number % 28 + 1, number % 1000);
    let sum: u32 = nine
        .chars()
        .zip([2, 1].into_iter().cycle())
        .map(|(digit, weight)| digit.to_digit(10).unwrap() * weight)
        .map(|product| product / 10 + product % 10)
        .sum();
    format!("20{nine}{}", (10 - sum % 10) % 10)
}

/// A school of 300 pupils in one class, with five lessons each, and a tenth of them away.
fn school() -> BTreeMap<String, Vec<Value>> {
    let at = |id: &str| json!({ "id": id });
    let from = "2026-08-17";
    let person = |number| {
        json!({
            "id": pupil(number), "givenName": format!("Förnamn{number}"), "familyName": "Hemligström",
            "civicNo": { "value": personal_number(number), "nationality": "SE" }, "securityMarking": "Ingen",
            "personStatus": "Aktiv",
            "enrolments": [{ "enroledAt": at(SCHOOL), "schoolYear": 7, "schoolType": "GR", "startDate": from }],
        })
    };
    let members = (0..PUPILS).map(|number| json!({ "person": at(&pupil(number)), "startDate": from }));
    let lesson = |(place, day): (usize, &&str)| {
        let event = format!("44444444-0000-4000-8000-{place:012}");
        let attendance = |number| {
            let away = if number % 10 == 0 { "unauthorisedAbsenceMinutes" } else { "attendanceMinutes" };
            json!({
                "id": format!("{place}-{number}"), "calendarEvent": at(&event), "student": at(&pupil(number)),
                "isReported": true, away: 50,
            })
        };
        json!({
            "id": event, "activity": at(ACTIVITY), "startTime": format!("{day}T08:15:00+01:00"),
            "endTime": format!("{day}T09:05:00+01:00"),
            "_embedded": { "attendance": (0..PUPILS).map(attendance).collect::<Vec<_>>() },
        })
    };
    let school = json!({
        "id": SCHOOL, "displayName": "Björkskolan", "organisationType": "Skolenhet", "schoolUnitCode": "90000101",
        "schoolTypes": ["GR"],
    });
    let class = json!({
        "id": CLASS, "displayName": "7B", "startDate": from, "groupType": "Klass", "organisation": at(SCHOOL),
        "groupMemberships": members.collect::<Vec<_>>(),
    });
    let activity = json!({
        "id": ACTIVITY, "displayName": "MA 7B", "calendarEventsRequired": true, "startDate": from,
        "activityType": "Undervisning", "groups": [at(CLASS)], "organisation": at(SCHOOL),
        "_embedded": { "syllabus": { "subjectCode": "GRGRMAT01", "subjectName": "Matematik" } },
    });
    let lists = [
        ("organisations", vec![school]),
        ("groups", vec![class]),
        ("persons", (0..PUPILS).map(person).collect()),
        ("activities", vec![activity]),
        ("calendarEvents", DAYS.iter().enumerate().map(lesson).collect()),
    ];
    lists.into_iter().map(|(name, list)| (name.to_owned(), list)).collect()
}

/// A room with a source that reads the school.
async fn connected(on: testkit::Kind) -> (Home, Server) {
    let (home, server) = (Home::new(on).await, Server::with(school()).await);
    let (client, secret) = ss12000::CLIENT;
    let sign_in = SignIn::Client { address: server.token(), id: client.to_owned(), scope: None };
    let what = What::Ss12000 { base: server.base(), lessons: None, sums: None, sign_in, weeks: 4 };
    let settings = Settings { name: "Elevregistret".to_owned(), what };
    let secret = Some(secret.to_owned());
    let save = Save { id: id(51), settings, secret, often: Often::Every(3600), expect: None };
    sources::save(&home.administrator(), save).await.unwrap();
    (home, server)
}

/// From now on the pupils come in pages of a hundred, and from the second page on it goes wrong.
fn break_persons(server: &Server, what: Wrong) {
    let asked = server.asked("persons").len();
    // Asked for more to a page than it likes, the service says no; the client then lets it choose.
    server.pages_of(100).goes_wrong("persons", asked + 1..=asked + 1, Wrong::NoLimit);
    server.goes_wrong("persons", asked + 3..=asked + 1000, what);
}

/// What runs now: kind, whether it went well, and the codes of what was said.
async fn runs(home: &Home) -> Vec<(String, bool, Vec<&'static str>)> {
    let mut all = Vec::new();
    while let Some(ran) = step(&home.worker, None).await.unwrap() {
        all.push((ran.kind, ran.well, ran.said.iter().map(|it| it.code).collect()));
    }
    all
}

/// Every enrolment and the number of rows.
async fn there(home: &Home) -> (Vec<Spanned>, u64) {
    let rows = room::attendance::load(home.room()).await.unwrap().files.iter().map(|file| file.rows).sum();
    let mut spans = spans(home.room()).await.unwrap();
    spans.sort_by_key(|it| it.pupil);
    (spans, rows)
}

async fn states(home: &Home) -> Vec<State> {
    let page = casework::view::imports::list(&home.administrator()).await.unwrap();
    page.imports.iter().map(|it| it.state).collect()
}

/// Every file in a folder and below.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(|it| it.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Which of some words stand in the files of a folder.
fn found(folder: &Path, words: &[String]) -> Vec<String> {
    let all: Vec<Vec<u8>> = files(folder).iter().map(|path| std::fs::read(path).unwrap_or_default()).collect();
    let stands = |word: &&String| all.iter().any(|file| file.windows(word.len()).any(|it| it == word.as_bytes()));
    words.iter().filter(stands).cloned().collect()
}

on_both! {
    async fn a_pull_brings_every_pupil_and_every_lesson_of_the_service(on) {
        let (home, _server) = connected(on).await;
        let ran = runs(&home).await;
        assert_eq!(ran[0], ("ss12000".to_owned(), true, vec!["source-pulled"]));
        assert_eq!(ran[1], ("import".to_owned(), true, vec!["job-import-done"]));
        let (pupils, rows) = there(&home).await;
        assert_eq!((pupils.len(), rows), (PUPILS, (PUPILS * DAYS.len()) as u64));
        assert!(files(home.administrator().attendance().join("pulls").as_path()).is_empty());
        assert!(files(home.administrator().attendance().join("deliveries").as_path()).is_empty());
    }

    async fn while_a_pull_works_no_name_and_no_number_can_be_read_on_disk(on) {
        let (home, server) = connected(on).await;
        server.goes_wrong("activities", 1..=1, Wrong::Slow(Duration::from_secs(2)));
        let look = async {
            while server.asked("activities").is_empty() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            let pulls = home.administrator().attendance().join("pulls");
            let lies: u64 = files(&pulls).iter().map(|path| path.metadata().unwrap().len()).sum();
            assert!(lies > 64 * 1024, "the pupils have come, and lie there: {lies} bytes");
            let mut words = vec!["Hemligström".to_owned(), "Björkskolan".to_owned(), pupil(7)];
            words.extend([7, 150].into_iter().flat_map(|it| [personal_number(it), format!("Förnamn{it}")]));
            assert_eq!(found(home.folder(), &words), Vec::<String>::new());
        };
        let (ran, ()) = tokio::join!(runs(&home), look);
        assert!(ran.iter().all(|(_, well, _)| *well), "{ran:?}");
    }

    async fn a_roster_that_is_read_in_part_ends_nobodys_enrolment(on) {
        let (home, server) = connected(on).await;
        runs(&home).await;
        let before = there(&home).await;
        let ways = [
            ("the list is closed in the middle", Wrong::Status(403, Vec::new())),
            ("the token is never good", Wrong::Status(410, Vec::new())),
            ("the same page comes for ever", Wrong::Repeat),
        ];
        for (way, what) in ways {
            break_persons(&server, what);
            home.later(4 * 3600);
            let ran = runs(&home).await;
            assert!(ran.iter().all(|(kind, well, _)| kind == "ss12000" && !well), "{way}: {ran:?}");
            assert!(there(&home).await == before, "{way}");
            assert!(files(home.administrator().attendance().join("pulls").as_path()).is_empty(), "{way}");
            server.goes_right();
        }
        assert_eq!(states(&home).await, [State::Done]);
        home.later(24 * 3600);
        let ran = runs(&home).await;
        assert!(ran.iter().all(|(_, well, _)| *well), "and it goes on when the service does: {ran:?}");
        assert!(there(&home).await == before);
    }

    async fn a_roster_that_lies_about_its_end_is_held_for_a_person(on) {
        let (home, server) = connected(on).await;
        runs(&home).await;
        let before = there(&home).await;
        // A hundred of three hundred pupils, and the service says that there are no more.
        let asked = server.asked("persons").len();
        server.pages_of(100).goes_wrong("persons", asked + 1..=asked + 1, Wrong::NoLimit);
        server.goes_wrong("persons", asked + 2..=asked + 2, Wrong::Token(None));
        home.later(4 * 3600);
        let ran = runs(&home).await;
        assert_eq!(ran[1], ("import".to_owned(), true, vec!["job-import-held"]));
        assert!(there(&home).await == before);
        assert_eq!(states(&home).await, [State::Held, State::Done]);
    }

    async fn a_token_that_expires_once_begins_the_list_anew_and_nobody_is_there_twice(on) {
        let (home, server) = connected(on).await;
        server.pages_of(100).goes_wrong("persons", 1..=1, Wrong::NoLimit);
        server.goes_wrong("persons", 3..=3, Wrong::Status(410, Vec::new()));
        runs(&home).await;
        assert_eq!(there(&home).await.0.len(), PUPILS);
    }

    async fn what_a_pull_left_that_was_cut_off_goes_with_the_next_sweep_or_with_its_source(on) {
        let (home, _server) = connected(on).await;
        let pulls = home.administrator().attendance().join("pulls");
        let leave = |source: u128| {
            let folder = pulls.join(id(source).to_string());
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join("persons.json"), "[").unwrap();
        };
        leave(51);
        leave(99);
        sources::remove(&home.administrator(), id(51)).await.unwrap();
        assert_eq!(files(&pulls).len(), 1, "that of the source goes with it");
        casework::verb::sweep::run(&home.job()).await.unwrap();
        assert!(files(&pulls).is_empty(), "and what nobody works on with a sweep");
    }
}
