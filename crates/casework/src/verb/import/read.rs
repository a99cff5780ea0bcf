//! Reading: the two files against the roster, and what the import would do to the history.

use std::collections::BTreeSet;

use absence::canonical::{Against, BadRows, Roster, read_lessons, read_pupils};
use absence::columns::Subjects;
use absence::history::change::Cover;
use absence::history::held::{BAD_PERCENT, Held, bad_roster, bad_rows};
use absence::history::import::Plan;
use absence::history::{History, Spool};
use domain::bad_row::File;
use jiff::Timestamp;
use room::relations::Enrolled;

use super::leaving::{self, Leaving};
use super::{Import, Stage};
use crate::secret::random;
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
    now: Timestamp,
    tell: &(dyn Fn(Stage) + Send + Sync),
) -> Result<Delivery> {
    let (mut roster, bad_pupils) = read_pupils(&import.pupils)?;
    protected.iter().for_each(|pupil| roster.protect(*pupil));
    let subjects = Subjects::default();
    let spool = Spool::on_disk(&history.incoming(&random::id(now)?.to_string()), Cover::default())?;
    let against = Against { roster: &roster, subjects: &subjects, spool: &spool };
    let lessons = read_lessons(&import.lessons, against, &mut |rows| tell(Stage::Reading(rows, None)))?;
    tell(Stage::Writing);
    let mut plan = history.plan(spool.changes(), roster.protected(), &subjects)?;
    plan.held.extend(bad_rows(File::Lessons, lessons.bad.count, lessons.rows, BAD_PERCENT));
    plan.held.extend(bad_roster(&roster, &bad_pupils, BAD_PERCENT));
    let leaving = leaving::of(&roster, enrolled, import.as_of);
    plan.held.extend_from_slice(&leaving.held);
    if !plan.held.is_empty() && (!import.confirm || plan.held.iter().any(Held::is_final)) {
        let reason = |held: &Held| Refusal { field: None, message: held.message() };
        return Err(Failure::Refused(plan.held.iter().map(reason).collect()));
    }
    Ok(Delivery { roster, leaving, plan, rows: lessons.rows, bad: [bad_pupils, lessons.bad], subjects })
}
