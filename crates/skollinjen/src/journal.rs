//! `skollinjen journal …`: checks that nothing in a room's journal was changed or taken away.

use std::path::PathBuf;

use ::room::journal::{Anchor, Break, Chain, verify};
use clap::Subcommand;
use text::{Arg, Language, Message};

use crate::config::{self, Config};
use crate::operator::wait;
use crate::say::{refusal, say};

/// The commands on the journal.
#[derive(Subcommand)]
pub enum Command {
    /// Checks the whole chain, and prints its last hash to note outside the room.
    Verify {
        /// The room's slug.
        #[arg(long, value_name = "SLUG")]
        room: String,
        /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
        #[arg(long, value_name = "FOLDER")]
        data: Option<PathBuf>,
    },
}

/// Runs a command.
pub fn run(command: &Command, language: Language) -> anyhow::Result<()> {
    let Command::Verify { room, data } = command;
    let config = Config::load(&config::folder(data.as_deref()))?;
    // The chain is checked without opening what it says of anyone, so the room asks for no permit and journals nothing.
    let chain = wait(async {
        let room = config.open(room).await?;
        let chain = verify(&room, None).await?;
        room.close().await;
        Ok(chain)
    })?;
    match chain {
        Chain::Whole(anchor) => {
            say(&whole(anchor), language);
            Ok(())
        }
        Chain::Broken { seq, why } => {
            let code = match why {
                Break::Missing => "journal-broken-missing",
                Break::Changed => "journal-broken-changed",
                Break::NotTheAnchor => "journal-broken-anchor",
            };
            Err(refusal(Message::new(code).with("entry", number(seq))))
        }
    }
}

fn whole(anchor: Anchor) -> Message {
    let hash: String = anchor.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    Message::new("journal-whole").with("entries", number(anchor.seq)).with("hash", Arg::Text(hash))
}

fn number(seq: u64) -> Arg {
    Arg::Count(i64::try_from(seq).unwrap_or(i64::MAX))
}
