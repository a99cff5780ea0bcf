//! Opens a room of the map for work: with its policies, its method pack and its attendance history.

use std::sync::{Arc, LazyLock};

use access::Access;
use anyhow::Context;
use casework::Office;
use pack::Pack;

use crate::config::Config;

/// The policies and the method pack.
type Rules = (Arc<Access>, Arc<Pack>);

/// They are the same for every room of the process.
static RULES: LazyLock<Result<Rules, String>> = LazyLock::new(|| {
    let access = Access::new().map_err(|problem| problem.to_string())?;
    let pack = Pack::embedded().map_err(|problem| problem.to_string())?;
    Ok((Arc::new(access), Arc::new(pack)))
});

/// Opens a room.
pub async fn open(config: &Config, slug: &str) -> anyhow::Result<Office> {
    let room = config.open(slug).await?;
    let entry = config.entry(slug).context("a room that was opened is on the map")?;
    let (access, pack) = RULES.as_ref().map_err(|problem| anyhow::anyhow!("{problem}"))?;
    Ok(Office::new(room, Arc::clone(access), Arc::clone(pack), config.folder().join(&entry.attendance)))
}
