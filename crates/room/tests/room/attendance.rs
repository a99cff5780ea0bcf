//! The manifest of the attendance history changes whole or not at all, and only from what was loaded.

use room::Room;
use room::attendance::{self, File, Import, Loose, Manifest, Slot};

use crate::home::{now, refusal};
use crate::permits::today;

const SLOT: Slot = Slot { school_year: 2026, school: 90_000_101 };

fn file(slot: Slot, content: &str) -> File {
    File { slot, content: content.to_owned(), rows: 10, from: today().plus(-9), to: today() }
}

fn import(version: u64, before: Option<&str>) -> Import {
    let before = before.map(str::to_owned);
    Import { version, day: today(), slot: SLOT, from: today().plus(-9), to: today(), rows: 10, before, settled: false }
}

async fn replace(room: &Room, old: &Manifest, new: &Manifest) -> room::Result<()> {
    let mut change = room.change(now()).await?;
    attendance::replace(&mut change, old, new).await?;
    change.commit().await
}

on_both! {
    async fn a_manifest_comes_back_as_it_was_saved(home) {
        let room = home.create().await;
        let empty = attendance::load(&room).await.unwrap();
        assert_eq!(empty, Manifest::default());
        let other = Slot { school_year: 2027, ..SLOT };
        let first = Manifest {
            version: 1,
            files: vec![file(SLOT, "aa"), file(other, "bb")],
            imports: vec![import(1, None)],
            loose: vec![],
        };
        replace(&room, &empty, &first).await.unwrap();
        assert_eq!(attendance::load(&room).await.unwrap(), first);
        let second = Manifest {
            version: 2,
            files: vec![file(SLOT, "cc")],
            imports: vec![Import { settled: true, ..import(1, None) }, import(2, Some("aa"))],
            loose: vec![Loose { slot: SLOT, content: "aa".to_owned(), since: today(), at_once: true }],
        };
        replace(&room, &first, &second).await.unwrap();
        assert_eq!(attendance::load(&room).await.unwrap(), second);
        let third = Manifest { version: 3, imports: vec![import(2, Some("aa"))], loose: vec![], ..second.clone() };
        replace(&room, &second, &third).await.unwrap();
        assert_eq!(attendance::load(&room).await.unwrap(), third);
    }

    async fn a_manifest_that_was_changed_meanwhile_is_not_written_over(home) {
        let room = home.create().await;
        let empty = attendance::load(&room).await.unwrap();
        let ours = Manifest { files: vec![file(SLOT, "aa")], ..Manifest::default() };
        let theirs = Manifest { files: vec![file(SLOT, "bb")], ..Manifest::default() };
        replace(&room, &empty, &theirs).await.unwrap();
        assert_eq!(refusal(replace(&room, &empty, &ours).await), "history-changed-meanwhile");
        assert_eq!(attendance::load(&room).await.unwrap().files, [file(SLOT, "bb")]);
    }

    async fn of_two_at_once_one_wins_whole(home) {
        let room = home.create().await;
        let empty = attendance::load(&room).await.unwrap();
        let tasks: Vec<_> = ["aa", "bb", "cc", "dd"].into_iter().map(|content| {
            let (room, empty) = (room.clone(), empty.clone());
            tokio::spawn(async move {
                let mine = Manifest { files: vec![file(SLOT, content)], ..Manifest::default() };
                replace(&room, &empty, &mine).await.is_ok()
            })
        }).collect();
        let mut won = 0;
        for task in tasks {
            won += u32::from(task.await.unwrap());
        }
        assert_eq!(won, 1);
        assert_eq!(attendance::load(&room).await.unwrap().version, 1);
    }
}
