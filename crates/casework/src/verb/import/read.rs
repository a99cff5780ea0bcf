//! Reading: the two files against the roster, and what the import would do to the history.

use std::collections::BTreeSet;

use absence::canonical::{BadRows, Roster, read_lessons, read_pupils};
use absence::columns::Subjects;
use absence::history::History;
use absence::history::change::{Cover, changes};
use absence::history::held::{Held, bad_roster, bad_rows};
use absence::history::import::Plan;
use domain::bad_row::File;
use room::relations::Enrolled;

use super::leaving::{self, Leaving};
use super::{Import, Stage};
use crate::{Failure, Refusal, Result};

/// What was read.
pub(super) struct Delivery {
    /// Who is enrolled where; the protected of the file and of the room.
    pub(super) roster: Roster,
    /// Who has left a school.
    pub(super) leaving: Leaving,
    /// What it does to the history.
    pub(super) plan: Plan,
    /// Rows of lessons.
    pub(super) rows: u64,
    /// Bad rows of the roster and of the lessons.
    pub(super) bad: [BadRows; 2],
    /// Names of the subjects in the plan.
    pub(super) subjects: Subjects,
}

/// Reads both files. Pupils in `protected` are so in the room already, whatever the file says; `enrolled` are the
/// enrolments there that last on the day.
pub(super) fn delivery(
    import: &Import,
    history: &History,
    protected: &BTreeSet<i32>,
    enrolled: &[Enrolled],
    tell: &(dyn Fn(Stage) + Send + Sync),
) -> Result<Delivery> {
    let (mut roster, bad_pupils) = read_pupils(&import.pupils)?;
    protected.iter().for_each(|pupil| roster.protect(*pupil));
    let subjects = Subjects::default();
    let lessons = read_lessons(&import.lessons, &roster, &subjects, &mut |rows| tell(Stage::Reading(rows, None)))?;
    tell(Stage::Writing);
    let changes = changes(lessons.table, &Cover::default());
    let mut plan = history.plan(changes, roster.protected(), &subjects)?;
    plan.held.extend(bad_rows(File::Lessons, lessons.bad.count, lessons.rows));
    plan.held.extend(bad_roster(&roster, &bad_pupils));
    let leaving = leaving::of(&roster, enrolled, import.as_of);
    plan.held.extend_from_slice(&leaving.held);
    if !plan.held.is_empty() && (!import.confirm || plan.held.iter().any(Held::is_final)) {
        let reason = |held: &Held| Refusal { field: None, message: held.message() };
        return Err(Failure::Refused(plan.held.iter().map(reason).collect()));
    }
    Ok(Delivery { roster, leaving, plan, rows: lessons.rows, bad: [bad_pupils, lessons.bad], subjects })
}
