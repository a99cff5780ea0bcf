//! The two lists of the method pack that the pages know, and one page of them.

use access::{List, ListAct, Permit, Zone};
use domain::Signal;
use pack::{Pack, SortKey};
use room::Reading;
use room::results::{self, ListAsk, ListPage};

use crate::view::worklist::{Counts, ListName};
use crate::{Cx, Result};

/// The id of the school's own list.
pub(crate) const SCHOOL: &str = "school";
/// The id of the list for the team.
pub(crate) const TEAM: &str = "team";

impl ListName {
    /// The id in the method pack.
    pub(crate) fn id(self) -> &'static str {
        match self {
            ListName::School => SCHOOL,
            ListName::Team => TEAM,
        }
    }

    /// As the room has it.
    pub(crate) fn in_room(self) -> results::WorkList {
        match self {
            ListName::School => results::WorkList::School,
            ListName::Team => results::WorkList::Team,
        }
    }
}

/// The permit to list pupils. Its scope says which.
pub(crate) fn permit(cx: &Cx) -> Result<Permit<List>> {
    Ok(cx.access().scope(cx.actor(), ListAct::ListPupils)?)
}

/// A page of a list, with what has been done as far as the actor may read it. Nothing before the first import.
pub(crate) async fn page(cx: &Cx, reading: &mut Reading<'_>, ask: &ListAsk) -> Result<Option<ListPage>> {
    let steps = Zone::OF_STEPS.map(ListAct::ListSteps).map(|act| cx.access().scope(cx.actor(), act));
    let steps: Vec<Permit<List>> = steps.into_iter().filter_map(std::result::Result::ok).collect();
    Ok(results::list(reading, permit(cx)?, steps, ask, cx.today()).await?)
}

/// Only the numbers of a list.
pub(crate) async fn counts(cx: &Cx, reading: &mut Reading<'_>, ask: ListAsk) -> Result<Option<Counts>> {
    let found = results::list(reading, permit(cx)?, Vec::new(), &ListAsk { limit: 0, ..ask }, cx.today()).await?;
    Ok(found.map(|page| counted(&page)))
}

/// The numbers of a list as a page shows them.
pub(crate) fn counted(page: &ListPage) -> Counts {
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    Counts {
        nobody: whole(page.totals.untouched),
        follow_up: whole(page.totals.follow_up),
        cleared: whole(page.totals.cleared),
    }
}

/// The keys of a list's order, the first one deciding, as codes of sentences. The pupil number comes last of all.
pub(crate) fn order(pack: &Pack, list: ListName) -> Vec<&'static str> {
    let keys = pack.list(list.id()).map(|list| list.order.as_slice()).unwrap_or_default();
    keys.iter().copied().map(key).chain(["order-number"]).collect()
}

fn key(key: SortKey) -> &'static str {
    match key {
        SortKey::Signal(Signal::S01) => "order-s01",
        SortKey::Signal(Signal::S02) => "order-s02",
        SortKey::Signal(Signal::S03) => "order-s03",
        SortKey::Signal(Signal::S04) => "order-s04",
        SortKey::Signal(Signal::S05) => "order-s05",
        SortKey::Signal(Signal::S06) => "order-s06",
        SortKey::Signal(Signal::S07) => "order-s07",
        SortKey::Signal(Signal::S08) => "order-s08",
        SortKey::Signal(Signal::S09) => "order-s09",
        SortKey::Signal(Signal::S10) => "order-s10",
        SortKey::Signal(Signal::S11) => "order-s11",
        SortKey::Signal(Signal::S12a) => "order-s12a",
        SortKey::Signal(Signal::S12b) => "order-s12b",
        SortKey::Level2 => "order-longest-run",
        SortKey::Band => "order-band",
        SortKey::Count => "order-signals",
        SortKey::Since => "order-since",
    }
}
