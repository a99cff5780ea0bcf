//! An import: planned and shown first, then made in one step that either happens whole or not at all.

use std::collections::BTreeSet;

use domain::Day;

use super::History;
use super::change::Change;
use super::held::{Held, reasons};
use super::lease::Leases;
use super::manifest::{Entry, Import, Slot};
use crate::columns::{Subjects, Table};
use crate::failure::{Result, refuse};

/// What an import would do to one school and school year.
#[derive(Clone, Debug)]
pub struct SchoolPlan {
    /// The new rows.
    pub change: Change,
    /// Rows in the window now.
    pub rows_before: usize,
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
    _leases: Leases,
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
            _leases: leases,
        };
        for change in changes {
            let present = manifest.entry(change.slot).cloned();
            let mut table = self.get(present.as_ref(), subjects)?;
            table.rows.retain(|row| !protected.contains(&row.pupil));
            plan.held.extend(reasons(&change, &table.rows));
            let in_window = |date: i32| change.window.contains(Day(date));
            let rows_before = table.rows.iter().filter(|row| in_window(row.date)).count();
            plan.schools.push(SchoolPlan { change, rows_before, present });
        }
        Ok(plan)
    }

    /// Makes a planned import. New files are on disk before the manifest names them; the manifest changes once.
    pub fn import(&self, plan: &Plan, subjects: &Subjects, today: Day) -> Result<Done> {
        let mut written = Vec::new();
        for school in &plan.schools {
            let slot = school.change.slot;
            let mut table = self.get(school.present.as_ref(), subjects)?;
            let stays = |date: i32| !school.change.window.contains(Day(date));
            table.rows.retain(|row| stays(row.date));
            table.rows.extend_from_slice(&school.change.rows);
            table.rows.retain(|row| !plan.protected.contains(&row.pupil));
            written.push((slot, self.put_clean(slot, table, subjects)?));
        }
        let imported: BTreeSet<Slot> = written.iter().map(|(slot, _)| *slot).collect();
        let others = self.without(&plan.protected, &(&plan.leaving - &imported), subjects)?;
        let done = self.commit(|manifest| {
            let mut done = Done { version: manifest.version, changed: 0 };
            for school in &plan.schools {
                let present = manifest.entry(school.change.slot).map(|entry| &entry.content);
                if present != school.present.as_ref().map(|entry| &entry.content) {
                    return Err(refuse("history-changed-meanwhile", self.root()));
                }
            }
            let imported = plan.schools.iter().zip(&written);
            for (school, (slot, entry)) in imported {
                let before = school.present.as_ref().map(|entry| entry.content.clone());
                if before == entry.as_ref().map(|entry| entry.content.clone()) {
                    continue; // the same rows again change nothing
                }
                let window = school.change.window;
                manifest.imports.push(Import {
                    version: manifest.version,
                    day: today,
                    slot: *slot,
                    from: window.from,
                    to: window.to,
                    rows: u64::try_from(school.change.rows.len()).unwrap_or(u64::MAX),
                    before,
                    settled: false,
                });
                manifest.replace(*slot, entry.clone(), today, false);
                done.changed += 1;
            }
            for (slot, entry) in others {
                if manifest.entry(slot) != entry.as_ref() {
                    manifest.replace(slot, entry, today, true);
                    done.changed += 1;
                }
            }
            self.loose_at_once(manifest, &plan.leaving, today)?;
            Ok(done)
        })?;
        self.remove_at_once(&plan.slots)?;
        Ok(done)
    }

    /// Sorts, cleans and writes a table.
    pub(super) fn put_clean(&self, slot: Slot, mut table: Table, subjects: &Subjects) -> Result<Option<Entry>> {
        table.sort(subjects);
        table.clean();
        self.put(slot, &table, subjects)
    }
}
