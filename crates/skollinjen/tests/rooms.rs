//! Rooms as the one who runs the commands meets them: made, shown, their journal checked, and what stands in the way.
//!
//! `cargo xtask test` starts PostgreSQL and sets `SKOLLINJEN_POSTGRES`; without it the test on PostgreSQL fails.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::PathBuf;
use std::process::{Command, Output};

struct Desk {
    folder: tempfile::TempDir,
    environment: Vec<(String, String)>,
}

#[cfg(test)]
impl Desk {
    fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap(), environment: Vec::new() }
    }

    /// A desk with the school's room.
    fn with_room() -> Desk {
        let desk = Desk::new();
        desk.says(&CREATE);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("skollinjen-data").join(name)
    }

    fn mode(&self, name: &str) -> u32 {
        self.path(name).metadata().unwrap().mode() & 0o777
    }

    fn set_mode(&self, name: &str, mode: u32) {
        std::fs::set_permissions(self.path(name), PermissionsExt::from_mode(mode)).unwrap();
    }

    fn config(&self) -> String {
        std::fs::read_to_string(self.path("skollinjen.toml")).unwrap_or_default()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_skollinjen"));
        command.args(arguments).current_dir(self.folder.path()).env_remove("SKOLLINJEN_DATA");
        command.envs(self.environment.iter().map(|(name, value)| (name, value))).output().unwrap()
    }

    /// Runs a command that must succeed; gives what it said.
    fn says(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command that must fail; gives the error.
    fn refuses(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!error.contains("panicked") && !error.starts_with('['), "{error}");
        error
    }

    /// Changes the SQLite file behind the room's back.
    fn tamper(&self, sql: &str) {
        let python = std::env::var_os("SKOLLINJEN_PYTHON").expect("run `cargo xtask test`, which installs Python");
        let program =
            "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.executescript(sys.argv[2]); db.close()";
        let mut command = Command::new(python);
        let done =
            command.args(["-c", program]).arg(self.path("bjorkstad-skola/room.sqlite")).arg(sql).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
}

const NAME: &str = "Björkstads utbildningsnämnd";
const CREATE: [&str; 7] = ["room", "create", "bjorkstad-skola", "--kind", "school", "--name", NAME];
const VERIFY: [&str; 4] = ["journal", "verify", "--room", "bjorkstad-skola"];
const LIST: [&str; 2] = ["room", "list"];

/// Whether a text has each of these parts.
#[cfg(test)]
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    for part in expected {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn a_room_is_made_shown_and_its_journal_is_whole() {
    let desk = Desk::new();
    check(&desk.says(&LIST), &["Det finns inga rum"]);
    check(&desk.says(&CREATE), &["bjorkstad-skola", NAME, "nyckel", "keys/bjorkstad-skola.key"]);
    desk.says(&["room", "create", "bjorkstad-soc", "--kind", "social", "--name", "Socialnämnden i Björkstad"]);
    let listed = desk.says(&LIST);
    check(&listed, &["bjorkstad-skola  school  SQLite      Björkstads", "bjorkstad-soc    social  SQLite      Social"]);
    check(&desk.says(&VERIFY), &["Loggen är hel. Poster: 1.", "Sista hash: "]);
    assert_eq!(desk.says(&VERIFY), desk.says(&VERIFY), "checking changes nothing");
    check(&desk.says(&[&["--language", "en"], &VERIFY[..]].concat()), &["The journal is whole. Entries: 1."]);
}

#[test]
fn only_the_owner_can_read_what_is_made_and_the_key_lies_outside_the_room() {
    let desk = Desk::with_room();
    for folder in ["", "keys", "bjorkstad-skola", "bjorkstad-skola/attendance"] {
        assert_eq!(desk.mode(folder), 0o700, "{folder}");
    }
    for file in ["skollinjen.toml", "keys/bjorkstad-skola.key", "bjorkstad-skola/room.sqlite"] {
        assert_eq!(desk.mode(file), 0o600, "{file}");
    }
    check(&desk.config(), &["[room.bjorkstad-skola]", "database = \"sqlite:bjorkstad-skola/room.sqlite\""]);
}

#[test]
fn the_data_folder_can_be_named_and_moved() {
    let mut desk = Desk::with_room();
    std::fs::rename(desk.path(""), desk.folder.path().join("moved")).unwrap();
    check(&desk.says(&[&VERIFY[..], &["--data", "moved"]].concat()), &["hel"]);
    desk.environment.push(("SKOLLINJEN_DATA".to_owned(), "moved".to_owned()));
    check(&desk.says(&VERIFY), &["hel"]);
}

#[test]
fn a_room_that_exists_is_refused_and_stays_as_it_was() {
    let desk = Desk::with_room();
    std::fs::write(desk.path("skollinjen.toml"), format!("# Maria ser till filen\n{}", desk.config())).unwrap();
    let before = desk.config();
    check(&desk.refuses(&CREATE), &["bjorkstad-skola står redan i", "Ingenting är ändrat"]);
    assert_eq!(desk.config(), before);
    desk.says(&["room", "create", "region", "--kind", "region", "--name", "Regionen"]);
    assert!(desk.config().starts_with(&before), "what stood there stays");
}

#[test]
fn a_slug_that_cannot_be_used_makes_nothing() {
    let desk = Desk::new();
    for slug in ["Björkstad", "a/b", "..", "", "a_b", "keys"] {
        let refused = desk.refuses(&["room", "create", slug, "--kind", "school", "--name", NAME]);
        check(&refused, &["ortnamn"]);
    }
    desk.refuses(&["room", "create", "skola", "--kind", "skola", "--name", NAME]);
    assert!(!desk.path("").exists());
}

#[test]
fn remains_without_an_entry_are_named_and_kept() {
    let desk = Desk::with_room();
    std::fs::remove_file(desk.path("skollinjen.toml")).unwrap();
    check(&desk.refuses(&CREATE), &["bjorkstad-skola finns redan", "skriv tillbaka", "ta bort"]);
    std::fs::remove_dir_all(desk.path("bjorkstad-skola")).unwrap();
    check(&desk.refuses(&CREATE), &["keys/bjorkstad-skola.key finns redan"]);
    std::fs::remove_file(desk.path("keys/bjorkstad-skola.key")).unwrap();
    desk.says(&CREATE);
}

#[test]
fn a_failure_half_way_leaves_no_entry_and_can_be_repeated() {
    let desk = Desk::new();
    desk.refuses(&[&CREATE[..], &["--database", "mysql://x"]].concat());
    let unreachable = [&CREATE[..], &["--database", "postgres://anna:hemligt@x/rum?host=/finns/inte"]].concat();
    assert!(!desk.refuses(&unreachable).contains("hemligt"));
    assert_eq!(std::fs::read_dir(desk.path("")).unwrap().count(), 0);
    desk.says(&CREATE);
    // What is no folder stands where the attendance folder belongs: nothing is made, and it is kept.
    std::fs::write(desk.path("region"), "").unwrap();
    let refused = desk.refuses(&["room", "create", "region", "--kind", "region", "--name", "Regionen"]);
    check(&refused, &["region finns redan"]);
    assert!(desk.path("region").exists() && !desk.config().contains("region"));
}

#[test]
fn what_is_left_of_a_room_that_was_not_finished_is_named() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("")).unwrap();
    // TOML lets nothing be added to a table in one line, so the last step fails.
    std::fs::write(desk.path("skollinjen.toml"), "room = {}\n").unwrap();
    let left = ["skollinjen-data/bjorkstad-skola, ", "skollinjen-data/keys/bjorkstad-skola.key innan"];
    check(&desk.refuses(&CREATE), &[&["rad 3: går inte att förstå", "inte klart"], &left[..]].concat());
    assert_eq!(desk.config(), "room = {}\n");
    std::fs::remove_dir_all(desk.path("bjorkstad-skola")).unwrap();
    std::fs::remove_file(desk.path("keys/bjorkstad-skola.key")).unwrap();
    std::fs::write(desk.path("skollinjen.toml"), "# inga rum än").unwrap();
    desk.says(&CREATE);
    check(&desk.says(&VERIFY), &["hel"]);
}

#[test]
fn a_key_that_is_missing_or_open_to_others_is_told_with_what_to_do() {
    let desk = Desk::with_room();
    desk.set_mode("keys/bjorkstad-skola.key", 0o644);
    check(&desk.refuses(&VERIFY), &["keys/bjorkstad-skola.key", "chmod 600"]);
    std::fs::rename(desk.path("keys/bjorkstad-skola.key"), desk.path("keys/gone")).unwrap();
    check(&desk.refuses(&VERIFY), &["keys/bjorkstad-skola.key"]);
    check(
        &desk.says(&LIST),
        &["bjorkstad-skola  school  SQLite      (går inte att öppna)", "keys/bjorkstad-skola.key"],
    );
    desk.set_mode("keys", 0o755);
    let other = ["room", "create", "region", "--kind", "region", "--name", "Regionen"];
    check(&desk.refuses(&other), &["chmod 700"]);
    assert!(!desk.path("region").exists());
}

#[test]
fn a_configuration_that_cannot_be_used_is_told_by_line_and_never_repeated() {
    let desk = Desk::with_room();
    let good = desk.config();
    let with = |text: String| std::fs::write(desk.path("skollinjen.toml"), text).unwrap();
    with(format!("{good}databse = \"postgres://anna:hemligt@db\"\n"));
    check(&desk.refuses(&VERIFY), &["skollinjen.toml, rad 6: databse finns inte"]);
    with(format!("{good}base_url = \"hemligt\n"));
    let refused = desk.refuses(&VERIFY);
    check(&refused, &["rad 6: går inte att förstå"]);
    assert!(!refused.contains("hemligt"), "{refused}");
    with(format!("port = 8080\n{good}"));
    check(&desk.refuses(&LIST), &["rad 1: port finns inte"]);
    with(good.replace("school", "skola"));
    check(&desk.refuses(&CREATE), &["avsnittet om rummet bjorkstad-skola"]);
    with(good.replace("school", "social"));
    check(&desk.refuses(&VERIFY), &["hör till ett annat rum, bjorkstad-skola (school)"]);
    with(good);
    check(&desk.refuses(&["journal", "verify", "--room", "annat"]), &["annat står inte i"]);
}

#[test]
fn a_journal_that_was_tampered_with_is_broken_and_the_entry_is_named() {
    for (sql, expected) in [
        ("DROP TRIGGER journal_stays; UPDATE journal SET actor = 'operator:ingen';", "post 1 är ändrad"),
        ("DROP TRIGGER journal_keeps; DELETE FROM journal;", "post 1 saknas"),
        ("UPDATE journal_head SET seq = 2;", "post 2 saknas"),
    ] {
        let desk = Desk::with_room();
        desk.tamper(sql);
        check(&desk.refuses(&VERIFY), &["Loggen är bruten", expected]);
    }
}

#[test]
fn the_environment_says_where_the_database_is_without_a_password_in_the_file() {
    let mut desk = Desk::with_room();
    let good = desk.config();
    let wrong = good.replace("sqlite:bjorkstad-skola/room.sqlite", "postgres://anna@127.0.0.1:1/rum");
    std::fs::write(desk.path("skollinjen.toml"), wrong).unwrap();
    let variable = "SKOLLINJEN_ROOM_BJORKSTAD_SKOLA_DATABASE".to_owned();
    desk.environment.push((variable, "sqlite:bjorkstad-skola/room.sqlite".to_owned()));
    check(&desk.says(&VERIFY), &["hel"]);
}

#[test]
fn a_room_is_made_in_postgresql() {
    let cluster = std::env::var("SKOLLINJEN_POSTGRES").expect("PostgreSQL is not there: run `cargo xtask test`");
    // The database that the URL names: the cluster is new in each run, and the tests of `room` make their own.
    let desk = Desk::new();
    let create = [&CREATE[..], &["--database", &cluster]].concat();
    check(&desk.says(&create), &["bjorkstad-skola"]);
    assert!(!desk.path("bjorkstad-skola/room.sqlite").exists());
    check(&desk.says(&VERIFY), &["Loggen är hel. Poster: 1."]);
    check(&desk.says(&LIST), &["bjorkstad-skola  school  PostgreSQL  Björkstads utbildningsnämnd"]);
    let second = ["room", "create", "annan", "--kind", "school", "--name", NAME, "--database", &cluster];
    desk.refuses(&second);
    assert!(!desk.path("annan").exists() && !desk.path("keys/annan.key").exists(), "nothing is left of it");
}
