//! After a whole walk through the pages, and imports with bad rows, no byte under the data folder and no line of a log
//! holds a name, a personal number, a login or a word that somebody wrote: while it runs, when it has been killed, after
//! a new start, and when it has ended.

#![expect(clippy::unwrap_used, clippy::panic, reason = "test helpers fail by panicking, as tests do")]

#[path = "clean/browser.rs"]
mod browser;
#[path = "clean/bytes.rs"]
mod bytes;
#[path = "clean/delivery.rs"]
mod delivery;
#[path = "clean/secret.rs"]
mod secret;
#[path = "clean/server.rs"]
mod server;
#[path = "clean/sweep.rs"]
mod sweep;

use std::path::Path;
use std::process::Command;

use absence::synth::demo::Demo;
use browser::Browser;
use bytes::Search;
use delivery::Delivery;
use domain::Day;
use server::Server;

const PUPILS: i32 = 100;
/// What lies in the clear: with it the search shows that it can see. A role, an act of somebody's, the room's name.
const CLEAR: [&str; 3] = ["SchoolCounsellor", "operator:", "utbildningsnämnd"];

fn demo() -> Demo {
    Demo { pupils: PUPILS, seed: 7, as_of: Day::of(cast::clock::DEMO_DAY) }
}

/// A counsellor at work: she looks, writes in every zone, takes back, keeps a draft, and leads a meeting.
fn counsellor(maria: &mut Browser) {
    let list = maria.get("/utbildning/narvaro");
    let pupils = browser::after(&list, "href=\"/utbildning/elev/");
    let pupil = |place: usize| format!("/utbildning/elev/{}", pupils.get(place).unwrap());
    for (place, kind, zone, text) in [
        (0, "pupil_talk", "SchoolGeneral", "Ett gräshoppsord om fredagar."),
        (1, "adaptation", "SchoolSupport", "En stödzebra i ämnet."),
        (2, "pupil_health_review", "PupilHealth", "En HÄLSOZEBRA på mötet."),
    ] {
        let form = format!("{}/steg", pupil(place));
        maria.send(&format!("{form}?slag={kind}"), &form, &[("text", text), ("zone", zone)]);
        assert!(maria.get(&pupil(place)).contains(text), "{text}");
    }
    let draft = format!("{}/steg", pupil(3));
    let page = maria.get(&format!("{draft}?slag=pupil_talk"));
    maria.post(&format!("{draft}/utkast"), &browser::form(&page, &draft), &[("text", "En utkastzebra")]);
    assert!(maria.get(&format!("{draft}?slag=pupil_talk")).contains("utkastzebra"));
    let page = maria.get(&pupil(0));
    let step = browser::after(&page, &format!("href=\"{}/steg/", pupil(0)));
    let back = format!("{}/steg/{}/ta-tillbaka", pupil(0), step.first().unwrap());
    maria.send(&back, &back, &[("reason", "En ångerzebra: fel elev.")]);

    let meeting = maria.send("/utbildning/eht", "/utbildning/eht", &[]);
    let decide = |choice, text| [("choice", choice), ("text", text)];
    maria.send(&meeting, &meeting, &decide("inquiry", "En förslagszebra."));
    let next = meeting.replace("/1", "/2");
    let page = maria.get(&next);
    let colleague = browser::after(&page, "<option value=\"").into_iter().next().unwrap().to_owned();
    maria.post(
        &next,
        &browser::form(&page, &next),
        &[&decide("do", "En mötezebra.")[..], &[("assignee", &colleague)]].concat(),
    );
    let minutes = meeting.replace("/1", "/protokoll");
    assert!(maria.get(&minutes).contains("En mötezebra."));
    maria.send(&minutes, &meeting.replace("/1", "/avsluta"), &[]);
    for word in ["Elsa", "sökzebra", "20120230-2397"] {
        maria.send("/utbildning/sok", "/utbildning/sok", &[("ord", word)]);
    }
}

/// What each of them does on the pages, and what goes wrong for them.
fn walk(server: &Server) {
    let people = Browser::of(server).get("/");
    let mut maria = Browser::chosen(server, &people, "Maria Lindgren");
    counsellor(&mut maria);
    for (path, body) in
        [("/utbildning/sok", "ord=felzebra"), ("/felzebra", "x=felzebra"), ("/utbildning/eht", "felzebra")]
    {
        assert!(maria.wrong(path, body) >= 400, "{path}");
    }

    let mut birgitta = Browser::chosen(server, &people, "Birgitta Åström");
    let list = birgitta.get("/utbildning/narvaro");
    let pupil = browser::after(&list, "href=\"/utbildning/elev/").into_iter().nth(4).unwrap().to_owned();
    let decision = format!("/utbildning/elev/{pupil}/beslut");
    birgitta.send(&decision, &decision, &[("decision", "inquiry_not_needed"), ("text", "En beslutszebra.")]);

    let mut olle = Browser::chosen(server, &people, "Olle Sandin");
    let account = [("name", "Zara Zebrasson"), ("login", "zebra.inloggning"), ("roles", "Coordinator")];
    let made = olle.send("/utbildning/konton/nytt", "/utbildning/konton/nytt", &account);
    assert!(made.contains("zebra.inloggning"), "{made}");
    let typed = [("login", "zebra.inloggning"), ("password", "ett zebralösenord")];
    Browser::of(server).send("/utbildning/logga-in", "/utbildning/logga-in", &typed);
    for path in ["/utbildning/", "/utbildning/konton", "/utbildning/elev/zebralösenord"] {
        olle.get(path);
    }
}

/// Tells the room of a school that is called as a pupil: schools' names may stand in the clear.
fn name_a_school(folder: &Path, name: &str) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), format!("[[school]]\nunit = 90000199\nname = \"{name}\"\n")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_skollinjen"));
    command.args(["room", "describe", "--room", "utbildning"]).arg(file.path()).arg("--data").arg(folder.join("data"));
    let said = command.output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
}

#[test]
fn a_whole_walk_leaves_no_name_number_or_word_in_the_folder_or_the_logs() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (search, clear) = (Search::of(secret::all(&demo())), Search::of(CLEAR.map(str::to_owned).to_vec()));
    let check = |when: &str| {
        assert_eq!(search.found_in(folder), [] as [String; 0], "{when}");
        assert_eq!(clear.found_in(folder).len(), CLEAR.len(), "the search has gone blind {when}");
    };
    let server = Server::start(folder, "first", demo().as_of);
    walk(&server);
    check("while it runs");
    server.kill();
    check("when it has been killed");

    let other = Demo { seed: 8, ..demo() };
    let refused = Delivery::of(&other, "radzebra");
    assert!(!refused.import(folder, "import-refused"), "whoever the last line is may be protected");
    check("after an import that was refused");
    let delivery = Delivery::of(&other, "");
    delivery.import_killed(folder, "import-killed");
    check("when an import has been killed");
    assert!(delivery.import(folder, "import"), "an import with bad rows, confirmed");
    check("after an import with bad rows");

    let server = Server::start(folder, "second", demo().as_of);
    let people = Browser::of(&server).get("/");
    Browser::chosen(&server, &people, "Maria Lindgren").get("/utbildning/narvaro");
    check("after a new start");
    server.stop();
    check("when it has ended");

    // and the search sees a name that the room does store in the clear
    name_a_school(folder, "Elsa Nordin");
    let found = search.found_in(folder);
    assert!(found.iter().any(|it| it.starts_with("Elsa Nordin in ")) && found.len() < 5, "{found:?}");
}
