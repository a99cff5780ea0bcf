//! What a side writes for itself about an episode, and whom the unit manager gives it to.

use access::UserId;
use axum::response::{IntoResponse, Redirect};
use casework::verb::episode::{assign, note};

use super::{id, made, one, path};
use crate::{
    failure::{Answer, Stop, again, answered},
    posted::Posted,
};

/// Writes a note, or what the conflict check found.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let (of, note_id, today) = (id(&visit)?, made(&visit, &fields), visit.today);
    let done = match fields.get("what") {
        "conflict" => note::conflict(&visit.cx, of, note_id, today, fields.has("found"), fields.get("text")).await,
        "follow-up" => {
            let months = fields.all("months").filter_map(|it| it.parse().ok()).collect();
            note::follow_up(&visit.cx, of, note_id, today, months).await
        }
        _ => note::run(&visit.cx, of, note_id, today, fields.get("text")).await,
    };
    match answered(done, visit.language())? {
        Ok(()) => Ok(Redirect::to(&visit.url(&path(of))).into_response()),
        Err(problems) => Ok(again(one::page(&visit, &fields, &problems).await?)),
    }
}

/// Gives the episode to somebody.
pub(crate) async fn give(Posted { visit, fields }: Posted) -> Answer {
    let to = fields.id("to").ok_or(Stop::Missing)?;
    assign::run(&visit.cx, id(&visit)?, UserId(to.as_u128())).await?;
    Ok(Redirect::to(&visit.url(&path(id(&visit)?))).into_response())
}
