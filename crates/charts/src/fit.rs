//! Where words can stand without touching each other. Widths are estimated from the number of letters, because a
//! picture is drawn before anybody knows the reader's font.

use crate::px::{Px, many};

/// The width of words at a font size, a little more than our font needs.
pub(crate) fn width(text: &str, size: Px) -> Px {
    many(text.chars().count()) * size / 2
}

/// The least space between two words.
const SPACE: Px = 600;

/// Left edges of words that each want to stand centred on a place, in order of place: pushed aside no more than needed
/// to keep off each other, and inside `from..to` as long as there is room.
pub(crate) fn spread(words: &[(Px, Px)], from: Px, to: Px) -> Vec<Px> {
    let mut left = Vec::with_capacity(words.len());
    let mut free = from;
    for (centre, width) in words {
        let at = (centre - width / 2).max(free);
        free = at + width + SPACE;
        left.push(at);
    }
    let mut limit = to;
    for (at, (_, width)) in left.iter_mut().zip(words).rev() {
        *at = (*at).min(limit - width);
        limit = *at - SPACE;
    }
    left
}

/// Lanes that stretches are laid in so that none touches another.
#[derive(Default)]
pub(crate) struct Lanes(Vec<Vec<(Px, Px)>>);

impl Lanes {
    /// The first lane where a stretch touches nothing.
    pub(crate) fn free(&self, (from, to): (Px, Px)) -> usize {
        let free = |lane: &Vec<(Px, Px)>| lane.iter().all(|&(a, b)| to + SPACE <= a || b + SPACE <= from);
        self.0.iter().position(free).unwrap_or(self.0.len())
    }

    /// Lays a stretch in a lane.
    pub(crate) fn take(&mut self, lane: usize, stretch: (Px, Px)) {
        if self.0.len() <= lane {
            self.0.resize(lane + 1, Vec::new());
        }
        if let Some(lane) = self.0.get_mut(lane) {
            lane.push(stretch);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::px::px;

    #[test]
    fn words_with_room_stand_centred() {
        assert_eq!(spread(&[(px(50), px(20)), (px(100), px(20))], 0, px(200)), [px(40), px(90)]);
    }

    #[test]
    fn words_that_would_touch_are_pushed_apart_and_stay_inside() {
        let left = spread(&[(px(50), px(40)), (px(60), px(40))], 0, px(100));
        assert_eq!(left, [px(14), px(60)]);
        assert_eq!(spread(&[(0, px(40))], 0, px(100)), [0]);
    }

    #[test]
    fn stretches_that_touch_get_lanes_of_their_own() {
        let mut lanes = Lanes::default();
        let mut lay = |from, to| {
            let lane = lanes.free((px(from), px(to)));
            lanes.take(lane, (px(from), px(to)));
            lane
        };
        assert_eq!([lay(0, 10), lay(5, 20), lay(30, 40)], [0, 1, 0]);
    }
}
