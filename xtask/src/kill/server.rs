//! A server with the demo, started and killed.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::{forms, http::ask, program::Program};

/// The room of the demo that is written in.
pub(super) const ROOM: &str = "utbildning";

/// Two schools.
const PUPILS: &str = "300";
/// How long the server may take to start, also when it must make the demo first.
const START: Duration = Duration::from_secs(60);

/// A running server.
pub(super) struct Server {
    child: Child,
    pub(super) port: u16,
}

impl Server {
    /// Starts the demo in a folder, and waits until it listens. What it says is added to files beside the folder.
    pub(super) fn start(program: &Program, data: &Path) -> Result<Server, String> {
        let said = log(data, "said");
        let wrong = |error| format!("the server does not start: {error}");
        let mut command = program.say(&["demo", "--port", "0", "--pupils", PUPILS, "--data"]);
        let errors = File::options().create(true).append(true).open(log(data, "errors")).map_err(wrong)?;
        command.arg(data).stdin(Stdio::null()).stdout(File::create(&said).map_err(wrong)?).stderr(errors);
        let mut server = Server { child: command.spawn().map_err(wrong)?, port: 0 };
        let began = Instant::now();
        while began.elapsed() < START {
            let text = fs::read_to_string(&said).unwrap_or_default();
            if let Some(port) = port(&text) {
                server.port = port;
                return Ok(server);
            }
            if let Ok(Some(status)) = server.child.try_wait() {
                let errors = fs::read_to_string(log(data, "errors")).unwrap_or_default();
                return Err(format!("the server ended ({status}): {}", errors.trim()));
            }
            thread::sleep(Duration::from_millis(5));
        }
        Err(format!("the server does not listen after {} s", START.as_secs()))
    }

    /// Chooses whom to be; the cookie.
    pub(super) fn sign_in(&self, name: &str) -> Result<String, String> {
        let failed = |error| format!("signing in: {error}");
        let chooser = ask(self.port, "/", "", None).map_err(failed)?.body;
        let (before, _) = chooser.split_once(name).ok_or("the role chooser has another cast")?;
        let person = forms::values_after(before, "name=\"person\" value=\"").pop().ok_or("nobody to choose")?;
        let chosen = ask(self.port, "/demo", "", Some(&forms::body(&[("rum", ROOM), ("person", person)])));
        chosen.map_err(failed)?.cookie.ok_or_else(|| "signing in gave no cookie".to_owned())
    }

    /// Kills it, without a word.
    pub(super) fn kill(mut self) -> Result<(), String> {
        self.child
            .kill()
            .and_then(|()| self.child.wait())
            .map(drop)
            .map_err(|error| format!("the server stays: {error}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have been killed already.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Where what the server says is kept, beside its folder.
pub(super) fn log(data: &Path, what: &str) -> PathBuf {
    data.with_extension(what)
}

fn port(said: &str) -> Option<u16> {
    let (_, rest) = said.split_once("http://localhost:")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    // The line may be half written.
    rest.contains('\n').then_some(())?;
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_when_its_line_is_whole() {
        assert_eq!(port("Öppna http://localhost:45105 i webbläsaren.\n"), Some(45105));
        assert_eq!(port("Öppna http://localhost:451"), None);
    }
}
