//! The embedded pack says what the method says (section 1.3), and is in order.

use std::{collections::BTreeSet, fs, path::Path};

use domain::{Day, Signal};
use pack::{
    Alternative, Condition, Pack, SortKey, Thresholds, check,
    thresholds::{
        AbsentDays, AbsentWeeks, Contrast, Invalid, Late, Level, LongRun, Majority, Rate, Underlag, Worsening,
    },
};

fn day(text: &str) -> Day {
    text.parse().unwrap_or_default()
}

fn condition(signal: Signal) -> Condition {
    Condition { signal, at_least: None, below_notify: false }
}

#[test]
fn nothing_is_wrong_with_it() {
    assert_eq!(check(None), []);
}

#[test]
fn every_file_of_the_folder_is_in_it() {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("files");
    // A folder with the very same files changes nothing: a file that is not embedded would be unknown or a new preset.
    assert_eq!(check(Some(&files)), []);
    let presets = fs::read_dir(files.join("presets")).unwrap().count();
    assert_eq!(Pack::embedded().unwrap().presets().len(), presets);
    assert_eq!(fs::read_dir(files).unwrap().count(), 6);
}

#[test]
fn the_thresholds_are_those_of_the_method() {
    let pack = Pack::embedded().unwrap();
    let method = Thresholds {
        s01: Level { bands_percent: vec![5, 10, 15, 20, 30, 50], watch_percent: 10, notify_percent: 15 },
        s02: Rate { percent: 25 },
        s03: AbsentDays { days: 10 },
        s04: AbsentWeeks { weeks: 5 },
        s05: LongRun { days: 10, level2_days: 20 },
        s06: Invalid { percent: 5, days: 3 },
        s07: Contrast { lessons: 8, missed: 4, others: 20, percent: 30, excess_percent: 20 },
        s08: Contrast { lessons: 8, missed: 4, others: 20, percent: 30, excess_percent: 20 },
        s09: Late { days: 5 },
        s10: Worsening { ppm_weeks: 400_000 },
        s11: Majority { over_percent: 50 },
        s12: Underlag { coverage_percent: 80, schedule_percent: 75, peers: 10 },
    };
    assert_eq!(pack.thresholds_on(day("2018-07-01")), Ok(&method));
    assert_eq!(pack.thresholds_on(day("2026-11-22")), Ok(&method));
}

#[test]
fn no_version_holds_before_the_first() {
    let error = Pack::embedded().unwrap().thresholds_on(day("2018-06-30")).unwrap_err();
    assert_eq!(error.code(), "pack-no-version");
    assert_eq!(error.args(), [("file", "thresholds.toml".to_owned()), ("where", "2018-06-30".to_owned())]);
}

#[test]
fn the_team_list_is_the_one_of_the_method() {
    let pack = Pack::embedded().unwrap();
    let team = pack.list("team").unwrap();
    assert_eq!(team.name.sv, "Möjlig målgrupp för team");
    assert_eq!(team.levels, 4..=9);
    let at_least_15 = Condition { at_least: Some(15), ..condition(Signal::S01) };
    let any = vec![condition(Signal::S05), condition(Signal::S06), condition(Signal::S11)];
    let both = vec![vec![condition(Signal::S04)], vec![at_least_15, condition(Signal::S02), condition(Signal::S10)]];
    assert_eq!(team.when, [Alternative { all_of: vec![any] }, Alternative { all_of: both }]);
    let order = [
        SortKey::Signal(Signal::S11),
        SortKey::Level2,
        SortKey::Signal(Signal::S05),
        SortKey::Band,
        SortKey::Count,
        SortKey::Since,
    ];
    assert_eq!(team.order, order);
    assert_eq!(pack.list("school").unwrap().order, order);
}

#[test]
fn the_team_list_takes_whom_the_method_takes() {
    let pack = Pack::embedded().unwrap();
    let thresholds = pack.thresholds_on(day("2025-12-05")).unwrap();
    let team = pack.list("team").unwrap();
    let includes = |level: i8, firing: &[Signal], band: i64| {
        team.includes(level, |one| one.holds(firing.contains(&one.signal), band, thresholds))
    };
    assert!(includes(4, &[Signal::S06], 0));
    assert!(!includes(3, &[Signal::S06], 0));
    assert!(!includes(10, &[Signal::S06], 0));
    // repeated absence needs a companion
    assert!(!includes(7, &[Signal::S04], 0));
    assert!(!includes(7, &[Signal::S04, Signal::S01], 10));
    assert!(includes(7, &[Signal::S04, Signal::S01], 15));
    assert!(includes(7, &[Signal::S04, Signal::S10], 0));
    assert!(!includes(7, &[Signal::S01, Signal::S02, Signal::S03, Signal::S10], 30));
    assert!(!includes(7, &[], 50));
}

#[test]
fn the_schools_own_list_takes_every_signal_of_every_grade_but_s12() {
    let pack = Pack::embedded().unwrap();
    let thresholds = pack.thresholds_on(day("2025-12-05")).unwrap();
    let school = pack.list("school").unwrap();
    for signal in Signal::ALL {
        for level in 0..=9 {
            let included = school.includes(level, |one| one.holds(one.signal == signal, 10, thresholds));
            assert_eq!(included, signal.about_pupil(), "{signal:?} in grade {level}");
        }
    }
}

#[test]
fn milder_signals_go_to_the_mentor_first() {
    let pack = Pack::embedded().unwrap();
    let thresholds = pack.thresholds_on(day("2025-12-05")).unwrap();
    let school = pack.list("school").unwrap();
    let mentor = |signal: Signal, band: i64| {
        school.mentor_first.iter().any(|one| one.signal == signal && one.holds(true, band, thresholds))
    };
    assert!(mentor(Signal::S01, 10));
    assert!(!mentor(Signal::S01, 15));
    let milder: BTreeSet<Signal> = Signal::ALL.into_iter().filter(|&signal| mentor(signal, 10)).collect();
    assert_eq!(milder, BTreeSet::from([Signal::S01, Signal::S07, Signal::S08, Signal::S09]));
}
