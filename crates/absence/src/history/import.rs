//! An import: planned and shown first, then made in one step that either happens whole or not at all.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::Day;

use super::change::{Change, Window};
use super::compared::Compared;
use super::held::Held;
use super::lease::Leases;
use super::manifest::{Entry, Import, Manifest, Slot};
use super::{History, Prepared};
use crate::columns::{Subjects, Table};
use crate::failure::{Result, refuse};
use crate::scan::threads::in_parts;

/// What an import would do to one school and school year.
#[derive(Clone, Debug)]
pub struct SchoolPlan {
    /// The new rows.
    pub change: Change,
    /// What lies in the window now, beside the new rows.
    pub compared: Compared,
    present: Option<Entry>,
}

/// What an import would do. Holds the leases of its schools until it is made or dropped.
#[derive(Debug)]
pub struct Plan {
    /// School by school.
    pub schools: Vec<SchoolPlan>,
    /// Why a person should look first; empty when nothing speaks against it.
    pub held: Vec<Held>,
    protected: BTreeSet<i32>,
    leaving: BTreeSet<Slot>,
    slots: BTreeSet<Slot>,
    leases: Arc<Leases>,
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Version of the manifest afterwards.
    pub version: u64,
    /// Schools and school years whose file changed.
    pub changed: usize,
}

impl History {
    /// Plans an import of changes. Pupils in `protected` leave the history in the same step.
    pub fn plan(&self, changes: Vec<Change>, protected: &BTreeSet<i32>, subjects: &Subjects) -> Result<Plan> {
        let mut slots: BTreeSet<Slot> = changes.iter().map(|change| change.slot).collect();
        let leaving = self.holding(&self.manifest()?, protected)?;
        if !leaving.is_empty() {
            slots.extend(self.slots(&self.manifest()?)?); // no other import may bring them back meanwhile
        }
        let leases = self.lease(&slots)?;
        self.remove_at_once(&slots)?; // what a crash in an earlier purge left
        let manifest = self.manifest()?;
        let leaving = self.holding(&manifest, protected)?;
        if !leaving.is_subset(&slots) {
            return Err(refuse("history-changed-meanwhile", self.root())); // another import came between
        }
        let protected_pupils = protected.clone();
        let mut plan = Plan {
            schools: Vec::new(),
            held: Vec::new(),
            protected: protected_pupils,
            leaving,
            slots,
            leases: Arc::new(leases),
        };
        for change in changes {
            let present = manifest.entry(change.slot).cloned();
            let mut table = self.get(present.as_ref(), subjects)?;
            table.rows.retain(|row| !protected.contains(&row.pupil));
            let compared = Compared::of(change.slot.school, change.window, &table.rows, &change.rows.read()?);
            plan.held.extend(compared.reasons());
            plan.schools.push(SchoolPlan { change, compared, present });
        }
        Ok(plan)
    }

    /// Makes a planned import. New files are on disk before the manifest names them; the manifest changes once.
    pub fn import(&self, plan: &Plan, subjects: &Subjects, today: Day) -> Result<Done> {
        self.make(&self.prepare(plan, subjects, today, 1)?)
    }

    /// Writes the files of a planned import, on as many threads as asked for; no manifest names them yet. Each thread
    /// holds the rows of one school and school year.
    pub fn prepare(&self, plan: &Plan, subjects: &Subjects, today: Day, threads: usize) -> Result<Prepared> {
        let written = in_parts(&plan.schools, threads, |schools| {
            schools.iter().map(|school| self.replaced(school, &plan.protected, subjects)).collect::<Result<Vec<_>>>()
        });
        let written: Vec<Replaced> = written.into_iter().collect::<Result<Vec<_>>>()?.concat();
        let imported: BTreeSet<Slot> = written.iter().map(|it| it.slot).collect();
        let others = self.without(&plan.protected, &(&plan.leaving - &imported), subjects)?;
        let leaving = plan.leaving.clone();
        self.prepared(plan.leases.clone(), plan.slots.clone(), move |history, manifest| {
            let mut done = Done { version: manifest.version, changed: 0 };
            for it in &written {
                done.changed += usize::from(it.count(history, manifest, today)?);
            }
            for (slot, entry) in &others {
                if manifest.entry(*slot) != entry.as_ref() {
                    manifest.replace(*slot, entry.clone(), today, true);
                    done.changed += 1;
                }
            }
            history.loose_at_once(manifest, &leaving, today)?;
            Ok(done)
        })
    }

    /// Writes the file of a school and school year with the planned window in its place.
    fn replaced(&self, school: &SchoolPlan, protected: &BTreeSet<i32>, subjects: &Subjects) -> Result<Replaced> {
        let (slot, window) = (school.change.slot, school.change.window);
        let mut table = self.get(school.present.as_ref(), subjects)?;
        table.rows.retain(|row| !window.contains(Day(row.date)));
        let mut new = school.change.rows.read()?;
        let rows = u64::try_from(new.len()).unwrap_or(u64::MAX);
        table.rows.append(&mut new);
        table.rows.retain(|row| !protected.contains(&row.pupil));
        Ok(Replaced {
            slot,
            window,
            rows,
            before: school.present.as_ref().map(|entry| entry.content.clone()),
            entry: self.put_clean(slot, table, subjects)?,
        })
    }

    /// Sorts, cleans and writes a table.
    pub(super) fn put_clean(&self, slot: Slot, mut table: Table, subjects: &Subjects) -> Result<Option<Entry>> {
        table.sort(subjects);
        table.clean();
        self.put(slot, &table, subjects)
    }
}

/// A file that an import has written, and what it takes the place of.
#[derive(Clone)]
struct Replaced {
    slot: Slot,
    window: Window,
    rows: u64,
    before: Option<String>,
    entry: Option<Entry>,
}

impl Replaced {
    /// Lets the file count; whether that changes anything.
    fn count(&self, history: &History, manifest: &mut Manifest, today: Day) -> Result<bool> {
        let present = manifest.entry(self.slot).map(|entry| &entry.content);
        if present != self.before.as_ref() {
            return Err(refuse("history-changed-meanwhile", history.root()));
        }
        if present == self.entry.as_ref().map(|entry| &entry.content) {
            return Ok(false); // the same rows again change nothing
        }
        manifest.imports.push(Import {
            version: manifest.version,
            day: today,
            slot: self.slot,
            from: self.window.from,
            to: self.window.to,
            rows: self.rows,
            before: self.before.clone(),
            settled: false,
        });
        manifest.replace(self.slot, self.entry.clone(), today, false);
        Ok(true)
    }
}
