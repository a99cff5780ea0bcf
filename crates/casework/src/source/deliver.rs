//! Handing over what a source brought: an import that is to be read, its files sealed, and what says that it was taken, in
//! one change. Before it nothing has happened, and after it nothing is forgotten.

use access::{Target, WriteAct};
use jiff::Timestamp;
use room::imports::{self, Draft, State};
use room::{jobs, sources};
use uuid::Uuid;

use crate::secret::random;
use crate::verb::import::{Delivered, Told, kept};
use crate::verb::upload;
use crate::{Cx, Result};

/// What is noted about a source when its delivery is handed over.
pub(crate) enum Note<'a> {
    /// A delivery with this digest has been taken.
    Taken(&'a [u8]),
    /// It has been read to there.
    ReadTo(&'a str, Timestamp),
}

/// Hands a delivery over: its import, and the job that reads it. Nothing of it is visible before that.
pub(crate) async fn deliver(cx: &Cx, source: Uuid, kind: &str, files: &[Delivered], note: Note<'_>) -> Result<Uuid> {
    let sealed = kept::sealed(cx, files).await?;
    let (id, job) = (random::id(cx.now())?, random::id(cx.now())?);
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let (by, detail) = (cx.actor().to_string(), Told::default().to_json()?);
    let mut change = cx.room().change(cx.now()).await?;
    let draft = Draft { id, state: State::Queued, source: kind, made_by: &by, detail: &detail };
    imports::begin(&mut change, permit, draft).await?;
    for file in &sealed {
        imports::add_file(&mut change, id, file).await?;
    }
    jobs::enqueue(&mut change, job, "import", &[id], cx.now()).await?;
    match note {
        Note::Taken(digest) => sources::taken(&mut change, source, digest).await?,
        Note::ReadTo(part, at) => sources::was_read_to(&mut change, source, part, at).await?,
    }
    change.commit().await?;
    Ok(id)
}

/// The files, each with the saved profile that fits its header: the one that the source names, or else any.
pub(crate) async fn fitted(cx: &Cx, files: &[Delivered], named: Option<Uuid>) -> Result<Vec<Delivered>> {
    let mut all = Vec::new();
    for file in files {
        let profile = upload::fitting(cx, file.clone(), named).await?;
        all.push(Delivered { profile, ..file.clone() });
    }
    Ok(all)
}
