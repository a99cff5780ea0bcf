//! The executable as a server with the demo; its logs lie beside the data, in the same folder.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long the demo may take to be made.
const START: Duration = Duration::from_secs(120);

pub struct Server {
    child: Child,
    folder: TempDir,
    data: PathBuf,
    pub port: u16,
}

impl Server {
    pub fn start(pupils: i32) -> Server {
        let folder = tempfile::tempdir().unwrap();
        let (data, out) = (folder.path().join("data"), folder.path().join("out"));
        let errors = File::create(folder.path().join("errors")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_skollinjen"));
        command.args(["demo", "--port", "0", "--pupils", &pupils.to_string(), "--data"]).arg(&data);
        let child = command.stdin(Stdio::null()).stdout(File::create(&out).unwrap()).stderr(errors).spawn().unwrap();
        let (mut server, began) = (Server { child, folder, data, port: 0 }, Instant::now());
        while server.port == 0 {
            assert!(server.child.try_wait().unwrap().is_none() && began.elapsed() < START, "the demo does not start");
            std::thread::sleep(Duration::from_millis(20));
            let said = fs::read_to_string(&out).unwrap();
            let address = said.split_once("http://localhost:").filter(|(_, rest)| rest.contains('\n'));
            server.port = address.and_then(|(_, rest)| rest.split(' ').next()?.parse().ok()).unwrap_or(0);
        }
        server
    }

    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Asks it to end, and gives its folder with the logs.
    pub fn stop(mut self) -> TempDir {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success() && self.child.wait().unwrap().success(), "it does not end when asked to");
        std::mem::replace(&mut self.folder, tempfile::tempdir().unwrap())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
