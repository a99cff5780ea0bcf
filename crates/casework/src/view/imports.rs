//! Imports: what has been delivered, how far each has come, and what there is to tell of one.

use access::{ReadAct, Target, WriteAct};
use domain::Day;
use exchange::{Format, Profile};
use jiff::Timestamp;
use room::imports;
pub use room::imports::State;
use room::jobs::runs;
pub use room::jobs::runs::Stands;
use uuid::Uuid;

use super::School;
use crate::names::Swedish;
use crate::verb::import::kept::{self, Named};
use crate::verb::import::told::Told;
use crate::verb::undo;
use crate::{Cx, Failure, Result, profiles};

/// Imports on the page.
const SHOWN: i64 = 50;

/// An import.
#[derive(Clone, Debug)]
pub struct Import {
    /// Its id.
    pub id: Uuid,
    /// How far it has come.
    pub state: State,
    /// Where it comes from: `upload`, `command`, `folder` or `ss12000`.
    pub source: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was over.
    pub ended_at: Option<Timestamp>,
    /// The day that its figures are of.
    pub as_of: Option<Day>,
    /// What there is to tell.
    pub told: Told,
    /// The version of the history that it made, if it changed anything: then it can be undone.
    pub version: Option<u64>,
    /// Its files, while the room keeps them.
    pub files: Vec<File>,
    /// How the job stands that somebody wants it undone by; told of one, not in a list.
    pub undoing: Option<Stands>,
    /// When the job that reads it was given up, if it was and the import is still to be read.
    pub given_up: Option<Timestamp>,
    /// Whether the reader may import; told of one, not in a list.
    pub may_import: bool,
}

/// A file that the room keeps until the import is over.
#[derive(Clone, Debug)]
pub struct File {
    /// Which of the import's files.
    pub place: i64,
    /// Its name.
    pub name: String,
    /// Bytes.
    pub bytes: u64,
    /// What it is, when somebody has said so.
    pub format: Option<Format>,
    /// How it is read, when somebody has said so or a saved profile fits.
    pub profile: Option<Profile>,
}

/// The page of imports.
#[derive(Clone, Debug)]
pub struct Page {
    /// The latest imports, the newest first.
    pub imports: Vec<Import>,
    /// The saved profiles, by name.
    pub profiles: Vec<(Uuid, Profile)>,
    /// Whether the reader may import.
    pub may_import: bool,
}

/// The latest imports.
///
/// # Errors
/// Denied. The room.
pub async fn list(cx: &Cx) -> Result<Page> {
    let permit = cx.access().decide(cx.actor(), ReadAct::SeeDataQuality, &Target::Room)?;
    let may_import = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room).is_ok();
    let mut reading = cx.room().reading(cx.now());
    let found = imports::latest(&mut reading, permit, SHOWN).await?;
    let mut imports = Vec::new();
    for it in found {
        let is_kept = matches!(it.state, State::Waiting | State::Queued | State::Held);
        let files = if is_kept { files(cx, it.id).await? } else { Vec::new() };
        imports.push(import(it, files)?);
    }
    let profiles = if may_import { profiles::all(cx.room()).await? } else { Vec::new() };
    Ok(reading.show(Page { imports, profiles, may_import }).await?)
}

/// One import, with its files.
///
/// # Errors
/// Denied: the actor may not, or there is no such import. The room.
pub async fn one(cx: &Cx, id: Uuid) -> Result<Import> {
    let permit = cx.access().decide(cx.actor(), ReadAct::SeeDataQuality, &Target::Room)?;
    let mut reading = cx.room().reading(cx.now());
    let found = imports::one(&mut reading, permit, id).await?.ok_or_else(|| Failure::denied("denied-import"))?;
    let mut import = import(found, files(cx, id).await?)?;
    import.may_import = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room).is_ok();
    match import.state {
        State::Queued => {
            if let Some(Stands::GivenUp(at)) = runs::latest_of(cx.room(), "import", Some(id)).await? {
                import.given_up = Some(at);
            }
        }
        State::Done if import.version.is_some() => {
            import.undoing = runs::latest_of(cx.room(), undo::JOB, Some(id)).await?;
        }
        _ => {}
    }
    Ok(reading.show(import).await?)
}

async fn files(cx: &Cx, id: Uuid) -> Result<Vec<File>> {
    let file = |file: imports::ImportFile| {
        let Named { name, profile, format } = Named::from_json(&file.detail)?;
        Ok(File { place: file.place, name, bytes: file.bytes, format, profile })
    };
    imports::files(cx.room(), id).await?.into_iter().map(file).collect()
}

/// The schools of the room, by name, for what a page of imports calls them.
///
/// # Errors
/// Denied. The room.
pub async fn schools(cx: &Cx) -> Result<Vec<School>> {
    drop(cx.access().decide(cx.actor(), ReadAct::SeeDataQuality, &Target::Room)?);
    let mut all: Vec<School> =
        room::units::all(cx.room()).await?.into_iter().map(|it| School { unit: it.id, name: it.name }).collect();
    let swedish = Swedish::new()?;
    all.sort_by(|a, b| swedish.compare(&a.name, &b.name).then(a.unit.cmp(&b.unit)));
    Ok(all)
}

fn import(it: imports::Import, files: Vec<File>) -> Result<Import> {
    Ok(Import {
        id: it.id,
        state: it.state,
        source: it.source,
        made_at: it.made_at,
        ended_at: it.ended_at,
        as_of: it.as_of,
        told: Told::from_json(&it.detail)?,
        version: it.version,
        files,
        undoing: None,
        given_up: None,
        may_import: false,
    })
}

/// A look at a file of a delivery that waits: its first rows, masked, and how it is understood.
#[derive(Clone, Debug)]
pub struct Look {
    /// The file's name.
    pub name: String,
    /// What it is.
    pub format: Format,
    /// The table, when it is one; nothing for formats that need no mapping.
    pub table: Option<exchange::look::Look>,
}

/// Looks at a file of an import, with the profile given, else its own, else a guess. Names and numbers are masked.
///
/// # Errors
/// Refused: the file cannot be read. Denied: the actor may not import, or there is no such file. The room; the disk.
pub async fn look(cx: &Cx, id: Uuid, place: i64, profile: Option<Profile>) -> Result<Look> {
    drop(cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?);
    let at = usize::try_from(place).unwrap_or(usize::MAX);
    let file = kept::files(cx, id).await?.into_iter().nth(at).ok_or_else(|| Failure::denied("denied-import"))?;
    let today = cx.today();
    crate::blocking::blocking(move || {
        let format = file.format()?;
        let profile = profile.or_else(|| file.profile.clone());
        let is_table = matches!(format, Format::Csv | Format::CanonicalCsv | Format::Xlsx);
        let table = is_table.then(|| {
            exchange::look::look(&mut file.source()?, format, profile.as_ref(), today.date()).map_err(Failure::from)
        });
        Ok(Look { name: file.name.clone(), format, table: table.transpose()? })
    })
    .await
}
