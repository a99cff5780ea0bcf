//! The school line as a reader meets it: what is drawn for which week, and what a screen reader is told.

use charts::{Kind, Mark, Peers, Reduced, SchoolLine, Shape, Week, example::example};

#[path = "school_line/drawn.rs"]
mod drawn;
#[path = "school_line/hostile.rs"]
mod hostile;

use drawn::{SHAPES, attribute, check_sound, draw, empty, number, tags, view, week, with_class};

#[test]
fn a_screen_reader_is_told_name_and_finding() {
    for shape in SHAPES {
        let svg = draw(&example(), shape);
        let root = tags(&svg)[0];
        assert_eq!(attribute(root, "role"), Some("img"));
        let named: Vec<&str> = attribute(root, "aria-labelledby").into_iter().flat_map(|it| it.split(' ')).collect();
        let told = |tag: &str, words: &str, id: &str| svg.contains(&format!("<{tag} id=\"{id}\">{words}</{tag}>"));
        assert!(told("title", example().title, named[0]));
        assert!(told("desc", example().description, named[1]));
    }
}

#[test]
fn one_page_can_hold_both_shapes() {
    let page: String = SHAPES.map(|shape| draw(&example(), shape)).concat();
    let mut ids: Vec<&str> = tags(&page).into_iter().filter_map(|tag| attribute(tag, "id")).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((all, ids.len()), (8, 8));
    for used in page.split("url(#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(ids.contains(&used), "{used}");
    }
}

#[test]
fn the_example_is_sound_in_both_shapes() {
    for shape in SHAPES {
        check_sound(&draw(&example(), shape));
    }
}

#[test]
fn every_week_of_school_has_one_bar_and_no_other_week_has() {
    let school = example().weeks.iter().filter(|week| week.kind == Kind::School).count();
    assert_eq!(school, 51);
    for shape in SHAPES {
        let svg = draw(&example(), shape);
        assert_eq!(with_class(&svg, "week").len(), school);
        assert_eq!(with_class(&svg, "foot").len(), school);
    }
}

#[test]
fn weeks_of_holiday_without_schedule_or_to_come_draw_no_bar() {
    let holiday = Kind::Holiday { name: "höstlov".to_string() };
    let line =
        SchoolLine { weeks: vec![Week { kind: holiday, ..week(1_000, 500) }, week(0, 0), Week::default()], ..empty() };
    let svg = draw(&line, Shape::Wide);
    assert!(with_class(&svg, "week").is_empty());
    assert_eq!(with_class(&svg, "holiday").len(), 1);
    assert!(svg.contains(">höstlov<"));
}

#[test]
fn a_fully_absent_week_reaches_exactly_the_line_of_100_percent() {
    for shape in SHAPES {
        let svg = draw(&SchoolLine { weeks: vec![week(1_337, 1_337)], ..empty() }, shape);
        let grid = svg.split("class=\"grid\"").nth(1).unwrap();
        let top = tags(grid).into_iter().filter(|tag| tag.starts_with("line")).nth(3).unwrap();
        let bar = with_class(&svg, "valid")[0];
        assert_eq!(attribute(bar, "y"), attribute(top, "y1"));
        let foot = with_class(&svg, "foot")[0];
        assert_eq!(number(bar, "y") + number(bar, "height"), number(foot, "y"));
    }
}

#[test]
fn what_nobody_reported_is_drawn_and_never_beyond_the_whole() {
    let unreported = Week { reported: 300, ..week(1_000, 900) };
    let svg = draw(&SchoolLine { weeks: vec![unreported, week(1_000, 1_000)], ..empty() }, Shape::Wide);
    let (dots, bars) = (with_class(&svg, "unreported"), with_class(&svg, "valid"));
    assert_eq!(attribute(dots[0], "y"), attribute(bars[1], "y"), "both end at 100 %");
    assert_eq!(number(dots[0], "y") + number(dots[0], "height"), number(bars[0], "y"));
}

#[test]
fn no_kind_of_absence_is_told_by_colour_alone() {
    let all = Week { invalid: 200, late: 100, reported: 900, ..week(1_000, 200) };
    let svg = draw(&SchoolLine { weeks: vec![all], ..empty() }, Shape::Wide);
    let fill = |class| attribute(with_class(&svg, class)[0], "fill").unwrap().to_string();
    assert_eq!(fill("invalid"), "url(#line-wide-hatch)");
    assert_eq!(fill("unreported"), "url(#line-wide-dots)");
    let width = |class| number(with_class(&svg, class)[0], "width");
    assert!(width("late") <= width("valid") / 2.0);
}

#[test]
fn what_happened_stands_in_words_also_without_a_mouse() {
    let line = example();
    for shape in SHAPES {
        let svg = draw(&line, shape);
        let parts = [&line.signals, &line.steps, &line.moves];
        for label in parts.into_iter().flatten().map(|mark| &mark.label).chain(line.reduced.iter().map(|it| &it.label))
        {
            assert!(svg.contains(&format!("<title>{label}</title>")), "{label}");
            assert!(svg.matches(&format!(">{label}</text>")).count() >= 1, "{label} in {shape:?}");
        }
    }
}

#[test]
fn two_things_in_one_week_are_told_together() {
    let mark = |label: &str| Mark { week: 0, label: label.to_string() };
    let line = SchoolLine { weeks: vec![week(60, 0); 40], steps: vec![mark("samråd"), mark("plan")], ..empty() };
    assert!(draw(&line, Shape::Wide).contains("<title>samråd · plan</title>"));
}

#[test]
fn a_reduced_timetable_over_the_summer_is_drawn_in_both_years() {
    let weeks: Vec<Week> = (0_usize..40)
        .map(|place| Week { year_start: place.is_multiple_of(20).then(String::new), ..week(60, 0) })
        .collect();
    let reduced = vec![Reduced { from: 15, to: 25, label: "färre timmar".to_string() }];
    let svg = draw(&SchoolLine { weeks, reduced, ..empty() }, Shape::Narrow);
    assert_eq!(svg.matches("<title>färre timmar</title>").count(), 2);
}

#[test]
fn the_level_of_others_is_interrupted_where_it_is_not_known() {
    let known = Some(Peers { low: 40, mid: 80, high: 120 });
    let line = SchoolLine { weeks: vec![week(60, 0); 5], peers: vec![known, known, None, known], ..empty() };
    let svg = draw(&line, Shape::Wide);
    let level = svg.split("class=\"peer-level\"").nth(1).unwrap();
    let path = tags(level).into_iter().find_map(|tag| attribute(tag, "d")).unwrap();
    assert_eq!(path.matches('M').count(), 2);
}

#[test]
fn words_stay_readable_at_the_width_each_shape_is_for() {
    for (shape, meant_for) in [(Shape::Wide, 1_010.0), (Shape::Narrow, 330.0)] {
        let svg = draw(&example(), shape);
        let (width, _) = view(&svg);
        for tag in tags(&svg).into_iter().filter(|tag| attribute(tag, "font-size").is_some()) {
            assert!(number(tag, "font-size") * meant_for / width >= 11.0, "{tag}");
        }
    }
}

/// A change of the picture is meant: look at it, then run once with `UPDATE_GOLDEN=1`.
#[test]
fn the_example_looks_as_it_did() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/school_line.svg");
    let drawn = draw(&example(), Shape::Wide).replace("><", ">\n<");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &drawn).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap();
    assert!(drawn == golden, "the picture has changed: look at it, then run with UPDATE_GOLDEN=1");
}
