//! `--pack` and `--preset`: the method that a command follows.

use std::path::PathBuf;

use anyhow::bail;
use domain::Day;
use pack::{Pack, Thresholds};
use text::{Arg, Message};

/// Which method pack, and which municipality's thresholds in it.
#[derive(clap::Args)]
pub struct MethodArgs {
    /// Folder with own files of the method pack; the built-in ones hold where it has none.
    #[arg(long, value_name = "FOLDER")]
    pack: Option<PathBuf>,
    /// Use a preset's thresholds, see `skollinjen pack presets`.
    #[arg(long, value_name = "ID")]
    preset: Option<String>,
}

impl MethodArgs {
    /// The pack, and the thresholds that hold on a day.
    pub fn load(&self, day: Day) -> anyhow::Result<(Pack, Thresholds)> {
        let pack = match &self.pack {
            Some(folder) => Pack::with_overrides(folder)?,
            None => Pack::embedded()?,
        };
        let thresholds = match &self.preset {
            None => pack.thresholds_on(day)?.clone(),
            Some(id) => match pack.preset(id) {
                Some(preset) => pack.thresholds_with(preset, day)?,
                None => bail!(absence::Failure::Refused(unknown(&pack, id))),
            },
        };
        Ok((pack, thresholds))
    }
}

fn unknown(pack: &Pack, id: &str) -> Message {
    let known: Vec<&str> = pack.presets().iter().map(|preset| preset.id.as_str()).collect();
    let message = Message::new("preset-unknown").with("preset", Arg::Text(id.to_owned()));
    message.with("known", Arg::Text(known.join(", ")))
}
