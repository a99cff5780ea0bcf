//! Thresholds: those that hold, those that are coming, what has been changed, and what others would give.

mod simulation;

use std::collections::BTreeMap;

use access::{ReadAct, Target, UserId, WriteAct};
use domain::Day;
use pack::Thresholds;
use room::jobs::runs::latest_of;
use room::thresholds::Version;
use uuid::Uuid;

use crate::disclosure::Shown;
use crate::steps::when::day_of;
use crate::verb::import::rescan;
use crate::view::School;
use crate::view::worklist::ListName;
use crate::{Cx, Refusal, Result, method};

pub use crate::disclosure::Shown as Number;
pub use pack::Words;
pub use room::jobs::runs::Stands;

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// What is written in the fields, by their names; nothing when only the present thresholds are to be seen.
    pub written: Option<BTreeMap<String, String>>,
    /// A routine of the method pack to begin from instead.
    pub preset: Option<String>,
    /// The list.
    pub list: ListName,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Whether the reader may change them.
    pub may_change: bool,
    /// What the form begins with, by the names of its fields.
    pub written: BTreeMap<String, String>,
    /// Where that is from: the routine that was chosen.
    pub preset: Option<String>,
    /// Since when the present thresholds hold, and the routine that they were taken from; nothing when they are the
    /// method's own.
    pub present: Option<(Day, Option<String>)>,
    /// The fields in which the present ones differ from the method's.
    pub own: Vec<&'static str>,
    /// Every change, the latest first.
    pub changes: Vec<Change>,
    /// The routines that can be chosen: id, name, source, and how many thresholds each sets.
    pub presets: Vec<Preset>,
    /// How the lists stand to be counted again after the latest change; nothing when that was never needed.
    pub counted: Option<Stands>,
    /// What is wrong with what was written.
    pub wrong: Vec<Refusal>,
    /// What it would give; nothing before the first scan.
    pub simulation: Option<Simulation>,
}

/// A routine of the method pack.
#[derive(Clone, Debug)]
pub struct Preset {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Words,
    /// Where it is described.
    pub source: Words,
    /// Number of thresholds that it sets.
    pub sets: usize,
}

/// One change.
#[derive(Clone)]
pub struct Change {
    /// Id.
    pub id: Uuid,
    /// The first day that it holds.
    pub from: Day,
    /// When it was made, and by whom, where the reader may know.
    pub made: (Day, Option<String>),
    /// Why.
    pub reason: String,
    /// The routine that it was taken from.
    pub preset: Option<Words>,
    /// The fields that differ from those before it: name, before, after.
    pub differs: Vec<(&'static str, String, String)>,
    /// The day that it was taken back, if it was.
    pub taken_back: Option<Day>,
    /// Whether it can be taken back.
    pub is_coming: bool,
}

impl std::fmt::Debug for Change {
    /// Without the reason.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Change").field("id", &self.id).field("from", &self.from).finish_non_exhaustive()
    }
}

/// What thresholds would give. Of the list that was asked for.
#[derive(Clone, Debug)]
pub struct Simulation {
    /// The list.
    pub list: ListName,
    /// The day of the figures.
    pub as_of: Day,
    /// Whether the written thresholds are others than the present ones.
    pub differs: bool,
    /// Grade levels, the columns of the table.
    pub levels: Vec<i8>,
    /// By school: by the present and by the written thresholds.
    pub schools: Vec<OfSchool>,
    /// All schools: the same.
    pub all: OfSchool,
    /// The scan day and each earlier Friday, oldest first, of the whole room.
    pub days: Vec<OfDay>,
    /// The routines of the method pack, each with what it would give.
    pub presets: Vec<OfPreset>,
}

/// A school, or all of them.
#[derive(Clone, Debug)]
pub struct OfSchool {
    /// The school; nothing for all of them.
    pub school: Option<School>,
    /// By the present thresholds: each grade level, and the sum.
    pub now: Vec<Shown>,
    /// By the written ones.
    pub then: Vec<Shown>,
    /// Of those whom the written thresholds would have shown on the latest day with 40 school days after it: how many
    /// percent were over 15 % absent then. Nothing of fewer than ten pupils.
    pub followed: Option<i64>,
}

/// A day.
#[derive(Clone, Copy, Debug)]
pub struct OfDay {
    /// The day.
    pub day: Day,
    /// By the present thresholds.
    pub now: Shown,
    /// By the written ones.
    pub then: Shown,
    /// Percent of those listed who were over 15 % absent in their 40 school days after, by the present and by the
    /// written thresholds; nothing until they have been, and of fewer than ten pupils.
    pub followed: [Option<i64>; 2],
}

/// A routine of the method pack.
#[derive(Clone, Debug)]
pub struct OfPreset {
    /// Id; nothing for the method's own thresholds.
    pub id: Option<String>,
    /// Name; nothing for the method's own.
    pub name: Option<Words>,
    /// Pupils on the list now.
    pub listed: Shown,
    /// Of those listed on the latest day with 40 school days after it, percent over 15 % absent then.
    pub followed: Option<i64>,
    /// Whether it is the same as what holds now.
    pub is_present: bool,
}

/// The page.
///
/// # Errors
/// Denied: the actor may not see numbers of the room. The room; the disk.
pub async fn view(cx: &Cx, ask: &Ask) -> Result<Page> {
    let permit = cx.access().decide(cx.actor(), ReadAct::SeeCounts, &Target::Room)?;
    let may_change = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room).is_ok();
    let all = room::thresholds::all(cx.room()).await?;
    let method = cx.pack().method_on(cx.today())?.clone();
    let present = method::held(&all, cx.now(), cx.today())?.unwrap_or_else(|| method.clone());
    let chosen = ask.preset.as_deref().and_then(|id| cx.pack().preset(id));
    let begin = match chosen {
        Some(preset) => cx.pack().thresholds_with(preset, cx.today())?,
        None => present.clone(),
    };
    let (then, written, wrong) = read(cx, ask, begin);
    let mut reading = cx.room().reading(cx.now());
    let reasons = room::thresholds::reasons(&mut reading, permit).await?;
    let names = names(cx, &mut reading).await?;
    let simulation = simulation::of(cx, ask.list, &present, then.as_ref().unwrap_or(&present)).await?;
    let holds = method::holding(&all, cx.now(), cx.today());
    let mut changes = Vec::new();
    for version in &all {
        let reason = reasons.get(&version.id).map(|it| it.to_string()).unwrap_or_default();
        changes.push(change(cx, &all, version, reason, &names)?);
    }
    changes.reverse();
    let page = Page {
        may_change,
        written,
        preset: chosen.map(|preset| preset.id.clone()).or_else(|| ask.preset.clone().filter(|it| it == METHOD)),
        present: holds.map(|it| (it.from, it.preset.clone())),
        own: differing(&method, &present).into_iter().map(|(name, ..)| name).collect(),
        changes,
        presets: cx.pack().presets().iter().map(preset).collect(),
        counted: latest_of(cx.room(), rescan::JOB, None).await?,
        wrong,
        simulation,
    };
    Ok(reading.show(page).await?)
}

/// How the lists stand to be counted again after the latest change.
///
/// # Errors
/// Denied: the actor may not see numbers of the room. The room.
pub async fn counted(cx: &Cx) -> Result<Option<Stands>> {
    drop(cx.access().decide(cx.actor(), ReadAct::SeeCounts, &Target::Room)?);
    Ok(latest_of(cx.room(), rescan::JOB, None).await?)
}

/// The thresholds of the method pack, as a routine that can be chosen.
pub const METHOD: &str = "metoden";

/// What is written, read; how the form shows it; and what is wrong with it.
fn read(cx: &Cx, ask: &Ask, begin: Thresholds) -> (Option<Thresholds>, BTreeMap<String, String>, Vec<Refusal>) {
    let begin = if ask.preset.as_deref() == Some(METHOD) {
        cx.pack().method_on(cx.today()).cloned().unwrap_or(begin)
    } else {
        begin
    };
    let shown =
        |thresholds: &Thresholds| thresholds.written().into_iter().map(|(name, it)| (name.to_owned(), it)).collect();
    let Some(written) = ask.written.as_ref().filter(|_| ask.preset.is_none()) else {
        let written = shown(&begin);
        return (Some(begin), written, Vec::new());
    };
    match crate::verb::thresholds::read(cx, |name| written.get(name).cloned()) {
        Ok(read) => (Some(read), written.clone(), Vec::new()),
        Err(wrong) => (None, written.clone(), wrong),
    }
}

fn preset(it: &pack::Preset) -> Preset {
    Preset { id: it.id.clone(), name: it.name.clone(), source: it.source.clone(), sets: it.sets().len() }
}

/// The names of who has an account, where the reader manages accounts.
async fn names(cx: &Cx, reading: &mut room::Reading<'_>) -> Result<BTreeMap<UserId, String>> {
    match cx.access().decide(cx.actor(), WriteAct::ManageAccounts, &Target::Room) {
        Ok(permit) => Ok(room::accounts::list(reading, permit).await?.into_iter().map(|it| (it.id, it.name)).collect()),
        Err(_) => Ok(BTreeMap::new()),
    }
}

/// A change, beside what held on its first day without it.
fn change(
    cx: &Cx,
    all: &[Version],
    version: &Version,
    reason: String,
    names: &BTreeMap<UserId, String>,
) -> Result<Change> {
    let earlier: Vec<Version> = all.iter().take_while(|it| it.id != version.id).cloned().collect();
    let before = match method::held(&earlier, version.set.0, version.from)? {
        Some(own) => own,
        None => cx.pack().method_on(version.from)?.clone(),
    };
    let after = Thresholds::from_text(&version.thresholds)?;
    Ok(Change {
        id: version.id,
        from: version.from,
        made: (day_of(version.set.0), version.set.1.and_then(|by| names.get(&by).cloned())),
        reason,
        preset: version.preset.as_deref().and_then(|id| cx.pack().preset(id)).map(|preset| preset.name.clone()),
        differs: differing(&before, &after),
        taken_back: version.taken_back.map(|(at, _)| day_of(at)),
        is_coming: version.from > cx.today() && version.taken_back.is_none(),
    })
}

/// The fields that differ: name, before, after.
fn differing(before: &Thresholds, after: &Thresholds) -> Vec<(&'static str, String, String)> {
    let after = after.written();
    let differs = |(name, was): (&'static str, String)| {
        let is = after.get(name)?.clone();
        (was != is).then_some((name, was, is))
    };
    before.written().into_iter().filter_map(differs).collect()
}
