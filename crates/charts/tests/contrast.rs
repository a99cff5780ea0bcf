//! Every palette can be read by who sees poorly (WCAG 2.2: 4.5:1 for words, 3:1 for what is drawn), and the parts of a
//! bar are told apart without seeing colours. Browsers cannot judge words inside SVG, so it is reckoned here.

use charts::Palette;

const PALETTES: [(&str, Palette); 3] = [("light", Palette::LIGHT), ("dark", Palette::DARK), ("print", Palette::PRINT)];

/// Relative luminance of `#rrggbb`, as WCAG defines it.
fn luminance(hex: &str) -> f64 {
    let value = u32::from_str_radix(hex.trim_start_matches('#'), 16).unwrap_or(0);
    let [_, red, green, blue] = value.to_be_bytes().map(|byte| {
        let share = f64::from(byte) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[track_caller]
fn check(colour: &str, on: &str, least: f64, what: &str) {
    let found = contrast(colour, on);
    assert!(found >= least, "{what}: {colour} on {on} is {found:.2}:1, less than {least}:1");
}

#[test]
fn contrast_is_reckoned_as_wcag_does() {
    assert_eq!(format!("{:.2}", contrast("#000000", "#ffffff")), "21.00");
    assert_eq!(format!("{:.2}", contrast("#777777", "#ffffff")), "4.48");
    assert_eq!(format!("{:.2}", contrast("#ffffff", "#ffffff")), "1.00");
}

#[test]
fn words_can_be_read() {
    for (name, palette) in PALETTES {
        check(palette.ink, palette.background, 7.0, name);
        check(palette.quiet, palette.background, 4.5, name);
    }
}

#[test]
fn what_is_drawn_can_be_seen_on_everything_it_lies_on() {
    for (name, it) in PALETTES {
        let drawn = [it.rule, it.valid, it.invalid, it.late, it.unreported, it.peer, it.school_change];
        for (colour, on) in drawn.iter().flat_map(|it| [(it, 0), (it, 1), (it, 2)]) {
            check(colour, [it.background, it.peer_band, it.holiday][on], 3.0, name);
        }
        for colour in [it.signal, it.step, it.reduced] {
            check(colour, it.background, 3.0, name);
        }
    }
}

#[test]
fn the_parts_of_a_bar_differ_also_in_grey() {
    for (name, it) in PALETTES {
        for (one, other) in [(it.valid, it.invalid), (it.invalid, it.late), (it.valid, it.late)] {
            check(one, other, 1.5, name);
        }
        check(it.invalid, it.background, 3.0, "the lines of the hatch");
        check(it.unreported, it.background, 3.0, "the dots");
    }
}

#[test]
fn the_level_of_others_keeps_off_the_bars() {
    // Before the bars the line has an edge of the background's colour.
    for (name, it) in PALETTES {
        check(it.peer, it.background, 4.5, name);
        check(it.valid, it.background, 3.0, name);
    }
}

#[test]
fn what_only_lies_behind_stays_quiet() {
    for (name, it) in PALETTES {
        for colour in [it.grid, it.holiday, it.peer_band] {
            let found = contrast(colour, it.background);
            assert!((1.05..1.6).contains(&found), "{name}: {colour} is {found:.2}:1");
        }
    }
}
