//! Thresholds of the room: set from a day on, or taken back before it. A change never rewrites what was shown earlier.

use std::collections::BTreeMap;

use access::{Target, WriteAct};
use domain::Day;
use pack::{Thresholds, Wrong};
use room::thresholds::{self, New};
use text::{Arg, Message};
use uuid::Uuid;

use super::import::rescan;
use crate::{Cx, Failure, Refusal, Result, job};

/// Characters of a reason, at most.
const LONGEST: usize = 2_000;

/// Thresholds to be set.
#[derive(Clone)]
pub struct Set {
    /// Id: sent twice, they are set once.
    pub id: Uuid,
    /// The first day that they hold; today or later.
    pub from: Option<Day>,
    /// What was written in the fields, by their names.
    pub written: BTreeMap<String, String>,
    /// The routine of the method pack that they were taken from, if they were.
    pub preset: Option<String>,
    /// Why.
    pub reason: String,
}

/// When thresholds that were set show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// When the lists have been counted again, which a job does now.
    Soon,
    /// With the first import.
    WithAnImport,
    /// With the first import from the day that they begin.
    Later,
}

/// Sets thresholds from a day on, and asks for the lists to be counted again when they hold from today.
///
/// # Errors
/// Refused: everything that is wrong, by field; `from` before today or already the first day of coming thresholds;
/// `reason` missing; nothing differs from what holds then. Denied. The room.
pub async fn set(cx: &Cx, set: Set) -> Result<Shows> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    let all = thresholds::all(cx.room()).await?;
    if all.iter().any(|it| it.id == set.id) {
        return when(cx, set.from).await; // sent twice
    }
    let (read, mut wrong) = match read(cx, |name| set.written.get(name).cloned()) {
        Ok(read) => (Some(read), Vec::new()),
        Err(wrong) => (None, wrong),
    };
    let coming = |from: Day| from > cx.today() && all.iter().any(|it| it.from == from && it.taken_back.is_none());
    match set.from {
        None => wrong.push(Refusal::at("from", "thresholds-from-missing")),
        Some(from) if from < cx.today() => wrong.push(Refusal::at("from", "thresholds-from-past")),
        Some(from) if coming(from) => wrong.push(Refusal::at("from", "thresholds-from-taken")),
        Some(from) => {
            let method = cx.pack().method_on(from)?;
            let holds = crate::method::held(&all, cx.now(), from)?.unwrap_or_else(|| method.clone());
            if read.as_ref() == Some(&holds) {
                wrong.push(Refusal::at("s01-bands-percent", "thresholds-same"));
            }
        }
    }
    match set.reason.trim().chars().count() {
        0 => wrong.push(Refusal::at("reason", "thresholds-reason-missing")),
        length if length > LONGEST => wrong.push(Refusal::at("reason", "thresholds-reason-long")),
        _ => {}
    }
    let (Some(read), Some(from), true) = (read, set.from, wrong.is_empty()) else {
        return Err(Failure::Refused(wrong));
    };
    let new = New {
        id: set.id,
        from,
        thresholds: &read.to_text(),
        preset: set.preset.as_deref().filter(|preset| cx.pack().preset(preset).is_some()),
        by: cx.who().map(|who| who.user),
        reason: set.reason.trim(),
    };
    let shows = when(cx, Some(from)).await?;
    let mut change = cx.room().change(cx.now()).await?;
    thresholds::put(&mut change, permit, &new).await?;
    if shows == Shows::Soon {
        job::enqueue(&mut change, cx, rescan::JOB, set.id, &[set.id]).await?;
    }
    change.commit().await?;
    Ok(shows)
}

async fn when(cx: &Cx, from: Option<Day>) -> Result<Shows> {
    Ok(match cx.versions().await?.generation {
        _ if from.is_some_and(|from| from > cx.today()) => Shows::Later,
        Some(_) => Shows::Soon,
        None => Shows::WithAnImport,
    })
}

/// Takes back thresholds that have not begun.
///
/// # Errors
/// Refused: they have begun. Denied. The room.
pub async fn take_back(cx: &Cx, id: Uuid) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    thresholds::take_back(&mut change, permit, id, cx.who().map(|who| who.user), cx.today()).await?;
    Ok(change.commit().await?)
}

/// What was written in the fields as thresholds, or everything that is wrong, by field.
pub(crate) fn read(cx: &Cx, written: impl Fn(&str) -> Option<String>) -> std::result::Result<Thresholds, Vec<Refusal>> {
    let refusal = |wrong: &Wrong| {
        let with = |message: Message, (name, number): (&'static str, i64)| message.with(name, Arg::Count(number));
        let message = wrong.args().into_iter().fold(Message::new(wrong.code()), with);
        Refusal { field: Some(wrong.field), message }
    };
    let refused = |wrong: Vec<Wrong>| wrong.iter().map(refusal).collect::<Vec<Refusal>>();
    let read = Thresholds::from_written(written).map_err(refused)?;
    let misfits = cx.pack().misfits(&read);
    if misfits.is_empty() { Ok(read) } else { Err(refused(misfits)) }
}
