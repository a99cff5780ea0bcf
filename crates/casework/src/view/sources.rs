//! Where attendance is fetched by itself: the sources of the room, and how they have been doing.

use std::collections::BTreeMap;

use access::{Target, WriteAct};
use jiff::Timestamp;
use room::jobs::recurring;
pub use room::jobs::recurring::Often;
use uuid::Uuid;

pub use crate::source::{After, Settings, SignIn, What};
use crate::{Cx, Result, profiles};

/// A source.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its id.
    pub id: Uuid,
    /// Its settings, without the secret.
    pub settings: Settings,
    /// Whether it has a secret. It is never shown.
    pub has_secret: bool,
    /// How often it is read.
    pub often: Often,
    /// Hours without anything new that are told to the administrator.
    pub expect: Option<u32>,
    /// When it is read next; `None` when it is paused.
    pub next: Option<Timestamp>,
    /// The last time that went well.
    pub ok: Option<Timestamp>,
    /// The last time that brought something.
    pub new: Option<Timestamp>,
}

/// Every source, the oldest first.
///
/// # Errors
/// Denied: the actor does not configure the room. The room.
pub async fn view(cx: &Cx) -> Result<Vec<Source>> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    let mut reading = cx.room().reading(cx.now());
    let found = room::sources::all(&mut reading, permit).await?;
    let jobs = recurring::all(cx.room()).await?;
    let mut all = Vec::new();
    for source in reading.show(found).await? {
        let Some(job) = jobs.iter().find(|job| job.id == source.id) else { continue };
        all.push(Source {
            id: source.id,
            settings: Settings::from_json(&source.settings)?,
            has_secret: source.has_secret,
            often: job.often,
            expect: job.expect.map(|seconds| seconds / 3600),
            next: job.enabled.then_some(job.next),
            ok: job.ok,
            new: job.new,
        });
    }
    Ok(all)
}

/// The saved profiles that a folder may name, by name.
///
/// # Errors
/// Denied: the actor does not configure the room. The room.
pub async fn profiles(cx: &Cx) -> Result<Vec<(Uuid, String)>> {
    drop(cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?);
    Ok(profiles::all(cx.room()).await?.into_iter().map(|(id, profile)| (id, profile.name)).collect())
}

/// What people call each source, for what is said of the jobs that read them.
pub(crate) async fn names(cx: &Cx) -> Result<BTreeMap<Uuid, String>> {
    Ok(view(cx).await?.into_iter().map(|source| (source.id, source.settings.name)).collect())
}
