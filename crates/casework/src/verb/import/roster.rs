//! The roster into the room, a little at a time: other writers get their turn in between.

use std::collections::BTreeMap;

use absence::canonical::Roster;
use access::{Target, UnitId, WriteAct};
use domain::guardian::Guardian;
use domain::pupil::Pupil;
use exchange::{School, Teacher};
use room::teachers::{self, Teaches};
use uuid::Uuid;

use super::{Stage, many};
use crate::secret::random;
use crate::{Cx, Result};

/// Rows between two words about how far it has come; the room cuts them smaller.
const CHUNK: usize = 1000;

/// What a delivery knows beside its pupils.
pub(super) struct Beside<'a> {
    /// Guardians of the pupils.
    pub(super) guardians: &'a [Guardian],
    /// Schools with their names.
    pub(super) schools: &'a [School],
    /// Who teaches what.
    pub(super) teachers: &'a [Teacher],
}

/// Takes in every row, the guardians, the names of schools that have none, and who teaches. A pupil who is known keeps the id; the mark of protected identity is set, never lifted.
pub(super) async fn put(
    cx: &Cx,
    roster: &Roster,
    beside: &Beside<'_>,
    progress: &(dyn Fn(Stage) + Send + Sync),
) -> Result<()> {
    let Beside { guardians, schools, teachers } = *beside;
    let rows: Vec<&Pupil> = roster.rows().collect();
    let mut done = 0;
    for chunk in rows.chunks(CHUNK) {
        let with_ids = chunk.iter().map(|row| Ok((random::id(cx.now())?, *row)));
        let with_ids: Vec<(Uuid, &Pupil)> = with_ids.collect::<Result<_>>()?;
        let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
        room::people::put_all(cx.room(), cx.now(), permit, &with_ids).await?;
        done += chunk.len();
        progress(Stage::Roster(many(done), many(rows.len())));
    }
    if !guardians.is_empty() {
        let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
        room::people::put_guardians(cx.room(), cx.now(), permit, guardians).await?;
    }
    if !schools.is_empty() {
        let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
        let named: Vec<(UnitId, &str)> = schools.iter().map(|it| (UnitId(it.code), it.name.as_str())).collect();
        let mut change = cx.room().change(cx.now()).await?;
        room::units::name_new(&mut change, permit, &named).await?;
        change.commit().await?;
    }
    put_teachers(cx, teachers).await
}

/// Who teaches what, school by school.
async fn put_teachers(cx: &Cx, all: &[Teacher]) -> Result<()> {
    let mut schools: BTreeMap<i32, Vec<Teaches>> = BTreeMap::new();
    for it in all {
        let (class, subject, name) = (it.class.clone(), it.subject.clone(), it.name.clone());
        schools.entry(it.school).or_default().push(Teaches { class, subject, name });
    }
    for (school, taught) in schools {
        let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
        let mut change = cx.room().change(cx.now()).await?;
        teachers::put(&mut change, permit, UnitId(school), &taught).await?;
        change.commit().await?;
    }
    Ok(())
}
