//! Letters that come over HTTP: one from a paired room is taken, and whoever is not paired learns nothing.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{Access, Actor};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use casework::Office;
use casework::verb::pairing;
use domain::Day;
use door::letter::{self, Draft, Item};
use jiff::Timestamp;
use pack::Pack;
use room::door::peers::{self, Peer};
use room::{KeySource, New, Room, RoomKind};
use tower::ServiceExt;
use uuid::Uuid;
use web::Site;

fn now() -> Timestamp {
    "2026-11-20T11:00:00Z".parse().unwrap()
}

fn today() -> Day {
    Day::of(jiff::civil::date(2026, 11, 20))
}

/// A server with the social room, the school's room elsewhere that is paired with it, and one that is not.
struct Town {
    router: Router,
    social: Office,
    school: Office,
    stranger: Office,
    _folder: tempfile::TempDir,
}

async fn town() -> Town {
    let folder = tempfile::tempdir().unwrap();
    let office = async |slug: &str, kind| {
        let at = |name: &str| folder.path().join(format!("{slug}-{name}"));
        std::fs::create_dir_all(at("attendance")).unwrap();
        let new = New { slug, kind, name: "Nämnden", demo: false };
        let url = format!("sqlite:{}", at("room.db").display());
        let room = Room::create(&url, &KeySource::File(at("room.key")), &new, now()).await.unwrap();
        Office::new(room, Arc::new(Access::new().unwrap()), Arc::new(Pack::embedded().unwrap()), at("attendance"))
    };
    let social = office("soc", RoomKind::Social).await;
    let (school, stranger) = (office("skola", RoomKind::School).await, office("friskola", RoomKind::School).await);
    introduce(&social, &school).await;
    introduce(&school, &social).await;
    introduce(&stranger, &social).await;
    let site = Site {
        offices: BTreeMap::from([("soc".to_owned(), social.clone())]),
        clock: Arc::new(|| (now(), today())),
        new_id: Arc::new(Uuid::new_v4),
        log: Arc::new(|_| ()),
        setup: BTreeMap::new(),
        demo: false,
        secure: false,
    };
    Town { router: web::router(site), social, school, stranger, _folder: folder }
}

async fn introduce(to: &Office, other: &Office) {
    let cx = |office: &Office| office.actor(Actor::Operator("tests".to_owned()), now(), today());
    let offered = pairing::offer(&cx(other), "https://nagon.example").unwrap();
    pairing::confirm(&cx(to), &offered.text, &offered.code).await.unwrap();
}

/// A letter from one room to another, as its pairing has it.
async fn letter(from: &Office, to: &Office, number: u128) -> Vec<u8> {
    let peer = peers::find(from.room(), to.room().id()).await.unwrap().unwrap();
    written(from, &peer, number)
}

fn written(from: &Office, to: &Peer, number: u128) -> Vec<u8> {
    let draft = Draft {
        id: Uuid::from_u128(0x0192_d3a4_5b6c_7000_8000_0000_0000_0000 + number),
        episode: Some(Uuid::from_u128(900)),
        gate: "consent",
        by: "Kurator",
        day: today(),
        lamport: 1,
        items: vec![Item::new("note", 1, b"{}").unwrap()],
    };
    letter::write(from.room(), to, draft).unwrap()
}

async fn brought(town: &Town, letter: Vec<u8>) -> (StatusCode, Vec<u8>, HeaderMap) {
    let request = Request::post("/dorr").header("host", "soc.example").body(Body::from(letter)).unwrap();
    let answer = town.router.clone().oneshot(request).await.unwrap();
    let (status, headers) = (answer.status(), answer.headers().clone());
    (status, to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec(), headers)
}

#[tokio::test]
async fn a_letter_from_a_paired_room_is_taken_and_the_same_again_gets_the_same_receipt() {
    let town = town().await;
    let letter = letter(&town.school, &town.social, 1).await;
    let (status, receipt, headers) = brought(&town, letter.clone()).await;
    assert_eq!(status, StatusCode::OK);
    assert!(receipt.starts_with(b"skollinjen receipt 1\n") && !headers.contains_key("set-cookie"));
    assert_eq!(brought(&town, letter).await.1, receipt);
    assert_eq!(room::door::inbox::waiting(town.social.room()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_room_that_is_not_there_is_answered_like_one_where_the_sender_is_not_known() {
    let town = town().await;
    let unknown = brought(&town, letter(&town.stranger, &town.social, 1).await).await;
    let there = peers::find(town.stranger.room(), town.social.room().id()).await.unwrap().unwrap();
    let nowhere = brought(&town, written(&town.stranger, &Peer { id: Uuid::from_u128(7), ..there }, 2)).await;
    let junk = brought(&town, b"hej".to_vec()).await;
    assert_eq!((unknown.0, unknown.1.len()), (StatusCode::FORBIDDEN, 0));
    for (what, other) in [("nowhere", nowhere), ("junk", junk)] {
        assert_eq!((other.0, other.1, other.2), unknown, "{what}");
    }
    assert_eq!(brought(&town, vec![b'x'; 1024 * 1024 + 1]).await.0, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn those_who_are_turned_away_are_slowed_down_and_the_paired_room_is_not() {
    let town = town().await;
    let mut turned_away = 0;
    while brought(&town, b"hej".to_vec()).await.0 == StatusCode::FORBIDDEN {
        turned_away += 1;
        assert!(turned_away <= 1000, "nobody slows them down");
    }
    assert_eq!(turned_away, 100);
    let (status, body, _) = brought(&town, letter(&town.stranger, &town.social, 1).await).await;
    assert_eq!((status, body.len()), (StatusCode::TOO_MANY_REQUESTS, 0));
    assert_eq!(brought(&town, letter(&town.school, &town.social, 2).await).await.0, StatusCode::OK);
}
