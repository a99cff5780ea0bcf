//! Rooms are paired by people who compare codes, and a changed key means pairing anew.

use door::pair::{self, own_code};
use door::{Failure, accept};
use room::door::outbox::State;
use room::door::peers;
use room::{Room, RoomKind};
use testkit::on_both;

use crate::town::{Home, Town, introduce, later, may_configure, start};

fn code<T>(result: door::Result<T>) -> &'static str {
    match result {
        Err(Failure::Refused(code)) => code,
        Err(Failure::Room(room::Failure::Refused(message))) => message.code,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("not refused"),
    }
}

async fn confirm(room: &Room, text: &str, heard: &str) -> door::Result<()> {
    let offer = pair::read(text)?;
    let mut change = room.change(start()).await?;
    pair::confirm(&mut change, may_configure(), &offer, heard).await?;
    Ok(change.commit().await?)
}

on_both! {
    async fn a_room_is_paired_when_the_code_that_was_heard_is_that_of_the_offer(kind) {
        let (one, other) = (Home::new(kind, RoomKind::School).await, Home::new(kind, RoomKind::Social).await);
        let text = pair::offer(&other.room, "https://social.bjorkstad.example").unwrap();
        let heard = own_code(&other.room).unwrap();
        assert_eq!(pair::read(&text).unwrap().code(), heard);
        assert_eq!(code(confirm(&one.room, &text, &own_code(&one.room).unwrap()).await), "door-code-differs");
        assert_eq!(code(confirm(&one.room, &text, "").await), "door-code-differs");
        assert!(peers::all(&one.room).await.unwrap().is_empty());
        // As it is written down from a telephone, and as mail programs change it.
        confirm(&one.room, &format!("\r\n{}\r\n", text.replace('\n', "\r\n")), &heard.replace(' ', "-")).await.unwrap();
        let paired = peers::all(&one.room).await.unwrap();
        assert_eq!((paired[0].id, paired[0].name.as_str()), (other.room.id(), "Björkstads socialnämnd"));
        assert_eq!((paired[0].kind, paired[0].address.as_str()), (RoomKind::Social, "https://social.bjorkstad.example"));
        assert_eq!(paired[0].key, other.room.public_key().unwrap());
    }

    async fn an_offer_that_was_changed_is_not_read(kind) {
        let other = Home::new(kind, RoomKind::Social).await;
        let text = pair::offer(&other.room, "https://social.bjorkstad.example").unwrap();
        for changed in [text.replace("bjorkstad", "annanstad"), text.replace("social\"", "school\""), text.chars().take(40).collect(), String::new()] {
            assert_eq!(code(pair::read(&changed)), "door-offer-unreadable");
        }
        assert_eq!(code(pair::read(&text.replace("pairing 1", "pairing 2"))), "door-newer");
        assert_eq!(code(pair::offer(&other.room, "http://social.bjorkstad.example")), "door-address");
        assert_eq!(code(pair::offer(&other.room, "loopback:")), "door-address");
    }

    async fn a_room_is_not_paired_with_itself(kind) {
        let one = Home::new(kind, RoomKind::School).await;
        assert_eq!(code(introduce(&one.room, &one.room, "loopback:school").await), "door-own-room");
    }

    async fn after_unpairing_nothing_is_taken_and_what_waits_is_stopped(kind) {
        let town = Town::new(kind).await;
        town.send(1).await;
        town.round(&town.loopback(), start()).await;
        let last = town.send(2).await;
        let mut change = town.school.room.change(start()).await.unwrap();
        assert_eq!(pair::unpair(&mut change, may_configure(), town.social.room.id()).await.unwrap(), 1);
        change.commit().await.unwrap();
        assert_eq!((town.state(1).await, town.state(2).await), (State::Delivered, State::Cancelled));
        town.round(&town.loopback(), later(1)).await;
        assert_eq!(town.arrived().await.len(), 1);
        let refused = crate::town::put(&town.school.room, town.social.room.id(), 3, &last).await;
        assert_eq!(code(refused.map_err(Failure::from)), "door-not-paired");
        // The social room ends it too: then it takes nothing more.
        let mut change = town.social.room.change(start()).await.unwrap();
        pair::unpair(&mut change, may_configure(), town.school.room.id()).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(accept::answer(&town.social.room, &last, later(1)).await.unwrap().status, 403);
        let mut change = town.social.room.change(start()).await.unwrap();
        assert_eq!(code(pair::unpair(&mut change, may_configure(), town.school.room.id()).await), "door-not-paired");
    }

    async fn a_changed_key_is_not_taken_until_somebody_has_unpaired(kind) {
        let town = Town::new(kind).await;
        let before = town.written(1, "sommarlov").await;
        let key = peers::find(&town.social.room, town.school.room.id()).await.unwrap().unwrap();
        // The school's room with another key, as it would be after its keys were lost.
        let new = Home::new(kind, RoomKind::School).await;
        let other = peers::Pin { id: key.id, kind: key.kind, name: &key.name, address: &key.address, key: new.room.public_key().unwrap() };
        let pin = async || {
            let mut change = town.social.room.change(start()).await.unwrap();
            peers::pin(&mut change, may_configure(), &other).await?;
            change.commit().await
        };
        assert_eq!(code(pin().await.map_err(Failure::from)), "door-key-changed");
        let mut change = town.social.room.change(start()).await.unwrap();
        pair::unpair(&mut change, may_configure(), town.school.room.id()).await.unwrap();
        change.commit().await.unwrap();
        pin().await.unwrap();
        assert_eq!(accept::answer(&town.social.room, &before, start()).await.unwrap().status, 403, "the old key opens nothing");
    }

    async fn a_room_keeps_its_id_and_its_key_when_it_is_opened_again(kind) {
        let mut home = Home::new(kind, RoomKind::School).await;
        let before = (home.room.id(), home.room.public_key().unwrap());
        home.restart().await;
        assert_eq!((home.room.id(), home.room.public_key().unwrap()), before);
        let other = Home::new(kind, RoomKind::School).await;
        assert!(other.room.id() != before.0 && other.room.public_key().unwrap() != before.1);
    }
}
