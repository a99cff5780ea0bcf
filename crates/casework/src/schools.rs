//! The schools of the room as pages name them.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{Scope, UnitId};
use room::units::{self, Unit};
use room::{Room, Versions};

use crate::names::Swedish;
use crate::view::School;
use crate::{Cx, Result};

/// Every school of the room.
pub(crate) struct Schools {
    by_unit: BTreeMap<UnitId, Unit>,
    order: Vec<UnitId>,
}

/// The schools, in Swedish order of their names.
pub(crate) async fn of(cx: &Cx, now: &Versions) -> Result<Arc<Schools>> {
    cx.kept().schools.of(&now.settings, (), read(cx.room())).await
}

async fn read(room: &Room) -> Result<Schools> {
    let swedish = Swedish::new()?;
    let mut all = units::all(room).await?;
    all.sort_by(|a, b| swedish.compare(&a.name, &b.name).then(a.id.cmp(&b.id)));
    let order = all.iter().map(|unit| unit.id).collect();
    Ok(Schools { by_unit: all.into_iter().map(|unit| (unit.id, unit)).collect(), order })
}

impl Schools {
    /// The school of a unit code; its name is the code when the room does not know it.
    pub(crate) fn school(&self, unit: UnitId) -> School {
        let name = self.by_unit.get(&unit).map_or_else(|| unit.0.to_string(), |known| known.name.clone());
        School { unit, name }
    }

    /// Every school.
    pub(crate) fn all(&self) -> Vec<School> {
        self.order.iter().map(|unit| self.school(*unit)).collect()
    }

    /// The schools with pupils within a scope: all of them or those of a class.
    pub(crate) fn within(&self, scope: &Scope) -> Vec<School> {
        let there = |unit: &UnitId| {
            let in_a_class = scope.classes().iter().any(|class| class.unit == *unit);
            scope.everywhere() || scope.units().contains(unit) || in_a_class
        };
        self.order.iter().filter(|unit| there(unit)).map(|unit| self.school(*unit)).collect()
    }

    /// The schools that lie within a scope as a whole, where the first sitting is still to be finished.
    pub(crate) fn sittings(&self, scope: &Scope) -> Vec<School> {
        let whole = |unit: &UnitId| scope.everywhere() || scope.units().contains(unit);
        let left = |unit: &UnitId| {
            let known = self.by_unit.get(unit);
            known.is_some_and(|known| known.first_import.is_some() && known.sitting_done.is_none())
        };
        self.order.iter().filter(|unit| whole(unit) && left(unit)).map(|unit| self.school(*unit)).collect()
    }

    /// What the room knows of a school.
    pub(crate) fn known(&self, unit: UnitId) -> Option<&Unit> {
        self.by_unit.get(&unit)
    }
}
