//! Närvaro: the pupils to ask about, why, and what has been done.

use access::{Class, PupilId, Scope, UnitId, Zone};
use domain::step::{Seen, State, StepKind};
use domain::{Day, Signal, Signals};
use room::results::{ListAsk, ListRow, Reader, Wanted};
use text::Message;

use super::School;
use crate::schools::Schools;
use crate::{Cx, Failure, Result, lists, schools};

/// Rows on a page.
pub const PAGE: usize = 50;

/// Which of the pack's lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListName {
    /// Every pupil whom the school should ask about.
    #[default]
    School,
    /// The pupils who may need the team.
    Team,
}

/// Which rows, by what has been done about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Acted {
    /// Nobody has acted, or it is time to follow up: what is left to do.
    #[default]
    Open,
    /// Nobody has acted.
    Nobody,
    /// It is time to follow up.
    FollowUp,
    /// Something has been done, and its follow-up is still to come.
    Cleared,
    /// All.
    All,
}

/// What is asked of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// Which list.
    pub list: ListName,
    /// One school only.
    pub school: Option<UnitId>,
    /// One class only, of that school.
    pub class: Option<String>,
    /// One grade level only.
    pub level: Option<u8>,
    /// Only those with this signal.
    pub signal: Option<Signal>,
    /// By what has been done.
    pub acted: Acted,
    /// After this place: the next page.
    pub after: Option<i64>,
}

/// The list as it is shown.
#[derive(Clone, Debug)]
pub struct WorkList {
    /// What was asked, without what the reader cannot choose.
    pub ask: Ask,
    /// The day that the figures are of; `None` before the first import.
    pub as_of: Option<Day>,
    /// The schools that the reader can choose among.
    pub schools: Vec<School>,
    /// The classes of the chosen school.
    pub classes: Vec<String>,
    /// The grade levels to choose among.
    pub levels: Vec<u8>,
    /// How many there are of each.
    pub counts: Counts,
    /// The rows of this page.
    pub rows: Vec<Row>,
    /// The place to ask for the page after this one.
    pub next: Option<i64>,
    /// Schools where the first sitting is still to be finished.
    pub sittings: Vec<School>,
    /// The keys of the sort rule in order, as codes of sentences.
    pub order: Vec<&'static str>,
}

/// Numbers of pupils on the list within the other filters, whatever was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Nobody has acted.
    pub nobody: i64,
    /// Time to follow up.
    pub follow_up: i64,
    /// Something done, follow-up to come.
    pub cleared: i64,
}

/// A pupil on the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// The pupil.
    pub pupil: PupilId,
    /// Name.
    pub name: String,
    /// School.
    pub school: School,
    /// Class.
    pub class: String,
    /// Grade level, 0 to 10.
    pub level: u8,
    /// What the figures say, as a step has seen it.
    pub seen: Seen,
    /// The signals about the pupil that fire, in order.
    pub signals: Vec<Signal>,
    /// The band of S01 in percent, when it fires.
    pub band: Option<i64>,
    /// The level of S05, when it fires.
    pub level5: Option<i64>,
    /// The first day of the signal that has been true longest.
    pub since: Option<Day>,
    /// Whether the mentor asks first; otherwise pupil health.
    pub mentor_first: bool,
    /// Absent and reported minutes of the term so far.
    pub absent: (i64, i64),
    /// Absence of the last ten weeks in percent, oldest first; `None` in a week without lessons.
    pub recent: Vec<Option<u8>>,
    /// Where it stands.
    pub state: State,
    /// The day of the last step of any kind.
    pub acted: Option<Day>,
    /// How it was cleared and by whom, when the reader may read that.
    pub how: Option<How>,
}

/// How a pupil was cleared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct How {
    /// The kind of step.
    pub kind: StepKind,
    /// Who documented it.
    pub by: String,
    /// The zone that it was written in.
    pub zone: Zone,
}

/// The list.
///
/// # Errors
/// Denied: the actor may list no pupils. The room.
pub async fn view(cx: &Cx, ask: Ask) -> Result<WorkList> {
    let scope = lists::permit(cx)?.scope().cloned();
    let scope = scope.ok_or_else(|| Failure::Denied(Message::new("denied-list")))?;
    let all = schools::of(cx, &cx.versions().await?).await?;
    let schools = all.within(&scope);
    let is_there = |unit: UnitId| schools.iter().any(|school| school.unit == unit);
    // A school that the reader cannot choose has nobody, whether it exists or not.
    let elsewhere = ask.school.is_some_and(|unit| !is_there(unit));
    let only = match schools.as_slice() {
        [only] => Some(only.unit),
        _ => None,
    };
    let school = ask.school.filter(|unit| is_there(*unit)).or(only);
    let classes = match school {
        Some(unit) => classes(cx, &scope, unit).await?,
        None => Vec::new(),
    };
    let ask = Ask { school, class: ask.class.filter(|_| school.is_some()), ..ask };
    let mut list = WorkList {
        as_of: None,
        schools,
        classes,
        levels: levels(cx, ask.list),
        counts: Counts::default(),
        rows: Vec::new(),
        next: None,
        sittings: all.sittings(&scope),
        order: lists::order(cx.pack(), ask.list),
        ask,
    };
    let mut reading = cx.room().reading(cx.now());
    let mut wanted = asked(&list.ask);
    if elsewhere {
        wanted.limit = 0;
    }
    if let Some(page) = lists::page(cx, &mut reading, &wanted).await? {
        list.as_of = Some(page.as_of);
        if !elsewhere {
            list.counts = lists::counted(&page);
            list.next = page.next;
            list.rows = page.rows.into_iter().map(|row| shown(row, &all)).collect();
        }
    }
    Ok(reading.show(list).await?)
}

/// The classes of a school that the reader can choose among, in order: 2A before 10A.
async fn classes(cx: &Cx, scope: &Scope, unit: UnitId) -> Result<Vec<String>> {
    let whole = scope.everywhere() || scope.units().contains(&unit);
    let within = |name: &String| whole || scope.classes().contains(&Class { unit, name: name.clone() });
    let mut all = room::relations::classes(cx.room(), unit, cx.today()).await?;
    all.retain(within);
    let number = |name: &str| name.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u32>().ok();
    all.sort_by(|a, b| (number(a), a).cmp(&(number(b), b)));
    Ok(all)
}

/// The grade levels that a list covers.
fn levels(cx: &Cx, list: ListName) -> Vec<u8> {
    let covered = cx.pack().list(list.id()).map(|list| list.levels.clone());
    covered.into_iter().flatten().filter_map(|level| u8::try_from(level).ok()).collect()
}

fn asked(ask: &Ask) -> ListAsk {
    ListAsk {
        list: ask.list.in_room(),
        units: ask.school.into_iter().collect(),
        class: ask.class.clone(),
        level: ask.level,
        signals: ask.signal.into_iter().collect(),
        state: match ask.acted {
            Acted::Open => Wanted::Open,
            Acted::Nobody => Wanted::Untouched,
            Acted::FollowUp => Wanted::FollowUp,
            Acted::Cleared => Wanted::Cleared,
            Acted::All => Wanted::All,
        },
        after: ask.after,
        limit: u16::try_from(PAGE).unwrap_or(u16::MAX),
        uncounted: false,
    }
}

/// A row as a page shows it.
pub(crate) fn shown(row: ListRow, schools: &Schools) -> Row {
    // What a newer program wrote says here only that something was done.
    let how = row.how.and_then(|how| Some(How { kind: how.kind?, by: how.by, zone: how.zone }));
    Row {
        pupil: row.person,
        name: row.name,
        school: schools.school(row.unit),
        class: row.class,
        level: row.level,
        seen: row.now,
        signals: row.now.signals.and(Signals::ABOUT_PUPIL).iter().collect(),
        band: Some(i64::from(row.now.band)).filter(|band| *band > 0),
        level5: Some(i64::from(row.now.level5)).filter(|level| *level > 0),
        since: row.since,
        mentor_first: row.first == Reader::Mentor,
        absent: (row.absent, row.reported),
        recent: row.recent.into_iter().map(|percent| Some(percent).filter(|percent| *percent <= 100)).collect(),
        state: row.state,
        acted: row.acted,
        how,
    }
}
