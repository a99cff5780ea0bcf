//! Profile: how a system's tables are read, told once and used by the browser, the command line and the jobs.

use access::{Target, WriteAct};
use exchange::Profile;
use text::{Arg, Message};
use uuid::Uuid;

use crate::secret::random;
use crate::{Cx, Failure, Refusal, Result, profiles};

/// The longest name, in characters.
const LONGEST_NAME: usize = 80;

/// Keeps a profile under its name; one with the same name is replaced.
///
/// # Errors
/// Refused: it has no name, or something is missing before a file can be read with it. Denied. The room.
pub async fn save(cx: &Cx, profile: &Profile) -> Result<Uuid> {
    let mut profile = profile.clone();
    profile.name = profile.name.trim().to_owned();
    let mut refusals: Vec<Refusal> = Vec::new();
    if profile.name.is_empty() || profile.name.chars().count() > LONGEST_NAME {
        refusals.push(Refusal::at("name", "profile-name"));
    }
    refusals.extend(exchange::profile::missing(&profile).into_iter().map(|message| Refusal { field: None, message }));
    if !refusals.is_empty() {
        return Err(Failure::Refused(refusals));
    }
    let same = profiles::all(cx.room()).await?.into_iter().find(|(_, it)| it.name == profile.name);
    let id = same.map_or_else(|| random::id(cx.now()), |(id, _)| Ok(id))?;
    let body = serde_json::to_vec(&profile)
        .map_err(|error| Failure::Fault { context: "a profile", source: Box::new(error) })?;
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    room::profiles::put(&mut change, permit, id, &cx.actor().to_string(), &body).await?;
    change.commit().await?;
    Ok(id)
}

/// Throws a profile away. Imports that were made with it are as they were.
///
/// # Errors
/// Denied: the actor may not, or there is no such profile. The room.
pub async fn delete(cx: &Cx, id: Uuid) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    if !room::profiles::delete(&mut change, permit, id).await? {
        return Err(Failure::denied("denied-import"));
    }
    Ok(change.commit().await?)
}

/// The profile with a name.
///
/// # Errors
/// Refused: there is none. Denied. The room.
pub async fn named(cx: &Cx, name: &str) -> Result<Profile> {
    drop(cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?);
    let found = profiles::all(cx.room()).await?.into_iter().find(|(_, it)| it.name == name);
    found.map(|(_, profile)| profile).ok_or_else(|| {
        let message = Message::new("profile-not-found").with("name", Arg::Text(name.to_owned()));
        Refusal { field: Some("profile"), message }.into()
    })
}
