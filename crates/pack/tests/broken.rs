//! A folder that is wrong in some way is told so, with a code and a place, and about everything at once.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use std::{fs, path::Path};

use pack::{Pack, Problem, check};

const THRESHOLDS: &str = include_str!("../files/thresholds.toml");
const LISTS: &str = include_str!("../files/lists.toml");
const DANDERYD: &str = include_str!("../files/presets/danderyd.toml");

/// What is wrong, as code and place, with a folder of these files.
fn wrong(files: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let problems = check(Some(folder.path()));
    assert_eq!(Pack::with_overrides(folder.path()).err(), problems.first().cloned());
    problems.into_iter().map(|problem| (problem.code(), problem.place)).collect()
}

/// Files in which one thing is changed, and what is then wrong.
#[track_caller]
fn check_change(file: &str, text: &str, from: &str, to: &str, expected: &[(&str, &str)]) {
    assert!(text.contains(from), "{from} is not in the file");
    let found = wrong(&[(file, &text.replacen(from, to, 1))]);
    let found: Vec<(&str, &str)> = found.iter().map(|(code, place)| (*code, place.as_str())).collect();
    assert_eq!(found, expected, "{from} -> {to}");
}

#[test]
fn thresholds_out_of_range() {
    let out = "pack-value-out-of-range";
    let change = |from, to, place| check_change("thresholds.toml", THRESHOLDS, from, to, &[(out, place)]);
    change("percent = 25", "percent = 101", "version 1.s02.percent");
    change("percent = 25", "percent = -1", "version 1.s02.percent");
    change("weeks = 5", "weeks = 11", "version 1.s04.weeks");
    change("over_percent = 50", "over_percent = 500", "version 1.s11.over_percent");
    change("[5, 10, 15, 20, 30, 50]", "[5, 10, 15, 15, 30, 50]", "version 1.s01.bands_percent");
    change("[5, 10, 15, 20, 30, 50]", "[10, 5, 15, 20, 30, 50]", "version 1.s01.bands_percent");
    change("watch_percent = 10", "watch_percent = 12", "version 1.s01.watch_percent");
    change("watch_percent = 10", "watch_percent = 20", "version 1.s01.notify_percent");
    change("notify_percent = 15", "notify_percent = 16", "version 1.s01.notify_percent");
    change("level2_days = 20", "level2_days = 9", "version 1.s05.level2_days");
    change("valid_from = 2018-07-01", "valid_from = \"2018-07-01\"", "version 1.valid_from");
    change("valid_from = 2018-07-01", "valid_from = 2018-07-01T08:00:00", "version 1.valid_from");
    // the lists ask for a band at 15
    let place = "list team: S01 at least 15";
    change("bands_percent = [5, 10, 15, 20, 30, 50]\nwatch_percent = 10\nnotify_percent = 15", LOW_BANDS, place);
}

const LOW_BANDS: &str = "bands_percent = [5, 10, 20]\nwatch_percent = 10\nnotify_percent = 20";

#[test]
fn thresholds_misspelt_missing_or_of_the_wrong_kind() {
    let change = |from, to, expected: &[(&str, &str)]| {
        check_change("thresholds.toml", THRESHOLDS, from, to, expected);
    };
    let missing = ("pack-value-missing", "version 1.s04.weeks");
    change("weeks = 5", "week = 5", &[("pack-unknown-threshold", "version 1.s04.week"), missing]);
    change(
        "[version.s09]",
        "[version.s99]",
        &[("pack-unknown-threshold", "version 1.s99"), ("pack-value-missing", "version 1.s09.days")],
    );
    change("weeks = 5", "weeks = 5.5", &[("pack-file-broken", "version 1.s04.weeks")]);
    change("weeks = 5", "weeks = [5]", &[("pack-file-broken", "version 1.s04.weeks")]);
    change("[5, 10, 15, 20, 30, 50]", "5", &[("pack-file-broken", "version 1.s01.bands_percent")]);
    change("valid_from = 2018-07-01\n", "", &[("pack-value-missing", "version 1.valid_from")]);
}

#[test]
fn two_versions_from_the_same_day() {
    let twice = format!("{THRESHOLDS}\n{THRESHOLDS}");
    assert_eq!(wrong(&[("thresholds.toml", &twice)]), [("pack-versions-overlap", "2018-07-01".to_owned())]);
}

#[test]
fn text_that_is_not_toml_is_told_by_line_and_column() {
    let found = wrong(&[("thresholds.toml", "[[version]]\nvalid_from = \n")]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "pack-file-broken");
    assert!(found[0].1.starts_with("2:"), "{}", found[0].1);
}

#[test]
fn lists() {
    let change = |from, to, expected: &[(&str, &str)]| check_change("lists.toml", LISTS, from, to, expected);
    let team = "[\"S05 or S06 or S11\"]";
    change(team, "[\"S05 or S12a\"]", &[("pack-s12-on-list", "list team.when: S12a")]);
    change(team, "[]", &[("pack-value-missing", "list team.when")]);
    change(team, "[\"\"]", &[("pack-unknown-signal", "list team.when: ")]);
    change(team, "[\"S12\"]", &[("pack-s12-on-list", "list team.when: S12")]);
    change(team, "[\"S05 or S13\"]", &[("pack-unknown-signal", "list team.when: S13")]);
    change(team, "[\"S05 and S06\"]", &[("pack-unknown-signal", "list team.when: S05 and S06")]);
    change(team, "[\"S05 at least 3\"]", &[("pack-value-out-of-range", "list team.when: S05 at least 3")]);
    change(team, "[\"S02 at least 30\"]", &[("pack-value-out-of-range", "list team.when: S02 at least 30")]);
    change(team, "[\"S01 at least 12\"]", &[("pack-value-out-of-range", "list team: S01 at least 12")]);
    change("\"S05\", \"S01 band\"", "\"S12b\"", &[("pack-s12-on-list", "list school.order: S12b")]);
    change("\"S05\", \"S01 band\"", "\"score\"", &[("pack-unknown-signal", "list school.order: score")]);
    change("\"S09\"", "\"S9\"", &[("pack-unknown-signal", "list school.mentor_first: S9")]);
    change("from = 4, to = 9", "from = 9, to = 4", &[("pack-value-out-of-range", "list team.levels")]);
    change("from = 4, to = 9", "from = 4, to = 12", &[("pack-value-out-of-range", "list team.levels")]);
    change("id = \"team\"", "id = \"school\"", &[("pack-versions-overlap", "school")]);
    change("en = \"The school's own\"", "en = \"\"", &[("pack-value-missing", "list school.name.en")]);
    change(
        "id = \"team\"",
        "id = \"team\"\ngrades = 3\nscore = 1",
        &[("pack-unknown-key", "list 2.grades"), ("pack-unknown-key", "list 2.score")],
    );
}

#[test]
fn presets() {
    let file = "presets/danderyd.toml";
    let change = |from, to, expected: &[(&str, &str)]| check_change(file, DANDERYD, from, to, expected);
    change("notify_percent = 15", "notify = 15", &[("pack-unknown-threshold", "thresholds.s01.notify")]);
    change(
        "notify_percent = 15",
        "notify_percent = 115",
        &[("pack-value-out-of-range", "thresholds.s01.notify_percent")],
    );
    // in range by itself, but below the level of watching
    change(
        "notify_percent = 15",
        "notify_percent = 5",
        &[("pack-value-out-of-range", "thresholds.s01.notify_percent")],
    );
    change("notify_percent = 15", LOW_BANDS, &[("pack-value-out-of-range", "list team: S01 at least 15")]);
    change("id = \"danderyd\"", "id = \"boras\"", &[("pack-versions-overlap", "boras")]);
    change("id = \"danderyd\"", "id = \"danderyd\"\nlabel = 1", &[("pack-unknown-key", "label")]);
    change("id = \"danderyd\"", "", &[("pack-value-missing", "id")]);
}

#[test]
fn everything_is_told_at_once() {
    let thresholds = THRESHOLDS.replacen("weeks = 5", "weeks = 50", 1).replacen("percent = 25", "percent = 250", 1);
    let lists = LISTS.replace("S11\"", "S14\"");
    let found = wrong(&[("thresholds.toml", &thresholds), ("lists.toml", &lists), ("presets/new.toml", "id = 1")]);
    let codes: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
    // S11 stands in two `when` and two `order`; the new preset lacks four keys
    assert_eq!(codes.iter().filter(|code| **code == "pack-unknown-signal").count(), 4);
    assert_eq!(codes.iter().filter(|code| **code == "pack-value-out-of-range").count(), 2);
    assert_eq!(codes.iter().filter(|code| **code == "pack-value-missing").count(), 4);
    assert_eq!(codes.len(), 10);
}

#[test]
fn files_that_are_not_there_or_not_ours() {
    assert_eq!(check(Some(Path::new("/no/such/folder")))[0].problem, Problem::FileMissing);
    assert_eq!(wrong(&[("threshold.toml", "")]), [("pack-file-unknown", String::new())]);
    assert_eq!(wrong(&[("README.md", "Our own thresholds.")]), []);
    assert_eq!(wrong(&[]), []);
}

#[test]
fn a_file_in_the_folder_replaces_the_embedded_one_and_only_that() {
    let folder = tempfile::tempdir().unwrap();
    let later = THRESHOLDS.replace("2018-07-01", "2026-07-01").replace("percent = 25", "percent = 30");
    fs::write(folder.path().join("thresholds.toml"), format!("{later}\n{THRESHOLDS}")).unwrap();
    fs::create_dir(folder.path().join("presets")).unwrap();
    let own = DANDERYD.replace("id = \"danderyd\"", "id = \"own\"");
    fs::write(folder.path().join("presets/own.toml"), own).unwrap();

    let (embedded, ours) = (Pack::embedded().unwrap(), Pack::with_overrides(folder.path()).unwrap());
    let percent = |day: &str| ours.thresholds_on(day.parse().unwrap()).unwrap().s02.percent;
    assert_eq!([percent("2018-07-01"), percent("2026-06-30"), percent("2026-07-01")], [25, 25, 30]);
    assert_eq!(ours.valid_from().count(), 2);
    assert_eq!(ours.lists(), embedded.lists());
    assert_eq!(ours.presets().len(), embedded.presets().len() + 1);
    assert!(ours.preset("own").is_some());
}

#[test]
fn an_embedded_preset_that_does_not_fit_own_thresholds_is_told_when_it_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let bands = "bands_percent = [5, 10, 15, 20, 30, 50]\nwatch_percent = 10\nnotify_percent = 15";
    let own = THRESHOLDS.replace(bands, "bands_percent = [15, 20]\nwatch_percent = 15\nnotify_percent = 20");
    fs::write(folder.path().join("thresholds.toml"), own).unwrap();
    let pack = Pack::with_overrides(folder.path()).unwrap();
    let on = "2026-11-22".parse().unwrap();
    assert_eq!(pack.thresholds_with(pack.preset("danderyd").unwrap(), on).unwrap().s01.notify_percent, 15);
    // 10 is no band here
    let error = pack.thresholds_with(pack.preset("boras").unwrap(), on).unwrap_err();
    assert_eq!((error.code(), error.file.as_str()), ("pack-value-out-of-range", "presets/boras.toml"));
}

#[test]
fn codes_are_their_own() {
    let codes: std::collections::BTreeSet<&str> = Problem::ALL.iter().map(|problem| problem.code()).collect();
    assert_eq!(codes.len(), Problem::ALL.len());
}
