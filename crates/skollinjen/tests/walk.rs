//! The README's walk through a room, by its commands: made, described, given an account, imported into twice, verified.

use std::path::Path;
use std::process::{Command, Output};

const ROOM: [&str; 7] = ["room", "create", "bjorkstad", "--kind", "school", "--name", "Utbildningsnämnden i Björkstad"];
const MARIA: [&str; 12] = [
    "account",
    "create",
    "--room",
    "bjorkstad",
    "--role",
    "SchoolCounsellor",
    "--unit",
    "90000101",
    "--name",
    "Maria Lindgren",
    "--login",
    "maria",
];

struct Desk(tempfile::TempDir);

#[cfg(test)]
impl Desk {
    /// A desk with a room and a made-up city's two files.
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        desk.says(&ROOM);
        desk.says(&[
            "absence",
            "synth",
            "--pupils",
            "300",
            "--seed",
            "3",
            "--year",
            "2026",
            "--as-of",
            "2026-11-20",
            "--format",
            "csv",
            "--out",
            "files",
        ]);
        desk
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_skollinjen"));
        command.args(arguments).current_dir(self.0.path()).env_remove("SKOLLINJEN_DATA").output().unwrap()
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

    fn import(&self, more: &[&str]) -> String {
        self.says(&[&["import", "--room", "bjorkstad", "--as-of", "2026-11-20", "files"], more].concat())
    }

    /// The fingerprints of the room's people and of its results.
    fn verify(&self) -> Vec<String> {
        let said = self.says(&["room", "verify", "--room", "bjorkstad"]);
        let prints = said.split_whitespace().map(|word| word.trim_matches('.')).filter(|word| word.len() == 64);
        prints.map(str::to_owned).collect()
    }

    fn edit(&self, file: &str, change: impl Fn(&str) -> String) {
        let path = self.0.path().join("files").join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(path, change(&text)).unwrap();
    }
}

#[test]
fn a_room_takes_the_two_files_and_the_same_files_again_change_nothing() {
    let desk = Desk::new();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/room-example.toml");
    let described = desk.says(&["room", "describe", "--room", "bjorkstad", example.to_str().unwrap()]);
    assert!(described.contains("2 skolor"), "{described}");
    let made = desk.says(&MARIA);
    assert_eq!(made.lines().last().unwrap().len(), 23, "the first password stands alone on the last line: {made}");

    let done = desk.import(&[]);
    assert!(done.contains("300 elever"), "{done}");
    let whole = desk.verify();
    let again = desk.import(&[]);
    assert!(again.contains("Ingenting är ändrat"), "{again}");
    assert_eq!(desk.verify(), whole);
    let journal = desk.says(&["journal", "verify", "--room", "bjorkstad"]);
    assert!(journal.contains("Loggen är hel"), "{journal}");
}

#[test]
fn bad_rows_are_told_by_row_column_and_remedy_and_the_rest_is_imported() {
    let desk = Desk::new();
    desk.edit("lessons.csv", |text| {
        let mut lines: Vec<&str> = text.lines().collect();
        let broken = lines[7].replacen("2026-", "i går ", 1);
        lines[7] = &broken;
        lines.join("\n")
    });
    let said = desk.import(&[]);
    assert!(said.contains("lessons") && said.contains("rad 8") && !said.contains("i går"), "{said}");
    assert!(said.contains("300 elever"), "{said}");
}

#[test]
fn a_file_that_lacks_pupils_is_held_until_somebody_has_looked() {
    let desk = Desk::new();
    desk.import(&[]);
    let whole = desk.verify();
    let kept = |line: &&str| line.starts_with("pupil") || line.split(',').next().is_some_and(|pupil| pupil.len() < 3);
    desk.edit("lessons.csv", |text| text.lines().filter(kept).collect::<Vec<_>>().join("\n"));
    let order = ["import", "--room", "bjorkstad", "--as-of", "2026-11-20", "files"];
    let held = desk.refuses(&order);
    assert!(held.contains("saknas i filen"), "{held}");
    assert_eq!(desk.verify(), whole);
    desk.says(&[&order[..], &["--confirm"]].concat());
    assert_ne!(desk.verify(), whole);
}

#[test]
fn what_stands_in_the_way_is_told_with_what_to_do() {
    let desk = Desk::new();
    assert!(desk.refuses(&["import", "--room", "bjorkstad", "files/ingenting.csv"]).contains("finns inte"));
    assert!(desk.refuses(&["import", "--room", "annan", "files"]).contains("room create"));
    desk.says(&MARIA);
    let taken = desk.refuses(&MARIA);
    assert!(taken.contains("upptaget") || taken.contains("finns"), "{taken}");
    let class = desk.refuses(&[
        "account",
        "create",
        "--room",
        "bjorkstad",
        "--role",
        "Mentor",
        "--class",
        "7B",
        "--name",
        "Jonas Ekdahl",
        "--login",
        "jonas",
    ]);
    assert!(class.contains("--unit"), "{class}");
    let served = desk.refuses(&["serve", "--data", "ingenting"]);
    assert!(served.contains("room create"), "{served}");
}
