//! What an import changes on the work lists: only the pupils of its windows are read again.

use std::collections::BTreeSet;

use absence::history::{History, Manifest};
use absence::overview::Overview;
use absence::overview::incremental::changed_pupils;
use absence::overview::worklist::lines;
use absence::scan::Question;
use domain::{Day, SchoolYear};
use pack::{Pack, Thresholds, WorkList};
use text::{Arg, Language, Message};

use super::terms::{TermArg, question};
use crate::method::MethodArgs;
use crate::say::{in_language, say};

/// Threads of a scan.
const THREADS: usize = 2;

/// The lists as they stand before an import.
pub struct Lists {
    pack: Pack,
    thresholds: Thresholds,
    question: Question,
    manifest: Manifest,
    protected: BTreeSet<i32>,
    overview: Overview,
}

impl Lists {
    /// Scans the history as it stands.
    pub fn before(
        history: &History,
        as_of: Day,
        protected: &BTreeSet<i32>,
        terms: &[TermArg],
        method: &MethodArgs,
    ) -> anyhow::Result<Lists> {
        let (pack, thresholds) = method.load(as_of)?;
        let (question, manifest) = (question(as_of, terms)?, history.manifest()?);
        let files = history.files(&manifest, SchoolYear::of(as_of))?;
        let overview = Overview::of(&files, protected, &question, &thresholds, THREADS)?;
        Ok(Lists { pack, thresholds, question, manifest, protected: protected.clone(), overview })
    }

    /// Says for each list of the pack how many pupils are new on it and how many have left it.
    pub fn say_changes(mut self, history: &History, language: Language) -> anyhow::Result<()> {
        let as_of = self.question.as_of();
        let before: Vec<BTreeSet<i32>> = self.pack.lists().iter().map(|list| self.listed(list)).collect();
        let (year, after) = (SchoolYear::of(as_of), history.manifest()?);
        let files = history.files(&after, year)?;
        match changed_pupils(history, year, &self.manifest, &after)? {
            Some(changed) => self.overview.update(&files, &changed, &self.question, &self.thresholds, THREADS)?,
            None => self.overview = Overview::of(&files, &self.protected, &self.question, &self.thresholds, THREADS)?,
        }
        for (list, before) in self.pack.lists().iter().zip(before) {
            let now = self.listed(list);
            let name = || Arg::Text(in_language(&list.name, language).to_owned());
            let count = |found: usize| Arg::Count(i64::try_from(found).unwrap_or(i64::MAX));
            let new = Message::new("import-list-new").with("count", count(now.difference(&before).count()));
            let gone = Message::new("import-list-gone").with("count", count(before.difference(&now).count()));
            say(&new.with("list", name()), language);
            say(&gone.with("list", name()), language);
        }
        Ok(())
    }

    fn listed(&self, list: &WorkList) -> BTreeSet<i32> {
        lines(&self.overview, list, &self.thresholds).iter().map(|line| line.standing.pupil).collect()
    }
}
