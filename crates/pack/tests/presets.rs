//! A preset changes what it says and nothing else, and says what it cannot measure.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use domain::Day;
use pack::{Pack, Thresholds};

fn on() -> Day {
    "2026-11-22".parse().unwrap_or_default()
}

/// The preset sets exactly these thresholds, and gives those that `change` makes of the method's.
#[track_caller]
fn check(id: &str, sets: &[&str], change: impl Fn(&mut Thresholds)) {
    let pack = Pack::embedded().unwrap();
    let preset = pack.preset(id).unwrap();
    assert_eq!(preset.sets(), sets);
    let mut expected = pack.thresholds_on(on()).unwrap().clone();
    change(&mut expected);
    assert_eq!(pack.thresholds_with(preset, on()), Ok(expected));
}

#[test]
fn routines_with_figures_set_them() {
    check("danderyd", &["s01.notify_percent"], |all| all.s01.notify_percent = 15);
    check("boras", &["s01.notify_percent", "s01.watch_percent"], |all| all.s01.notify_percent = 10);
    check("prestationsprinsen", &["s01.notify_percent", "s01.watch_percent"], |all| all.s01.notify_percent = 20);
    check("stockholm-starkt-stod", &["s11.over_percent"], |all| all.s11.over_percent = 50);
}

#[test]
fn routines_without_figures_that_we_measure_set_nothing() {
    for id in ["nationell-lag", "goteborg-majorna-linne", "toreboda", "lidingo"] {
        check(id, &[], |_| {});
    }
}

#[test]
fn every_preset_has_a_ladder_a_source_and_says_what_it_does_not_cover() {
    for preset in Pack::embedded().unwrap().presets() {
        assert!(!preset.ladder.is_empty(), "{}", preset.id);
        assert!(!preset.source.sv.is_empty(), "{}", preset.id);
        assert!(!preset.not_covered.is_empty(), "{}", preset.id);
    }
}

#[test]
fn a_preset_does_not_hold_before_the_method_does() {
    let pack = Pack::embedded().unwrap();
    let error = pack.thresholds_with(pack.preset("danderyd").unwrap(), Day(0)).unwrap_err();
    assert_eq!(error.code(), "pack-no-version");
}
