//! Where attendance is fetched by itself: a delivery is taken when it is whole and once, a pull is handed on only when it
//! is complete, and a secret is never seen again.

use std::path::Path;

use access::Role;
use casework::job::{Alarm, step};
use casework::verb::profile;
use casework::verb::sources::{self, Save};
use casework::view::sources::{After, Often, Settings, SignIn, What, view};
use casework::{Cx, Failure};
use exchange::profile::{Column, Field};
use testkit::on_both;
use testkit::ss12000::{self, Server};

use crate::home::{Home, id};

fn folder(path: &Path, marker: bool, after: After) -> Save {
    let what = What::Folder { path: path.to_path_buf(), settle: 60, marker, after, profile: None };
    let settings = Settings { name: "Leveranser".to_owned(), what };
    Save { id: id(50), settings, secret: None, often: Often::Every(60), expect: Some(24) }
}

fn reading_with(path: &Path, named: Option<uuid::Uuid>) -> Save {
    let what =
        What::Folder { path: path.to_path_buf(), settle: 60, marker: false, after: After::Delete, profile: named };
    Save { settings: Settings { name: "Leveranser".to_owned(), what }, ..folder(path, false, After::Delete) }
}

fn service(server: &Server) -> Save {
    let (client, secret) = ss12000::CLIENT;
    let sign_in = SignIn::Client { address: server.token(), id: client.to_owned(), scope: None };
    let what = What::Ss12000 { base: server.base(), lessons: None, sums: None, sign_in, weeks: 4 };
    let settings = Settings { name: "Elevregistret".to_owned(), what };
    Save { id: id(51), settings, secret: Some(secret.to_owned()), often: Often::Every(3600), expect: None }
}

/// What runs now: kind, whether it went well, and the codes of what was said.
async fn runs(home: &Home) -> Vec<(String, bool, Vec<&'static str>)> {
    let mut all = Vec::new();
    while let Some(ran) = step(&home.worker, None).await.unwrap() {
        all.push((ran.kind, ran.well, ran.said.iter().map(|it| it.code).collect()));
    }
    all
}

async fn imports(home: &Home) -> usize {
    casework::view::imports::list(&home.administrator()).await.unwrap().imports.len()
}

fn refused<T: std::fmt::Debug>(result: casework::Result<T>) -> Vec<&'static str> {
    match result {
        Err(Failure::Refused(all)) => all.iter().map(|one| one.message.code).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

fn marked() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(".skollinjen"), "").unwrap();
    folder
}

fn pupils(folder: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../exchange/fixtures/ss12000/persons.json");
    std::fs::copy(from, folder.join("persons.json")).unwrap();
}

async fn make(cx: &Cx, save: Save) {
    sources::save(cx, save).await.unwrap();
}

on_both! {
    async fn a_delivery_is_taken_when_it_has_lain_still_and_never_the_same_twice(on) {
        let (home, at) = (Home::new(on).await, marked());
        make(&home.administrator(), folder(at.path(), false, After::Keep)).await;
        pupils(at.path());
        runs(&home).await;
        assert_eq!(imports(&home).await, 0, "somebody may still be writing it");
        home.later(60);
        let ran = runs(&home).await;
        assert_eq!(ran[0], ("folder".to_owned(), true, vec!["source-folder-taken"]));
        assert_eq!((ran[1].0.as_str(), imports(&home).await), ("import", 1));
        assert!(!at.path().join("persons.json").exists());
        assert_eq!(std::fs::read_dir(at.path().join("klart")).unwrap().count(), 1);

        pupils(at.path());
        home.later(60);
        runs(&home).await;
        home.later(60);
        let ran = runs(&home).await;
        assert_eq!(ran, [("folder".to_owned(), true, vec!["source-folder-known"])]);
        assert_eq!(imports(&home).await, 1);
    }

    async fn with_markers_a_delivery_waits_for_its_marker_and_can_be_deleted(on) {
        let (home, at) = (Home::new(on).await, marked());
        make(&home.administrator(), folder(at.path(), true, After::Delete)).await;
        pupils(at.path());
        runs(&home).await;
        home.later(3600);
        runs(&home).await;
        assert_eq!(imports(&home).await, 0);
        std::fs::write(at.path().join("persons.json.klar"), "").unwrap();
        home.later(60);
        runs(&home).await;
        assert_eq!(imports(&home).await, 1);
        assert_eq!(std::fs::read_dir(at.path()).unwrap().count(), 1, "only the sign is left");
    }

    async fn a_folder_that_goes_away_is_told_of_and_taken_up_when_it_is_back(on) {
        let (home, at) = (Home::new(on).await, marked());
        make(&home.administrator(), folder(at.path(), false, After::Keep)).await;
        let elsewhere = at.path().with_extension("borta");
        std::fs::rename(at.path(), &elsewhere).unwrap();
        assert_eq!(runs(&home).await, [("folder".to_owned(), false, vec!["source-folder-missing"])]);
        std::fs::rename(&elsewhere, at.path()).unwrap();
        home.later(3600);
        assert!(runs(&home).await.iter().all(|(_, well, _)| *well));
    }

    async fn only_a_folder_that_is_meant_for_it_is_watched(on) {
        let (home, cx) = (Home::new(on).await, tempfile::tempdir().unwrap());
        let admin = home.administrator();
        let codes = refused(sources::save(&admin, folder(cx.path(), false, After::Delete)).await);
        assert_eq!(codes, ["source-folder-unmarked"]);
        let codes = refused(sources::save(&admin, folder(Path::new("leveranser"), false, After::Keep)).await);
        assert_eq!(codes, ["source-path-relative"]);
    }

    async fn only_who_configures_the_room_sees_or_changes_its_sources(on) {
        let (home, at) = (Home::new(on).await, marked());
        make(&home.administrator(), folder(at.path(), false, After::Keep)).await;
        for role in [Role::Mentor, Role::HeadTeacher, Role::SchoolCounsellor] {
            let cx = home.person(role);
            assert!(matches!(view(&cx).await, Err(Failure::Denied(_))), "{role:?}");
            assert!(matches!(sources::remove(&cx, id(50)).await, Err(Failure::Denied(_))), "{role:?}");
            assert!(matches!(sources::try_out(&cx, id(50)).await, Err(Failure::Denied(_))), "{role:?}");
        }
        assert_eq!(view(&home.administrator()).await.unwrap().len(), 1);
    }

    async fn a_service_is_tried_pulled_and_imported_and_only_what_changed_the_next_time(on) {
        let (home, server) = (Home::new(on).await, Server::start().await);
        let admin = home.administrator();
        make(&admin, service(&server)).await;
        assert_eq!(sources::try_out(&admin, id(51)).await.unwrap()[0].code, "source-try-in");
        let ran = runs(&home).await;
        assert_eq!(ran[0], ("ss12000".to_owned(), true, vec!["source-pulled"]));
        assert_eq!((ran[1].0.as_str(), ran[1].1, imports(&home).await), ("import", true, 1));
        assert!(["job-import-done", "job-import-held"].contains(&ran[1].2[0]), "{ran:?}");

        home.later(3600);
        runs(&home).await;
        let weeks = |it: &String| it.contains("2026-10-2");
        assert!(server.asked("calendarEvents").iter().any(weeks), "four weeks back, not the whole year");
        assert!(server.asked("attendances").iter().any(|it| it.contains("meta.modified.after")));
        let persons = server.asked("persons");
        assert!(persons.iter().all(|it| !it.contains("modified")), "the roster is always read whole: {persons:?}");
    }

    async fn a_pull_that_stops_midway_hands_nothing_on_and_goes_on_later(on) {
        let (home, server) = (Home::new(on).await, Server::start().await);
        make(&home.administrator(), service(&server)).await;
        server.goes_wrong("persons", 1..=1, ss12000::What::Status(403, Vec::new()));
        let ran = runs(&home).await;
        assert!(ran.iter().all(|(kind, well, _)| kind == "ss12000" && !well), "{ran:?}");
        assert_eq!(imports(&home).await, 0);
        let left = home.administrator().attendance().join("pulls");
        assert!(std::fs::read_dir(left).map_or(0, Iterator::count) == 0, "nothing in the clear is left");
    }

    async fn a_secret_is_never_shown_and_never_sent_to_another_address(on) {
        let (home, server) = (Home::new(on).await, Server::start().await);
        let admin = home.administrator();
        make(&admin, service(&server)).await;
        let seen = view(&admin).await.unwrap();
        assert!(seen[0].has_secret && !format!("{seen:?}").contains(ss12000::CLIENT.1));
        make(&admin, Save { secret: None, ..service(&server) }).await;
        let other = Server::start().await;
        assert_eq!(refused(sources::save(&admin, Save { secret: None, ..service(&other) }).await), ["source-secret-anew"]);
        sources::remove(&admin, id(51)).await.unwrap();
        assert!(view(&admin).await.unwrap().is_empty());
        assert!(runs(&home).await.is_empty(), "what is removed is not read");
    }

    async fn a_paused_source_is_left_alone_until_it_is_asked_for_again(on) {
        let (home, at) = (Home::new(on).await, marked());
        let admin = home.administrator();
        make(&admin, folder(at.path(), false, After::Keep)).await;
        sources::enable(&admin, id(50), false).await.unwrap();
        std::fs::remove_dir_all(at.path()).unwrap();
        home.later(3600);
        assert!(runs(&home).await.is_empty());
        sources::enable(&admin, id(50), true).await.unwrap();
        home.later(60);
        assert_eq!(runs(&home).await.len(), 1);
    }

    async fn a_folder_that_names_a_profile_is_read_with_it_and_an_unknown_one_is_refused(on) {
        let (home, at) = (Home::new(on).await, marked());
        let admin = home.administrator();
        let mut few = exchange::Profile::of(exchange::profile::Kind::Pupils);
        let columns = [
            (Field::PersonalNumber, "Personnr"),
            (Field::Name, "Namn"),
            (Field::School, "Skolenhet"),
            (Field::Grade, "Årskurs"),
        ];
        for (field, header) in columns {
            few.columns.insert(field, Column { header: header.to_owned(), ..Column::default() });
        }
        (few.protected_left_out, few.school_form) = (true, Some("GR".to_owned()));
        let mut more = exchange::Profile { name: "Flest kolumner".to_owned(), ..few.clone() };
        more.columns.insert(Field::Class, Column { header: "Klass".to_owned(), ..Column::default() });
        let few = profile::save(&admin, &exchange::Profile { name: "Skolans egen".to_owned(), ..few }).await.unwrap();
        profile::save(&admin, &more).await.unwrap();
        assert_eq!(refused(sources::save(&admin, reading_with(at.path(), Some(id(9)))).await), ["source-profile-unknown"]);

        for (named, expected) in [(None, "Flest kolumner"), (Some(few), "Skolans egen")] {
            make(&admin, reading_with(at.path(), named)).await;
            // Each time another content, for the same is not taken twice.
            let row = if named.is_some() { "20130314-9809;Elsa Nordin;90000101;7;7B" } else { "20161030-9864;Nora Ahlin;90000101;4;4A" };
            let pupils = format!("Personnr;Namn;Skolenhet;Årskurs;Klass\n{row}\n");
            std::fs::write(at.path().join("elever.csv"), pupils).unwrap();
            step(&home.worker, Some("folder")).await.unwrap();
            home.later(60);
            step(&home.worker, Some("folder")).await.unwrap();
            let page = casework::view::imports::list(&home.administrator()).await.unwrap();
            let read = page.imports[0].files[0].profile.as_ref().unwrap();
            assert_eq!((read.name.as_str(), page.imports[0].source.as_str()), (expected, "folder"));
        }
    }

    async fn an_alarm_says_which_source_it_is_about_by_its_name_alone(on) {
        let (home, at) = (Home::new(on).await, marked());
        make(&home.administrator(), folder(at.path(), false, After::Keep)).await;
        home.later(25 * 3600);
        let alarms = casework::view::jobs::view(&home.administrator()).await.unwrap().alarms;
        let [Alarm::Late { name, .. }] = &alarms[..] else { panic!("{alarms:?}") };
        assert_eq!(text::render(name, text::Language::English), "Watched folder (Leveranser)");
        assert!(!format!("{alarms:?}").contains(&at.path().display().to_string()));
        let start = casework::view::start::view(&home.administrator()).await.unwrap().alarms;
        assert_eq!(start, alarms);
        assert!(casework::view::start::view(&home.person(Role::Mentor)).await.unwrap().alarms.is_empty());
    }
}
