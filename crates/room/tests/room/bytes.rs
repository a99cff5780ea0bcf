//! No byte that the database has written holds a name, a number or a word that was sealed.

use std::fs;
use std::path::Path;

use access::Zone;
use memchr::memmem;
use room::people;
use room::statements::{self, Said};

use crate::home::{Home, now};
use crate::permits::{head_teacher, id, may_document, may_import, may_list, put, roster, settle, today};

/// Words that stand in what is sealed: name, personal number, body, zone, act and school form.
const SEALED: [&str; 7] =
    ["Kanariefågelsson", "201202302397", "viskningsord", "PupilHealth", "DocumentStep", "ListPupils", "\"form\""];
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
        let words: Vec<_> = SEALED.iter().chain(&CLEAR).copied().collect();
        found(&folder, &words, &mut seen);
    }
    assert!(SEALED.iter().all(|word| !seen.contains(word)), "{when}: {seen:?}");
    assert!(CLEAR.iter().all(|word| seen.contains(word)), "{when}: the search has gone blind, it saw {seen:?}");
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
