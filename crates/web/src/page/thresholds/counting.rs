//! That the lists are counted again after a change: how far it has come, or when it was done.

use casework::{job, view::thresholds::Stands};
use maud::{Markup, html};

use super::{
    super::parts::going::{given_up, how_far},
    PATH,
};
use crate::{
    session::Visit,
    ui::{self, Tone},
    words::{tell, words},
};

/// The part that keeps itself up to date. The rest of the page is left alone: somebody may be writing there.
pub(super) const LIVE: &str = "omrakning";

pub(super) fn shown(visit: &Visit, counted: Option<Stands>, jobs: bool) -> Markup {
    match counted {
        None => html! {},
        Some(Stands::UnderWay) => {
            let how_far = how_far(visit, job::counting(&visit.office), "web-thresholds-counting-soon");
            let content = ui::notice(
                Tone::Info,
                &visit.say("web-thresholds-counting"),
                html! {
                    (how_far)
                    (ui::prose(&[&visit.say("web-thresholds-counting-close")]))
                },
            );
            ui::live(LIVE, &visit.url(PATH), content, visit.language())
        }
        Some(Stands::GivenUp(at)) => {
            let said = ("web-thresholds-not-counted", "web-thresholds-not-counted-help");
            ui::settled(LIVE, given_up(visit, said, at, jobs))
        }
        Some(Stands::Done(at)) => {
            let time = words(casework::swedish_time(at).unwrap_or_default());
            ui::settled(LIVE, ui::prose(&[&tell("web-thresholds-counted", [("time", time)], visit.language())]))
        }
    }
}
