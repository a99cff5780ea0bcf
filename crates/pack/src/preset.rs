//! Presets: local routines found in Sweden, as far as our figures can express them, and honest about the rest.

use serde::Deserialize;

use crate::words::Words;

/// A local routine.
#[derive(Clone, Debug, PartialEq)]
pub struct Preset {
    /// The name that files and commands use.
    pub id: String,
    /// The name that people see.
    pub name: Words,
    /// Where the routine is described.
    pub source: Words,
    /// The routine as it is: what leads to what.
    pub ladder: Vec<Step>,
    /// The parts of the ladder that our signals do not measure.
    pub not_covered: Vec<Words>,
    pub(crate) file: String,
    pub(crate) thresholds: toml::Table,
}

impl Preset {
    /// The thresholds that the preset sets, as `s01.notify_percent`; none when the routine cannot be told in them.
    pub fn sets(&self) -> Vec<String> {
        let signals = self.thresholds.iter().filter_map(|(signal, values)| Some((signal, values.as_table()?)));
        signals.flat_map(|(signal, values)| values.keys().map(move |key| format!("{signal}.{key}"))).collect()
    }
}

/// One step of a ladder.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What has happened.
    pub trigger: Words,
    /// What the school then does.
    pub action: Words,
}
