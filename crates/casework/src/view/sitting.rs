//! The first sitting: after a school's first import, many pupils at once.

use access::UnitId;
use domain::Day;
use room::results::{ListAsk, Wanted};
use text::Message;

use super::worklist::{PAGE, Row, shown};
use super::{Colleague, School};
use crate::steps::{colleagues, when};
use crate::{Cx, Failure, Result, calendar, lists, schools};

/// The table of a first sitting: what is left, in the order of the list.
#[derive(Clone, Debug)]
pub struct Sitting {
    /// The school.
    pub school: School,
    /// Pupils of the school's list who have been gone through, and all of them.
    pub done: (i64, i64),
    /// Those that are left, on this page.
    pub rows: Vec<Row>,
    /// Who can be the one that works with the pupil.
    pub colleagues: Vec<Colleague>,
    /// Follow-up days to choose: number of school weeks and the day.
    pub follow_ups: Vec<(u8, Day)>,
    /// The usual follow-up day.
    pub usual: Day,
    /// Whether the sitting has been ended.
    pub ended: bool,
}

/// The table of a school.
///
/// # Errors
/// Denied: the actor may not list the school's pupils. The room.
pub async fn view(cx: &Cx, school: UnitId) -> Result<Sitting> {
    let scope = lists::permit(cx)?.scope().cloned();
    if !scope.is_some_and(|scope| scope.everywhere() || scope.units().contains(&school)) {
        return Err(Failure::Denied(Message::new("denied-list")));
    }
    let now = cx.versions().await?;
    let (schools, calendar) = (schools::of(cx, &now).await?, calendar::of(cx, &now).await?);
    let colleagues = colleagues::of_school(cx, school).await?.into_iter().map(|it| it.colleague).collect();
    let ask = ListAsk {
        units: vec![school],
        state: Wanted::Untouched,
        limit: u16::try_from(PAGE).unwrap_or(u16::MAX),
        ..ListAsk::default()
    };
    let mut reading = cx.room().reading(cx.now());
    let page = lists::page(cx, &mut reading, &ask).await?;
    let counts = page.as_ref().map(lists::counted).unwrap_or_default();
    let gone_through = counts.follow_up + counts.cleared;
    let sitting = Sitting {
        school: schools.school(school),
        done: (gone_through, gone_through + counts.nobody),
        rows: page.into_iter().flat_map(|page| page.rows).map(|row| shown(row, &schools)).collect(),
        colleagues,
        follow_ups: when::choices(&calendar, cx.today()),
        usual: when::usual(&calendar, cx.today()),
        ended: schools.known(school).is_some_and(|known| known.sitting_done.is_some()),
    };
    Ok(reading.show(sitting).await?)
}
