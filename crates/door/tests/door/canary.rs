//! No word of a letter stands in what either room has written, in an error, or in what is printed of anything.

use std::fs;
use std::path::Path;

use door::accept::answer;
use door::deliver::{StillLawful, deliver};
use door::{letter, pair};
use memchr::memmem;
use room::Room;
use room::door::outbox::{self, Waiting};
use room::door::{inbox, peers};
use testkit::on_both;

use crate::town::{Always, Home, Town, draft, id, later, may_receive, start};

/// A word in a letter; a gate, who sent it and why it was stopped; the other room's name and address.
const SEALED: [&str; 6] =
    ["kanariebrev", "\"gate\"", "Kurator, Bj", "consent-kanarie", "socialnämnd\",\"address", "loopback:social"];
/// Words that lie in the clear: with them the search shows that it can see.
const CLEAR: &str = "cancelled";

struct Stopped;

impl StillLawful for Stopped {
    async fn still_lawful(&self, _: &Room, _: &Waiting) -> room::Result<Option<&'static str>> {
        Ok(Some("consent-kanarie"))
    }
}

fn found(folder: &Path, words: &[&'static str], into: &mut Vec<&'static str>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        into.extend(words.iter().filter(|word| path.to_string_lossy().contains(**word)));
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

async fn seen(home: &Home) -> Vec<&'static str> {
    let mut seen = Vec::new();
    let words: Vec<_> = SEALED.into_iter().chain([CLEAR]).collect();
    for folder in testkit::written(&home.at.url, home.at.folder.path()).await {
        found(&folder, &words, &mut seen);
    }
    seen
}

on_both! {
    async fn no_word_of_a_letter_lies_in_the_clear(kind) {
        let town = Town::new(kind).await;
        let letter = town.send_saying(1, "kanariebrev").await;
        assert!(SEALED[..3].iter().all(|word| holds(&letter, word)), "the words stand in the letter");
        deliver(&town.school.room, &town.loopback(), &Always, start()).await.unwrap();
        town.send_saying(2, "kanariebrev").await;
        deliver(&town.school.room, &town.loopback(), &Stopped, start()).await.unwrap();
        town.send_saying(3, "kanariebrev").await;
        assert!(town.take(1).await.is_some());
        let in_school = seen(&town.school).await;
        assert!(in_school.iter().all(|word| *word == CLEAR) && !in_school.is_empty(), "{in_school:?}");
        let in_social = seen(&town.social).await;
        assert!(in_social.iter().all(|word| *word == CLEAR), "{in_social:?}");
        town.school.room.clone().close().await;
        assert!(seen(&town.school).await.iter().all(|word| *word == CLEAR), "when it is closed");
    }

    async fn nothing_that_is_printed_shows_a_word(kind) {
        let town = Town::new(kind).await;
        let bytes = town.send_saying(1, "kanariebrev").await;
        let waiting = outbox::first(&town.school.room, town.social.room.id(), start()).await.unwrap();
        let peer = peers::find(&town.school.room, town.social.room.id()).await.unwrap();
        let offer = pair::read(&pair::offer(&town.social.room, "loopback:social").unwrap()).unwrap();
        let reply = answer(&town.social.room, &bytes, start()).await.unwrap();
        let mut change = town.social.room.change(later(1)).await.unwrap();
        let taken = inbox::take(&mut change, may_receive(), id(1)).await.unwrap();
        let opened = letter::read(&bytes).unwrap();
        let errors = [
            letter::read(&bytes[1..]).unwrap_err(),
            letter::read(&[&bytes[..bytes.len() - 2], b"kanariebrev".as_slice()].concat()).unwrap_err(),
        ];
        let printed = format!(
            "{waiting:?} {peer:?} {offer:?} {reply:?} {taken:?} {opened:?} {errors:?} {} {} {:?}",
            errors[0], errors[1], draft(1, "kanariebrev").items
        );
        for word in ["kanariebrev", "consent", "Kurator", "socialnämnd", "loopback"] {
            assert!(!printed.contains(word), "{word}: {printed}");
        }
    }
}
