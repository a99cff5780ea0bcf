//! A week on trial, as the one who looks after the machine meets it: a backup, a room given back, a room destroyed with a
//! receipt, and what a kill in the middle leaves. On both databases.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "test helpers fail by panicking, as tests do")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use testkit::{Database, Kind, run};

const SLUG: &str = "bjorkstad";
const NAME: &str = "Utbildningsnämnden i Björkstad";

/// A desk with a room that has pupils, lessons and an account, and a folder for backups.
struct Desk {
    folder: tempfile::TempDir,
    url: Option<String>,
    _database: Option<Database>,
}

impl Desk {
    fn new(kind: Kind) -> Desk {
        let database = (kind == Kind::Postgres).then(|| run(kind.database()));
        let url = database.as_ref().map(|it| it.url.clone());
        let desk = Desk { folder: tempfile::tempdir().unwrap(), url, _database: database };
        fs::create_dir(desk.path("backups")).unwrap();
        desk.create();
        let synth = ["absence", "synth", "--pupils", "200", "--seed", "3", "--year", "2026", "--as-of", "2026-11-20"];
        desk.says(&[&synth[..], &["--format", "csv", "--out", "files"]].concat());
        desk.says(&["import", "--room", SLUG, "files", "--as-of", "2026-11-20"]);
        let account = ["account", "create", "--room", SLUG, "--role", "Administrator", "--name", "Olle Berg"];
        desk.says(&[&account[..], &["--login", "olle"]].concat());
        desk
    }

    fn create(&self) {
        let create = ["room", "create", SLUG, "--kind", "school", "--name", NAME];
        let database: Vec<&str> = self.url.iter().flat_map(|url| ["--database", url.as_str()]).collect();
        self.says(&[&create[..], &database].concat());
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_skollinjen"));
        command.args(arguments).current_dir(self.folder.path()).env_remove("SKOLLINJEN_DATA");
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).stdin(Stdio::null()).output().unwrap()
    }

    fn says(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(!said.lines().any(|line| line.starts_with('[')), "a sentence is missing: {said}");
        said
    }

    fn refuses(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!error.contains("panicked") && !error.starts_with('['), "{error}");
        error
    }

    /// Ends a command as a power cut does, after so long.
    fn kills(&self, arguments: &[&str], after: Duration) {
        let mut child = self.command(arguments).stdin(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(after);
        child.kill().ok();
        child.wait().unwrap();
    }

    /// Makes a backup: where it is.
    fn backup(&self) -> String {
        self.says(&["backup", "--room", SLUG, "--to", "backups"]);
        let mut all: Vec<PathBuf> = fs::read_dir(self.path("backups")).unwrap().map(|it| it.unwrap().path()).collect();
        all.retain(|path| path.to_string_lossy().ends_with(".tar.zst"));
        all.sort();
        all.last().unwrap().display().to_string()
    }

    /// What `room verify` says.
    fn whole(&self) -> String {
        self.says(&["room", "verify", "--room", SLUG])
    }

    /// Files under a folder.
    fn files(&self, name: &str) -> Vec<PathBuf> {
        fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.path().is_dir() { walk(&entry.path(), found) } else { found.push(entry.path()) }
            }
        }
        let mut found = Vec::new();
        walk(&self.path(name), &mut found);
        found
    }

    fn key(&self) -> PathBuf {
        self.path("skollinjen-data/keys/bjorkstad.key")
    }
}

const DESTROY: [&str; 6] = ["room", "destroy", "--room", SLUG, "--yes", SLUG];

/// The fingerprint of `room verify`: the same for the same pupils, files and results.
fn fingerprint(said: &str) -> &str {
    said.split_once("Fingeravtryck").unwrap().1
}

fn a_room_is_backed_up_destroyed_and_given_back(kind: Kind) {
    let desk = Desk::new(kind);
    let before = desk.whole();
    let file = desk.backup();
    let key = fs::read(desk.key()).unwrap();

    assert!(desk.refuses(&["room", "destroy", "--room", SLUG, "--yes", "annat"]).contains("Ingenting är borttaget"));
    assert!(desk.refuses(&["room", "destroy", "--room", SLUG]).contains("Ingenting är borttaget"), "nobody answers");
    // The backup that is to be given back lies where the room does not know of it.
    fs::rename(&file, desk.path("kept.tar.zst")).unwrap();
    // Names of backups differ by the second.
    std::thread::sleep(Duration::from_millis(1_100));
    let second = desk.backup();
    let said = desk.says(&DESTROY);
    assert!(said.contains("kvar: rummets nyckel") && said.contains("kvar: databasen"), "{said}");
    assert!(said.contains("INTE borttaget: en säkerhetskopia"), "the one that was moved: {said}");
    assert!(!Path::new(&second).exists(), "the one that it could reach is gone");
    let left = desk.files("skollinjen-data");
    assert!(left.iter().all(|path| path.to_string_lossy().contains("destroyed") || path.ends_with("skollinjen.toml")));
    let receipt = left.iter().find(|path| path.extension().is_some_and(|it| it == "json")).unwrap();
    let receipt: serde_json::Value = serde_json::from_slice(&fs::read(receipt).unwrap()).unwrap();
    assert!(receipt["journal_entries"].as_i64().unwrap() > 3 && receipt["journal_hash"].as_str().unwrap().len() == 64);
    assert!(receipt["tables"].as_array().unwrap().iter().any(|it| it["table"] == "person" && it["rows"] == 200));
    assert!(!receipt.to_string().contains("Olle"), "it names nobody of whom the room knew");
    assert!(desk.says(&["room", "list"]).contains("Det finns inga rum"));
    assert!(desk.refuses(&DESTROY).contains("bjorkstad"), "there is nothing more to destroy");

    let database: Vec<&str> = desk.url.iter().flat_map(|url| ["--database", url.as_str()]).collect();
    let restore = [&["restore", "kept.tar.zst", "--room", SLUG][..], &database].concat();
    assert!(desk.refuses(&restore).contains("utan rummets egen nyckel"));
    fs::write(desk.key(), key).unwrap();
    std::fs::set_permissions(desk.key(), std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    assert!(desk.says(&restore).contains("återställt"));
    assert_eq!(fingerprint(&desk.whole()), fingerprint(&before));
    assert!(desk.refuses(&["restore", "kept.tar.zst", "--room", SLUG]).contains("--replace"));
    desk.says(&["restore", "kept.tar.zst", "--room", SLUG, "--replace"]);
    assert_eq!(fingerprint(&desk.whole()), fingerprint(&before));
    desk.says(&["account", "recover", "--room", SLUG, "olle"]);
}

#[test]
fn a_room_is_backed_up_destroyed_and_given_back_on_sqlite() {
    a_room_is_backed_up_destroyed_and_given_back(Kind::Sqlite);
}

#[test]
fn a_room_is_backed_up_destroyed_and_given_back_on_postgres() {
    a_room_is_backed_up_destroyed_and_given_back(Kind::Postgres);
}

fn a_kill_leaves_the_room_as_it_was_or_as_it_is_to_be(kind: Kind) {
    let desk = Desk::new(kind);
    let file = desk.backup();
    let before = desk.whole();
    let restore = ["restore", file.as_str(), "--room", SLUG, "--replace"];
    for millis in [20, 60, 120, 200, 300, 450] {
        desk.kills(&["backup", "--room", SLUG, "--to", "backups"], Duration::from_millis(millis));
        desk.kills(&restore, Duration::from_millis(millis));
        assert_eq!(fingerprint(&desk.whole()), fingerprint(&before), "after {millis} ms");
    }
    desk.says(&restore);
    for millis in [10, 40, 80, 150, 250] {
        desk.kills(&DESTROY, Duration::from_millis(millis));
    }
    let listed = desk.says(&["room", "list"]);
    if !listed.contains("Det finns inga rum") || desk.path("skollinjen-data/destroyed/bjorkstad.begun.json").exists() {
        desk.says(&DESTROY);
    }
    let left = desk.files("skollinjen-data");
    assert!(left.iter().all(|path| path.to_string_lossy().contains("destroyed") || path.ends_with("skollinjen.toml")));
    assert!(left.iter().any(|path| path.extension().is_some_and(|it| it == "html")), "and the receipt is there");
}

#[test]
fn a_kill_leaves_the_room_as_it_was_or_as_it_is_to_be_on_sqlite() {
    a_kill_leaves_the_room_as_it_was_or_as_it_is_to_be(Kind::Sqlite);
}

#[test]
fn a_kill_leaves_the_room_as_it_was_or_as_it_is_to_be_on_postgres() {
    a_kill_leaves_the_room_as_it_was_or_as_it_is_to_be(Kind::Postgres);
}

#[test]
fn a_room_that_is_served_is_backed_up_and_neither_restored_nor_destroyed() {
    let desk = Desk::new(Kind::Sqlite);
    let serve = ["serve", "--listen", "127.0.0.1:0", "--backup", "backups"];
    let out = desk.path("out");
    let mut child = desk.command(&serve).stdin(Stdio::null()).stdout(fs::File::create(&out).unwrap()).spawn().unwrap();
    for _ in 0..500 {
        if fs::read_to_string(&out).unwrap().contains("svarar på") {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let file = desk.backup();
    let refused = desk.refuses(&["restore", &file, "--room", SLUG, "--replace"]);
    let destroyed = desk.refuses(&DESTROY);
    let jobs = desk.says(&["job", "list", SLUG]);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(refused.contains("visas just nu") && destroyed.contains("visas just nu"), "{refused}{destroyed}");
    assert!(jobs.contains("backup"), "every night: {jobs}");
    assert!(desk.key().exists() && !desk.path("skollinjen-data/destroyed").exists());
    desk.whole();
}

#[test]
fn the_nightly_backup_goes_where_the_map_says_and_keeps_so_many() {
    let desk = Desk::new(Kind::Sqlite);
    let map = desk.path("skollinjen-data/skollinjen.toml");
    let text = fs::read_to_string(&map).unwrap();
    let backups = desk.path("backups").display().to_string();
    fs::write(&map, format!("{text}backup = \"{backups}\"\nbackup_keep = 2\n")).unwrap();
    desk.kills(&["serve", "--listen", "127.0.0.1:0"], Duration::from_secs(2));
    for _ in 0..3 {
        assert!(desk.says(&["job", "run", SLUG, "backup"]).contains("Säkerhetskopia"));
        std::thread::sleep(Duration::from_millis(1_100));
    }
    let all = desk.files("backups").into_iter().filter(|path| path.to_string_lossy().ends_with(".tar.zst"));
    assert_eq!(all.count(), 2);
}
