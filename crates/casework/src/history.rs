//! The attendance history of a room: files in a folder, and the manifest that the room keeps.

use std::path::Path;
use std::sync::Arc;

use absence::history::manifest::{Entry, Import, Loose};
use absence::history::{History, Manifest, Slot};
use room::{Room, Versions, attendance};

use crate::{Cx, Failure, Result};

/// The history of the room. Its manifest is read where it stands, from a thread that may wait.
pub(crate) fn of(cx: &Cx) -> Result<History> {
    at(cx.room(), cx.attendance())
}

/// The history of a room in a folder.
pub(crate) fn at(room: &Room, folder: &Path) -> Result<History> {
    let (room, runtime) = (room.clone(), tokio::runtime::Handle::current());
    let read = move || runtime.block_on(manifest(&room)).map_err(into_absence);
    Ok(History::given(folder, read)?)
}

/// The manifest as it is now.
pub(crate) async fn manifest(room: &Room) -> Result<Manifest> {
    Ok(from_room(attendance::load(room).await?))
}

/// The manifest as it is now. That of a city has a thousand rows, so it is read once in each version.
pub(crate) async fn kept(cx: &Cx, now: &Versions) -> Result<Arc<Manifest>> {
    cx.kept().manifest.of(&now.attendance, (), manifest(cx.room())).await
}

fn into_absence(failure: Failure) -> absence::Failure {
    absence::Failure::Fault { context: "reading the manifest".to_owned(), source: Box::new(failure) }
}

fn from_room(of: attendance::Manifest) -> Manifest {
    let slot = |slot: attendance::Slot| Slot { school_year: slot.school_year, school: slot.school };
    let file = |it: attendance::File| Entry {
        slot: slot(it.slot),
        content: it.content,
        rows: it.rows,
        from: it.from,
        to: it.to,
    };
    let import = |it: attendance::Import| Import {
        version: it.version,
        day: it.day,
        slot: slot(it.slot),
        from: it.from,
        to: it.to,
        rows: it.rows,
        before: it.before,
        settled: it.settled,
    };
    let loose = |it: attendance::Loose| Loose {
        slot: slot(it.slot),
        content: it.content,
        since: it.since,
        at_once: it.at_once,
    };
    Manifest {
        version: of.version,
        files: of.files.into_iter().map(file).collect(),
        imports: of.imports.into_iter().map(import).collect(),
        loose: of.loose.into_iter().map(loose).collect(),
        ..Manifest::default()
    }
}

/// The manifest as the room keeps it.
pub(crate) fn to_room(of: &Manifest) -> attendance::Manifest {
    let slot = |slot: Slot| attendance::Slot { school_year: slot.school_year, school: slot.school };
    let file = |it: &Entry| attendance::File {
        slot: slot(it.slot),
        content: it.content.clone(),
        rows: it.rows,
        from: it.from,
        to: it.to,
    };
    let import = |it: &Import| attendance::Import {
        version: it.version,
        day: it.day,
        slot: slot(it.slot),
        from: it.from,
        to: it.to,
        rows: it.rows,
        before: it.before.clone(),
        settled: it.settled,
    };
    let loose = |it: &Loose| attendance::Loose {
        slot: slot(it.slot),
        content: it.content.clone(),
        since: it.since,
        at_once: it.at_once,
    };
    attendance::Manifest {
        version: of.version,
        files: of.files.iter().map(file).collect(),
        imports: of.imports.iter().map(import).collect(),
        loose: of.loose.iter().map(loose).collect(),
    }
}
