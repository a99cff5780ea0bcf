//! The tokens of the room, for the administrator.

use access::{Purpose, Target, WriteAct, Zone};
use domain::Day;
use uuid::Uuid;

use super::School;
use crate::steps::when::day_of;
use crate::{Cx, Result, schools};

/// The tokens.
#[derive(Clone, Debug)]
pub struct Tokens {
    /// Every token, the newest first.
    pub tokens: Vec<Token>,
    /// The schools of the room.
    pub schools: Vec<School>,
}

/// A token. Nobody but its owner knows its secret.
#[derive(Clone, Debug)]
pub struct Token {
    /// Id.
    pub id: Uuid,
    /// Who answers for it.
    pub owner: String,
    /// What it is for, in words.
    pub what_for: String,
    /// What it reads for.
    pub purpose: Purpose,
    /// The zones that it reads in.
    pub zones: Vec<Zone>,
    /// The schools; none is the whole room.
    pub schools: Option<Vec<School>>,
    /// The day that it was made.
    pub made: Day,
    /// The last day that it holds.
    pub ends: Day,
    /// How it is today.
    pub state: State,
    /// The last day that somebody read by it.
    pub used: Option<Day>,
}

/// How a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It holds.
    Holds,
    /// Its last day has passed.
    Ended,
    /// Somebody has taken it back.
    Revoked,
}

/// The tokens.
///
/// # Errors
/// Denied: the actor does not manage accounts. The room.
pub async fn view(cx: &Cx) -> Result<Tokens> {
    let permit = cx.access().decide(cx.actor(), WriteAct::ManageAccounts, &Target::Room)?;
    let schools = schools::of(cx, &cx.versions().await?).await?;
    let mut reading = cx.room().reading(cx.now());
    let all = room::tokens::list(&mut reading, permit).await?;
    let token = |it: room::tokens::Token| Token {
        id: it.id,
        owner: it.owner,
        what_for: it.what_for,
        purpose: it.purpose,
        zones: it.zones,
        schools: it.units.map(|units| units.into_iter().map(|unit| schools.school(unit)).collect()),
        made: day_of(it.made),
        ends: it.ends,
        state: match it.revoked {
            Some(_) => State::Revoked,
            None if it.ends < cx.today() => State::Ended,
            None => State::Holds,
        },
        used: it.used,
    };
    let tokens = Tokens { tokens: all.into_iter().map(token).collect(), schools: schools.all() };
    Ok(reading.show(tokens).await?)
}
