//! The pack as a whole: read once, then asked.

use std::{collections::BTreeSet, path::Path};

use domain::{Day, Signal, plan::Toolbox};

use crate::{
    cause::{self, Cause},
    error::{PackError, Problem},
    field::{What, Wrong},
    list::WorkList,
    list_file,
    preset::Preset,
    preset_file,
    programme::{self, Programme},
    sources::{CAUSES, LISTS, PROGRAMMES, Sources, THRESHOLDS, TOOLBOX, is_embedded, sources},
    threshold_file::{self, Version},
    thresholds::Thresholds,
    toolbox::{self, Category},
};

/// The method pack.
#[derive(Clone, Debug)]
pub struct Pack {
    versions: Vec<Version>,
    lists: Vec<WorkList>,
    presets: Vec<Preset>,
    categories: Vec<Category>,
    programmes: Vec<Programme>,
    causes: Vec<Cause>,
    /// The thresholds of a room, in the order that they were set.
    own: Vec<(Day, Thresholds)>,
}

/// Everything that is wrong with the pack that a folder gives, not only the first thing; empty when it is in order.
/// Without a folder, the embedded pack is checked.
pub fn check(dir: Option<&Path>) -> Vec<PackError> {
    load(dir).1
}

impl Pack {
    /// The pack embedded in the executable.
    pub fn embedded() -> Result<Pack, PackError> {
        whole(load(None))
    }

    /// The embedded pack, with the files of a folder in place of those of the same name. A new file in its `presets`
    /// is a new preset. The error is the first one found; [`check`] gives all.
    pub fn with_overrides(dir: &Path) -> Result<Pack, PackError> {
        whole(load(Some(dir)))
    }

    /// The same pack with a room's own thresholds, each from its first day until the next of them begins; of two that
    /// begin on the same day the later one counts.
    #[must_use]
    pub fn with_own(&self, own: Vec<(Day, Thresholds)>) -> Pack {
        let mut pack = Pack { own, ..self.clone() };
        pack.own.sort_by_key(|(from, _)| *from); // stable: of the same day the one set last comes last
        pack
    }

    /// The thresholds that hold on a day: the room's own where there are any, or else the pack's. An error when the day
    /// is before the first version.
    pub fn thresholds_on(&self, day: Day) -> Result<&Thresholds, PackError> {
        match self.own.iter().rev().find(|(from, _)| *from <= day) {
            Some((_, own)) => Ok(own),
            None => self.method_on(day),
        }
    }

    /// The thresholds that the files of the pack give on a day, whatever a room has set.
    pub fn method_on(&self, day: Day) -> Result<&Thresholds, PackError> {
        self.version_on(day).map(|version| &version.thresholds)
    }

    /// What is wrong with thresholds beside the work lists: a list that asks for a band they do not have.
    pub fn misfits(&self, thresholds: &Thresholds) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        for (_, percent) in levels_asked_for(self) {
            let one = Wrong { field: "s01-bands-percent", what: What::BandMissing { percent } };
            if !thresholds.s01.bands_percent.contains(&percent) && !wrong.contains(&one) {
                wrong.push(one);
            }
        }
        wrong
    }

    /// The thresholds that the pack gives on a day, changed by a preset.
    pub fn thresholds_with(&self, preset: &Preset, day: Day) -> Result<Thresholds, PackError> {
        let version = self.version_on(day)?;
        preset_file::apply(preset, version)
            .map_err(|problems| problems.into_iter().next().unwrap_or(Problem::FileBroken.at(&preset.file, "")))
    }

    /// The first day of every version of the thresholds, in order.
    pub fn valid_from(&self) -> impl Iterator<Item = Day> {
        self.versions.iter().map(|version| version.valid_from)
    }

    /// The work lists, in the order of the file.
    pub fn lists(&self) -> &[WorkList] {
        &self.lists
    }

    /// The work list with that id.
    pub fn list(&self, id: &str) -> Option<&WorkList> {
        self.lists.iter().find(|list| list.id == id)
    }

    /// The presets, in order of file name.
    pub fn presets(&self) -> &[Preset] {
        &self.presets
    }

    /// The preset with that id.
    pub fn preset(&self, id: &str) -> Option<&Preset> {
        self.presets.iter().find(|preset| preset.id == id)
    }

    /// The categories of the toolbox that a plan may choose on a day, in the order of the file.
    pub fn categories_on(&self, day: Day) -> impl Iterator<Item = &Category> {
        self.categories.iter().filter(move |it| it.dates.hold_on(day))
    }

    /// Every category there is or was, to name what an older plan chose.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// The toolbox of a day as the rules of a plan need it.
    pub fn toolbox_on(&self, day: Day) -> Toolbox {
        toolbox::on(&self.categories, day)
    }

    /// The programmes that a pupil may be referred to on a day, in the order of the file.
    pub fn programmes_on(&self, day: Day) -> impl Iterator<Item = &Programme> {
        self.programmes.iter().filter(move |it| it.dates.hold_on(day))
    }

    /// The programme of that code on a day.
    pub fn programme_on(&self, code: &str, day: Day) -> Option<&Programme> {
        self.programmes_on(day).find(|it| it.code == code)
    }

    /// The causes of absence that may be named on a day, in the order of the file.
    pub fn causes_on(&self, day: Day) -> impl Iterator<Item = &Cause> {
        self.causes.iter().filter(move |it| it.dates.hold_on(day))
    }

    /// Every cause there is or was, to name what an older inquiry found.
    pub fn causes(&self) -> &[Cause] {
        &self.causes
    }

    fn version_on(&self, day: Day) -> Result<&Version, PackError> {
        let started = self.versions.iter().rev().find(|version| version.valid_from <= day);
        started.ok_or_else(|| Problem::NoVersion.at(THRESHOLDS, day.to_string()))
    }
}

fn whole((pack, problems): (Pack, Vec<PackError>)) -> Result<Pack, PackError> {
    problems.into_iter().next().map_or(Ok(pack), Err)
}

fn load(dir: Option<&Path>) -> (Pack, Vec<PackError>) {
    let (files, mut problems) = sources(dir);
    let mut pack = Pack {
        versions: Vec::new(),
        lists: Vec::new(),
        presets: Vec::new(),
        categories: Vec::new(),
        programmes: Vec::new(),
        causes: Vec::new(),
        own: Vec::new(),
    };
    for (file, text) in &files {
        let more = match file.as_str() {
            THRESHOLDS => keep(&mut pack.versions, threshold_file::read(file, text)),
            LISTS => keep(&mut pack.lists, list_file::read(file, text)),
            TOOLBOX => keep(&mut pack.categories, toolbox::read(file, text)),
            PROGRAMMES => keep(&mut pack.programmes, programme::read(file, text)),
            CAUSES => keep(&mut pack.causes, cause::read(file, text)),
            _ => keep(&mut pack.presets, preset_file::read(file, text)),
        };
        problems.extend(more);
    }
    problems.extend(check_together(&pack, &files));
    (pack, problems)
}

fn keep<T>(all: &mut Vec<T>, (found, problems): (impl IntoIterator<Item = T>, Vec<PackError>)) -> Vec<PackError> {
    all.extend(found);
    problems
}

/// What is wrong between files that are each in order.
fn check_together(pack: &Pack, files: &Sources) -> Vec<PackError> {
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    for preset in &pack.presets {
        if !ids.insert(&preset.id) {
            problems.push(Problem::VersionsOverlap.at(&preset.file, &preset.id));
        }
    }
    // An embedded preset need not fit the thresholds of a folder: whoever replaced them may never use it. It is told
    // when somebody does, by `thresholds_with`.
    let ours = |preset: &&Preset| is_embedded(THRESHOLDS, files) || !is_embedded(&preset.file, files);
    for version in &pack.versions {
        problems.extend(bands_missing(pack, LISTS, &version.thresholds));
        for preset in pack.presets.iter().filter(ours) {
            match preset_file::apply(preset, version) {
                Ok(thresholds) if thresholds.s01.bands_percent != version.thresholds.s01.bands_percent => {
                    problems.extend(bands_missing(pack, &preset.file, &thresholds));
                }
                Ok(_) => {}
                Err(more) => problems.extend(more),
            }
        }
    }
    // The same thing may be wrong with several versions.
    let mut told = Vec::new();
    for problem in problems {
        if !told.contains(&problem) {
            told.push(problem);
        }
    }
    told
}

/// Conditions of lists, such as `S01 at least 15`, that no band of the thresholds answers.
fn bands_missing(pack: &Pack, file: &str, thresholds: &Thresholds) -> Vec<PackError> {
    let missing = levels_asked_for(pack).into_iter().filter(|(_, level)| !thresholds.s01.bands_percent.contains(level));
    missing
        .map(|(list, level)| Problem::ValueOutOfRange.at(file, format!("list {list}: S01 at least {level}")))
        .collect()
}

/// The levels of S01 that lists ask for, each with its list.
fn levels_asked_for(pack: &Pack) -> Vec<(&str, i64)> {
    let mut levels = Vec::new();
    for list in &pack.lists {
        let conditions = list.when.iter().flat_map(|way| way.all_of.iter().flatten()).chain(&list.mentor_first);
        let asked = conditions.filter(|condition| condition.signal == Signal::S01).filter_map(|one| one.at_least);
        levels.extend(asked.map(|level| (list.id.as_str(), level)));
    }
    levels
}
