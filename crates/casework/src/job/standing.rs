//! The recurring jobs that every room has, and asking for a recurring job before its time.

use jiff::Timestamp;
use room::jobs::recurring::{self, Often, Recurring};
use uuid::Uuid;

use super::{Worker, next};
use crate::{Cx, Office, Result};

/// Id, kind, and minute of the day: at night, when nobody waits for a page.
const STANDING: &[(Uuid, &str, u16)] =
    &[(Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001), "sweep", 3 * 60 + 15)];

/// Gives a room the jobs that every room has, where they are missing.
///
/// # Errors
/// The room.
pub async fn standing(office: &Office, now: Timestamp) -> Result<()> {
    let there = recurring::all(office.room()).await?;
    for (id, kind, minute) in STANDING.iter().filter(|(id, ..)| there.iter().all(|it| it.id != *id)) {
        let often = Often::Daily(*minute);
        let mut change = office.room().change(now).await?;
        let next = next(often, now, now)?;
        let job = Recurring {
            id: *id,
            kind: (*kind).to_owned(),
            args: Vec::new(),
            often,
            enabled: true,
            next,
            since: now,
            ok: None,
            new: None,
            expect: None,
        };
        recurring::put(&mut change, &job).await?;
        change.commit().await?;
    }
    Ok(())
}

/// Carrying letters, and how often they are looked for, in seconds.
const DOOR: Uuid = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0002);
const DOOR_EACH: u32 = 60;

/// Lets a room that is paired look for letters to carry, in the transaction of the pairing.
pub(crate) async fn carrying(change: &mut room::Change<'_>, cx: &Cx) -> Result<()> {
    if recurring::all(cx.room()).await?.iter().any(|it| it.id == DOOR) {
        return Ok(());
    }
    let job = Recurring {
        id: DOOR,
        kind: "door".to_owned(),
        args: Vec::new(),
        often: Often::Every(DOOR_EACH),
        enabled: true,
        next: cx.now(),
        since: cx.now(),
        ok: None,
        new: None,
        expect: None,
    };
    Ok(recurring::put(change, &job).await?)
}

/// The nightly backup.
const BACKUP: Uuid = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0009);
/// When, in minutes after midnight, and after how many seconds without one the administrator is told.
const BACKUP_AT: u16 = 2 * 60 + 30;
const BACKUP_EXPECTED: u32 = 36 * 60 * 60;

/// Lets a room be backed up every night, or no longer.
///
/// # Errors
/// The room.
pub async fn nightly_backup(office: &Office, wanted: bool, now: Timestamp) -> Result<()> {
    let there = recurring::all(office.room()).await?.into_iter().find(|it| it.id == BACKUP);
    if there.as_ref().is_some_and(|it| it.enabled) == wanted {
        return Ok(());
    }
    let often = Often::Daily(BACKUP_AT);
    let job = Recurring {
        id: BACKUP,
        kind: "backup".to_owned(),
        args: Vec::new(),
        often,
        enabled: wanted,
        next: next(often, now, now)?,
        since: now,
        ok: None,
        new: None,
        expect: Some(BACKUP_EXPECTED),
    };
    let mut change = office.room().change(now).await?;
    recurring::put(&mut change, &job).await?;
    Ok(change.commit().await?)
}

/// Asks for the recurring jobs of a kind now, whether they are due or not: how many were asked for.
///
/// # Errors
/// The room.
pub async fn asked(worker: &Worker, kind: &str) -> Result<usize> {
    let room = worker.office.room();
    let (now, _) = (worker.clock)();
    let mut count = 0;
    for mut job in recurring::all(room).await?.into_iter().filter(|it| it.enabled && it.kind == kind) {
        let mut change = room.change(now).await?;
        job.next = now;
        recurring::put(&mut change, &job).await?;
        if recurring::ask(&mut change, &job, (worker.new_id)(), next(job.often, now, now)?).await? {
            change.commit().await?;
            count += 1;
        }
    }
    Ok(count)
}
