//! The master key lies outside the room, and nothing opens without it.

use room::{KeySource, Room};

use crate::home::{now, refusal};

on_both! {
    async fn a_room_opens_again_with_its_key(home) {
        home.create().await.close().await;
        let room = Room::open(&home.url, &home.key).await.unwrap();
        assert_eq!((room.slug(), room.name()), ("bjorkstad-skola", "Björkstads utbildningsnämnd"));
        assert_eq!(room.kind(), room::RoomKind::School);
        assert!(!room.is_demo());
    }

    async fn a_room_of_before_there_were_letters_is_given_an_id_and_a_signing_key_that_stay(home) {
        home.create().await.close().await;
        home.tamper(&["DELETE FROM room_key WHERE purpose = 'signing'", "UPDATE room SET uuid = NULL"]).await;
        let room = Room::open(&home.url, &home.key).await.unwrap();
        let given = (room.id(), room.public_key().unwrap());
        assert_eq!(room.id().get_version_num(), 7);
        room.close().await;
        let room = Room::open(&home.url, &home.key).await.unwrap();
        assert_eq!((room.id(), room.public_key().unwrap()), given);
        assert_eq!(home.count("SELECT COUNT(*) FROM room_key WHERE purpose = 'signing'").await, 1);
    }

    async fn only_the_demo_makes_a_room_of_the_demo(home) {
        let new = room::New { demo: true, ..home.new_room() };
        assert!(Room::create(&home.url, &home.key, &new, now()).await.unwrap().is_demo());
        assert!(Room::open(&home.url, &home.key).await.unwrap().is_demo());
    }

    async fn a_room_does_not_open_without_its_key(home) {
        home.create().await.close().await;
        let gone = KeySource::File(home.folder.path().join("gone"));
        assert_eq!(refusal(Room::open(&home.url, &gone).await), "room-key-missing");
    }

    async fn a_room_does_not_open_with_another_rooms_key(home) {
        home.create().await.close().await;
        let other = crate::home::Home::new(testkit::Kind::Sqlite).await;
        other.create().await.close().await;
        assert_eq!(refusal(Room::open(&home.url, &other.key).await), "room-key-wrong");
    }

    async fn a_key_that_others_may_read_is_refused(home) {
        home.create().await.close().await;
        let open: std::fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o640);
        std::fs::set_permissions(home.key.path(), open).unwrap();
        assert_eq!(refusal(Room::open(&home.url, &home.key).await), "room-key-open-to-others");
    }

    async fn a_room_is_not_made_twice(home) {
        home.create().await.close().await;
        let key = KeySource::File(home.folder.path().join("second"));
        assert_eq!(refusal(Room::create(&home.url, &key, &home.new_room(), now()).await), "room-exists");
        assert!(!key.path().exists(), "no key is left behind for a room that was not made");
    }

    async fn a_key_is_not_written_over(home) {
        std::fs::write(home.key.path(), "somebody's key").unwrap();
        assert_eq!(refusal(Room::create(&home.url, &home.key, &home.new_room(), now()).await), "room-key-exists");
        // Nothing stands in the way of the next try.
        let other = KeySource::File(home.folder.path().join("other"));
        if home.is_sqlite {
            Room::create(&home.url, &other, &home.new_room(), now()).await.unwrap();
        }
    }

    async fn a_room_of_a_newer_program_is_refused(home) {
        home.create().await.close().await;
        home.tamper(&["INSERT INTO migration (version, name, digest) SELECT 1000, 'later', digest FROM migration WHERE version = 1"]).await;
        assert_eq!(refusal(Room::open(&home.url, &home.key).await), "room-newer");
    }
}

#[test]
fn what_is_no_database_is_refused() {
    testkit::run(async {
        let home = crate::home::Home::new(testkit::Kind::Sqlite).await;
        assert_eq!(refusal(Room::open(&home.url, &home.key).await), "room-missing");
        assert_eq!(refusal(Room::open("mysql://x", &home.key).await), "room-database-unknown");
    });
}
