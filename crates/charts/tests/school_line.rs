//! The school line as a reader meets it: what is drawn for which week, what a screen reader is told, and that nothing
//! that a school or a person may write breaks it.

use charts::{Kind, Mark, Palette, Peers, Reduced, SchoolLine, Shape, Week, Words, example::example, school_line};

const SHAPES: [Shape; 2] = [Shape::Wide, Shape::Narrow];

fn draw(line: &SchoolLine<'_>, shape: Shape) -> String {
    school_line(line, &Palette::PRINT, shape).into_string()
}

fn empty() -> SchoolLine<'static> {
    let words = Words {
        valid: "Giltig",
        invalid: "Ogiltig",
        late: "Sen",
        unreported: "Inte rapporterat",
        peers: "Jämnåriga",
        signal: "Signal",
        step: "Steg",
        axis: ["0 %", "", "50 %", "", "100 %"],
    };
    SchoolLine {
        id: "line",
        title: "Skollinjen",
        description: "Frånvaron sjönk.",
        weeks: Vec::new(),
        peers: Vec::new(),
        signals: Vec::new(),
        steps: Vec::new(),
        moves: Vec::new(),
        reduced: Vec::new(),
        words,
    }
}

fn week(scheduled: i64, valid: i64) -> Week {
    Week { kind: Kind::School, scheduled, reported: scheduled, valid, ..Week::default() }
}

/// The tags of a picture with their attributes, ends of elements left out.
fn tags(svg: &str) -> Vec<&str> {
    let tags = svg.split('<').skip(1).filter(|tag| !tag.starts_with('/'));
    tags.map(|tag| tag.split('>').next().unwrap_or(tag)).collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

fn with_class<'a>(svg: &'a str, class: &str) -> Vec<&'a str> {
    tags(svg).into_iter().filter(|tag| attribute(tag, "class") == Some(class)).collect()
}

fn number(tag: &str, name: &str) -> f64 {
    attribute(tag, name).and_then(|value| value.parse().ok()).unwrap_or(f64::NAN)
}

/// Fails unless the picture is what every reader of SVG accepts, inside its view box, and free of inline style.
#[track_caller]
fn check_sound(svg: &str) {
    let mut open = Vec::new();
    for part in svg.split('<').skip(1) {
        let tag = part.split('>').next().unwrap_or(part);
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "an element ends that did not begin last"),
            None => open.push(tag.split(' ').next().unwrap_or(tag)),
        }
    }
    assert!(open.is_empty(), "{open:?} do not end");
    assert!(!svg.contains("style=") && !svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    let (width, height) = view(svg);
    for tag in tags(svg).into_iter().filter(|tag| tag.starts_with("rect") && attribute(tag, "x").is_some()) {
        let [x, y, wide, high] = ["x", "y", "width", "height"].map(|name| number(tag, name));
        assert!(x >= 0.0 && wide >= 0.0 && x + wide <= width + 0.01, "{tag}");
        assert!(y >= 0.0 && high >= 0.0 && y + high <= height + 0.01, "{tag}");
    }
}

/// Width and height of the view box.
fn view(svg: &str) -> (f64, f64) {
    let numbers = tags(svg).first().and_then(|root| attribute(root, "viewBox")).unwrap_or_default().split(' ');
    let numbers: Vec<f64> = numbers.filter_map(|it| it.parse().ok()).collect();
    match numbers.as_slice() {
        [_, _, width, height] => (*width, *height),
        _ => (f64::NAN, f64::NAN),
    }
}

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
