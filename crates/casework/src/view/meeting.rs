//! EHT-läge: the pupil health team's meeting, one pupil a screen.

use access::ListAct;
use domain::Day;
use uuid::Uuid;

use super::pupil::{self, PupilPage};
use super::{Colleague, School};
use crate::steps::meeting::{ZONE, of_actor, open, schools};
use crate::steps::when::{self, day_of};
use crate::steps::{colleagues, permit, school};
use crate::{Cx, Failure, Result, calendar};

/// What is needed to begin a meeting.
#[derive(Clone, Debug)]
pub struct Begin {
    /// The schools where the actor can hold one, with the number of pupils that would come up.
    pub schools: Vec<(School, i64)>,
    /// A meeting that was begun and not ended: the actor's own before a colleague's.
    pub open: Option<(Uuid, School)>,
    /// Meetings before, newest first: id, day, school, pupils.
    pub before: Vec<(Uuid, Day, School, i64)>,
}

/// One pupil of a meeting.
#[derive(Clone, Debug)]
pub struct Item {
    /// The meeting.
    pub meeting: Uuid,
    /// Its school.
    pub school: School,
    /// This one's number among those whom the reader may see, from 1, and how many they are.
    pub at: (i64, i64),
    /// The pupil, as on the pupil page.
    pub page: PupilPage,
    /// What was decided about the pupil at this meeting, if anything: the statement.
    pub decided: Option<Uuid>,
    /// Who can be given something to do.
    pub colleagues: Vec<Colleague>,
    /// Days to choose: number of school weeks and the day.
    pub follow_ups: Vec<(u8, Day)>,
    /// The usual day.
    pub usual: Day,
}

/// What is needed to begin.
///
/// # Errors
/// Denied: the actor may not hold meetings. The room.
pub async fn begin(cx: &Cx) -> Result<Begin> {
    let units = schools(cx);
    if units.is_empty() {
        return Err(Failure::denied("denied-content"));
    }
    let who = cx.who().map(|who| who.user);
    let mut others = None;
    let mut found = Begin { schools: Vec::new(), open: None, before: Vec::new() };
    for unit in units {
        let school = school::named(cx, unit).await?;
        let (_, waiting) = open(cx, unit, 1).await?;
        let allowed = cx.access().scope(cx.actor(), ListAct::ListSteps(ZONE))?;
        let mut reading = cx.room().reading(cx.now());
        let all = room::meetings::of_unit(&mut reading, allowed, unit, cx.today()).await?;
        for it in reading.show(all).await? {
            if it.ended {
                found.before.push((it.id, day_of(it.begun), school.clone(), it.pupils));
            } else {
                let open = if Some(it.account) == who { &mut found.open } else { &mut others };
                open.get_or_insert((it.id, school.clone()));
            }
        }
        found.schools.push((school, i64::try_from(waiting).unwrap_or(i64::MAX)));
    }
    found.open = found.open.or(others);
    found.before.sort_by_key(|(id, day, ..)| std::cmp::Reverse((*day, *id)));
    Ok(found)
}

/// One pupil of a meeting, by number from 1.
///
/// # Errors
/// Denied: no such meeting or number, or not for the actor. The room.
pub async fn item(cx: &Cx, meeting: Uuid, number: i64) -> Result<Item> {
    let found = of_actor(cx, meeting).await?;
    // Those whom the reader may see are counted, so that nobody is pointed out by a gap.
    let item = (1_i64..).zip(&found.items).find(|(at, _)| *at == number).map(|(_, item)| item);
    let item = item.ok_or_else(|| Failure::denied("denied-content"))?;
    let places = permit::places(cx, item.person).await?;
    let (at, _) = permit::document(cx, &places, ZONE)?;
    let last = i64::try_from(found.items.len()).unwrap_or(number);
    let calendar = calendar::of(cx, &cx.versions().await?).await?;
    Ok(Item {
        meeting,
        school: school::named(cx, found.unit).await?,
        at: (number, last),
        page: pupil::view(cx, item.person).await?,
        decided: item.statement,
        colleagues: colleagues::of_pupil(cx, &at, ZONE).await?,
        follow_ups: when::choices(&calendar, cx.today()),
        usual: when::usual(&calendar, cx.today()),
    })
}
