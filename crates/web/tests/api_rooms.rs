//! The API of two rooms on one machine: a token opens its own room and no other, and guessing is slowed down.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{Access, Actor, Purpose, Zone};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use casework::Office;
use casework::verb::token::{self, New as NewToken};
use domain::Day;
use jiff::Timestamp;
use pack::Pack;
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

/// Two rooms of one machine, each with a token.
struct Rooms {
    router: Router,
    /// Of the first and of the second.
    secrets: [String; 2],
    _folder: tempfile::TempDir,
}

async fn rooms() -> Rooms {
    let folder = tempfile::tempdir().unwrap();
    let (mut offices, mut secrets) = (BTreeMap::new(), Vec::new());
    for slug in ["ett", "tva"] {
        let at = |name: &str| folder.path().join(format!("{slug}-{name}"));
        std::fs::create_dir_all(at("attendance")).unwrap();
        let new = New { slug, kind: RoomKind::School, name: "Björkstad", demo: false };
        let url = format!("sqlite:{}", at("room.db").display());
        let room = Room::create(&url, &KeySource::File(at("room.key")), &new, now()).await.unwrap();
        let (access, pack) = (Arc::new(Access::new().unwrap()), Arc::new(Pack::embedded().unwrap()));
        let office = Office::new(room, access, pack, at("attendance"));
        let cx = office.actor(Actor::Operator("tests".to_owned()), now(), today());
        let token = NewToken {
            id: Uuid::new_v4(),
            owner: "Olle Sandin".to_owned(),
            what_for: "Prov".to_owned(),
            purpose: Purpose::FollowUp,
            zones: vec![Zone::SchoolGeneral],
            units: None,
            ends: Some(today()),
        };
        secrets.push(token::make(&cx, token).await.unwrap());
        offices.insert(slug.to_owned(), office);
    }
    let site = Site {
        offices,
        clock: Arc::new(|| (now(), today())),
        new_id: Arc::new(Uuid::new_v4),
        log: Arc::new(|_| ()),
        setup: BTreeMap::new(),
        demo: false,
        secure: false,
    };
    Rooms { router: web::router(site), secrets: secrets.try_into().unwrap(), _folder: folder }
}

/// Status, what was said, and the headers.
async fn ask(rooms: &Rooms, room: &str, path: &str, secret: &str) -> (StatusCode, String, HeaderMap) {
    let request = Request::builder()
        .uri(format!("/{room}/api/v1{path}"))
        .header(header::HOST, "skollinjen.example")
        .header(header::AUTHORIZATION, format!("Bearer {secret}"))
        .body(Body::empty())
        .unwrap();
    let answer = rooms.router.clone().oneshot(request).await.unwrap();
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap(), headers)
}

#[tokio::test]
async fn a_token_of_another_room_is_refused_as_one_that_nobody_has() {
    let rooms = rooms().await;
    let [first, second] = &rooms.secrets;
    for (room, own, foreign) in [("ett", first, second), ("tva", second, first)] {
        assert_eq!(ask(&rooms, room, "/pupils", own).await.0, StatusCode::OK);
        for path in ["/pupils", "/signals", "/imports", &format!("/pupils/{}/line", Uuid::nil())] {
            let refused = ask(&rooms, room, path, foreign).await;
            let unknown = ask(&rooms, room, path, "slj_nobody-has-this").await;
            assert_eq!((refused.0, &refused.1), (StatusCode::UNAUTHORIZED, &unknown.1), "{room} {path}");
            assert_eq!(refused.2.keys().collect::<Vec<_>>(), unknown.2.keys().collect::<Vec<_>>());
            assert!(!refused.1.contains("Olle") && !refused.1.contains("ett") && !refused.1.contains("Björkstad"));
        }
    }
    let nowhere = ask(&rooms, "tre", "/pupils", first).await;
    assert_eq!(nowhere.0, StatusCode::UNAUTHORIZED, "a room that is not there is told like one that is");
}

#[tokio::test]
async fn who_guesses_tokens_is_told_to_wait_while_a_good_one_and_the_other_room_go_on() {
    let rooms = rooms().await;
    let mut guessed = 0;
    let slowed = loop {
        let answer = ask(&rooms, "ett", "/pupils", &format!("slj_{guessed}")).await;
        if answer.0 != StatusCode::UNAUTHORIZED {
            break answer;
        }
        guessed += 1;
        assert!(guessed <= 1000, "nobody slows a guesser down");
    };
    assert_eq!((slowed.0, guessed), (StatusCode::TOO_MANY_REQUESTS, 100));
    assert_eq!(slowed.2[header::CONTENT_TYPE], "application/json");
    let [first, second] = &rooms.secrets;
    assert_eq!(ask(&rooms, "ett", "/pupils", first).await.0, StatusCode::OK);
    assert_eq!(ask(&rooms, "ett", "/pupils", second).await.0, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(ask(&rooms, "tva", "/pupils", second).await.0, StatusCode::OK);
}
