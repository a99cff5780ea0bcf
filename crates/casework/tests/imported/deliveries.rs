//! Deliveries: whatever a school's systems export goes in, is held, kept, confirmed, thrown away or undone.

use std::path::{Path, PathBuf};

use access::{Access, Place, Role, Target, WriteAct};
use casework::verb::import::{self, Delivered, Import, rehearse};
use casework::verb::{held, profile, sweep, undo, upload};
use casework::view::imports::{self, Import as Seen, Stands};
use casework::view::jobs;
use casework::view::worklist::Ask;
use casework::{Cx, Failure};
use exchange::profile::{Field, Kind};
use exchange::{Format, Profile};
use pack::Pack;
use room::attendance;
use room::imports::State;
use uuid::Uuid;

use crate::city::{City, Files, demo, denied, files, made, now, refused, today};
use crate::lists::all;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../exchange/fixtures").join(name)
}

/// Imports files of this machine, as a command does.
async fn deliver(city: &City, paths: &[PathBuf], confirm: bool) -> casework::Result<import::Imported> {
    let order = Import { files: paths.iter().map(Delivered::at).collect(), as_of: today(), confirm, threads: 2 };
    import::run(&city.operator(), order, &|_| ()).await
}

fn administrator(city: &City) -> Cx {
    city.person(Role::Administrator, Place::Room)
}

/// Uploads files as the browser does: name and content.
async fn send(cx: &Cx, files: &[(&str, Vec<u8>)]) -> casework::Result<Uuid> {
    let mut sent = upload::begin(cx, upload::Source::Upload)?;
    for (name, content) in files {
        let mut file = sent.file(name).await?;
        for part in content.chunks(1000) {
            file.push(part.to_vec()).await?;
        }
        sent.add(file).await?;
    }
    sent.finish(false).await
}

async fn seen(city: &City, id: Uuid) -> Seen {
    imports::one(&administrator(city), id).await.unwrap()
}

/// The import that is held.
async fn held_one(city: &City) -> Uuid {
    let page = imports::list(&administrator(city)).await.unwrap();
    page.imports.iter().find(|it| it.state == State::Held).unwrap().id
}

async fn rows(city: &City) -> u64 {
    attendance::load(&city.room).await.unwrap().files.iter().map(|file| file.rows).sum()
}

/// What lies in the folder of delivered files.
fn kept(city: &City) -> Vec<PathBuf> {
    let folder = city._folder.path().join("attendance/deliveries");
    std::fs::read_dir(folder).map_or(Vec::new(), |all| all.map(|it| it.unwrap().path()).collect())
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// The same pupils with other absence: too much changes.
fn other() -> Files {
    made(&absence::synth::demo::Demo { seed: 12, ..demo() })
}

testkit::on_both! {
    async fn what_excel_saved_goes_in_with_its_dirt_told_by_row_and_column(on) {
        let city = City::empty(on).await;
        let done = deliver(&city, &[fixture("csv/lessons_1252.csv"), fixture("csv/pupils.csv")], true).await.unwrap();
        let told = done.told;
        assert_eq!((told.pupils, told.rows, told.bad()), (4, 4, 3));
        let formats: Vec<&str> = told.files.iter().map(|file| file.format.as_str()).collect();
        assert_eq!(formats, ["csv", "csv"]);
        // Elsa has three lessons and Yusuf one at Björkskolan; Nora is protected and has no rows anywhere
        assert_eq!(rows(&city).await, 4);
        let found = imports::list(&administrator(&city)).await.unwrap();
        assert_eq!(found.imports.iter().map(|it| it.state).collect::<Vec<_>>(), [State::Done]);
        assert!(kept(&city).is_empty());
    }

    async fn lessons_that_come_without_a_roster_lean_on_the_rooms(on) {
        let city = City::empty(on).await;
        deliver(&city, &[fixture("csv/lessons_1252.csv"), fixture("csv/pupils.csv")], true).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("v48.csv");
        let lessons = "Personnr;Skolenhet;Datum;Starttid;Ämne;Lektionslängd (min);Giltig frånvaro;Ogiltig frånvaro\n\
            20130314-9809;90000101;2026-11-18;08:15;MA;50;0;0\n201610309864;90000101;2026-11-18;08:15;MA;50;0;0\n\
            20110521-9826;90000101;2026-11-18;08:15;MA;50;0;0\n";
        std::fs::write(&path, lessons).unwrap();
        let told = deliver(&city, &[path], false).await.unwrap().told;
        // Nora is protected, and Tindra goes to another school
        assert_eq!((told.rows, told.files[0].elsewhere, rows(&city).await), (3, 1, 5));
    }

    async fn the_pupils_of_a_service_keep_their_numbers_over_imports(on) {
        let city = City::empty(on).await;
        let names = ["organisations", "groups", "persons", "activities", "calendar_events", "attendances"];
        let paths: Vec<PathBuf> = names.iter().map(|it| fixture(&format!("ss12000/{it}.json"))).collect();
        let first = deliver(&city, &paths, true).await.unwrap().told;
        let rows_then = rows(&city).await;
        assert!(first.rows > 0 && rows_then > 0, "{first:?}");
        let again = deliver(&city, &paths, true).await.unwrap().told;
        assert_eq!((again.changed, rows(&city).await), (0, rows_then), "the same numbers give the same rows");
    }

    async fn a_held_import_is_kept_sealed_and_becomes_visible_when_somebody_confirms_it(on) {
        let city = City::imported(on).await;
        let before = format!("{:?}", all(&city.counsellor(), &Ask::default()).await);
        let codes = refused(city.import(&other(), false).await);
        assert!(codes.iter().all(|code| code.starts_with("held-")), "{codes:?}");
        let id = held_one(&city).await;
        let import = seen(&city, id).await;
        assert_eq!((import.state, import.files.len()), (State::Held, 2));
        assert!(import.told.reasons.iter().all(|it| !it.is_final && it.said.sv != it.said.en));
        assert!(import.told.schools.iter().any(|it| it.before.rows != it.after.rows));
        // sealed: no delivered byte lies in the clear
        for path in kept(&city) {
            assert!(memchr::memmem::find(&bytes(&path), b"PAR1").is_none());
        }
        assert!(format!("{:?}", all(&city.counsellor(), &Ask::default()).await) == before, "nothing is visible");

        held::confirm(&administrator(&city), id).await.unwrap();
        city.work(0).await;
        let import = seen(&city, id).await;
        assert_eq!(import.state, State::Done, "{:?}", import.told.errors);
        assert!(format!("{:?}", all(&city.counsellor(), &Ask::default()).await) != before);
        assert!(kept(&city).is_empty());
        assert_eq!(refused(held::confirm(&administrator(&city), id).await), ["import-not-held"]);
    }

    async fn a_held_import_that_is_thrown_away_leaves_no_file(on) {
        let city = City::imported(on).await;
        refused(city.import(&other(), false).await);
        let id = held_one(&city).await;
        held::discard(&administrator(&city), id).await.unwrap();
        let import = seen(&city, id).await;
        assert_eq!((import.state, import.files.len(), kept(&city).len()), (State::Discarded, 0, 0));
        assert!(import.told.files.iter().all(|file| file.name.is_empty()));
        assert_eq!(refused(held::discard(&administrator(&city), id).await), ["import-not-held"]);
    }

    async fn the_files_of_an_import_that_is_over_go_with_a_sweep_when_throwing_it_away_was_cut_off(on) {
        let city = City::empty(on).await;
        let cx = administrator(&city);
        let id = send(&cx, &[("p.csv", bytes(&fixture("csv/pupils.csv")))]).await.unwrap();
        let permit = Access::new().unwrap().decide(cx.actor(), WriteAct::Import, &Target::Room).unwrap();
        let mut change = city.room.change(now()).await.unwrap();
        let (from, to) = ([State::Waiting], State::Discarded);
        assert!(room::imports::step(&mut change, permit, id, &from, to, None).await.unwrap());
        change.commit().await.unwrap();
        assert_eq!((seen(&city, id).await.files.len(), kept(&city).len()), (1, 1), "cut off here");
        sweep::run(&city.operator()).await.unwrap();
        assert_eq!((seen(&city, id).await.files.len(), kept(&city).len()), (0, 0));
    }

    async fn an_undo_brings_the_lists_back(on) {
        let city = City::imported(on).await;
        let (before, then) = (format!("{:?}", all(&city.counsellor(), &Ask::default()).await), rows(&city).await);
        let done = deliver(&city, std::slice::from_ref(&other().lessons), true).await.unwrap();
        assert!(format!("{:?}", all(&city.counsellor(), &Ask::default()).await) != before);
        let cx = administrator(&city);
        for _ in 0..2 {
            undo::ask(&cx, done.id).await.unwrap(); // twice, as by two tabs
            assert_eq!(seen(&city, done.id).await.undoing, Some(Stands::UnderWay));
        }
        assert!(format!("{:?}", all(&city.counsellor(), &Ask::default()).await) != before, "a job does it");
        city.work(0).await;
        assert_eq!(rows(&city).await, then);
        assert!(format!("{:?}", all(&city.counsellor(), &Ask::default()).await) == before);
        assert_eq!(seen(&city, done.id).await.state, State::Undone);
        assert!(refused(undo::ask(&cx, done.id).await).contains(&"undo-no-such-import"));
        let page = jobs::view(&cx).await.unwrap();
        let ran: Vec<_> = page.history.iter().map(|ran| (ran.name.code, ran.outcome)).collect();
        assert_eq!(ran, [("job-kind-undo", jobs::Outcome::Done)], "once");
        assert!(page.waiting.is_empty());
    }

    async fn an_undo_is_refused_at_once_and_one_that_came_too_late_waits_for_a_person(on) {
        let city = City::imported(on).await;
        let (cx, other) = (administrator(&city), other());
        let first = deliver(&city, std::slice::from_ref(&other.lessons), true).await.unwrap();
        undo::ask(&cx, first.id).await.unwrap();
        let second = deliver(&city, std::slice::from_ref(&files().lessons), true).await.unwrap();
        city.work(0).await;
        let late = seen(&city, first.id).await;
        assert!(late.state == State::Done && matches!(late.undoing, Some(Stands::GivenUp(_))));
        assert_eq!(jobs::view(&cx).await.unwrap().given_up[0].why[0].code, "undo-later-import");
        assert_eq!(refused(undo::ask(&cx, first.id).await), ["undo-later-import"]);
        for import in [second.id, first.id] {
            undo::ask(&cx, import).await.unwrap();
            city.work(1).await;
            assert_eq!(seen(&city, import).await.state, State::Undone);
        }
    }

    async fn what_is_sent_waits_until_somebody_says_how_it_is_read(on) {
        let city = City::empty(on).await;
        let cx = administrator(&city);
        let files = [("C:\\Export\\Elever.csv", bytes(&fixture("csv/pupils.csv"))), ("tom.csv", Vec::new()),
            ("frånvaro.csv", bytes(&fixture("csv/lessons_1252.csv")))];
        let id = send(&cx, &files).await.unwrap();
        let import = seen(&city, id).await;
        assert_eq!(import.state, State::Waiting);
        assert_eq!(import.files.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Elever.csv", "frånvaro.csv"]);
        let look = imports::look(&cx, id, 0, None).await.unwrap();
        let table = look.table.unwrap();
        assert_eq!((look.format, table.profile.kind, table.missing.len()), (Format::Csv, Kind::Pupils, 0));
        assert!(!format!("{:?}", table.rows).contains("Elsa"), "a preview is masked");

        let mut named = table.profile;
        named.name = "Elevregistret".to_owned();
        profile::save(&cx, &named).await.unwrap();
        upload::read_as(&cx, id, 0, Some(named), None).await.unwrap();
        upload::queue(&cx, id).await.unwrap();
        city.work(0).await;
        assert_eq!(seen(&city, id).await.state, State::Held, "three of seven rows cannot be read");
        held::confirm(&cx, id).await.unwrap();
        city.work(0).await;
        let import = seen(&city, id).await;
        assert_eq!((import.state, import.told.pupils, rows(&city).await), (State::Done, 4, 4), "{import:?}");
        assert_eq!(refused(upload::queue(&cx, id).await), ["import-not-waiting"]);

        // the next file with the same header is read by the saved profile
        let next = send(&cx, &[("elever v48.csv", bytes(&fixture("csv/pupils.csv")))]).await.unwrap();
        let profile = seen(&city, next).await.files.remove(0).profile.unwrap();
        assert_eq!(profile.name, "Elevregistret");
    }

    async fn a_file_that_cannot_be_read_says_so_on_its_page_and_changes_nothing(on) {
        let city = City::imported(on).await;
        let then = rows(&city).await;
        let cx = administrator(&city);
        let id = send(&cx, &[("x.csv", bytes(&fixture("csv/broken_quotes.csv")))]).await.unwrap();
        upload::queue(&cx, id).await.unwrap();
        city.work(0).await;
        let import = seen(&city, id).await;
        assert_eq!((import.state, rows(&city).await, kept(&city).len()), (State::Failed, then, 0));
        assert!(import.told.errors[0].sv.contains("x.csv"), "{:?}", import.told.errors);
    }

    async fn an_upload_that_was_cut_off_counts_for_nothing_and_is_swept(on) {
        let city = City::empty(on).await;
        let cx = administrator(&city);
        let sent = upload::begin(&cx, upload::Source::Upload).unwrap();
        let mut file = sent.file("x.csv").await.unwrap();
        file.push(b"a;b".to_vec()).await.unwrap();
        drop(file);
        assert_eq!(kept(&city).len(), 0, "cut off, it goes at once");
        let mut file = sent.file("x.csv").await.unwrap();
        file.push(b"a;b".to_vec()).await.unwrap();
        std::mem::forget(file); // the process was killed
        drop(sent);
        assert_eq!(kept(&city).len(), 1);
        sweep::run(&city.operator()).await.unwrap();
        assert_eq!(kept(&city).len(), 1, "it may still be on its way");
        let later = now().checked_add(jiff::SignedDuration::from_hours(7)).unwrap();
        sweep::run(&city.office.actor(access::Actor::Operator("olle".to_owned()), later, today())).await.unwrap();
        assert!(kept(&city).is_empty());
        assert!(imports::list(&cx).await.unwrap().imports.is_empty());
        assert_eq!(refused(send(&cx, &[("tom.csv", Vec::new())]).await), ["upload-no-file"]);
    }

    async fn only_who_may_import_gets_near_a_delivery(on) {
        let city = City::empty(on).await;
        let id = send(&administrator(&city), &[("p.csv", bytes(&fixture("csv/pupils.csv")))]).await.unwrap();
        let coordinator = city.coordinator();
        assert!(imports::one(&coordinator, id).await.is_ok(), "data quality includes held imports");
        for no in [
            denied(upload::queue(&coordinator, id).await),
            denied(held::discard(&coordinator, id).await),
            denied(imports::look(&coordinator, id, 0, None).await),
            denied(undo::ask(&coordinator, id).await),
            denied(profile::save(&coordinator, &filled()).await),
            denied(upload::begin(&city.counsellor(), upload::Source::Upload).map(drop)),
        ] {
            assert_eq!(no, "denied-import");
        }
        assert!(matches!(imports::one(&city.counsellor(), id).await, Err(Failure::Denied(_))));
    }
}

/// A profile that lacks nothing but is of nothing.
fn filled() -> Profile {
    let mut profile = Profile::of(Kind::Guardians);
    for field in [Field::Pupil, Field::GuardianName] {
        profile.columns.insert(field, exchange::profile::Column::default());
    }
    Profile { name: "X".to_owned(), ..profile }
}

#[test]
fn a_rehearsal_tells_what_would_come_and_hides_small_numbers() {
    let pack = Pack::embedded().unwrap();
    let delivered = [&files().pupils, &files().lessons].map(Delivered::at);
    let done = rehearse::run(&delivered, Vec::new(), &pack, Some(today()), today(), 2, &|_| ()).unwrap();
    let listed: usize = done.schools.iter().filter_map(|school| school.listed).sum();
    assert!(done.told.bad() == 0 && done.schools.len() > 1 && listed > 0);
    assert!(done.schools.iter().all(|it| it.listed.is_none_or(|n| n == 0 || n >= rehearse::FEWEST)));
    let few = [fixture("csv/pupils.csv"), fixture("csv/lessons_1252.csv")].map(Delivered::at);
    let few = rehearse::run(&few, Vec::new(), &pack, None, today(), 2, &|_| ()).unwrap();
    assert_eq!(few.told.bad(), 9, "six pupils, three of them at schools known by name only, and Elsa's lessons");
    assert_eq!(few.schools.iter().map(|it| (it.pupils, it.rows, it.reported)).collect::<Vec<_>>(), [(1, 1, 1)]);
    assert_eq!(
        refused(rehearse::run(
            &[Delivered::at(fixture("csv/lessons_1252.csv"))],
            Vec::new(),
            &pack,
            None,
            today(),
            2,
            &|_| ()
        )),
        ["import-no-roster"]
    );
}
