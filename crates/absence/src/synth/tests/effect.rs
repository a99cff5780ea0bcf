//! What support does to the absence: measured against the same days without it.

use super::{super::*, city};

#[test]
fn absence_after_the_start_changes_by_the_effect() {
    let city = city(20_000);
    let plan = Plan::new(&city);
    let year = plan.year().unwrap();
    // without and with support, and what is expected: for those helped, and for those who get worse
    let mut sums = [[0.0; 3]; 2];
    let (mut before, mut days) = (Vec::new(), Vec::new());
    for traits in city.numbers().filter_map(|number| Traits::of(&plan, number)) {
        let Some(supported) = support::of(&plan, &traits, &mut days).filter(|it| it.effect != 0.0) else {
            continue;
        };
        let status = status::status(&plan, &traits, year).unwrap();
        support::before(&plan, &traits, &status, year, &mut before);
        let mut after = before.clone();
        let rng = &mut stream(city.seed, traits.pupil.unsigned_abs(), Stream::Support, year.year);
        support::apply(supported, traits.valid_share, year, rng, &mut after);
        let timetable = timetable::timetable(status.level);
        let start = supported.start.0;
        let sum = &mut sums[usize::from(supported.effect < 0.0)];
        for ((day, before), after) in year.days.iter().zip(&before).zip(&after) {
            let (without, with) = (before.total(timetable), after.total(timetable));
            if day.date < start {
                assert!(without == with);
                continue;
            }
            let faded = 0.3 * (f64::from(day.date - start) / 183.0).min(1.0);
            let effect = supported.effect;
            sum[0] += without;
            sum[1] += with;
            sum[2] += without * (1.0 - if effect > 0.0 { effect * (1.0 - faded) } else { effect });
        }
    }
    let [helped, worse] = sums.map(|[without, with, expected]| (with / without, expected / without));
    println!("helped: {helped:.2?}, worse: {worse:.2?}");
    assert!((0.5..0.8).contains(&helped.0) && (helped.0 - helped.1).abs() < 0.04, "{helped:?}");
    assert!((1.0..1.3).contains(&worse.0) && (worse.0 - worse.1).abs() < 0.04, "{worse:?}");
}
