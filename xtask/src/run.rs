//! Where the repository and the target directory are, and how other programs are run: without standard input, with
//! their output streamed, and with an error that names the command.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

/// The root of the repository: the folder above this crate.
pub(crate) fn root() -> Result<PathBuf, String> {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here).parent().map(Path::to_path_buf).ok_or_else(|| "xtask has no folder above it".to_string())
}

/// Cargo's target directory, which may be shared between clones.
pub(crate) fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir))
}

/// The Cargo that runs us, so that the same toolchain is used throughout.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command to its end with its output streamed. Errors: it could not start, or it failed.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    println!("$ {}", shown(command));
    let status = command.stdin(Stdio::null()).status().map_err(|error| format!("{}: {error}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", shown(command))) }
}

/// Runs a command and gives its standard output. Errors: it could not start, it failed, or it wrote no UTF-8.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let done = command.stdin(Stdio::null()).output().map_err(|error| format!("{}: {error}", shown(command)))?;
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        return Err(format!("{} failed ({}): {}", shown(command), done.status, said.trim()));
    }
    String::from_utf8(done.stdout).map_err(|_| format!("{} did not answer in UTF-8", shown(command)))
}

/// The command as one would type it: the program by its file name, then the arguments.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy();
    std::iter::once(name).chain(command.get_args().map(|arg| arg.to_string_lossy())).collect::<Vec<_>>().join(" ")
}

/// A time as people say it: `48 s`, `3 min 12 s`.
pub(crate) fn time(spent: Duration) -> String {
    let seconds = spent.as_secs();
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {:02} s", seconds / 60, seconds % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_aloud() {
        assert_eq!(time(Duration::from_millis(48_900)), "48 s");
        assert_eq!(time(Duration::from_secs(192)), "3 min 12 s");
    }

    #[test]
    fn a_failing_command_is_named() {
        let reason = run(cargo().arg("no-such-command").stderr(Stdio::null())).unwrap_err();
        assert!(reason.starts_with("cargo no-such-command failed"), "{reason}");
    }

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().unwrap().join("Cargo.lock").is_file());
    }
}
