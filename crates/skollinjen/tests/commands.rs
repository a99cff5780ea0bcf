//! The commands as a person meets them: what is said, what is written, and that bad input harms nothing.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

struct Desk(tempfile::TempDir);

#[cfg(test)]
impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_skollinjen")).args(arguments).current_dir(self.0.path()).output().unwrap()
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
        assert!(!error.contains("panicked"), "{error}");
        error
    }

    fn synth(&self, folder: &str, seed: &str, more: &[&str]) {
        let arguments = ["absence", "synth", "--pupils", "120", "--seed", seed, "--year", "2026", "--out", folder];
        self.says(&[&arguments[..], more].concat());
    }

    fn import(&self, folder: &str, more: &[&str]) -> String {
        let (pupils, lessons) = (format!("{folder}/pupils.parquet"), format!("{folder}/lessons.parquet"));
        self.says(&[&["absence", "import", &pupils, &lessons, "--history", "history"], more].concat())
    }

    fn fingerprint(&self) -> String {
        let said = self.says(&["absence", "history", "verify", "--history", "history"]);
        said.rsplit(' ').next().unwrap().trim().to_owned()
    }
}

const AS_OF: [&str; 4] = ["--as-of", "2026-11-20", "--term", "2026-08-17..2026-12-18"];

fn scan<'a>(file: &'a str, out: &'a str) -> Vec<&'a str> {
    let days = ["--term-start", "2026-08-17", "--term-end", "2026-12-18", "--year-start", "2026-08-01"];
    [&["absence", "scan", file, "--as-of", "2026-11-20", "--out", out], &days[..]].concat()
}

#[test]
fn the_demo_shows_both_lists_with_lines_and_reasons() {
    let said = Desk::new().says(&["absence", "demo", "--top", "2"]);
    for expected in ["Möjlig målgrupp för team:", "Skolans egen:", "v. 34 ", "rapporterade timmar", "7 kap. 19 a §"]
    {
        assert!(said.contains(expected), "{expected} is not in\n{said}");
    }
    for code in ["[explain-", "[list-", "[signal-", "[line-", "[demo-", "[["] {
        assert!(!said.contains(code), "a sentence is missing:\n{said}");
    }
    let english = Desk::new().says(&["--language", "en", "absence", "demo", "--top", "1"]);
    assert!(english.contains("Possible target group for the team:"), "{english}");
}

#[test]
fn a_city_goes_in_is_listed_corrected_undone_and_purged() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20"]);
    desk.synth("other", "2", &["--as-of", "2026-11-20"]);
    desk.import("city", &[]);
    let first = desk.fingerprint();
    assert!(desk.import("city", &[]).contains("Ingenting är ändrat"));
    let list = ["absence", "list", "--history", "history", "--pupils", "city/pupils.parquet", "--list", "school"];
    let listed = desk.says(&[&list[..], &AS_OF].concat());
    assert!(listed.contains("Skolans egen:") && listed.contains("frågar först"), "{listed}");

    let october = ["--from", "2026-10-01", "--to", "2026-10-31", "--confirm"];
    let said = desk.import("other", &[&october[..], &AS_OF].concat());
    assert!(said.contains("Nya på listan Skolans egen:"), "{said}");
    assert_ne!(desk.fingerprint(), first);
    desk.says(&["absence", "history", "undo", "--history", "history", "--version", "2"]);
    assert_eq!(desk.fingerprint(), first);

    desk.synth("csv", "1", &["--as-of", "2026-11-20", "--format", "csv"]);
    let roster = std::fs::read_to_string(desk.path("csv/pupils.csv")).unwrap();
    let pupil = roster.lines().nth(1).unwrap().split(',').next().unwrap();
    let purge = ["absence", "history", "purge", "--history", "history", "--pupil"];
    assert!(desk.says(&[&purge[..], &["99999"]].concat()).contains("fanns inte"));
    desk.says(&[&purge[..], &[pupil]].concat());
    let purged = desk.fingerprint();
    assert_ne!(purged, first);
    desk.says(&["absence", "history", "sweep", "--history", "history"]);
    assert_eq!(desk.fingerprint(), purged);
    let kept = desk.says(&[&["absence", "figures", "--history", "history", "--out", "kept"], &AS_OF[..]].concat());
    assert!(kept.contains("16 dagar"), "{kept}");
}

#[test]
fn a_held_import_changes_nothing_until_it_is_confirmed() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20"]);
    desk.import("city", &[]);
    let before = desk.fingerprint();
    let import = ["absence", "import", "city/pupils.parquet", "city/lessons.parquet", "--history", "history"];
    let error = desk.refuses(&[&import[..], &["--partial"]].concat());
    assert!(error.contains("--confirm"), "{error}");
    desk.synth("other", "2", &["--as-of", "2026-11-20"]);
    let import = ["absence", "import", "other/pupils.parquet", "other/lessons.parquet", "--history", "history"];
    let said =
        desk.says(&[&import[..], &["--from", "2026-10-05", "--to", "2026-10-09", "--dry-run", "--confirm"]].concat());
    assert!(said.contains("2026-10-05 till 2026-10-09"), "{said}");
    assert_eq!(desk.fingerprint(), before);
}

#[test]
fn a_pupil_whom_the_roster_protects_is_not_listed_even_before_the_next_import() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20", "--format", "csv"]);
    desk.says(&["absence", "import", "city/pupils.csv", "city/lessons.csv", "--history", "history"]);
    let list = ["absence", "list", "--history", "history", "--pupils", "city/pupils.csv", "--list", "school"];
    let listed = desk.says(&[&list[..], &AS_OF].concat());
    let first = listed.lines().find(|line| line.starts_with("  1. ")).unwrap().to_owned();
    let name = first.trim_start_matches("  1. ").split(',').next().unwrap();
    let roster = std::fs::read_to_string(desk.path("city/pupils.csv")).unwrap();
    let marked: String = roster
        .lines()
        .map(|line| if line.contains(name) { line.replace(",false,", ",true,") } else { line.to_owned() } + "\n")
        .collect();
    std::fs::write(desk.path("city/pupils.csv"), marked).unwrap();
    let listed = desk.says(&[&list[..], &AS_OF].concat());
    assert!(!listed.contains(name), "{name} is still there");
}

#[test]
fn the_head_teacher_is_asked_about_the_data_and_not_about_absence() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20", "--format", "csv"]);
    // nobody has reported anything of one pupil
    let text = std::fs::read_to_string(desk.path("city/lessons.csv")).unwrap();
    let pupil = text.lines().nth(1).unwrap().split(',').next().unwrap().to_owned() + ",";
    let unreported = |line: &str| match line.starts_with(&pupil) {
        true => line.split(',').take(7).chain(["", "", "false"]).collect::<Vec<_>>().join(","),
        false => line.to_owned(),
    };
    let text: Vec<String> = text.lines().map(unreported).collect();
    std::fs::write(desk.path("city/lessons.csv"), text.join("\n")).unwrap();
    desk.says(&["absence", "import", "city/pupils.csv", "city/lessons.csv", "--history", "history"]);
    let list = ["absence", "list", "--history", "history", "--pupils", "city/pupils.csv", "--reporting"];
    let said = desk.says(&[&list[..], &AS_OF].concat()).replace('\u{a0}', " ");
    assert!(said.contains("[Orapporterat] 0 % av den schemalagda tiden"), "{said}");
    assert!(!said.contains("frågar först") && !said.contains("Frånvaro "), "{said}");
}

#[test]
fn a_mistyped_history_is_said_to_be_none_and_is_not_made() {
    let desk = Desk::new();
    for command in [&["verify"][..], &["sweep"], &["purge", "--pupil", "1"], &["undo", "--version", "1"]] {
        let error = desk.refuses(&[&["absence", "history"], command, &["--history", "nowhere"]].concat());
        assert!(error.contains("ingen närvarohistorik"), "{error}");
    }
    assert!(!Path::new(&desk.path("nowhere")).exists());
}

#[test]
fn nothing_is_left_undone_when_nobody_reads_and_a_full_disk_is_told() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20"]);
    let program = env!("CARGO_BIN_EXE_skollinjen");
    let import = format!("{program} absence import city/pupils.parquet city/lessons.parquet --history");
    let run = |line: &str| Command::new("bash").args(["-c", line]).current_dir(desk.0.path()).output().unwrap();
    run(&format!("{import} history | true"));
    desk.fingerprint(); // the history is there and whole
    let full = run(&format!("{import} full > /dev/full"));
    assert!(!full.status.success() && String::from_utf8(full.stderr).unwrap().contains("Arbetet är gjort"));
    desk.says(&["absence", "history", "verify", "--history", "full"]);
}

#[test]
fn a_protection_mark_in_a_row_that_cannot_be_read_stops_list_and_import() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20", "--format", "csv"]);
    desk.says(&["absence", "import", "city/pupils.csv", "city/lessons.csv", "--history", "history"]);
    let before = desk.fingerprint();
    let mut roster = std::fs::read_to_string(desk.path("city/pupils.csv")).unwrap();
    roster.push_str("77,,Lucas Holmgren, Jr,90000101,7B,7,GR,2026,2026-08-17,,true,,\n");
    std::fs::write(desk.path("city/pupils.csv"), roster).unwrap();
    let list = ["absence", "list", "--history", "history", "--pupils", "city/pupils.csv"];
    assert!(desk.refuses(&[&list[..], &AS_OF].concat()).contains("Rätta dem först"));
    let import = ["absence", "import", "city/pupils.csv", "city/lessons.csv", "--history", "history", "--confirm"];
    assert!(desk.refuses(&import).contains("Rätta dem först"), "no confirmation lifts a protection");
    assert_eq!(desk.fingerprint(), before);
}

#[test]
fn a_personal_number_on_the_command_line_is_not_repeated() {
    let desk = Desk::new();
    for number in ["201302149817", "1302149817"] {
        let error = desk.refuses(&["absence", "history", "purge", "--history", "h", "--pupil", number]);
        assert!(error.contains("kan vara ett personnummer"), "{error}");
    }
}

#[test]
fn figures_never_remove_what_they_did_not_write() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20"]);
    desk.import("city", &[]);
    let figures = [&["absence", "figures", "--history", "history", "--out", "kept"][..], &AS_OF].concat();
    desk.says(&figures);
    desk.says(&figures);
    std::fs::write(desk.path("kept/own/thesis.txt"), "mine").unwrap();
    assert!(desk.refuses(&figures).contains("egen mapp"));
    assert_eq!(std::fs::read_to_string(desk.path("kept/own/thesis.txt")).unwrap(), "mine");
}

#[test]
fn a_nested_column_does_not_hide_pupils_from_the_scan() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20"]);
    let python = std::env::var_os("SKOLLINJEN_PYTHON").expect("run `cargo xtask test`, which installs DuckDB");
    let nest = "import duckdb; duckdb.sql(\"copy (select {'a': 1, 'b': 1000000 - row_number() over ()} as extra, * from \
                'city/lessons.parquet') to 'nested.parquet' (format parquet, row_group_size 4096)\")";
    assert!(Command::new(python).args(["-c", nest]).current_dir(desk.0.path()).status().unwrap().success());
    desk.says(&scan("city/lessons.parquet", "flat.csv"));
    desk.says(&scan("nested.parquet", "nested.csv"));
    let read = |name: &str| std::fs::read_to_string(desk.path(name)).unwrap();
    assert_eq!(read("flat.csv"), read("nested.csv"));
}

#[test]
fn broken_files_are_refused_in_words_and_leave_the_history_alone() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20"]);
    desk.import("city", &[]);
    let before = desk.fingerprint();
    let whole = std::fs::read(desk.path("city/lessons.parquet")).unwrap();
    let broken: [(&str, Vec<u8>, &str); 5] = [
        ("cut.parquet", whole[..whole.len() / 2].to_vec(), "går inte att läsa som Parquet"),
        ("empty.parquet", Vec::new(), "går inte att läsa som Parquet"),
        ("noise.csv", (128..=255).cycle().take(100_000).collect(), "UTF-8"),
        ("endless.csv", vec![b'x'; 3_000_000], "saknar kolumnen"),
        ("lessons.docx", b"PK".to_vec(), "okänd ändelse"),
    ];
    for (name, bytes, expected) in broken {
        std::fs::write(desk.path(name), bytes).unwrap();
        let error = desk.refuses(&["absence", "import", "city/pupils.parquet", name, "--history", "history"]);
        assert!(error.contains(expected) && error.contains(name), "{name}: {error}");
        if name.ends_with("parquet") {
            let error = desk.refuses(&scan(name, "signals.csv"));
            assert!(error.contains(expected), "{name}: {error}");
        }
    }
    // a flip in the middle of a data page is found, not scanned past
    let mut flipped = whole.clone();
    for at in (whole.len() / 3..whole.len() / 3 + 64).step_by(3) {
        flipped[at] ^= 0xff;
    }
    std::fs::write(desk.path("flipped.parquet"), flipped).unwrap();
    desk.refuses(&scan("flipped.parquet", "signals.csv"));
    assert!(!Path::new(&desk.path("signals.csv")).exists(), "a refused scan must not leave answers behind");
    assert_eq!(desk.fingerprint(), before);
}

#[test]
fn bad_rows_are_told_without_what_stood_in_them() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20", "--format", "csv"]);
    let path = PathBuf::from(desk.path("city/lessons.csv"));
    let mut text = std::fs::read_to_string(&path).unwrap();
    text.push_str(
        "Saga Hemlig,90000101,7,2026-09-01,480,MA,60,0,0,false\n999999,90000101,7,2026-09-01,480,MA,60,0,0,x\n",
    );
    std::fs::write(&path, text).unwrap();
    let import = ["absence", "import", "city/pupils.csv", "city/lessons.csv", "--history", "history"];
    let said = desk.says(&import);
    assert!(said.contains("2 rader gick inte att läsa") && said.contains("kolumn pupil"), "{said}");
    assert!(!said.contains("Hemlig") && !said.contains("999999"), "{said}");
}

#[test]
fn dates_lists_presets_and_terms_that_do_not_exist_are_refused() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20"]);
    desk.import("city", &[]);
    let list = ["absence", "list", "--history", "history", "--pupils", "city/pupils.parquet"];
    let with = |more: &[&str]| desk.refuses(&[&list[..], more].concat());
    assert!(with(&["--as-of", "2026-11-31"]).contains("2026-11-31"));
    assert!(with(&["--as-of", "2026-11-20"]).contains("--term"));
    assert!(with(&["--as-of", "2026-11-20", "--term", "2026-12-18..2026-08-17"]).contains("2026-12-18"));
    assert!(with(&[&AS_OF[..], &["--list", "farliga"]].concat()).contains("team"));
    assert!(with(&[&AS_OF[..], &["--preset", "atlantis"]].concat()).contains("danderyd"));
    assert!(with(&["--as-of", "2015-11-20", "--term", "2015-08-17..2015-12-18"]).contains("version"));
}

const OWN_LIST: &str = r#"
[[list]]
id = "own"
name = { sv = "Egen", en = "Own" }
levels = { from = 0, to = 9 }
when = [["S12a"]]
mentor_first = []
order = ["S11"]
"#;

#[test]
fn a_preset_changes_the_list_and_an_own_pack_is_checked() {
    let desk = Desk::new();
    assert!(desk.says(&["pack", "check"]).contains("i ordning"));
    assert!(desk.says(&["pack", "presets"]).contains("danderyd"));
    desk.synth("city", "1", &["--as-of", "2026-11-20"]);
    desk.import("city", &[]);
    let list = ["absence", "list", "--history", "history", "--pupils", "city/pupils.parquet", "--list", "school"];
    let heading = |more: &[&str]| {
        let said = desk.says(&[&list[..], &AS_OF, more].concat());
        said.lines().find(|line| line.starts_with("Skolans egen")).unwrap().to_owned()
    };
    // a rule of our own lists nobody below a level that few reach
    std::fs::create_dir(desk.path("strict")).unwrap();
    std::fs::write(
        desk.path("strict/lists.toml"),
        OWN_LIST.replace("S12a", "S05").replace("\"own\"", "\"school\"").replace("Egen", "Skolans egen"),
    )
    .unwrap();
    assert_ne!(heading(&[]), heading(&["--pack", "strict"]));
    assert_eq!(heading(&[]), heading(&["--preset", "danderyd"]), "only the level of notice changes");
    std::fs::create_dir(desk.path("own")).unwrap();
    std::fs::write(desk.path("own/lists.toml"), OWN_LIST).unwrap();
    let error = String::from_utf8(desk.run(&["pack", "check", "own"]).stdout).unwrap();
    assert!(error.contains("S12"), "{error}");
    desk.refuses(&["pack", "check", "own"]);
}

#[test]
fn an_unsorted_file_is_sorted_not_mis_scanned() {
    let desk = Desk::new();
    desk.synth("city", "1", &["--as-of", "2026-11-20"]);
    desk.says(&scan("city/lessons.parquet", "sorted.csv"));
    // the same rows in no order
    let python = std::env::var_os("SKOLLINJEN_PYTHON").expect("run `cargo xtask test`, which installs DuckDB");
    let shuffle = "import duckdb; duckdb.sql(\"copy (select * from 'city/lessons.parquet' order by hash(pupil, start, \
                   date)) to 'shuffled.parquet' (format parquet)\")";
    let done = Command::new(python).args(["-c", shuffle]).current_dir(desk.0.path()).status().unwrap();
    assert!(done.success());
    desk.says(&scan("shuffled.parquet", "shuffled.csv"));
    let read = |name: &str| std::fs::read_to_string(desk.path(name)).unwrap();
    assert_eq!(read("sorted.csv"), read("shuffled.csv"));
}
