//! Files on their way in: each goes sealed to the disk piece by piece, and never lies there in clear.

use axum::{
    body::Body,
    extract::{FromRequest, FromRequestParts, Multipart, Request, State, multipart::Field},
    response::{IntoResponse, Redirect},
};
use casework::{
    Failure,
    verb::upload::{self, Source, Upload},
    view::imports,
};
use uuid::Uuid;

use super::{
    guard::{Ahead, guarded},
    list,
};
use crate::{
    failure::{Answer, Stop, again, problems},
    posted::{TOKEN, same},
    session::Visit,
    site::Shared,
    ui::Problems,
};

/// The longest token that is read.
const LONGEST_TOKEN: usize = 1_000;
/// What is read after a refusal, so that the browser gets to read the answer: 1 GB.
const MOST_DRAINED: usize = 1_000_000_000;

/// Why a delivery does not come in.
enum Refused {
    /// As the page tells it.
    Told(Problems),
    /// Anything else.
    Stopped(Stop),
}

/// Takes a delivery in, and goes on to its page; or shows what is wrong.
pub(crate) async fn send(State(site): State<Shared>, request: Request) -> Answer {
    let (mut parts, body) = request.into_parts();
    let visit = Visit::from_request_parts(&mut parts, &site).await?;
    let ahead = Ahead::default();
    let request = Request::from_parts(parts, guarded(body, &ahead));
    match take(&visit, &site, request, &ahead).await {
        Ok(id) => Ok(Redirect::to(&visit.url(&format!("/import/{id}"))).into_response()),
        Err(Refused::Stopped(stop)) => Err(stop),
        Err(Refused::Told(problems)) => {
            let page = imports::list(&visit.cx).await?;
            let title = visit.say("web-import-title");
            Ok(again(visit.page(&title, list::content(&visit, &page, &problems))))
        }
    }
}

async fn take(visit: &Visit, site: &Shared, request: Request<Body>, ahead: &Ahead) -> Result<Uuid, Refused> {
    let mut upload = refused(visit, upload::begin(&visit.cx, Source::Upload))?;
    let Ok(mut parts) = Multipart::from_request(request, site).await else { return Err(broken(visit)) };
    match each(visit, &mut upload, &mut parts, ahead).await {
        Ok(()) => refused(visit, upload.finish(false).await),
        Err(problem) => {
            drop(upload); // its files go at once
            if matches!(problem, Refused::Told(_)) {
                drain(&mut parts, ahead).await;
            }
            Err(problem)
        }
    }
}

/// The parts of the form in their order: the token, then the files.
async fn each(visit: &Visit, upload: &mut Upload<'_>, parts: &mut Multipart, ahead: &Ahead) -> Result<(), Refused> {
    let expected = visit.view.token.as_deref().unwrap_or_default();
    let mut is_ours = false;
    loop {
        ahead.taken();
        let Some(mut part) = parts.next_field().await.map_err(|_| broken(visit))? else { break };
        match part.name() {
            Some(TOKEN) => is_ours = same(&short(visit, &mut part).await?, expected),
            Some("files") if is_ours => {
                let name = part.file_name().unwrap_or_default().to_owned();
                let mut file = refused(visit, upload.file(&name).await)?;
                while let Some(bytes) = part.chunk().await.map_err(|_| broken(visit))? {
                    ahead.taken();
                    refused(visit, file.push(bytes.into()).await)?;
                }
                refused(visit, upload.add(file).await)?;
            }
            Some("files") => break,
            _ => {}
        }
    }
    if is_ours { Ok(()) } else { Err(told(visit, "web-import-sent-by-other")) }
}

/// A short answer among the parts.
async fn short(visit: &Visit, part: &mut Field<'_>) -> Result<String, Refused> {
    let mut all = Vec::new();
    while let Some(bytes) = part.chunk().await.map_err(|_| broken(visit))? {
        all.extend_from_slice(&bytes);
        if all.len() > LONGEST_TOKEN {
            return Err(broken(visit));
        }
    }
    Ok(String::from_utf8(all).unwrap_or_default())
}

/// Reads what is left and lets it go.
async fn drain(parts: &mut Multipart, ahead: &Ahead) {
    let mut read = 0_usize;
    while let Ok(Some(mut part)) = parts.next_field().await {
        while let Ok(Some(bytes)) = part.chunk().await {
            ahead.taken();
            read = read.saturating_add(bytes.len());
            if read > MOST_DRAINED {
                return;
            }
        }
    }
}

fn refused<T>(visit: &Visit, result: casework::Result<T>) -> Result<T, Refused> {
    result.map_err(|failure| match failure {
        Failure::Refused(all) => Refused::Told(problems(&all, visit.language())),
        other => Refused::Stopped(other.into()),
    })
}

fn told(visit: &Visit, code: &'static str) -> Refused {
    Refused::Told(Problems(vec![("files", visit.say(code))]))
}

fn broken(visit: &Visit) -> Refused {
    told(visit, "web-import-broken-off")
}
