//! A server of its own with one room, as somebody who runs the commands meets it.

use std::fs::{self, File};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::PATIENCE;

pub struct Server {
    folder: tempfile::TempDir,
    child: Child,
    pub slug: &'static str,
    pub port: u16,
}

impl Server {
    /// Makes the room and serves it.
    pub fn new(slug: &'static str, kind: &str) -> Server {
        let folder = tempfile::tempdir().unwrap();
        let run = |words: &[&str]| command(&folder, words).output().unwrap();
        assert!(run(&["room", "create", slug, "--kind", kind, "--name", "Nämnden"]).status.success());
        let out = folder.path().join("out");
        let mut serve = command(&folder, &["serve", "--listen", "127.0.0.1:0"]);
        let child = serve.stdin(Stdio::null()).stdout(File::create(&out).unwrap()).spawn().unwrap();
        let (mut server, began) = (Server { folder, child, slug, port: 0 }, Instant::now());
        while server.port == 0 {
            assert!(server.child.try_wait().unwrap().is_none() && began.elapsed() < PATIENCE, "it does not start");
            std::thread::sleep(Duration::from_millis(20));
            let said = fs::read_to_string(&out).unwrap();
            let address = said.split_once("svarar på http://localhost:");
            server.port = address.and_then(|(_, rest)| rest.split('.').next()?.parse().ok()).unwrap_or(0);
        }
        server
    }

    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join("skollinjen-data").join(name)
    }

    pub fn run(&self, words: &[&str]) -> Output {
        command(&self.folder, words).output().unwrap()
    }

    /// Runs a command that must succeed; gives what it said.
    pub fn says(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The file that the room hands over, and the code that is read out.
    pub fn offer(&self, address: &str) -> (String, String) {
        let file = self.folder.path().join("handed over").display().to_string();
        let said = self.says(&["room", "pair", "--room", self.slug, "--address", address, "--to", &file]);
        let code = said.trim().rsplit_once(": ").unwrap().1.to_owned();
        assert_eq!(code.chars().filter(char::is_ascii_digit).count(), 40, "{said}");
        (file, code)
    }
}

fn command(folder: &tempfile::TempDir, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_skollinjen"));
    command.args(words).current_dir(folder.path()).env_remove("SKOLLINJEN_DATA");
    command
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
