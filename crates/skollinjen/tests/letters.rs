//! Two servers that are paired by commands, and letters between them over a connection that breaks off, delays and
//! repeats: every letter arrives once, unchanged and in order.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

#[path = "letters/flaky.rs"]
mod flaky;
#[path = "letters/post.rs"]
mod post;
#[path = "letters/server.rs"]
mod server;

use std::time::{Duration, Instant};

use flaky::{Flaky, Mood};
use server::Server;

const PATIENCE: Duration = Duration::from_secs(60);

/// Two servers with a room each, and the flaky connection to the one that receives.
struct Town {
    school: Server,
    social: Server,
    between: Flaky,
}

impl Town {
    fn new() -> Town {
        let (school, social) = (Server::new("skola", "school"), Server::new("soc", "social"));
        let between = Flaky::to(social.port);
        Town { school, social, between }
    }

    /// Pairs the two, each by the other's file and code.
    fn pair(&self) {
        for (own, other, address) in [
            (&self.school, &self.social, self.between.address()),
            (&self.social, &self.school, format!("http://127.0.0.1:{}", self.school.port)),
        ] {
            let (file, code) = other.offer(&address);
            own.says(&["room", "pair", "--room", own.slug, "--accept", &file, "--code", &code]);
        }
    }
}

#[test]
fn letters_arrive_once_and_in_order_over_a_connection_that_breaks_off_delays_and_repeats() {
    let town = Town::new();
    town.pair();
    let sent = post::write(&town.school, &town.social, 1..=6);
    for mood in [Mood::Refuses, Mood::CutsTheRequest, Mood::CutsTheAnswer, Mood::Delays, Mood::Repeats] {
        town.between.set(mood);
        post::due(&town.school);
        town.school.run(&["job", "run", "skola", "door"]);
    }
    town.between.set(Mood::Repeats);
    let began = Instant::now();
    // The server looks for letters too: whoever comes first carries them.
    while post::waiting(&town.school) > 0 {
        assert!(began.elapsed() < PATIENCE, "letters do not leave");
        post::due(&town.school);
        town.school.run(&["job", "run", "skola", "door"]);
    }
    assert_eq!(post::arrived(&town.social), sent);
    assert!(town.between.seen() > sent.len(), "what was lost came again");
    assert!(town.school.says(&["room", "peers", "--room", "skola"]).contains("Inga brev väntar"));
}

#[test]
fn a_code_that_is_not_the_files_pairs_nothing_and_an_ended_pairing_takes_nothing() {
    let town = Town::new();
    let (file, code) = town.social.offer(&town.between.address());
    let other = code.chars().map(|it| if it == '1' { '2' } else { '1' }).collect::<String>();
    let refused = town.school.run(&["room", "pair", "--room", "skola", "--accept", &file, "--code", &other]);
    assert!(!refused.status.success());
    assert!(town.school.says(&["room", "peers", "--room", "skola"]).contains("inte ihopparat"));
    town.pair();
    let id = post::id_of(&town.school).to_string();
    post::write(&town.school, &town.social, 1..=1);
    town.social.says(&["room", "unpair", "--room", "soc", "--peer", &id]);
    town.between.set(Mood::Repeats);
    post::due(&town.school);
    town.school.run(&["job", "run", "skola", "door"]);
    assert_eq!((post::waiting(&town.school), post::arrived(&town.social).len()), (1, 0));
}
