//! `skollinjen room verify`: that what a room holds is whole, and a fingerprint to compare with.

use std::path::PathBuf;

use casework::view::whole::{Checked, Doubt, view};
use text::{Arg, Language, Message};

use crate::config::{self, Config};
use crate::office;
use crate::operator::wait;
use crate::say::{refusal, say};

/// Which room.
#[derive(clap::Args)]
pub struct Args {
    /// The room's slug.
    #[arg(long, value_name = "SLUG")]
    room: String,
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// Checks the journal, the attendance files, the results and the marks.
pub(super) fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    let config = Config::load(&config::folder(args.data.as_deref()))?;
    let checked = wait(async {
        let office = office::open(&config, &args.room).await?;
        let checked = view(&office).await;
        office.room().clone().close().await;
        Ok(checked?)
    })?;
    if let Some(doubt) = checked.doubts.first() {
        let code = match doubt {
            Doubt::Journal => "verify-journal",
            Doubt::Results => "verify-results",
            Doubt::Marks => "verify-marks",
        };
        return Err(refusal(Message::new(code)));
    }
    say(&whole(&checked), language);
    Ok(())
}

fn whole(checked: &Checked) -> Message {
    let count = Arg::Count;
    Message::new("verify-whole")
        .with("pupils", count(checked.whole.people))
        .with("statements", count(checked.whole.statements))
        .with("entries", count(checked.entries))
        .with("files", count(checked.files))
        .with("rows", count(checked.rows))
        .with("leftovers", count(checked.whole.leftovers))
        .with("results", hex(&checked.whole.results))
        .with("roster", hex(&checked.whole.roster))
}

fn hex(hash: &[u8]) -> Arg {
    Arg::Text(hash.iter().map(|byte| format!("{byte:02x}")).collect())
}
