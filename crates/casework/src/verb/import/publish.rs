//! Storing what a scan answered, unseen, and then making it visible: one small change.

use absence::figures;
use absence::history::Prepared;
use access::{Actor, Job, Permit, Target, UnitId, Write, WriteAct};
use domain::Day;
use room::{attendance, imports, people, results, units};
use uuid::Uuid;

use super::leaving::Leaving;
use super::scan::Answered;
use super::told::Told;
use super::{Stage, many};
use crate::blocking::blocking;
use crate::history::to_room;
use crate::quality::{self, Corrections};
use crate::{Cx, Result};

/// What else becomes so in the same step.
pub(super) enum Over<'a> {
    /// An import is done, and this is told of it.
    Done(Uuid, &'a Told),
    /// An import is undone.
    Undone(Uuid),
    /// Nothing: the same files were scanned again.
    Rescanned,
}

/// Pupils stored at a time.
const CHUNK: usize = 500;

/// Stores the answers and shows them, together with the manifest of the files that they were found in; whoever left the
/// school leaves its lists.
pub(super) async fn publish(
    cx: &Cx,
    as_of: Day,
    prepared: &Prepared,
    answered: Answered,
    leaving: &Leaving,
    over: &Over<'_>,
    progress: &(dyn Fn(Stage) + Send + Sync),
) -> Result<()> {
    let (room, now) = (cx.room(), cx.now());
    let generation = results::begin(room, as_of, prepared.after.version, now).await?;
    let (mut done, all) = (0, answered.standings.len());
    for chunk in answered.standings.chunks(CHUNK) {
        results::put(room, &generation, chunk).await?;
        done += chunk.len();
        progress(Stage::Storing(many(done), many(all)));
    }
    results::put_peers(room, &generation, &answered.peers).await?;
    results::put_reporting(room, &generation, &answered.reporting).await?;

    let corrections = match over {
        Over::Undone(_) => Corrections::Leave,
        Over::Done(..) | Over::Rescanned => Corrections::Count,
    };
    let counted = quality::count_changed(cx, as_of, prepared, corrections).await?;

    let permit = permit(cx)?;
    let mut change = room.change(now).await?;
    if prepared.changes() {
        attendance::replace(&mut change, &to_room(&prepared.before), &to_room(&prepared.after)).await?;
    }
    for school in &answered.schools {
        units::imported(&mut change, UnitId(*school), cx.today()).await?;
    }
    people::end(&mut change, as_of, &leaving.ended).await?;
    results::publish(&mut change, permit, &generation).await?;
    let version = prepared.changes().then_some(prepared.after.version);
    match over {
        Over::Done(id, told) => imports::done(&mut change, *id, version, as_of, &told.to_json()?).await?,
        Over::Undone(id) => imports::undone(&mut change, *id).await?,
        Over::Rescanned => {}
    }
    results::quality::publish_quality(&mut change, &counted).await?;
    let before = room::figures::current(room).await?;
    room::figures::show(&mut change, &answered.figures).await?;
    change.commit().await?;
    quality::settle(cx, &counted).await?;
    let (root, name) = (cx.attendance().to_owned(), answered.figures);
    let retire = move || match before {
        Some(before) => Ok(figures::retire(&root, &before, &name).map(drop)?),
        None => Ok(()),
    };
    blocking(retire).await
}

/// Figures are computed by the operator or, when somebody else imports, by the room's own job.
fn permit(cx: &Cx) -> Result<Permit<Write>> {
    let ask = |actor: &Actor| cx.access().decide(actor, WriteAct::ComputeFigures, &Target::Room);
    Ok(ask(cx.actor()).or_else(|_| ask(&Actor::Job(Job::Scan)))?)
}
