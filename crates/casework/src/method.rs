//! The method pack with the thresholds of the room: the same for a scan and for the pages that explain it.

use std::sync::Arc;

use jiff::Timestamp;
use pack::{Pack, Thresholds};
use room::thresholds::Version;

use crate::{Cx, Result, days};
use domain::Day;

/// The method pack as a scan made at an instant has it: with the thresholds that the room had set by then and that held
/// on its day. What is changed later changes nothing that was found earlier, until there is a new scan.
pub(crate) async fn at(cx: &Cx, at: Timestamp) -> Result<Arc<Pack>> {
    let settings = cx.versions().await?.settings;
    let read = async {
        let own = held(&room::thresholds::all(cx.room()).await?, at, days::swedish(at)?)?;
        Ok(own.map_or_else(|| cx.pack().as_ref().clone(), |own| cx.pack().with_own(vec![(Day(i32::MIN), own)])))
    };
    cx.kept().method.of(&settings, at.as_microsecond(), read).await
}

/// The room's thresholds that hold on a day, of those that had been set by an instant; none when it has none.
pub(crate) fn held(all: &[Version], at: Timestamp, day: Day) -> Result<Option<Thresholds>> {
    let found = holding(all, at, day);
    Ok(found.map(|version| Thresholds::from_text(&version.thresholds)).transpose()?)
}

/// The version that holds on a day: the one with the latest first day, and of the same day the one that was set last.
pub(crate) fn holding(all: &[Version], at: Timestamp, day: Day) -> Option<&Version> {
    all.iter()
        .filter(|version| version.from <= day && version.counted(at))
        .max_by_key(|version| (version.from, version.set.0))
}
