//! Imports from the command line, with files that lie outside the folder and have bad rows; their words are kept as logs.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use absence::canonical::write::write_pupils;
use absence::synth::demo::{Demo, write};
use tempfile::TempDir;

/// Two files as a school's system gives them.
pub struct Delivery {
    _folder: TempDir,
    pupils: PathBuf,
    lessons: PathBuf,
}

impl Delivery {
    /// Those of a city, with a row for each column where a name and a word stand in it, and a last line.
    pub fn of(demo: &Demo, last: &str) -> Delivery {
        let folder = tempfile::tempdir().unwrap();
        let lessons = write(demo, folder.path(), 2, &mut |_, _| ()).unwrap().lessons;
        let pupils = folder.path().join("pupils.csv");
        write_pupils(&pupils, &demo.roster()).unwrap();
        let mut text = fs::read_to_string(&pupils).unwrap();
        let row = text.lines().nth(1).unwrap().to_owned();
        let fields: Vec<&str> = row.split(',').collect();
        for wrong in 0..fields.len() {
            let mut fields = fields.clone();
            *fields.get_mut(wrong).unwrap() = "Elsa Nordin radzebra";
            text.push_str(&format!("{}\n", fields.join(",")));
        }
        text.push_str(last);
        fs::write(&pupils, text).unwrap();
        Delivery { _folder: folder, pupils, lessons }
    }

    /// Imports to the end; what it says is a log.
    pub fn import(&self, folder: &Path, run: &str) -> bool {
        self.begin(folder, run).wait().unwrap().success()
    }

    /// Imports, and kills it when it has written the first new file of the history: nothing has been made visible then.
    pub fn import_killed(&self, folder: &Path, run: &str) {
        let (before, began) = (lesson_files(folder), Instant::now());
        let mut child = self.begin(folder, run);
        while lesson_files(folder) == before {
            assert!(began.elapsed() < Duration::from_secs(60) && child.try_wait().unwrap().is_none(), "it has ended");
            std::thread::sleep(Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }

    fn begin(&self, folder: &Path, run: &str) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_skollinjen"));
        let day = domain::Day::of(cast::clock::DEMO_DAY).to_string();
        command.arg("import").args([&self.pupils, &self.lessons]).args(["--room", "utbildning", "--confirm"]);
        command.args(["--as-of", &day, "--data"]).arg(folder.join("data")).stdin(Stdio::null());
        let log = |name: &str| File::create(folder.join(format!("{run}.{name}"))).unwrap();
        command.stdout(log("out")).stderr(log("errors")).spawn().unwrap()
    }
}

/// The files of the room's history, by path.
pub fn lesson_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.join("data/utbildning")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let is_lessons = path.extension().is_some_and(|ending| ending == "parquet" || ending == "part");
            if path.is_dir() {
                folders.push(path)
            } else if is_lessons {
                found.push(path)
            }
        }
    }
    found.sort();
    found
}
