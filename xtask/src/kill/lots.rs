//! Lots that a seed repeats: SplitMix64, and a new seed for a run that was given none.

use std::hash::{BuildHasher, Hasher, RandomState};

/// A seed that differs from run to run, short enough to type.
pub(super) fn new_seed() -> u64 {
    RandomState::new().build_hasher().finish() % 1_000_000_000
}

/// Lots to draw.
pub(super) struct Lots(u64);

impl Lots {
    /// The lots of a seed.
    pub(super) fn of(seed: u64) -> Lots {
        Lots(seed)
    }

    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// One of the numbers `0..below`, or 0 when there are none.
    pub(super) fn number(&mut self, below: usize) -> usize {
        let drawn = self.draw().checked_rem(u64::try_from(below).unwrap_or(u64::MAX));
        usize::try_from(drawn.unwrap_or(0)).unwrap_or(0)
    }

    /// A number from `low` up to `high`, in thousandths of their distance.
    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        let thousandths = u32::try_from(self.number(1000)).unwrap_or(0);
        low + (high - low) * f64::from(thousandths) / 1000.0
    }

    /// True so many times in a hundred.
    pub(super) fn percent(&mut self, chance: usize) -> bool {
        self.number(100) < chance
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_lots() {
        let drawn = |seed| {
            let mut lots = Lots::of(seed);
            std::array::from_fn::<usize, 8, _>(|_| lots.number(1_000_000))
        };
        assert_eq!(drawn(7), drawn(7));
        assert_ne!(drawn(7), drawn(8));
    }

    #[test]
    fn lots_lie_where_they_should_and_spread() {
        let mut lots = Lots::of(1);
        let drawn: Vec<f64> = (0..1000).map(|_| lots.between(0.4, 1.0)).collect();
        assert!(drawn.iter().all(|it| (0.4..1.0).contains(it)));
        assert!(drawn.iter().any(|it| *it < 0.45) && drawn.iter().any(|it| *it > 0.95));
        let hits = (0..1000).filter(|_| lots.percent(70)).count();
        assert!((600..800).contains(&hits), "{hits}");
        assert_eq!(lots.number(0), 0);
    }
}
