//! Nothing that a school or a person may write breaks the picture.

use charts::{Mark, Peers, Reduced, SchoolLine, Shape, Week};

use crate::drawn::{SHAPES, check_sound, draw, empty, week};

#[test]
fn words_are_words_whatever_they_hold() {
    let hostile = "</title><script>alert(\"1\")</script>&\u{0}\u{fffe}";
    let mark = || vec![Mark { week: 0, label: hostile.to_string() }];
    let line = SchoolLine {
        id: "\"><script>",
        title: hostile,
        description: hostile,
        weeks: vec![Week { label: hostile.to_string(), year_start: Some(hostile.to_string()), ..week(60, 30) }],
        signals: mark(),
        steps: mark(),
        moves: mark(),
        reduced: vec![Reduced { from: 0, to: 0, label: hostile.to_string() }],
        ..empty()
    };
    for svg in SHAPES.map(|shape| draw(&line, shape)) {
        check_sound(&svg);
        assert!(!svg.contains("<script") && !svg.contains('\u{0}') && !svg.contains('\u{fffe}'));
    }
}

#[test]
fn places_outside_the_weeks_are_not_drawn() {
    let mark = |week| vec![Mark { week, label: "samråd".to_string() }];
    let reduced = [(0, 99), (3, 1), (7, 9)].map(|(from, to)| Reduced { from, to, label: "färre timmar".to_string() });
    let line = SchoolLine {
        weeks: vec![week(60, 0); 4],
        peers: vec![Some(Peers { low: 900, mid: -5, high: 4_000 }); 9],
        signals: mark(4),
        steps: mark(usize::MAX),
        moves: mark(5),
        reduced: reduced.to_vec(),
        ..empty()
    };
    for svg in SHAPES.map(|shape| draw(&line, shape)) {
        check_sound(&svg);
        assert!(!svg.contains("samråd"));
        assert_eq!(svg.matches("<title>färre timmar</title>").count(), 1);
    }
}

#[test]
fn no_weeks_and_far_too_many_are_drawn_too() {
    for count in [0, 1, 2, 200, 1_000] {
        for years in [1, 4] {
            let start = |place: usize| place.is_multiple_of((count / years).max(1)).then(|| "Läsåret".to_string());
            let weeks = (0..count).map(|place| Week { year_start: start(place), ..week(1_000, 400) });
            let every = |label: &str| (0..count).map(|week| Mark { week, label: label.to_string() }).collect();
            let line = SchoolLine {
                weeks: weeks.collect(),
                signals: every("Tydlig försämring"),
                steps: every("Samråd"),
                ..empty()
            };
            for shape in SHAPES {
                check_sound(&draw(&line, shape));
            }
        }
    }
}

#[test]
fn minutes_that_cannot_be_are_cut() {
    let odd = [i64::MIN, -1, 0, 1, i64::MAX];
    for scheduled in odd {
        for (reported, valid) in odd.iter().zip(odd.iter().rev()) {
            let week = Week { reported: *reported, invalid: i64::MAX, late: i64::MIN, ..week(scheduled, *valid) };
            check_sound(&draw(&SchoolLine { weeks: vec![week], ..empty() }, Shape::Wide));
        }
    }
}
