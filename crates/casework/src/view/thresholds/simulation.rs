//! The simulation behind the page: one pass over the kept figures for all thresholds at once, then what may be shown.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;

use absence::simulate::{Cell, Outcome, Place, Simulated, simulate};
use absence::{figures, simulate};
use access::UnitId;
use domain::Day;
use pack::{Thresholds, WorkList};

use super::{OfDay, OfPreset, OfSchool, Simulation};
use crate::blocking::blocking;
use crate::disclosure::{LEAST_PUPILS, Shown, summed};
use crate::view::worklist::ListName;
use crate::{Cx, Result, schools};

/// By the present thresholds, and by the written ones: their places among the thresholds that are asked for.
const NOW: usize = 0;
const THEN: usize = 1;
const METHOD: usize = 2;

/// What thresholds would give; nothing before the first scan that kept figures.
pub(super) async fn of(cx: &Cx, list: ListName, now: &Thresholds, then: &Thresholds) -> Result<Option<Simulation>> {
    let versions = cx.versions().await?;
    let (Some(generation), Some(rule)) = (versions.generation.clone(), cx.pack().list(list.id()).cloned()) else {
        return Ok(None);
    };
    let mut asked = vec![now.clone(), then.clone(), cx.pack().method_on(cx.today())?.clone()];
    let mut presets = Vec::new();
    for preset in cx.pack().presets().iter().filter(|preset| !preset.sets().is_empty()) {
        asked.push(cx.pack().thresholds_with(preset, cx.today())?);
        presets.push(preset);
    }
    let Some(all) = simulated(cx, rule, asked.clone()).await? else { return Ok(None) };
    let latest = latest_followed(&all);
    let named = |school: i32| UnitId(school);
    let known = schools::of(cx, &versions).await?;
    let table = Table::of(&all, generation.as_of);
    let shown = [NOW, THEN].map(|which| summed(&table.counts(which), &table.pupils()));
    let row = |which: usize, at: usize| shown.get(which).and_then(|it| it.rows.get(at)).cloned().unwrap_or_default();
    let of_school = |(at, school): (usize, &i32)| OfSchool {
        school: Some(known.school(named(*school))),
        now: row(NOW, at),
        then: row(THEN, at),
        followed: latest.and_then(|day| percent(sum(&all, THEN, |place| place.day == day && place.school == *school))),
    };
    let mut of_schools: Vec<OfSchool> = table.schools.iter().enumerate().map(of_school).collect();
    let order: BTreeMap<i32, usize> = known.all().iter().enumerate().map(|(at, it)| (it.unit.0, at)).collect();
    of_schools.sort_by_key(|it| it.school.as_ref().and_then(|it| order.get(&it.unit.0).copied()));
    let followed = |which: usize, day: Day| percent(sum(&all, which, |place| place.day == day));
    let days: BTreeSet<Day> = all.keys().map(|place| place.day).collect();
    // of the scan day the table tells too: both say the same, so that neither tells what the other leaves out
    let total = |which: usize, day: Day| match row(which, table.schools.len()).last() {
        Some(of_table) if day == generation.as_of => *of_table,
        _ => Shown::alone(sum(&all, which, |place| place.day == day).listed),
    };
    let of_day = |day: &Day| OfDay {
        day: *day,
        now: total(NOW, *day),
        then: total(THEN, *day),
        followed: [followed(NOW, *day), followed(THEN, *day)],
    };
    let of_preset = |which: usize, preset: Option<&pack::Preset>| OfPreset {
        id: preset.map(|it| it.id.clone()),
        name: preset.map(|it| it.name.clone()),
        listed: match [NOW, THEN].into_iter().find(|other| asked.get(*other) == asked.get(which)) {
            Some(same) => total(same, generation.as_of),
            None => Shown::alone(sum(&all, which, |place| place.day == generation.as_of).listed),
        },
        followed: latest.and_then(|day| followed(which, day)),
        is_present: asked.get(which) == Some(now),
    };
    let others = presets.iter().zip(METHOD + 1..).map(|(preset, which)| of_preset(which, Some(preset)));
    Ok(Some(Simulation {
        list,
        as_of: generation.as_of,
        differs: now != then,
        all: OfSchool {
            school: None,
            now: row(NOW, table.schools.len()),
            then: row(THEN, table.schools.len()),
            followed: latest.and_then(|day| followed(THEN, day)),
        },
        levels: table.levels,
        schools: of_schools,
        days: days.iter().map(of_day).collect(),
        presets: std::iter::once(of_preset(METHOD, None)).chain(others).collect(),
    }))
}

/// All that the figures give. Read again when an import took the place of the list meanwhile.
async fn simulated(cx: &Cx, list: WorkList, thresholds: Vec<Thresholds>) -> Result<Option<Simulated>> {
    for left in [1, 0] {
        let Some(name) = room::figures::current(cx.room()).await? else { return Ok(None) };
        let (root, list, thresholds) = (cx.attendance().to_owned(), list.clone(), thresholds.clone());
        let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
        let work = move || {
            let by: Vec<&Thresholds> = thresholds.iter().collect();
            let found = figures::files(&root, &name).and_then(|files| simulate(&files, &list, &by, threads));
            Ok(found)
        };
        match blocking(work).await? {
            Err(_) if left > 0 => {}
            found => return Ok(Some(found?)),
        }
    }
    Ok(None)
}

/// The latest day whose 40 school days after have been for some of those listed.
fn latest_followed(all: &Simulated) -> Option<Day> {
    let followed = |cell: &Cell| cell.outcomes.iter().any(|it| it.followed >= LEAST_PUPILS);
    all.iter().filter(|(_, cell)| followed(cell)).map(|(place, _)| place.day).max()
}

fn sum(all: &Simulated, which: usize, among: impl Fn(&Place) -> bool) -> Outcome {
    let mut sum = Outcome::default();
    for (_, cell) in all.iter().filter(|(place, _)| among(place)) {
        sum += cell.outcomes.get(which).copied().unwrap_or_default();
    }
    sum
}

/// The share over 15 % in whole percent; nothing of fewer than ten pupils.
fn percent(outcome: simulate::Outcome) -> Option<i64> {
    let enough = outcome.followed >= LEAST_PUPILS;
    enough.then(|| (200 * outcome.over + outcome.followed).checked_div(2 * outcome.followed)).flatten()
}

/// The scan day by school and grade.
struct Table {
    schools: Vec<i32>,
    levels: Vec<i8>,
    cells: BTreeMap<(i32, i8), Cell>,
}

impl Table {
    fn of(all: &Simulated, day: Day) -> Table {
        let of_day = || all.iter().filter(|(place, _)| place.day == day);
        let schools: BTreeSet<i32> = of_day().map(|(place, _)| place.school).collect();
        let levels: BTreeSet<i8> = of_day().map(|(place, _)| place.level).collect();
        let cells = of_day().map(|(place, cell)| ((place.school, place.level), cell.clone())).collect();
        Table { schools: schools.into_iter().collect(), levels: levels.into_iter().collect(), cells }
    }

    fn counts(&self, which: usize) -> Vec<Vec<i64>> {
        self.each(|cell| cell.outcomes.get(which).map_or(0, |it| it.listed))
    }

    fn pupils(&self) -> Vec<Vec<i64>> {
        self.each(|cell| cell.pupils)
    }

    fn each(&self, number: impl Fn(&Cell) -> i64) -> Vec<Vec<i64>> {
        let of = |school: i32, level: i8| self.cells.get(&(school, level)).map_or(0, &number);
        self.schools.iter().map(|school| self.levels.iter().map(|level| of(*school, *level)).collect()).collect()
    }
}
