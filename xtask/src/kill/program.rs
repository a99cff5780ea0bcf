//! The program under test, as a person would call it.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, SystemTime},
};

use crate::run;

/// The window that every data set replaces: the whole school year.
const WINDOW: [&str; 4] = ["--from", "2025-08-01", "--to", "2026-06-30"];

/// The executable of the dev profile.
pub(super) struct Program(PathBuf);

/// When an import is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// So long after its start.
    After(Duration),
    /// As soon as the manifest is seen to be another: files that must go may still lie there.
    Committed,
}

/// How often the manifest is looked at.
const LOOK: Duration = Duration::from_micros(100);

/// How an import ended that was to be killed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It was killed.
    Killed,
    /// It was ready before.
    Finished,
}

impl Program {
    /// Builds the program.
    pub(super) fn build(root: &Path) -> Result<Program, String> {
        run::run(run::cargo().current_dir(root).args(["build", "--workspace"]))?;
        let name = format!("skollinjen{}", std::env::consts::EXE_SUFFIX);
        Ok(Program(run::target(root).join("debug").join(name)))
    }

    /// A command, in English.
    pub(super) fn say(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.0);
        command.args(["--language", "en"]).args(words);
        command
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = self.say(&["absence"]);
        command.args(words);
        command
    }

    /// Makes a city as known on a day.
    pub(super) fn synth(&self, pupils: u32, seed: u64, as_of: &str, form: &str, out: &Path) -> Result<(), String> {
        let mut synth = self.command(&["synth", "--as-of", as_of, "--format", form]);
        synth.args(["--pupils", &pupils.to_string(), "--seed", &seed.to_string()]).arg("--out").arg(out);
        run::output(&mut synth).map(drop)
    }

    fn import(&self, files: &[PathBuf; 2], history: &Path) -> Command {
        let mut import = self.command(&["import", "--confirm"]);
        import.args(WINDOW).args(files).arg("--history").arg(history);
        import
    }

    /// Imports to the end.
    pub(super) fn import_whole(&self, files: &[PathBuf; 2], history: &Path) -> Result<(), String> {
        run::output(&mut self.import(files, history)).map(drop)
    }

    /// Starts an import and kills it. Errors: it ended by itself, and not well.
    pub(super) fn import_killed(&self, files: &[PathBuf; 2], history: &Path, when: When) -> Result<End, String> {
        let manifest = history.join("manifest.json");
        let before = changed(&manifest);
        killed(&mut self.import(files, history), |child| match when {
            When::After(time) => thread::sleep(time),
            When::Committed => {
                while changed(&manifest) == before && matches!(child.try_wait(), Ok(None)) {
                    thread::sleep(LOOK);
                }
            }
        })
    }

    /// Verifies a history and gives its fingerprint.
    pub(super) fn verify(&self, history: &Path) -> Result<String, String> {
        let said = run::output(self.command(&["history", "verify", "--history"]).arg(history))?;
        fingerprint(&said).ok_or_else(|| format!("history verify gave no fingerprint: {said}"))
    }

    /// Sweeps a history.
    pub(super) fn sweep(&self, history: &Path) -> Result<(), String> {
        run::output(self.command(&["history", "sweep", "--history"]).arg(history)).map(drop)
    }
}

/// Starts an import, waits, and kills it. Errors: it ended by itself, and not well.
pub(super) fn killed(import: &mut Command, wait: impl FnOnce(&mut Child)) -> Result<End, String> {
    import.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = import.spawn().map_err(|error| format!("the import does not start: {error}"))?;
    wait(&mut child);
    child.kill().map_err(|error| format!("the import cannot be killed: {error}"))?;
    let ended = child.wait_with_output().map_err(|error| format!("the import is lost: {error}"))?;
    match ended.status.code() {
        None => Ok(End::Killed),
        Some(0) => Ok(End::Finished),
        Some(code) => Err(format!("the import failed ({code}): {}", String::from_utf8_lossy(&ended.stderr).trim())),
    }
}

/// When a file last changed; nothing while there is none.
fn changed(file: &Path) -> Option<SystemTime> {
    std::fs::metadata(file).and_then(|it| it.modified()).ok()
}

/// The word that is a SHA-256 in hexadecimal.
fn fingerprint(said: &str) -> Option<String> {
    let is_hash = |word: &&str| word.len() == 64 && word.chars().all(|c| c.is_ascii_hexdigit());
    said.split_whitespace().find(is_hash).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_found_in_any_sentence() {
        let hash = "0781ca61e05236838ccc652644f8c5435a37143613a417696870d3768a6e200b";
        assert_eq!(fingerprint(&format!("Version 1: 2 files. Fingerprint {hash}\n")).as_deref(), Some(hash));
        assert_eq!(fingerprint("Version 1: 2 files. Fingerprint 0781ca61"), None);
    }
}
