//! The episodes that somebody works with, what is due in each, and referrals that wait for the unit manager.

use access::{EpisodeId, ListAct, Place, Role, Side, UnitId};
use domain::Day;
use domain::episode::State;
use jiff::Timestamp;
use room::door::{inbox, peers};
use room::{episodes, units};
use uuid::Uuid;

use crate::episode::{side, take_in};
use crate::{Cx, Failure, Result};

/// The page.
#[derive(Clone, Debug)]
pub struct Episodes {
    /// The side of the room.
    pub side: Side,
    /// The episodes: what is due first comes first, what has ended last.
    pub rows: Vec<Row>,
    /// Referrals that nobody has said whom they are about; for the unit manager.
    pub referrals: Vec<Referral>,
    /// The units that the unit manager leads.
    pub units: Vec<UnitId>,
}

/// One episode.
#[derive(Clone)]
pub struct Row {
    /// The episode.
    pub id: EpisodeId,
    /// The pupil's name.
    pub name: String,
    /// The name of the school, or of the team's unit.
    pub unit: String,
    /// The name of the programme; empty until it is referred.
    pub programme: String,
    /// How far it has come.
    pub state: State,
    /// When something is to be done.
    pub next: Option<Day>,
}

impl std::fmt::Debug for Row {
    /// The id only: a name must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Row").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A referral that waits: no name, before somebody opens it.
#[derive(Clone, Debug)]
pub struct Referral {
    /// The letter.
    pub letter: Uuid,
    /// The name of the authority that sent it.
    pub from: String,
    /// When it came.
    pub came: Timestamp,
}

/// The page. What has come by letter takes effect first.
///
/// # Errors
/// Denied: the actor works in no episodes. The room.
pub async fn view(cx: &Cx) -> Result<Episodes> {
    let side = side(cx)?;
    let permit =
        cx.access().scope(cx.actor(), ListAct::ListEpisodes(side)).map_err(|_| Failure::denied("denied-case"))?;
    take_in::run(cx).await?;
    let units = units::all(cx.room()).await?;
    let mut reading = cx.room().reading(cx.now());
    let all = episodes::list(&mut reading, permit, cx.today()).await?;
    let mut rows: Vec<Row> = reading
        .show(all)
        .await?
        .into_iter()
        .map(|it| Row {
            unit: units
                .iter()
                .find(|unit| unit.id == it.unit)
                .map_or_else(|| it.unit.0.to_string(), |unit| unit.name.clone()),
            programme: programme(cx, &it.programme),
            id: it.id,
            name: it.name,
            state: it.state,
            next: it.next,
        })
        .collect();
    rows.sort_by_key(|it| !(it.state.is_live() || it.state.is_new()));
    let led = led(cx);
    let referrals = if led.is_empty() { Vec::new() } else { referrals(cx).await? };
    Ok(Episodes { side, rows, referrals, units: led })
}

/// The name of a programme, or its code when the pack no longer has it.
pub(crate) fn programme(cx: &Cx, code: &str) -> String {
    let found = cx.pack().programme_on(code, cx.today());
    found.map_or_else(|| code.to_owned(), |it| it.name.sv.clone())
}

/// The units that the actor leads in the social services.
pub(crate) fn led(cx: &Cx) -> Vec<UnitId> {
    let roles = cx.who().map(|who| who.roles.as_slice()).unwrap_or_default();
    let units = roles.iter().filter(|held| held.role == Role::UnitManager).filter_map(|held| match held.place {
        Place::Unit(unit) => Some(unit),
        Place::Room | Place::Class(_) => None,
    });
    units.collect()
}

async fn referrals(cx: &Cx) -> Result<Vec<Referral>> {
    let peers = peers::all(cx.room()).await?;
    let name = |id| peers.iter().find(|it| it.id == id).map(|it| it.name.clone()).unwrap_or_default();
    let all = inbox::unmatched(cx.room()).await?;
    Ok(all.into_iter().map(|it| Referral { letter: it.id, from: name(it.peer), came: it.received }).collect())
}
