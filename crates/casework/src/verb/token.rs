//! Tokens by which other systems read: made, and taken back.

use access::{Permit, Purpose, Target, UnitId, Write, WriteAct, Zone};
use domain::Day;
use room::tokens;
use uuid::Uuid;

use crate::secret::token;
use crate::{Cx, Failure, Refusal, Result, schools};

/// What every secret begins with, so that one that has gone astray is recognised.
const BEGINNING: &str = "slj_";
/// Days that a token can hold, at most: then somebody has to say again that it is needed.
const LONGEST: i32 = 366;
/// Characters of a name, and of what a token is for, at most.
const NAME: usize = 100;
const WORDS: usize = 500;

/// The zones that a token can be given: figures about pupils, and numbers about schools.
pub const ZONES: [Zone; 2] = [Zone::SchoolGeneral, Zone::Aggregate];

/// A token to be made.
#[derive(Clone)]
pub struct New {
    /// Id.
    pub id: Uuid,
    /// Who answers for it: a person's name.
    pub owner: String,
    /// What it is for, in words.
    pub what_for: String,
    /// What it reads for, as a code in the journal.
    pub purpose: Purpose,
    /// The zones that it reads in, of [`ZONES`].
    pub zones: Vec<Zone>,
    /// The schools; none is the whole room.
    pub units: Option<Vec<UnitId>>,
    /// The last day that it holds.
    pub ends: Option<Day>,
}

/// Makes a token, and gives its secret: it is shown now and never again.
///
/// # Errors
/// Refused: `owner` or `what_for` missing or too long, `zones` or `units` empty or not to be had, `ends` passed or more
/// than a year ahead. Denied. The room.
pub async fn make(cx: &Cx, new: New) -> Result<String> {
    let permit = permit(cx)?;
    let known = schools::of(cx, &cx.versions().await?).await?;
    let there = |units: &Vec<UnitId>| !units.is_empty() && units.iter().all(|unit| known.known(*unit).is_some());
    let ends = new.ends.filter(|day| (0..=LONGEST).contains(&day.0.saturating_sub(cx.today().0)));
    let zones = !new.zones.is_empty() && new.zones.iter().all(|zone| ZONES.contains(zone));
    let wrong: Vec<Refusal> = [
        line("owner", &new.owner, NAME, "token-owner"),
        line("what_for", &new.what_for, WORDS, "token-what-for"),
        (!zones).then(|| Refusal::at("zones", "token-zones")),
        (!new.units.as_ref().is_none_or(there)).then(|| Refusal::at("units", "token-units")),
        ends.is_none().then(|| Refusal::at("ends", "token-ends")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (Some(ends), true) = (ends, wrong.is_empty()) else { return Err(Failure::Refused(wrong)) };
    let secret = format!("{BEGINNING}{}", token::new()?);
    let row = tokens::New {
        id: new.id,
        secret: &secret,
        owner: new.owner.trim(),
        what_for: new.what_for.trim(),
        purpose: new.purpose,
        zones: &new.zones,
        units: new.units.as_deref(),
        ends,
    };
    let mut change = cx.room().change(cx.now()).await?;
    tokens::put(&mut change, permit, &row).await?;
    change.commit().await?;
    Ok(secret)
}

/// Takes a token back, at once.
///
/// # Errors
/// Refused: there is no such token. Denied. The room.
pub async fn revoke(cx: &Cx, id: Uuid) -> Result<()> {
    let permit = permit(cx)?;
    let mut change = cx.room().change(cx.now()).await?;
    tokens::revoke(&mut change, permit, id).await?;
    Ok(change.commit().await?)
}

fn permit(cx: &Cx) -> Result<Permit<Write>> {
    Ok(cx.access().decide(cx.actor(), WriteAct::ManageAccounts, &Target::Room)?)
}

fn line(field: &'static str, text: &str, longest: usize, code: &'static str) -> Option<Refusal> {
    let length = text.trim().chars().count();
    (length == 0 || length > longest).then(|| Refusal::at(field, code))
}
