//! Marks above the plot with their words beside them. Where words would touch, a mark moves up into another lane, so
//! that what happened can be read without a mouse and on paper.

use maud::{Markup, html};

use super::{
    Drawing, halo,
    input::Mark,
    layout::TEXT,
    year::{LANE, Year},
};
use crate::{
    fit,
    px::{Px, many, px},
};

/// From the middle of a mark to its words.
const BESIDE: Px = px(9);

/// More lanes than this would push the picture apart. The uppermost one is for marks without words.
const MOST_LANES: usize = 7;

/// All that happened in one week, in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// The middle of the week.
    x: Px,
    label: String,
    /// Counted upwards from the plot.
    lane: usize,
    side: Side,
}

/// Where the words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Right,
    Left,
    Nowhere,
}

/// The marks of a year in order, one for each week that has any. Words keep off the lines of `moves` if they can.
pub(super) fn placed(marks: &[Mark], moves: &[Mark], year: &Year, pitch: Px) -> Vec<Placed> {
    let mut weeks: Vec<(Px, String)> = Vec::new();
    for mark in marks.iter().filter(|mark| year.holds(mark.week)) {
        let x = year.place(mark.week, pitch) + pitch / 2;
        match weeks.iter_mut().find(|(other, _)| *other == x) {
            Some((_, label)) => *label = format!("{label} · {}", mark.label),
            None => weeks.push((x, mark.label.clone())),
        }
    }
    weeks.sort_by_key(|(x, _)| *x);
    let lines = moves.iter().filter(|mark| year.holds(mark.week)).map(|mark| year.place(mark.week, pitch));
    let room = Room { from: year.left, to: year.reach, lines: lines.collect() };
    let mut lanes = fit::Lanes::default();
    weeks.into_iter().map(|(x, label)| place(&mut lanes, x, label, &room)).collect()
}

/// How many lanes marks take.
pub(super) fn lanes(placed: &[Placed]) -> usize {
    placed.iter().map(|mark| mark.lane + 1).max().unwrap_or(0)
}

/// Marks, each drawn by `sign` around a middle.
pub(super) fn strip(
    drawing: &Drawing<'_>,
    placed: &[Placed],
    lower_edge: Px,
    sign: impl Fn(Px, Px) -> Markup,
) -> Markup {
    let words = |mark: &Placed| match mark.side {
        Side::Right => Some((mark.x + BESIDE, "start")),
        Side::Left => Some((mark.x - BESIDE, "end")),
        Side::Nowhere => None,
    };
    html! {
        @for mark in placed {
            @let middle = lower_edge - many(mark.lane) * LANE - px(9);
            g class="mark" {
                title { (mark.label) }
                @if let Some((x, anchor)) = words(mark) {
                    (halo(drawing, x, middle + px(4), anchor, drawing.colours.quiet, &mark.label))
                }
                (sign(mark.x, middle))
            }
        }
    }
}

/// Where words may stand, and the lines that they should not cross.
struct Room {
    from: Px,
    to: Px,
    lines: Vec<Px>,
}

impl Room {
    fn crosses(&self, (from, to): (Px, Px)) -> bool {
        self.lines.iter().any(|line| (from..to).contains(line))
    }
}

/// In the lowest lane where the words fit on either side; two lanes up are better than across a line.
fn place(lanes: &mut fit::Lanes, x: Px, label: String, room: &Room) -> Placed {
    let width = fit::width(&label, TEXT);
    let right = (x - BESIDE, x + BESIDE + width);
    let left = (x - BESIDE - width, x + BESIDE);
    let sides = [(Side::Right, right, right.1 <= room.to), (Side::Left, left, left.0 >= room.from)];
    let inside = sides.into_iter().filter(|(_, _, inside)| *inside);
    let free = inside.map(|(side, stretch, _)| (lanes.free(stretch), side, stretch));
    let best = free.min_by_key(|(lane, _, stretch)| lane + if room.crosses(*stretch) { 3 } else { 0 });
    let bare = (x - BESIDE, x + BESIDE);
    let (lane, side, stretch) = match best {
        Some(best) if best.0 + 1 < MOST_LANES => best,
        _ => (lanes.free(bare).min(MOST_LANES - 1), Side::Nowhere, bare),
    };
    lanes.take(lane, stretch);
    Placed { x, label, lane, side }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(marks: &[(i64, &str)], lines: &[i64], expected: &[(usize, Side)]) {
        let room = Room { from: 0, to: px(200), lines: lines.iter().map(|x| px(*x)).collect() };
        let mut lanes = fit::Lanes::default();
        let placed = marks.iter().map(|(x, label)| place(&mut lanes, px(*x), label.to_string(), &room));
        assert_eq!(placed.map(|mark| (mark.lane, mark.side)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_stand_to_the_right_and_at_the_end_of_the_year_to_the_left() {
        check(&[(3, "samråd"), (190, "samråd")], &[], &[(0, Side::Right), (0, Side::Left)]);
    }

    #[test]
    fn words_that_would_touch_move_up() {
        check(&[(20, "samråd"), (45, "samråd")], &[], &[(0, Side::Right), (1, Side::Right)]);
    }

    #[test]
    fn words_turn_away_from_a_line() {
        check(&[(100, "samråd")], &[120], &[(0, Side::Left)]);
        check(&[(20, "samråd")], &[40], &[(0, Side::Right)]);
    }

    #[test]
    fn words_longer_than_the_year_are_left_out() {
        check(&[(100, &"samråd ".repeat(20))], &[], &[(0, Side::Nowhere)]);
    }

    #[test]
    fn a_crowd_does_not_push_the_picture_apart() {
        let room = Room { from: 0, to: px(200), lines: Vec::new() };
        let mut lanes = fit::Lanes::default();
        let crowd = (0..40).map(|week| place(&mut lanes, px(week * 5), "samråd".to_string(), &room));
        assert_eq!(super::lanes(&crowd.collect::<Vec<_>>()), MOST_LANES);
    }
}
