//! The executable as a server with the demo; its logs lie beside the data, in the same folder.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use domain::Day;

/// How long the demo may take to be made.
const START: Duration = Duration::from_secs(120);

pub struct Server {
    child: Child,
    pub port: u16,
}

impl Server {
    /// The demo in `data` within a folder, made if it is not there, on a day; `run` names its logs.
    pub fn start(folder: &Path, run: &str, day: Day) -> Server {
        let (out, errors) = (folder.join(format!("{run}.out")), folder.join(format!("{run}.errors")));
        let mut command = Command::new(env!("CARGO_BIN_EXE_skollinjen"));
        command.args(["demo", "--port", "0", "--pupils", &crate::PUPILS.to_string(), "--day", &day.to_string()]);
        command.arg("--data").arg(folder.join("data"));
        command.stdin(Stdio::null()).stdout(File::create(&out).unwrap()).stderr(File::create(errors).unwrap());
        let (mut server, began) = (Server { child: command.spawn().unwrap(), port: 0 }, Instant::now());
        while server.port == 0 {
            assert!(server.child.try_wait().unwrap().is_none() && began.elapsed() < START, "the demo does not start");
            std::thread::sleep(Duration::from_millis(20));
            let said = fs::read_to_string(&out).unwrap();
            let address = said.split_once("http://localhost:").filter(|(_, rest)| rest.contains('\n'));
            server.port = address.and_then(|(_, rest)| rest.split(' ').next()?.parse().ok()).unwrap_or(0);
        }
        server
    }

    /// Asks it to end.
    pub fn stop(mut self) {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success() && self.child.wait().unwrap().success(), "it does not end when asked to");
    }

    /// Ends it as a power cut does.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
