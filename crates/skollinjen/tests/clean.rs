//! After a whole walk through the pages, no byte under the data folder and no line of the server's logs holds a name, a
//! personal number, a login or a word that somebody wrote.

#![expect(clippy::unwrap_used, clippy::panic, reason = "test helpers fail by panicking, as tests do")]

#[path = "clean/browser.rs"]
mod browser;
#[path = "clean/bytes.rs"]
mod bytes;
#[path = "clean/server.rs"]
mod server;

use absence::synth::demo::Demo;
use browser::Browser;
use bytes::Search;
use domain::Day;
use server::Server;

const PUPILS: i32 = 100;
/// What is written on the pages: steps in each zone, a draft, a reason for taking back, a meeting, a decision; what is
/// typed to sign in; the name and login of an account; what is looked for.
const WRITTEN: [&str; 12] = [
    "gräshoppsord",
    "stödzebra",
    "hälsozebra",
    "utkastzebra",
    "ångerzebra",
    "mötezebra",
    "förslagszebra",
    "beslutszebra",
    "zebra.inloggning",
    "zebralösenord",
    "Zebrasson",
    "sökzebra",
];
/// What lies in the clear: with it the search shows that it can see. Roles, acts of jobs, the room's name.
const CLEAR: [&str; 3] = ["SchoolCounsellor", "job:import", "utbildningsnämnd"];

/// Everything that must not be found: names and numbers of pupils, names of colleagues, and what was written.
fn secrets() -> Vec<String> {
    let demo = Demo { pupils: PUPILS, seed: 7, as_of: Day::of(cast::clock::DEMO_DAY) };
    let mut all: Vec<String> = WRITTEN.map(str::to_owned).to_vec();
    for pupil in demo.roster() {
        // Half a number is as much a person as a whole one; the day of birth alone is many.
        let number = pupil.personal_number;
        all.extend(number.get(2..).map(|it| it.to_owned()));
        all.extend(number.get(2..8).zip(number.get(8..)).map(|(day, rest)| format!("{day}-{rest}")));
        all.extend(pupil.name.split(' ').filter(|part| tells(part)).map(str::to_owned));
        all.push(pupil.name);
    }
    all.extend(cast::people::PEOPLE.iter().map(|person| person.name.to_owned()));
    all.sort();
    all.dedup();
    all
}

/// Whether a part of a name tells of a person: long enough not to come about by chance, and in no school's name.
fn tells(part: &str) -> bool {
    part.chars().count() > 6 && cast::schools::SCHOOLS.iter().all(|school| !school.name.contains(part))
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

#[test]
fn a_whole_walk_leaves_no_name_number_or_word_in_the_folder_or_the_logs() {
    let server = Server::start(PUPILS);
    let people = Browser::of(&server).get("/");
    let mut maria = Browser::chosen(&server, &people, "Maria Lindgren");
    counsellor(&mut maria);

    let mut birgitta = Browser::chosen(&server, &people, "Birgitta Åström");
    let list = birgitta.get("/utbildning/narvaro");
    let pupil = browser::after(&list, "href=\"/utbildning/elev/").into_iter().nth(4).unwrap().to_owned();
    let decision = format!("/utbildning/elev/{pupil}/beslut");
    birgitta.send(&decision, &decision, &[("decision", "inquiry_not_needed"), ("text", "En beslutszebra.")]);

    let mut olle = Browser::chosen(&server, &people, "Olle Sandin");
    let account = [("name", "Zara Zebrasson"), ("login", "zebra.inloggning"), ("roles", "Coordinator")];
    let made = olle.send("/utbildning/konton/nytt", "/utbildning/konton/nytt", &account);
    assert!(made.contains("zebra.inloggning"), "{made}");
    let typed = [("login", "zebra.inloggning"), ("password", "ett zebralösenord")];
    Browser::of(&server).send("/utbildning/logga-in", "/utbildning/logga-in", &typed);
    for path in ["/utbildning/", "/utbildning/konton", "/utbildning/elev/zebralösenord"] {
        olle.get(path);
    }

    let (search, clear) = (Search::of(secrets()), Search::of(CLEAR.map(str::to_owned).to_vec()));
    assert_eq!(search.found_in(server.data()), [] as [String; 0], "while it runs");
    assert_eq!(clear.found_in(server.data()).len(), CLEAR.len(), "the search has gone blind");
    let folder = server.stop();
    assert_eq!(search.found_in(folder.path()), [] as [String; 0], "when it has ended, its logs too");
    assert_eq!(clear.found_in(folder.path()).len(), CLEAR.len(), "the search has gone blind");
}
