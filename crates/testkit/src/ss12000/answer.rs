//! One answer, by the rules of the standard unless something is to go wrong.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State as Shared;
use axum::http::{HeaderMap, Request, Response, StatusCode, header};
use serde_json::{Value, json};

use super::{CLIENT, State, TOKEN, What};

type Answer = Response<Body>;

fn plain(status: u16) -> Answer {
    Response::builder().status(status).body(Body::empty()).unwrap()
}

fn said(status: u16, code: &str) -> Answer {
    let body = json!({ "code": code, "message": "" }).to_string();
    Response::builder().status(status).header(header::CONTENT_TYPE, "application/json").body(body.into()).unwrap()
}

pub(super) async fn answer(Shared(state): Shared<Arc<Mutex<State>>>, request: Request<Body>) -> Answer {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let path = parts.uri.path().to_owned();
    let query = parts.uri.query().unwrap_or_default().to_owned();
    let endpoint = path.trim_start_matches("/ss12000/v2.0").trim_matches('/').to_owned();
    let (what, answer) = {
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        state.asked.push((endpoint.clone(), query.clone()));
        if !query.contains("pageToken=") {
            state.first.insert(endpoint.clone(), query.clone());
        }
        let number = state.asked.iter().filter(|(name, _)| *name == endpoint).count();
        let fault = state.faults.iter().find(|it| it.endpoint == endpoint && it.questions.contains(&number));
        let what = fault.map(|fault| fault.what.clone());
        let answer = if endpoint == "connect/token" {
            hand(&mut state, &parts.headers, &body)
        } else if !lets_in(&mut state, &parts.headers) {
            said(401, "unauthorized")
        } else {
            list(&state, &endpoint, &query, &body, what.as_ref())
        };
        (what, answer)
    };
    wrong(what, answer, &query).await
}

/// Makes a right answer a wrong one.
async fn wrong(what: Option<What>, mut answer: Answer, query: &str) -> Answer {
    let kind =
        |answer: &mut Answer, kind: &str| answer.headers_mut().insert(header::CONTENT_TYPE, kind.parse().unwrap());
    match what {
        Some(What::Status(status, headers)) => {
            let mut answer = plain(status);
            for (name, value) in headers {
                answer.headers_mut().insert(name, value.parse().unwrap());
            }
            answer
        }
        Some(What::Body(of, body)) => {
            let mut answer = Response::new(Body::from(body));
            kind(&mut answer, of);
            answer
        }
        Some(What::Cut) => {
            let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            let length = body.len();
            let half = Body::from(body.slice(..length / 2));
            // It says that it is longer than it is: the server ends the connection in the middle.
            Response::builder().header(header::CONTENT_LENGTH, length).body(half).unwrap()
        }
        Some(What::Truncated) => {
            let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            Response::new(Body::from(body.slice(..body.len() / 2)))
        }
        Some(What::CalledA(of)) => {
            kind(&mut answer, of);
            answer
        }
        Some(What::Slow(time)) => {
            tokio::time::sleep(time).await;
            answer
        }
        Some(What::NoLimit) if query.contains("limit=") => said(400, "bad_request"),
        Some(What::NoExpand) if query.contains("expand=") => said(400, "bad_request"),
        Some(What::Clock(seconds)) => {
            // Monday 2026-11-23 10:00:00 by a clock that goes right.
            let at = format!("Mon, 23 Nov 2026 {:02}:{:02}:00 GMT", 10 + seconds / 3600, (seconds / 60) % 60);
            answer.headers_mut().insert(header::DATE, at.parse().unwrap());
            answer
        }
        _ => answer,
    }
}

/// Hands out a token to the client that is known.
fn hand(state: &mut State, headers: &HeaderMap, body: &Bytes) -> Answer {
    let form = String::from_utf8_lossy(body);
    let secret: String =
        form.split('&').find_map(|pair| pair.strip_prefix("client_secret=")).unwrap_or_default().into();
    let known = form.contains(&format!("client_id={}", CLIENT.0)) && secret.starts_with("en%20hemlighet");
    if !known || headers.contains_key(header::AUTHORIZATION) {
        return said(400, "invalid_client");
    }
    state.handed += 1;
    state.left = state.token_lives.unwrap_or(u32::MAX);
    let token =
        json!({ "access_token": format!("token-{}", state.handed), "expires_in": 3600, "token_type": "Bearer" });
    Response::new(Body::from(token.to_string()))
}

/// Whether the token of a question holds.
fn lets_in(state: &mut State, headers: &HeaderMap) -> bool {
    let given = headers.get(header::AUTHORIZATION).and_then(|it| it.to_str().ok()).unwrap_or_default();
    if given == format!("Bearer {TOKEN}") {
        return true;
    }
    let holds = given == format!("Bearer token-{}", state.handed) && state.left > 0;
    state.left = state.left.saturating_sub(1);
    holds
}

/// A value of the question.
fn asked<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

fn list(state: &State, endpoint: &str, query: &str, body: &Bytes, what: Option<&What>) -> Answer {
    let has = |name: &str| asked(query, name).is_some();
    let beside: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    if has("pageToken") && beside.iter().any(|name| !["pageToken", "limit"].contains(name)) {
        return said(400, "page_token_with_filter");
    }
    let required: &[&str] = match endpoint {
        "calendarEvents" => &["startTime.onOrAfter", "startTime.onOrBefore"],
        "aggregatedAttendance" => &["startDate", "endDate"],
        _ => &[],
    };
    if !has("pageToken") && required.iter().any(|name| !has(name)) {
        return said(400, "filter_missing");
    }
    if endpoint == "deletedEntities" {
        return Response::new(Body::from(json!({ "data": state.deleted }).to_string()));
    }
    if let Some(endpoint) = endpoint.strip_suffix("/lookup") {
        let ids: Value = serde_json::from_slice(body).unwrap_or_default();
        let wanted = ids["ids"].as_array().cloned().unwrap_or_default();
        let all = state.lists.get(endpoint).cloned().unwrap_or_default();
        let found: Vec<Value> = all.into_iter().filter(|it| wanted.contains(&it["id"])).collect();
        return Response::new(Body::from(Value::from(found).to_string()));
    }
    let Some(all) = state.lists.get(endpoint) else { return plain(StatusCode::NOT_FOUND.as_u16()) };
    // A page token goes on with what the first page was asked for.
    let filter = if has("pageToken") { state.first.get(endpoint).map_or("", String::as_str) } else { query };
    let all: Vec<Value> = all.iter().filter(|entity| matches(entity, filter)).cloned().collect();
    let limit = asked(query, "limit").and_then(|it| it.parse().ok());
    let size = limit.unwrap_or(usize::MAX).min(state.page.unwrap_or(usize::MAX)).max(1);
    let at: usize = asked(query, "pageToken").and_then(|it| it.strip_prefix("p-")?.parse().ok()).unwrap_or(0);
    let repeats = matches!(what, Some(What::Repeat));
    let wanted = at;
    let at = if repeats { at.saturating_sub(size) } else { at };
    let page: Vec<Value> = all.iter().skip(at).take(size).cloned().collect();
    let after = at + size;
    let mut answer = json!({ "data": page });
    match what {
        Some(What::Token(None)) => {}
        Some(What::Token(Some(token))) => answer["pageToken"] = token.clone(),
        Some(What::Repeat) => answer["pageToken"] = json!(format!("p-0{wanted}")),
        _ if after < all.len() => answer["pageToken"] = json!(format!("p-{after}")),
        _ => answer["pageToken"] = Value::Null,
    }
    if let Some(What::Large(bytes)) = what {
        answer["more"] = json!("x".repeat(bytes / all.len().max(1) * page.len().max(1)));
    }
    let kind = "application/json;charset=UTF-8";
    Response::builder().header(header::CONTENT_TYPE, kind).body(answer.to_string().into()).unwrap()
}

/// Whether an entity is asked for, by the filters that the standard has. Those of time are compared as text: the fixtures
/// write all of theirs alike.
fn matches(entity: &Value, query: &str) -> bool {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let day = |name: &str| asked(query, name).and_then(|it| it.get(..10)).map(str::to_owned);
    let start = text(&entity["startTime"]);
    let start = start.get(..10).unwrap_or_default();
    let modified = text(&entity["meta"]["modified"]);
    let modified = modified.get(..10).unwrap_or("9999-99-99");
    day("startTime.onOrAfter").is_none_or(|from| start >= from.as_str())
        && day("startTime.onOrBefore").is_none_or(|to| start <= to.as_str())
        && day("meta.modified.after").is_none_or(|after| modified >= after.as_str())
}
