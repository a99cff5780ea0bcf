//! A drawn picture, and how the tests read it.

use charts::{Kind, Palette, SchoolLine, Shape, Week, Words, school_line};

pub(crate) const SHAPES: [Shape; 2] = [Shape::Wide, Shape::Narrow];

pub(crate) fn draw(line: &SchoolLine<'_>, shape: Shape) -> String {
    school_line(line, &Palette::PRINT, shape).into_string()
}

pub(crate) fn empty() -> SchoolLine<'static> {
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

pub(crate) fn week(scheduled: i64, valid: i64) -> Week {
    Week { kind: Kind::School, scheduled, reported: scheduled, valid, ..Week::default() }
}

/// The tags of a picture with their attributes, ends of elements left out.
pub(crate) fn tags(svg: &str) -> Vec<&str> {
    let tags = svg.split('<').skip(1).filter(|tag| !tag.starts_with('/'));
    tags.map(|tag| tag.split('>').next().unwrap_or(tag)).collect()
}

pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

pub(crate) fn with_class<'a>(svg: &'a str, class: &str) -> Vec<&'a str> {
    tags(svg).into_iter().filter(|tag| attribute(tag, "class") == Some(class)).collect()
}

pub(crate) fn number(tag: &str, name: &str) -> f64 {
    attribute(tag, name).and_then(|value| value.parse().ok()).unwrap_or(f64::NAN)
}

/// Fails unless the picture is what every reader of SVG accepts, inside its view box, and free of inline style.
#[track_caller]
pub(crate) fn check_sound(svg: &str) {
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
pub(crate) fn view(svg: &str) -> (f64, f64) {
    let numbers = tags(svg).first().and_then(|root| attribute(root, "viewBox")).unwrap_or_default().split(' ');
    let numbers: Vec<f64> = numbers.filter_map(|it| it.parse().ok()).collect();
    match numbers.as_slice() {
        [_, _, width, height] => (*width, *height),
        _ => (f64::NAN, f64::NAN),
    }
}
