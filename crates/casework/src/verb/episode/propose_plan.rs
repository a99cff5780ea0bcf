//! A plan is proposed; agreed at a meeting it runs at once, and the other side confirms when it gets to it.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::PlanProposed;
use domain::episode::guard;
use domain::plan::{Agreement, Plan};
use uuid::Uuid;

use crate::episode::{Said as Became, by, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// When.
    pub day: Day,
    /// The plan, whole. It replaces the one that runs or waits.
    pub plan: Plan,
    /// Who said yes, and how, and who did not.
    pub agreement: Agreement,
}

/// Proposes.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let (by, today, toolbox) = (by(cx)?, cx.today(), cx.pack().toolbox_on(said.day));
    say(cx, episode, id, Vec::new(), |episode, side| {
        let latest = episode.proposed.as_ref().or(episode.plan.as_ref());
        let replaces = latest.map(|it| Uuid::from_u128(it.id).to_string());
        let it = PlanProposed { by, day: said.day, plan: said.plan, replaces, agreement: said.agreement };
        guard::propose_plan(episode, side, it, today, &toolbox)
    })
    .await
}
