//! Sources: made, changed, paused, tried, and read now.

use std::path::Path;

use access::{Target, WriteAct};
use room::jobs::recurring::{self, Often, Recurring};
use room::sources;
use text::Message;
use uuid::Uuid;

use crate::blocking::blocking;
use crate::job::{self, Stopped};
use crate::secret::random;
use crate::source::{Settings, SignIn, What, folder, service, settings::After, spool, take};
use crate::{Cx, Failure, Refusal, Result, profiles};

/// A source to be kept.
#[derive(Clone)]
pub struct Save {
    /// Its id; a fresh one makes a new source.
    pub id: Uuid,
    /// Its settings.
    pub settings: Settings,
    /// Its token or secret; without one, that before stays.
    pub secret: Option<String>,
    /// How often it is read.
    pub often: Often,
    /// So many hours without anything new are told to the administrator.
    pub expect: Option<u32>,
}

/// Characters of a name or an address, at most.
const LONGEST: usize = 500;

/// Keeps a source, and the recurring job that reads it.
///
/// # Errors
/// Refused: what is missing or wrong, by field. Denied. The room.
pub async fn save(cx: &Cx, save: Save) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    let before = one(cx, save.id).await?;
    let mut wrong = wrong(&save);
    if let What::Folder { path, .. } = &save.settings.what
        && let Err(error) = look(path).await?
    {
        wrong.push(error);
    }
    if let What::Folder { profile: Some(profile), .. } = &save.settings.what
        && profiles::all(cx.room()).await?.iter().all(|(id, _)| id != profile)
    {
        wrong.push(Refusal::at("profile", "source-profile-unknown"));
    }
    if save.secret.is_none() && matches!(save.settings.what, What::Ss12000 { .. }) {
        // The one that is kept is for where it was written for: nobody has it sent elsewhere by changing an address.
        match &before {
            Some((settings, true)) if addresses(settings) == addresses(&save.settings) => {}
            Some((_, true)) => wrong.push(Refusal::at("secret", "source-secret-anew")),
            _ => wrong.push(Refusal::at("secret", "source-secret-missing")),
        }
    }
    if !wrong.is_empty() {
        return Err(Failure::Refused(wrong));
    }
    let kind = save.settings.kind();
    let json = save.settings.to_json()?;
    let known = recurring::all(cx.room()).await?.into_iter().find(|it| it.id == save.id);
    let mut change = cx.room().change(cx.now()).await?;
    sources::put(&mut change, permit, (save.id, kind), &json, save.secret.as_ref().map(|it| it.as_bytes())).await?;
    let next = match save.often {
        Often::Every(_) => cx.now(),
        Often::Daily(_) => job::next(save.often, cx.now(), cx.now())?,
    };
    let job = Recurring {
        id: save.id,
        kind: kind.to_owned(),
        args: vec![save.id],
        often: save.often,
        enabled: known.as_ref().is_none_or(|it| it.enabled),
        next,
        since: known.map_or(cx.now(), |it| it.since),
        ok: None,
        new: None,
        expect: save.expect.map(|hours| hours.saturating_mul(3600)),
    };
    recurring::put(&mut change, &job).await?;
    Ok(change.commit().await?)
}

/// Pauses a source, or lets it go on.
///
/// # Errors
/// Denied, also when there is none such. The room.
pub async fn enable(cx: &Cx, id: Uuid, enabled: bool) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    let mut job = job_of(cx, id).await?;
    job.enabled = enabled;
    job.next = job::next(job.often, cx.now(), cx.now())?;
    job.since = cx.now();
    let mut change = cx.room().change(cx.now()).await?;
    recurring::put(&mut change, &job).await?;
    room::jobs::configured(&mut change, permit, id, if enabled { "resumed" } else { "paused" })?;
    Ok(change.commit().await?)
}

/// Takes a source away, with its secret. What it has brought stays.
///
/// # Errors
/// Denied, also when there is none such. The room.
pub async fn remove(cx: &Cx, id: Uuid) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    job_of(cx, id).await?;
    let mut change = cx.room().change(cx.now()).await?;
    sources::remove(&mut change, permit, id).await?;
    change.commit().await?;
    spool::forget(cx, id).await
}

/// Reads a source now, and not only when it is due.
///
/// # Errors
/// Denied, also when there is none such. The room.
pub async fn read_now(cx: &Cx, id: Uuid) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    let mut job = job_of(cx, id).await?;
    let mut change = cx.room().change(cx.now()).await?;
    job.next = cx.now();
    recurring::put(&mut change, &job).await?;
    recurring::ask(&mut change, &job, random::id(cx.now())?, job::next(job.often, cx.now(), cx.now())?).await?;
    room::jobs::configured(&mut change, permit, id, "read now")?;
    Ok(change.commit().await?)
}

/// Tries whether a source can be reached, and says what is there. Nothing is taken.
///
/// # Errors
/// Refused: it cannot be reached, and why. Denied, also when there is none such. The room.
pub async fn try_out(cx: &Cx, id: Uuid) -> Result<Vec<Message>> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    let mut reading = cx.room().reading(cx.now());
    let found = sources::with_secret(&mut reading, permit, id).await?;
    let Some((source, secret)) = reading.show(found).await? else { return Err(Failure::denied("denied-settings")) };
    let settings = Settings::from_json(&source.settings)?;
    let secret = secret.map(|secret| String::from_utf8_lossy(&secret).into_owned());
    let said = match &settings.what {
        What::Folder { path, settle, marker, .. } => folder_holds(cx, path, *settle, *marker).await,
        What::Ss12000 { .. } => service::try_out(cx, settings, secret).await,
    };
    said.map_err(|stopped| match stopped {
        Stopped::Later(message) => Failure::Refused(vec![Refusal { field: None, message }]),
        Stopped::Failed(failure) => failure,
    })
}

async fn folder_holds(cx: &Cx, path: &Path, settle: u32, marker: bool) -> std::result::Result<Vec<Message>, Stopped> {
    let (path, now) = (path.to_path_buf(), cx.now());
    let held = blocking(move || {
        let mut seen = folder::Seen::new();
        Ok(take::meant(&path).and_then(|()| folder::look(&path, settle, marker, &mut seen, now)))
    })
    .await?
    .map_err(take::closed)?;
    let code = match held {
        folder::Held::Nothing => "source-try-empty",
        folder::Held::Unfinished | folder::Held::Whole(..) => "source-try-files",
    };
    Ok(vec![Message::new(code)])
}

/// Whether a folder can be watched: what stands in the way otherwise.
async fn look(path: &Path) -> Result<std::result::Result<(), Refusal>> {
    if !path.is_absolute() {
        return Ok(Err(Refusal::at("path", "source-path-relative")));
    }
    let path = path.to_path_buf();
    let meant = blocking(move || Ok(take::meant(&path))).await?;
    Ok(meant.map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidInput => Refusal::at("path", "source-folder-unmarked"),
        std::io::ErrorKind::PermissionDenied => Refusal::at("path", "source-folder-closed"),
        _ => Refusal::at("path", "source-folder-missing"),
    }))
}

/// What is missing or wrong in itself.
fn wrong(save: &Save) -> Vec<Refusal> {
    let mut wrong = Vec::new();
    let name = save.settings.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST {
        wrong.push(Refusal::at("name", "source-name-missing"));
    }
    match &save.settings.what {
        What::Folder { after: After::Keep | After::Delete, .. } => {}
        What::Ss12000 { base, lessons, sums, sign_in, weeks } => {
            let mut address = |field, address: &str| {
                if address.len() > LONGEST || !exchange::client::may_be_asked(address) {
                    wrong.push(Refusal::at(field, "source-address-odd"));
                }
            };
            address("base", base);
            lessons.iter().for_each(|it| address("lessons", it));
            sums.iter().for_each(|it| address("sums", it));
            if let SignIn::Client { address: token, id, .. } = sign_in {
                address("token_address", token);
                if id.trim().is_empty() {
                    wrong.push(Refusal::at("client", "source-client-missing"));
                }
            }
            if !(1..=60).contains(weeks) {
                wrong.push(Refusal::at("weeks", "source-weeks-odd"));
            }
        }
    }
    wrong
}

/// Everywhere that a secret is sent.
fn addresses(settings: &Settings) -> Vec<&str> {
    match &settings.what {
        What::Folder { .. } => Vec::new(),
        What::Ss12000 { base, lessons, sums, sign_in, .. } => {
            let token = match sign_in {
                SignIn::Token => None,
                SignIn::Client { address, .. } => Some(address.as_str()),
            };
            [Some(base.as_str()), lessons.as_deref(), sums.as_deref(), token]
                .into_iter()
                .map(Option::unwrap_or_default)
                .collect()
        }
    }
}

/// A source as it is, and whether it has a secret.
async fn one(cx: &Cx, id: Uuid) -> Result<Option<(Settings, bool)>> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    let mut reading = cx.room().reading(cx.now());
    let all = sources::all(&mut reading, permit).await?;
    let all = reading.show(all).await?;
    let Some(source) = all.into_iter().find(|source| source.id == id) else { return Ok(None) };
    Ok(Some((Settings::from_json(&source.settings)?, source.has_secret)))
}

async fn job_of(cx: &Cx, id: Uuid) -> Result<Recurring> {
    let found = recurring::all(cx.room()).await?.into_iter().find(|it| it.id == id && it.args == [id]);
    found.ok_or_else(|| Failure::denied("denied-settings"))
}
