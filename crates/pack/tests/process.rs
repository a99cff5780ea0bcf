//! The toolbox, the programmes and the causes of absence: what comes along, and what is told of a file that is wrong.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use std::{collections::BTreeSet, fs};

use domain::{Day, SchoolForm, Side};
use pack::{CauseLevel, Pack, ProgrammeTimes, check};

const TOOLBOX: &str = include_str!("../files/toolbox.toml");
const PROGRAMMES: &str = include_str!("../files/programmes.toml");
const CAUSES: &str = include_str!("../files/causes.toml");

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn the_toolbox_has_seven_categories_with_an_owner_and_activities() {
    let pack = Pack::embedded().unwrap();
    let toolbox = pack.toolbox_on(day("2026-11-22"));
    let codes: Vec<_> = toolbox.categories.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["T1", "T2", "T3", "T4", "T5", "T6", "T7"]);
    assert!(toolbox.categories.iter().all(|it| !it.activities.is_empty() && !it.sides.is_empty()));
    // The school's staff works inside the school; home and parents are the social services'.
    assert_eq!(toolbox.category("T2").unwrap().sides, [Side::Social]);
    assert_eq!(toolbox.category("T3").unwrap().sides, [Side::School]);
    let names: Vec<_> = pack.categories_on(day("2026-11-22")).map(|it| it.name.sv.as_str()).collect();
    assert_eq!(names.first(), Some(&"Motiverande och stödjande samtal"));
    assert!(pack.toolbox_on(day("2018-06-30")).categories.is_empty());
}

#[test]
fn the_team_answers_within_3_days_starts_and_plans_within_10_and_reviews_every_4_weeks() {
    let pack = Pack::embedded().unwrap();
    let on = day("2026-11-22");
    let team = pack.programme_on("school_social_team", on).unwrap();
    let times = ProgrammeTimes {
        answer_days: 3,
        start_days: 10,
        plan_days: 10,
        review_weeks: 4,
        most_months: 6,
        prolong_months: 2,
        prolong_times: 2,
        pause_days: 30,
    };
    assert_eq!((team.two_sided, team.consent, team.times), (true, true, times));
    let own = pack.programme_on("attendance_team", on).unwrap();
    assert_eq!((own.two_sided, own.consent), (false, false));
    assert_eq!(pack.programmes_on(on).count(), 2);
    assert!(pack.programme_on("school_social_team", day("2018-06-30")).is_none());
}

#[test]
fn the_ten_year_school_moves_the_target_group_by_one_grade() {
    let pack = Pack::embedded().unwrap();
    let team = pack.programme_on("school_social_team", day("2026-11-22")).unwrap();
    let levels = |on: &str| {
        (0..=10).filter(|level| team.is_for(SchoolForm::CompulsorySchool, *level, day(on))).collect::<Vec<u8>>()
    };
    assert_eq!(levels("2026-11-22"), [4, 5, 6, 7, 8, 9]);
    assert_eq!(levels("2028-06-30"), [4, 5, 6, 7, 8, 9]);
    assert_eq!(levels("2028-07-01"), [5, 6, 7, 8, 9, 10]);
    assert!(!team.is_for(SchoolForm::PreschoolClass, 4, day("2026-11-22")));
    assert!(levels("2018-06-30").is_empty());
}

#[test]
fn causes_lie_on_every_level_and_violence_reminds_of_the_duty_to_notify() {
    let pack = Pack::embedded().unwrap();
    let all: Vec<_> = pack.causes_on(day("2026-11-22")).collect();
    assert_eq!(all.iter().map(|it| it.level).collect::<BTreeSet<_>>(), CauseLevel::ALL.into());
    let reminds: Vec<_> = all.iter().filter(|it| it.concern).map(|it| it.code.as_str()).collect();
    assert_eq!(reminds, ["violence"]);
    assert!(CauseLevel::Home.is_sensitive() && !CauseLevel::School.is_sensitive());
}

#[test]
fn what_has_ended_is_not_offered_and_can_still_be_named() {
    let ended = "code = \"T1\"\nname";
    let text = TOOLBOX.replacen(ended, "code = \"T1\"\nvalid_to = 2026-12-31\nname", 1);
    let again = "\n[[category]]\ncode = \"T1\"\nname = { sv = \"Samtal\", en = \"Talks\" }\nowner = [\"school\"]\n\
                 valid_from = 2027-01-01\nactivities = [{ code = \"talk\", name = { sv = \"Samtal\", en = \"Talk\" } }]\n";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("toolbox.toml"), text + again).unwrap();
    let pack = Pack::with_overrides(folder.path()).unwrap();
    let sides = |on: &str| pack.toolbox_on(day(on)).category("T1").unwrap().sides.len();
    assert_eq!((sides("2026-12-31"), sides("2027-01-01")), (2, 1));
    assert_eq!(pack.categories().iter().filter(|it| it.code == "T1").count(), 2);
}

/// What is wrong, as code and place, with a file in which one thing is changed.
#[track_caller]
fn check_change(file: &str, text: &str, from: &str, to: &str, expected: &[(&str, &str)]) {
    assert!(text.contains(from), "{from} is not in the file");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(file), text.replacen(from, to, 1)).unwrap();
    let found = check(Some(folder.path()));
    let found: Vec<_> = found.iter().map(|it| (it.code(), it.place.split(':').next().unwrap_or_default())).collect();
    assert_eq!(found, expected, "{from} -> {to}");
}

const UNUSABLE: &str = "pack-value-unusable";
const MISSING: &str = "pack-value-missing";
const TWICE: &str = "pack-versions-overlap";

#[test]
fn a_toolbox_that_is_wrong_is_told_so() {
    let change = |from, to, expected: &[(&str, &str)]| check_change("toolbox.toml", TOOLBOX, from, to, expected);
    change("code = \"T2\"", "code = \"T1\"", &[(TWICE, "T1")]);
    change("code = \"T2\"", "code = \"\"", &[(MISSING, "category .code")]);
    change("code = \"walk_and_talk\"", "code = \"goal_talk\"", &[(TWICE, "category T1.activities goal_talk")]);
    change("owner = [\"social\"]", "owner = []", &[(MISSING, "category T2.owner")]);
    change("owner = [\"social\"]", "owner = [\"region\"]", &[("pack-file-broken", "category 2")]);
    change("sv = \"Sömn\"", "sv = \" \"", &[(MISSING, "category T6.activities sleep.name.sv")]);
    change("valid_from = 2018-07-01", "", &[(MISSING, "category 1.valid_from")]);
    change("valid_from = 2018-07-01", "valid_from = \"i år\"", &[(UNUSABLE, "category 1.valid_from")]);
    change("owner = [\"social\"]", "valid_to = 2018-06-30\nowner = [\"social\"]", &[(UNUSABLE, "category 2.valid_to")]);
    change(
        "owner = [\"social\"]",
        "owners = [\"social\"]",
        &[("pack-unknown-key", "category 2.owners"), (MISSING, "category 2.owner")],
    );
}

#[test]
fn programmes_that_are_wrong_are_told_so() {
    let change = |from, to, expected: &[(&str, &str)]| check_change("programmes.toml", PROGRAMMES, from, to, expected);
    change("answer_days = 3", "answer_days = 0", &[(UNUSABLE, "programme 1.answer_days")]);
    change("answer_days = 3", "answer_days = 100000", &[(UNUSABLE, "programme 1.answer_days")]);
    change("answer_days = 3", "answer_days = -3", &[(UNUSABLE, "programme 1.answer_days")]);
    change("answer_days = 3", "answer_days = \"tre\"", &[("pack-file-broken", "programme 1")]);
    change("answer_days = 3", "", &[(MISSING, "programme 1.answer_days")]);
    change("pause_days = 30", "pause_days = 31", &[(UNUSABLE, "programme 1.pause_days")]);
    change("prolong_times = 2", "prolong_times = 0", &[]);
    change("consent = true", "consent = false", &[(UNUSABLE, "programme school_social_team.consent")]);
    change("code = \"attendance_team\"", "code = \"school_social_team\"", &[(TWICE, "school_social_team")]);
    change("from = 4, to = 9", "from = 9, to = 4", &[(UNUSABLE, "programme 1.target 1.to")]);
    change("from = 4, to = 9", "from = 4, to = 11", &[(UNUSABLE, "programme 1.target 1.to")]);
    change(
        "forms = [\"GR\", \"GRS\"], from = 4",
        "forms = [\"GY\"], from = 4",
        &[(UNUSABLE, "programme 1.target 1.forms")],
    );
    change("forms = [\"GR\", \"GRS\"], from = 4", "forms = [], from = 4", &[(UNUSABLE, "programme 1.target 1.forms")]);
    change("valid_from = 2028-07-01", "valid_from = 2018-07-01", &[(TWICE, "programme 1.target 2")]);
}

#[test]
fn causes_that_are_wrong_are_told_so() {
    let change = |from, to, expected: &[(&str, &str)]| check_change("causes.toml", CAUSES, from, to, expected);
    change("code = \"study_calm\"", "code = \"bullying\"", &[(TWICE, "bullying")]);
    change("level = \"home\"", "level = \"family\"", &[("pack-file-broken", "cause 18")]);
    change("concern = true", "worry = true", &[("pack-unknown-key", "cause 21.worry")]);
    change("en = \"Study calm\"", "en = \"\"", &[(MISSING, "cause study_calm.name.en")]);
}
