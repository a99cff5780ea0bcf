//! `skollinjen room list`: the map of rooms, and for a room that does not open, why.

use std::path::Path;

use text::{Language, Message};

use crate::config::{self, Config, Entry, about};
use crate::operator::wait;
use crate::say::{self, line};

/// Shows every room. One that does not open is shown too, so that the others can be seen.
pub(super) fn run(data: Option<&Path>, language: Language) -> anyhow::Result<()> {
    let config = Config::load(&config::folder(data))?;
    if config.rooms().next().is_none() {
        say::say(&about("room-list-none", &config.path()), language);
        return Ok(());
    }
    let widest = config.rooms().map(|(slug, _)| slug.len()).max().unwrap_or(0);
    for (slug, entry) in config.rooms() {
        let name = wait(async {
            let room = config.open(slug).await?;
            let name = room.name().to_owned();
            room.close().await;
            Ok(name)
        });
        let database = Entry::database_kind(&config.database(slug, entry));
        let closed = || text::render(&Message::new("room-list-closed"), language);
        let shown = name.as_ref().map_or_else(|_| closed(), Clone::clone);
        line(&format!("{slug:widest$}  {:6}  {database:10}  {shown}", entry.kind));
        if let Err(reason) = name {
            line(&format!("    {}", say::error(&reason, language)));
        }
    }
    Ok(())
}
