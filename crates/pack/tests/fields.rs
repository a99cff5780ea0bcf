//! Thresholds in a form: what is written is read as it was meant, and what is wrong is told at its field.

use domain::Day;
use pack::{Field, Pack, Thresholds, What, Wrong};
use proptest::prelude::*;

#[cfg(test)]
fn method() -> Thresholds {
    Pack::embedded().unwrap().method_on(day("2026-11-20")).unwrap().clone()
}

#[cfg(test)]
fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// What the method's thresholds become when other words stand in some fields.
#[cfg(test)]
fn read(changed: &[(&str, &str)]) -> Result<Thresholds, Vec<Wrong>> {
    let usual = method().written();
    Thresholds::from_written(|name| {
        let other = changed.iter().find(|(field, _)| *field == name).map(|(_, words)| (*words).to_owned());
        other.or_else(|| usual.get(name).cloned())
    })
}

#[cfg(test)]
#[track_caller]
fn check(changed: &[(&str, &str)], field: &str, what: What, code: &str) {
    let wrong = read(changed).unwrap_err();
    let found: Vec<(&str, What, &str)> = wrong.iter().map(|it| (it.field, it.what, it.code())).collect();
    assert_eq!(found, [(field, what, code)]);
    assert!(Wrong::CODES.contains(&code));
}

#[test]
fn the_form_shows_what_the_files_say_and_reads_it_back() {
    let shown = method().written();
    assert_eq!(shown.len(), 26);
    assert_eq!(shown["s01-bands-percent"], "5, 10, 15, 20, 30, 50");
    assert_eq!(shown["s10-ppm-weeks"], "40"); // 400 000 parts per million times weeks
    assert_eq!(shown["s08-days"], "8");
    assert_eq!(read(&[]).unwrap(), method());
    assert_eq!(Thresholds::from_text(&method().to_text()).unwrap(), method());
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let of = |field, words| read(&[(field, words)]).unwrap();
    assert_eq!(of("s02-percent", " 30 %").s02.percent, 30);
    assert_eq!(of("s10-ppm-weeks", "40,5").s10.ppm_weeks, 405_000);
    assert_eq!(of("s10-ppm-weeks", "40.25").s10.ppm_weeks, 402_500);
    assert_eq!(of("s01-bands-percent", "5 10;15,20").s01.bands_percent, [5, 10, 15, 20]);
}

#[test]
fn each_field_says_what_is_wrong_with_it() {
    let range = |low, high| What::OutOfRange { low, high };
    check(&[("s02-percent", "")], "s02-percent", What::Missing, "threshold-missing");
    for words in ["tio", "-5", "2,5", "10 st", "99999999999999999999"] {
        check(&[("s02-percent", words)], "s02-percent", What::NotANumber, "threshold-not-a-number");
    }
    check(&[("s02-percent", "101")], "s02-percent", range(0, 100), "threshold-out-of-range");
    check(&[("s04-weeks", "11")], "s04-weeks", range(1, 10), "threshold-out-of-range");
    check(&[("s10-ppm-weeks", "161")], "s10-ppm-weeks", range(1, 160), "threshold-out-of-range");
    check(&[("s01-bands-percent", "5, tio")], "s01-bands-percent", What::NotANumber, "threshold-bands-not-numbers");
    check(&[("s05-level2-days", "9")], "s05-level2-days", What::DoesNotFit, "threshold-level2-shorter");
    check(&[("s07-missed", "9")], "s07-missed", What::DoesNotFit, "threshold-missed-more-than-all");
    check(&[("s08-missed", "9")], "s08-missed", What::DoesNotFit, "threshold-missed-more-than-all");
    check(&[("s01-watch-percent", "12")], "s01-watch-percent", What::DoesNotFit, "threshold-watch-no-band");
    check(&[("s01-notify-percent", "5")], "s01-notify-percent", What::DoesNotFit, "threshold-notify-no-band");
    check(
        &[("s01-bands-percent", "5, 10, 15, 15, 50")],
        "s01-bands-percent",
        What::DoesNotFit,
        "threshold-bands-not-rising",
    );
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let wrong = read(&[("s02-percent", ""), ("s09-days", "0"), ("s11-over-percent", "x")]).unwrap_err();
    let fields: Vec<&str> = wrong.iter().map(|it| it.field).collect();
    assert_eq!(fields, ["s02-percent", "s09-days", "s11-over-percent"]);
}

#[test]
fn a_list_that_asks_for_a_band_is_told_when_it_is_missing() {
    let pack = Pack::embedded().unwrap();
    assert_eq!(pack.misfits(&method()), []);
    let without = read(&[("s01-bands-percent", "10, 20"), ("s01-notify-percent", "20")]).unwrap();
    let wrong = Wrong { field: "s01-bands-percent", what: What::BandMissing { percent: 15 } };
    assert_eq!(pack.misfits(&without), [wrong]);
}

#[test]
fn the_rooms_own_thresholds_hold_from_their_first_day() {
    let pack = Pack::embedded().unwrap();
    let with = |percent: &str| read(&[("s02-percent", percent)]).unwrap();
    let own = vec![
        (day("2026-11-20"), with("30")),
        (day("2027-01-08"), with("35")),
        (day("2026-11-20"), with("40")), // set later for the same day
    ];
    let pack = pack.with_own(own);
    let on = |date: &str| pack.thresholds_on(day(date)).unwrap().s02.percent;
    assert_eq!([on("2026-11-19"), on("2026-11-20"), on("2027-01-07"), on("2027-01-08")], [25, 40, 40, 35]);
    assert_eq!(pack.method_on(day("2027-02-01")).unwrap().s02.percent, 25);
}

proptest! {
    /// Any thresholds that are in range: written in the form or kept as text, they are read back as they were.
    #[test]
    fn whatever_may_be_set_comes_back(numbers in prop::collection::vec(0..2_000_000_i64, 26)) {
        let mut usual = method();
        let place = |at: usize| {
            let (low, high) = Field::ALL[at].range;
            low + numbers[at] % (high - low + 1)
        };
        usual.s02.percent = place(3);
        usual.s03.days = place(4);
        usual.s04.weeks = place(5);
        usual.s05.days = place(6).min(place(7));
        usual.s05.level2_days = place(6).max(place(7));
        usual.s06.percent = place(8);
        usual.s06.days = place(9);
        usual.s09.days = place(20);
        usual.s10.ppm_weeks = place(21);
        usual.s11.over_percent = place(22);
        usual.s12.peers = place(25);
        let shown = usual.written();
        prop_assert_eq!(&Thresholds::from_written(|name| shown.get(name).cloned()).unwrap(), &usual);
        prop_assert_eq!(&Thresholds::from_text(&usual.to_text()).unwrap(), &usual);
    }

    /// Whatever somebody writes in a field is read or told, and nothing else happens.
    #[test]
    fn nothing_that_is_written_goes_wrong(words in ".{0,40}", at in 0..26_usize) {
        let name = Field::ALL[at].name;
        if let Err(wrong) = read(&[(name, &words)]) {
            prop_assert!(!wrong.is_empty());
        }
    }
}
