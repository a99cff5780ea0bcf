//! Storing what a scan answered, and making it visible in one small change: what differs from what everybody sees, or,
//! when that is much, all of it under a new number that nobody sees before.

use std::collections::BTreeSet;

use absence::history::Prepared;
use access::{Actor, Job, Permit, Target, UnitId, Write, WriteAct};
use domain::Day;
use room::results::quality::{Stamped, publish_quality};
use room::results::{Current, Difference, Fresh};
use room::{Change, attendance, imports, people, results, units};
use uuid::Uuid;

use super::leaving::Leaving;
use super::scan::{Answered, Scanned};
use super::told::Told;
use super::{Stage, many};
use crate::blocking::blocking;
use crate::history::to_room;
use crate::quality::{self, Corrections};
use crate::{Cx, Result, figures};

/// What else becomes so in the same step.
pub(super) enum Over<'a> {
    /// An import is done, and this is told of it.
    Done(Uuid, &'a Told),
    /// An import is undone.
    Undone(Uuid),
    /// Nothing: the same files were scanned again.
    Rescanned,
}

/// What becomes so in the step that shows the answers, whether they are a difference or all.
struct Beside<'a> {
    as_of: Day,
    prepared: &'a Prepared,
    leaving: &'a Leaving,
    over: &'a Over<'a>,
    counted: Vec<Stamped>,
}

/// Pupils stored at a time.
const CHUNK: usize = 500;

/// Stores the answers and shows them, together with the manifest of the files that they were found in; whoever left the
/// school leaves its lists. Gives what may be kept for the next import.
pub(super) async fn publish(
    cx: &Cx,
    as_of: Day,
    prepared: &Prepared,
    answered: Answered,
    leaving: &Leaving,
    over: &Over<'_>,
    progress: &(dyn Fn(Stage) + Send + Sync),
) -> Result<Option<Scanned>> {
    let (answered, difference) = differing(cx, as_of, answered).await?;
    let attendance = prepared.after.version;
    let generation = match &difference {
        Some(_) => {
            progress(Stage::Storing(many(answered.pupils()), many(answered.pupils())));
            None
        }
        None => {
            let generation = results::begin(cx.room(), as_of, attendance, cx.now()).await?;
            put_all(cx, &generation, &answered, progress).await?;
            Some(generation)
        }
    };
    let corrections = match over {
        Over::Undone(_) => Corrections::Leave,
        Over::Done(..) | Over::Rescanned => Corrections::Count,
    };
    let counted = quality::count_changed(cx, as_of, prepared, corrections).await?;
    let beside = Beside { as_of, prepared, leaving, over, counted };

    let permit = permit(cx)?;
    let mut change = history_changed(cx, &beside, &answered).await?;
    let version = match (&difference, &generation) {
        (Some(difference), _) => Some(results::amend(&mut change, permit, difference, attendance).await?),
        (None, Some(generation)) => Some(results::publish(&mut change, permit, generation).await?),
        (None, None) => None, // there is always one of the two
    };
    results::asked(&mut change, &answered.asked()).await?;
    shown(&mut change, &beside, &answered.scanned.figures).await?;
    change.commit().await?;
    let (kept, hold) = answered.kept(version);
    drop(hold);
    figures::sweep(cx).await?; // at once: what was shown before may hold somebody who is protected by now
    quality::settle(cx, &beside.counted).await?;
    Ok(kept)
}

/// Says of an import that everything in it stands already: nothing else is written, and what pages have kept holds.
pub(super) async fn unchanged(cx: &Cx, as_of: Day, id: Uuid, told: &Told) -> Result<()> {
    let mut change = cx.room().change(cx.now()).await?;
    imports::done(&mut change, id, None, as_of, &told.to_json()?).await?;
    Ok(change.commit().await?)
}

/// What differs from the current generation; nothing when that is of another day, or when too much does.
async fn differing(cx: &Cx, as_of: Day, answered: Answered) -> Result<(Answered, Option<Difference>)> {
    let current = results::current(cx.room()).await?.filter(|current| current.generation.as_of == as_of);
    let Some(current) = current else { return Ok((answered, None)) };
    let told = move || {
        let (among, schools) = can_differ(&answered, &current);
        let standings = answered.standings(among.as_ref())?;
        let (peers, reporting) = (answered.peers(schools.as_ref())?, answered.reporting(schools.as_ref()));
        let season = answered.season();
        Ok((answered, current, among, schools, standings, peers, reporting, season))
    };
    let (answered, current, among, schools, standings, peers, reporting, season) = blocking(told).await?;
    let fresh = Fresh {
        standings: &standings,
        among: among.as_ref(),
        schools: schools.as_ref(),
        peers: &peers,
        reporting: &reporting,
        season: &season,
    };
    let difference = results::difference(cx.room(), &current, &fresh).await?;
    Ok((answered, difference))
}

/// The pupils and the schools that can be others than in the current generation: only some when that is what the scan
/// was brought up to date from, and whoever was taken in or left a school meanwhile.
fn can_differ(answered: &Answered, current: &Current) -> (Option<BTreeSet<i32>>, Option<BTreeSet<i32>>) {
    match &answered.touched {
        Some(touched) if answered.scanned.stored == Some(current.version) => {
            (Some(touched.pupils.union(&current.touched).copied().collect()), Some(touched.schools.clone()))
        }
        _ => (None, None),
    }
}

/// All results, under a number that nobody sees yet.
async fn put_all(
    cx: &Cx,
    generation: &results::Generation,
    answered: &Answered,
    progress: &(dyn Fn(Stage) + Send + Sync),
) -> Result<()> {
    let (room, all) = (cx.room(), answered.pupils());
    let (mut done, mut pupils) = (0, answered.scanned.pupils().peekable());
    while pupils.peek().is_some() {
        let some: BTreeSet<i32> = pupils.by_ref().take(CHUNK).collect();
        let standings = answered.standings(Some(&some))?;
        results::put(room, generation, &standings).await?;
        done += standings.len();
        progress(Stage::Storing(many(done), many(all)));
    }
    results::put_peers(room, generation, &answered.peers(None)?).await?;
    results::put_reporting(room, generation, &answered.reporting(None)).await?;
    Ok(results::put_season(room, generation, &answered.season()).await?)
}

/// The change, with all that follows from the files and the roster.
async fn history_changed<'r>(cx: &'r Cx, beside: &Beside<'_>, answered: &Answered) -> Result<Change<'r>> {
    let Beside { as_of, prepared, leaving, .. } = beside;
    let mut change = cx.room().change(cx.now()).await?;
    if prepared.changes() {
        attendance::replace(&mut change, &to_room(&prepared.before), &to_room(&prepared.after)).await?;
    }
    let schools: Vec<UnitId> = answered.schools.iter().copied().map(UnitId).collect();
    units::all_imported(&mut change, &schools, cx.today()).await?;
    people::end(&mut change, *as_of, &leaving.ended).await?;
    Ok(change)
}

/// What the import says of itself, how the schools report, and what a simulator reads.
async fn shown(change: &mut Change<'_>, beside: &Beside<'_>, figures: &str) -> Result<()> {
    let Beside { as_of, prepared, over, counted, .. } = beside;
    let version = prepared.changes().then_some(prepared.after.version);
    match over {
        Over::Done(id, told) => imports::done(change, *id, version, *as_of, &told.to_json()?).await?,
        Over::Undone(id) => imports::undone(change, *id).await?,
        Over::Rescanned => {}
    }
    publish_quality(change, counted).await?;
    Ok(room::figures::show(change, figures).await?)
}

/// Figures are computed by the operator or, when somebody else imports, by the room's own job.
fn permit(cx: &Cx) -> Result<Permit<Write>> {
    let ask = |actor: &Actor| cx.access().decide(actor, WriteAct::ComputeFigures, &Target::Room);
    Ok(ask(cx.actor()).or_else(|_| ask(&Actor::Job(Job::Scan)))?)
}
