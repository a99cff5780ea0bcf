//! The API as another system meets it: what a token gives, what it never gives, and that a no tells nothing.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "test helpers fail by panicking, as tests do")]

mod shared;

use access::{Actor, Purpose, UnitId, Zone};
use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode, header},
};
use casework::verb::token::{self, New};
use serde_json::Value;
use shared::{SLUG, now, run, shared, today};
use tower::ServiceExt;
use uuid::Uuid;

const GENERAL: &[Zone] = &[Zone::SchoolGeneral];
const DELIVERIES: &[Zone] = &[Zone::Aggregate];

/// A token, with its id.
async fn made(zones: &[Zone], units: Option<Vec<UnitId>>) -> (Uuid, String) {
    let cx = shared().office.actor(Actor::Operator("tests".to_owned()), now(), today());
    let id = Uuid::new_v4();
    let new = New {
        id,
        owner: "Olle Sandin".to_owned(),
        what_for: "Prov".to_owned(),
        purpose: Purpose::FollowUp,
        zones: zones.to_vec(),
        units,
        ends: Some(today()),
    };
    (id, token::make(&cx, new).await.unwrap())
}

struct Answer {
    status: StatusCode,
    headers: axum::http::HeaderMap,
    text: String,
    json: Value,
}

async fn ask(method: Method, path: &str, authorization: &str, cookie: &str) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(format!("/{SLUG}/api/v1{path}"))
        .header(header::HOST, "skollinjen.example")
        .header(header::COOKIE, cookie)
        .header(header::AUTHORIZATION, authorization)
        .body(Body::empty())
        .unwrap();
    let answer = shared().router.clone().oneshot(request).await.unwrap();
    let (status, headers) = (answer.status(), answer.headers().clone());
    assert_eq!(headers[header::CACHE_CONTROL], "no-store", "{path}");
    assert_eq!(headers[header::CONTENT_TYPE], "application/json", "{path}");
    assert!(
        !headers.contains_key(header::SET_COOKIE) && !headers.contains_key("access-control-allow-origin"),
        "{path}"
    );
    let text = String::from_utf8(to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap();
    let json = serde_json::from_str(&text).unwrap();
    Answer { status, headers, text, json }
}

async fn get(path: &str, secret: &str) -> Answer {
    ask(Method::GET, path, &format!("Bearer {secret}"), "").await
}

/// Every pupil that a token lists.
async fn pupils(secret: &str, list: &str) -> Vec<Value> {
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let page = get(&format!("{list}?limit=60{after}"), secret).await;
        assert_eq!(page.status, StatusCode::OK);
        all.extend(page.json["pupils"].as_array().unwrap().clone());
        let Some(next) = page.json["next"].as_str() else { return all };
        after = format!("&after={next}");
    }
}

#[test]
fn a_token_reads_pupils_their_lines_and_signals() {
    run(async {
        let (_, secret) = made(GENERAL, None).await;
        let all = pupils(&secret, "/pupils").await;
        assert!(all.len() > 300, "{}", all.len());
        let firing = pupils(&secret, "/signals").await;
        assert!(!firing.is_empty() && firing.len() < all.len());
        let it = &firing[0];
        let id = it["pupil"]["id"].as_str().unwrap();
        let line = get(&format!("/pupils/{id}/line"), &secret).await;
        assert_eq!((line.status, &line.json["pupil_number"]), (StatusCode::OK, &it["pupil"]["pupil_number"]));
        assert!(line.json["weeks"].as_array().unwrap().len() > 40);
        let signals = get(&format!("/pupils/{id}/signals"), &secret).await;
        let yes = signals.json["signals"].as_array().unwrap().iter().filter(|it| it["answer"] == "yes");
        assert_eq!(yes.map(|it| it["signal"].clone()).collect::<Vec<_>>(), *it["signals"].as_array().unwrap());
    });
}

#[test]
fn a_token_for_a_school_reaches_no_other_and_cannot_tell_that_there_is_one() {
    run(async {
        let (_, whole) = made(GENERAL, None).await;
        let all = pupils(&whole, "/pupils").await;
        let school = all[0]["school"].as_i64().unwrap();
        let (_, secret) = made(GENERAL, Some(vec![UnitId(i32::try_from(school).unwrap())])).await;
        let own = pupils(&secret, "/pupils").await;
        assert_eq!(own.len(), all.iter().filter(|it| it["school"] == school).count());
        assert!(own.iter().all(|it| it["school"] == school));
        let other = all.iter().find(|it| it["school"] != school).unwrap();
        let foreign = format!("/pupils/{}/line", other["id"].as_str().unwrap());
        let nobody = format!("/pupils/{}/line", Uuid::new_v4());
        let (foreign, nobody) = (get(&foreign, &secret).await, get(&nobody, &secret).await);
        assert_eq!((foreign.status, &foreign.text), (StatusCode::NOT_FOUND, &nobody.text));
        let at = get(&format!("/pupils?school={}", other["school"]), &secret).await;
        let nowhere = get("/pupils?school=1", &secret).await;
        assert_eq!((at.status, &at.text), (StatusCode::OK, &nowhere.text));
    });
}

#[test]
fn a_secret_that_is_not_valid_gets_one_answer_whatever_it_was() {
    run(async {
        let (id, revoked) = made(GENERAL, None).await;
        assert_eq!(get("/pupils", &revoked).await.status, StatusCode::OK);
        let cx = shared().office.actor(Actor::Operator("tests".to_owned()), now(), today());
        token::revoke(&cx, id).await.unwrap();
        let mut answers = vec![get("/pupils", &revoked).await, get("/pupils", "slj_nothing").await];
        let cookie = shared().cookie("maria");
        answers.push(ask(Method::GET, "/pupils", "", &cookie).await); // a session opens nothing here
        answers.push(ask(Method::GET, "/imports", "Basic b2xsZTpvbGxl", "").await);
        for answer in &answers {
            assert_eq!((answer.status, &answer.text), (StatusCode::UNAUTHORIZED, &answers[0].text));
            assert_eq!(answer.headers[header::WWW_AUTHENTICATE], "Bearer");
            assert!(answer.json["reference"].is_null());
        }
    });
}

#[test]
fn what_a_token_does_not_read_is_refused_and_nothing_can_be_changed() {
    run(async {
        let (_, pupils) = made(GENERAL, None).await;
        let (_, deliveries) = made(DELIVERIES, None).await;
        let imports = get("/imports", &deliveries).await;
        assert_eq!((imports.status, &imports.json["imports"][0]["state"]), (StatusCode::OK, &Value::from("done")));
        let id = imports.json["imports"][0]["id"].as_str().unwrap();
        assert_eq!(get(&format!("/imports/{id}"), &deliveries).await.json, imports.json["imports"][0]);
        assert_eq!(get(&format!("/imports/{}", Uuid::new_v4()), &deliveries).await.status, StatusCode::NOT_FOUND);
        assert_eq!(get("/imports", &pupils).await.status, StatusCode::FORBIDDEN);
        assert_eq!(get("/pupils", &deliveries).await.status, StatusCode::FORBIDDEN);
        for path in
            ["/pupils?limit=0", "/pupils?limit=101", "/pupils?after=x", "/signals?school=x", "/pupils?sort=name"]
        {
            assert_eq!(get(path, &pupils).await.status, StatusCode::BAD_REQUEST, "{path}");
        }
        for path in ["/nothing", "/pupils/x/line", "/pupils/x"] {
            assert_eq!(get(path, &pupils).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let post = ask(Method::POST, "/pupils", &format!("Bearer {pupils}"), "").await;
        assert_eq!((post.status, post.json["code"].as_str()), (StatusCode::METHOD_NOT_ALLOWED, Some("method")));
    });
}

#[test]
fn no_answer_holds_a_name_a_personal_number_or_a_protected_pupil() {
    run(async {
        let (_, secret) = made(GENERAL, None).await;
        let office = &shared().office;
        let everybody = room::relations::of_all(office.room(), today()).await.unwrap();
        let protected: Vec<_> = everybody.iter().filter(|it| it.protected).map(|it| it.id.to_string()).collect();
        assert!(!protected.is_empty(), "the city has lost its protected pupils");
        let listed = pupils(&secret, "/pupils").await;
        let text = serde_json::to_string(&(listed.clone(), pupils(&secret, "/signals").await)).unwrap();
        assert!(protected.iter().all(|id| !text.contains(id)));
        for id in &protected {
            for what in ["line", "signals"] {
                let answer = get(&format!("/pupils/{id}/{what}"), &secret).await;
                let nobody = get(&format!("/pupils/{}/{what}", Uuid::new_v4()), &secret).await;
                assert_eq!((answer.status, &answer.text), (StatusCode::NOT_FOUND, &nobody.text));
            }
        }
        let keys = ["id", "pupil_number", "school", "class", "level"];
        assert!(listed.iter().all(|it| it.as_object().unwrap().keys().all(|key| keys.contains(&key.as_str()))));
    });
}

#[test]
fn the_administrator_makes_a_token_sees_its_secret_once_and_takes_it_back() {
    run(async {
        let path = format!("/{SLUG}/installningar/api");
        let form = shared().get("olle", &format!("{path}/ny")).await;
        let body = |ends: &str| {
            let id = form.all("name=\"id\" value=\"", "\"").remove(0);
            let who = "owner=Olle+Sandin&what_for=Kanarieprov&purpose=follow-up&zones=SchoolGeneral&units=room";
            format!("token={}&id={id}&{who}&ends={ends}", form.token())
        };
        let wrong = shared().post("olle", &format!("{path}/ny"), &body("2026-11-19")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.html.contains("högst ett år framåt") && wrong.html.contains("Kanarieprov"));
        let done = shared().post("olle", &format!("{path}/ny"), &body("2026-12-24")).await;
        let secret = format!("slj_{}", done.all("slj_", "<").remove(0));
        assert_eq!(get("/pupils?limit=1", &secret).await.status, StatusCode::OK);
        let list = shared().get("olle", &path).await;
        assert!(list.html.contains("Kanarieprov") && !list.html.contains("slj_"));
        assert_eq!(shared().get("maria", &path).await.status, StatusCode::NOT_FOUND);
        let id = form.all("name=\"id\" value=\"", "\"").remove(0);
        let gone = shared().post("olle", &format!("{path}/{id}/aterkalla"), &format!("token={}", form.token())).await;
        assert_eq!((gone.status, gone.header("location")), (StatusCode::SEE_OTHER, &*format!("{path}?klart=nyckel")));
        assert_eq!(get("/pupils?limit=1", &secret).await.status, StatusCode::UNAUTHORIZED);
    });
}

#[test]
fn the_description_is_there_without_a_token() {
    run(async {
        let document = ask(Method::GET, "/openapi.json", "", "").await;
        assert_eq!(document.status, StatusCode::OK);
        assert!(document.json["openapi"].as_str().unwrap().starts_with("3.1"));
        assert_eq!(document.json["servers"][0]["url"], format!("/{SLUG}/api/v1"));
    });
}
