//! S10 by hand: weeks of 1,000 minutes, so that 10 missed minutes are one per cent, or 10,000 ppm.

use super::*;
use crate::signals::testing::{day, said, sums, thresholds, week, weeks};

/// Any day after the weeks; asked on the day of the scan, everything is known.
fn measure(own: &[WeekSum], season: &Season) -> Figures {
    let after = day("2026-06-30");
    Figures::measure(&valid_weeks(own, after, after), season)
}

/// The pupil's weeks beside those of others; the pupil's own are part of the season, as in a scan.
fn among(own: &[WeekSum], others: Vec<Vec<WeekSum>>) -> Figures {
    let after = day("2026-06-30");
    let all = sums(others.into_iter().chain([own.to_vec()]));
    let mut season = Season::default();
    all.values().for_each(|pupil| season.count(&valid_weeks(pupil, after, after)));
    measure(own, &season)
}

#[track_caller]
fn check_figures(figures: &Figures, cusum: Option<i64>, answer: Answer) {
    assert_eq!((figures.cusum, figures.judge(&thresholds().s10)), (cusum, answer));
}

/// Weeks with so many of 1,000 minutes missed, without peers.
#[track_caller]
fn check(absent: &[i32], cusum: i64, answer: Answer) {
    check_figures(&measure(&weeks(absent), &Season::default()), Some(cusum), answer);
}

/// `before` in eight weeks, then the rest.
fn after_eight(before: i32, rest: &[i32]) -> Vec<i32> {
    [&[before; 8], rest].concat()
}

#[test]
fn twelve_weeks_from_five_to_forty_per_cent() {
    // baseline 4 weeks: b = 1,000,000·200 // 4000 = 50,000
    // each of 8 weeks: y − e = 400,000 − 50,000 = 350,000, capped to 250,000; x = 250,000 − 50,000 = 200,000
    // C = 8·200,000
    check(&[&[50; 4][..], &[400; 8]].concat(), 1_600_000, Answer::Yes);
}

#[test]
fn fifteen_points_over_the_own_level_for_four_weeks_fire() {
    // b = 50,000; four weeks at 5 %: x = −50,000 and C stays 0; four at 20 %: x = 150,000 − 50,000 = 100,000
    check(&after_eight(50, &[50, 50, 50, 50, 200, 200, 200, 200]), 400_000, Answer::Yes);
    check(&after_eight(50, &[50, 50, 50, 50, 200, 200, 200, 199]), 399_000, Answer::No);
}

#[test]
fn one_week_adds_two_hundred_thousand_at_the_most() {
    // y − e = 950,000 is capped to 250,000, less 50,000
    check(&after_eight(50, &[50, 50, 50, 50, 50, 50, 50, 1000]), 200_000, Answer::No);
    check(&after_eight(50, &[50, 50, 50, 50, 50, 50, 50, 300]), 200_000, Answer::No); // exactly 25 points
    check(&after_eight(50, &[50, 50, 50, 50, 50, 50, 50, 299]), 199_000, Answer::No);
    check(&after_eight(50, &[50, 50, 50, 50, 50, 50, 1000, 1000]), 400_000, Answer::Yes); // two heavy weeks
}

#[test]
fn one_week_takes_three_hundred_thousand_at_the_most_and_the_sum_never_goes_below_zero() {
    // b = 500,000; two weeks at 100 %: 2·200,000; one at 0 %: −500,000 capped to −250,000, less 50,000
    check(&after_eight(500, &[500, 500, 500, 500, 500, 1000, 1000, 0]), 100_000, Answer::No);
    // from 0 and not from below: one week at 100 % after seven at 0 %
    check(&after_eight(500, &[0, 0, 0, 0, 0, 0, 0, 1000]), 200_000, Answer::No);
}

#[test]
fn every_division_is_rounded_down() {
    // baseline 4 weeks with 2 of 3 minutes: b = 1,000,000·8 // 12 = 666,666
    // monitored 8 weeks with 5 of 6: y = 833,333; x = 166,667 − 50,000 = 116,667; C = 8·116,667
    let baseline = (0..4).map(|number| week(Week(number), 3, 2));
    let own: Vec<WeekSum> = baseline.chain((4..12).map(|number| week(Week(number), 6, 5))).collect();
    check_figures(&measure(&own, &Season::default()), Some(933_336), Answer::Yes);
}

#[test]
fn twelve_valid_weeks_are_enough() {
    check(&[0; 12], 0, Answer::No);
    check_figures(&measure(&weeks(&[1000; 11]), &Season::default()), None, Answer::TooLittleData);
}

#[test]
fn only_the_last_sixteen_weeks_are_seen() {
    let last_sixteen = after_eight(50, &[50, 50, 50, 50, 200, 200, 200, 200]);
    check(&[&[1000, 1000][..], &last_sixteen].concat(), 400_000, Answer::Yes);
}

#[test]
fn a_week_is_valid_from_half_reported() {
    let valid = |reported| {
        let half = WeekSum { reported, ..week(Week(0), 1_000, 0) };
        valid_weeks(&[half], day("2026-06-30"), day("2026-06-30")).len()
    };
    assert_eq!([valid(500), valid(499), valid(0)], [1, 0, 0]);
}

#[test]
fn a_week_at_two_schools_is_one_week_in_the_later_grade() {
    let monday = WeekSum { days: 0b1, grade: 6, ..week(Week(0), 200, 50) };
    let rest = WeekSum { days: 0b1_1110, school: 90_000_102, grade: 7, ..week(Week(0), 800, 100) };
    let found = valid_weeks(&[monday, rest], day("2026-06-30"), day("2026-06-30"));
    let both =
        ValidWeek { week: Week(0), stage: Stage::High, reported: 1000, absent: 150, scheduled: 1000, invalid: 0 };
    assert_eq!(found, [both]);
}

/// 5 % in eight weeks, 20 % in eight: without a season b = 50,000, x = 150,000 − 50,000 and C = 8·100,000.
fn winter() -> Vec<WeekSum> {
    weeks(&after_eight(50, &[200; 8]))
}

#[test]
fn the_season_counts_from_twenty_one_pupils() {
    // the others do as the pupil: ḡ = 50,000, g_w = 200,000, e = 50,000 + 150,000; x = 0 − 50,000 and C stays 0
    check_figures(&among(&winter(), vec![winter(); 20]), Some(0), Answer::No);
    check_figures(&among(&winter(), vec![winter(); 19]), Some(800_000), Answer::Yes);
}

#[test]
fn the_pupil_is_no_part_of_its_own_season() {
    // the others stay at 5 %: no shift. With the pupil among them g_w would rise
    check_figures(&among(&winter(), vec![weeks(&[50; 16]); 20]), Some(800_000), Answer::Yes);
}

#[test]
fn only_peers_of_the_same_stage_make_the_season() {
    let grade_6 = || winter().into_iter().map(|week| WeekSum { grade: 6, ..week }).collect();
    check_figures(&among(&winter(), (0..20).map(|_| grade_6()).collect()), Some(800_000), Answer::Yes);
}

#[test]
fn the_season_is_rounded_down_too() {
    // 20 others with 1 of 3 minutes, then 2 of 3: g = 20,000,000 // 60 = 333,333, then 666,666; shift 333,333
    // own b = 100,000, y = 600,000: e = 433,333; x = 166,667 − 50,000 = 116,667; C = 8·116,667
    let own = weeks(&after_eight(100, &[600; 8]));
    let thirds = |(at, own): (usize, &WeekSum)| week(own.week, 3, if at < 8 { 1 } else { 2 });
    let others: Vec<WeekSum> = own.iter().enumerate().map(thirds).collect();
    check_figures(&among(&own, vec![others; 20]), Some(933_336), Answer::Yes);
}

#[test]
fn a_baseline_week_without_peers_leaves_out_the_season() {
    check_figures(&among(&winter(), vec![winter().split_off(1); 20]), Some(800_000), Answer::Yes);
}

#[test]
fn a_monitored_week_without_peers_has_no_shift() {
    // seven weeks with x = −50,000, the last one without a shift: x = 100,000
    let without_last: Vec<WeekSum> = winter().into_iter().take(15).collect();
    check_figures(&among(&winter(), vec![without_last; 20]), Some(100_000), Answer::No);
}

#[test]
fn what_is_expected_lies_between_0_and_95_per_cent() {
    // own 5 % then 10 %, the others 50 % then 0 %: e = 50,000 − 500,000 is 0; x = 100,000 − 50,000; C = 8·50,000
    let (own, others) = (weeks(&after_eight(50, &[100; 8])), weeks(&after_eight(500, &[0; 8])));
    check_figures(&among(&own, vec![others; 20]), Some(400_000), Answer::Yes);
    // own 50 % then 100 % in the last two weeks, the others 0 % until 60 % in the last week.
    // six weeks with x = −50,000; then e = 500,000: x = 200,000; then e = 1,100,000 is 950,000: x = 50,000 − 50,000
    let own = weeks(&after_eight(500, &[500, 500, 500, 500, 500, 500, 1000, 1000]));
    let others = weeks(&after_eight(0, &[0, 0, 0, 0, 0, 0, 0, 600]));
    check_figures(&among(&own, vec![others; 20]), Some(200_000), Answer::No);
}

#[test]
fn the_school_is_told_both_stretches_the_peers_split_and_coverage() {
    // 4 % in v. 36–43, 19 % in v. 44–51, 50 of 190 minutes invalid; the others 8 % and 9 %
    let mut own = weeks(&after_eight(40, &[190; 8]));
    own.iter_mut().skip(8).for_each(|week| week.invalid = 50);
    assert_eq!(
        said(&among(&own, vec![weeks(&after_eight(80, &[90; 8])); 20]).explain()),
        "Frånvaron har gått från 4 % (v. 36–43) till 19 % (v. 44–51). Andra i årskurs 7–9 gick från 8 % till 9 % \
         under samma veckor. Rapporterat är 100 % av tiden v. 36–43 och 100 % av tiden v. 44–51. Under v. 44–51 gäller: \
         Giltig 14 %, ogiltig 5 %. Hela elevens egna schemalagda tid är rapporterad."
    );
}

#[test]
fn the_school_is_told_of_too_few_peers_and_of_what_is_not_reported() {
    // the last week half reported: S = 8000, D = 7500, A = 8·150 = 1200: 16 %; D/S = 93.75 %, A/S = 15 %,
    // (A + 500)/S = 1700/8000 = 21.25 %; baseline 4 weeks at 4 %
    let mut own = weeks(&[40, 40, 40, 40, 150, 150, 150, 150, 150, 150, 150, 150]);
    own[11].reported = 500;
    assert_eq!(
        said(&measure(&own, &Season::default()).explain()),
        "Frånvaron har gått från 4 % (v. 36–39) till 16 % (v. 40–47). Det finns för få andra elever för att räkna bort \
         årstiden. Rapporterat är 100 % av tiden v. 36–39 och 94 % av tiden v. 40–47. Under v. 40–47 gäller: \
         Giltig 16 %, ogiltig 0 %. 94 % av elevens egna schemalagda tid är rapporterad; vad det orapporterade \
         än rymmer ligger frånvaron mellan 15 % och 22 %."
    );
}

#[test]
fn too_few_weeks_are_told() {
    assert_eq!(
        said(&measure(&weeks(&[40; 11]), &Season::default()).explain()),
        "För lite underlag för att svara: 11 skolveckor att räkna på, men 12 behövs."
    );
}
