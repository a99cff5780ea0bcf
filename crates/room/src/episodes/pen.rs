//! Writing in an episode: one permit, one zone, one transaction.

use access::{Act, Permit, Side, Write, WriteAct, Zone};
use uuid::Uuid;

use super::{of_permit, project};
use crate::change::Change;
use crate::failure::{Result, broken, fault};
use crate::statements::{Row, Said, Statement, Written, insert, opened, zone_hash};
use crate::store::on_tx;

/// The right to read and write in one zone of one episode, for as long as the change lasts.
#[derive(Debug)]
#[must_use = "a pen that is not used has not been needed"]
pub struct Pen {
    pub(super) episode: Uuid,
    pub(super) person: Uuid,
    pub(super) zone: Zone,
    actor: String,
    side: Side,
}

/// Uses up a permit to write in a zone of an episode, or to take a letter into it. With the latter only the other side's
/// statements can be made, with the former only the own side's.
///
/// # Errors
/// A permit for something else, or for another pupil's episode; there is no such episode; the database.
pub async fn hold(change: &mut Change<'_>, permit: Permit<Write>) -> Result<Pen> {
    let zone = permit.zone().ok_or_else(|| broken("what is said in an episode is said in a zone"))?;
    let by_letter = permit.act() == WriteAct::ReceiveLetter.code();
    let act = if by_letter { WriteAct::ReceiveLetter } else { WriteAct::WriteEpisode(zone) };
    let used = change.take(permit, act.code())?;
    let (episode, person) = of_permit(&used)?;
    let row: Option<(String,)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT side FROM episode WHERE id = $1 AND person = $2").bind(episode).bind(person).fetch_optional(on).await)
    .map_err(fault("opening an episode"))?;
    let own = row.and_then(|(side,)| Side::from_code(&side)).ok_or_else(|| broken("there is no such episode"))?;
    Ok(Pen { episode, person, zone, actor: used.actor, side: if by_letter { own.other() } else { own } })
}

impl Pen {
    /// Whose statements it makes.
    pub fn side(&self) -> Side {
        self.side
    }

    /// What has been said in the zone, by Lamport number, side and id: what a guard decides by.
    ///
    /// # Errors
    /// The database; a row that was tampered with.
    pub async fn statements(&self, change: &mut Change<'_>) -> Result<Vec<Statement>> {
        of_zone(change, self.episode, (self.person, self.zone)).await
    }

    /// The Lamport number of the next statement: the highest in the zone, plus one. Each zone counts for itself, so that
    /// the numbers in letters do not tell how much is written where the other side cannot read.
    ///
    /// # Errors
    /// The database.
    pub async fn next_lamport(&self, change: &mut Change<'_>) -> Result<u32> {
        let (failed, hash) = ("numbering a statement", zone_hash(&change.room().keys().hash, self.person, self.zone));
        let (highest,): (Option<i64>,) = on_tx!(&mut change.tx, on => sqlx::query_as(
            "SELECT MAX(lamport) FROM statement WHERE episode = $1 AND zone_hash = $2")
            .bind(self.episode).bind(hash).fetch_one(on).await)
        .map_err(fault(failed))?;
        u32::try_from(highest.unwrap_or(0) + 1).map_err(fault(failed))
    }

    /// Makes a statement in the zone. A shared one moves the episode's row with it. The same again changes nothing and
    /// gives nothing.
    ///
    /// # Errors
    /// Refused: the id is that of a statement that says something else. A statement of another episode or side; the
    /// database; a row that was tampered with.
    pub async fn append(&self, change: &mut Change<'_>, said: &Said<'_>) -> Result<Option<Written>> {
        if said.episode != Some(self.episode) || said.side != self.side.code() {
            return Err(broken("a statement of another episode or side"));
        }
        let written = insert(change, &self.actor, (self.person, self.zone), said).await?;
        if written.is_some() && self.zone == Zone::Shared {
            project::project(change, self.episode, self.person).await?;
        }
        Ok(written)
    }
}

/// What has been said in a zone of an episode, in the order in which it is folded.
pub(super) async fn of_zone(
    change: &mut Change<'_>,
    episode: Uuid,
    (person, zone): (Uuid, Zone),
) -> Result<Vec<Statement>> {
    let hash = zone_hash(&change.room().keys().hash, person, zone);
    let rows: Vec<Row> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT id, episode, lamport, side, sealed_body, recorded_at, made_by FROM statement WHERE episode = $1 AND \
         zone_hash = $2 ORDER BY lamport, side, id").bind(episode).bind(hash).fetch_all(on).await)
    .map_err(fault("reading statements"))?;
    let room = change.room();
    rows.into_iter().map(|row| opened(room, row)).collect()
}
