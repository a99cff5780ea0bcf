//! Random draws that depend only on what they are about, so that any split of the work gives the same city.

use rand::RngExt;
use rand_distr::{Beta, Distribution, Gamma, Poisson};
use rand_pcg::Pcg64Mcg;

/// What a stream of draws is for. Streams are independent: a new draw in one changes nothing in the others.
#[derive(Clone, Copy)]
pub(super) enum Stream {
    District = 1,
    School,
    Traits,
    Person,
    Status,
    Moves,
    Days,
    Support,
    Rows,
}

/// The draws about one thing (a pupil, a school) in one year; year 0 for what lasts.
pub(super) fn stream(seed: u64, about: u32, what: Stream, year: i16) -> Pcg64Mcg {
    let key = (u64::from(about) << 32) | (u64::from(year.unsigned_abs()) << 8) | what as u64;
    let high = mix(seed ^ mix(key));
    Pcg64Mcg::new((u128::from(high) << 64) | u128::from(mix(high)))
}

/// The finaliser of splitmix64: every bit of the input changes every bit of the output.
fn mix(key: u64) -> u64 {
    let mut z = key.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Uniform in [0, 1).
pub(super) fn unit(rng: &mut Pcg64Mcg) -> f64 {
    rng.random::<f64>()
}

/// Uniform in [low, high).
pub(super) fn between(rng: &mut Pcg64Mcg, low: f64, high: f64) -> f64 {
    low + (high - low) * unit(rng)
}

/// Uniform whole number from 0 to `n` - 1; 0 when `n` is 0.
pub(super) fn below(rng: &mut Pcg64Mcg, n: usize) -> usize {
    rng.random_range(0..n.max(1))
}

/// Uniform whole number from `first` to `last`.
pub(super) fn among(rng: &mut Pcg64Mcg, first: i32, last: i32) -> i32 {
    rng.random_range(first..=last.max(first))
}

/// Gamma with mean 1.
pub(super) fn gamma(rng: &mut Pcg64Mcg, shape: f64) -> f64 {
    Gamma::new(shape, 1.0 / shape).map_or(1.0, |gamma| gamma.sample(rng))
}

/// Beta(a, b).
pub(super) fn beta(rng: &mut Pcg64Mcg, a: f64, b: f64) -> f64 {
    Beta::new(a, b).map_or(a / (a + b), |beta| beta.sample(rng))
}

/// Poisson; the result is a whole number.
pub(super) fn poisson(rng: &mut Pcg64Mcg, mean: f64) -> i32 {
    Poisson::new(mean).map_or(0, |poisson| whole(poisson.sample(rng)))
}

/// The whole part of a number, within what an `i32` holds.
#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and the numbers here are small")]
pub(super) fn whole(number: f64) -> i32 {
    number as i32
}

/// The place in a table of shares that a uniform draw falls into; the last one when the shares end before it.
pub(super) fn place(shares: &[f64], mut draw: f64) -> usize {
    for (at, share) in shares.iter().enumerate() {
        if draw < *share {
            return at;
        }
        draw -= share;
    }
    shares.len().saturating_sub(1)
}

/// A rare event in a long row of trials: one draw per event instead of one per trial.
pub(super) struct Rare {
    per_log: f64,
    left: u32,
}

impl Rare {
    /// An event with this chance in every trial.
    pub(super) fn new(chance: f64, rng: &mut Pcg64Mcg) -> Rare {
        let mut rare = Rare { per_log: 1.0 / (-chance.clamp(0.0, 1.0)).ln_1p(), left: 0 };
        rare.left = rare.gap(rng);
        rare
    }

    /// The next trial: whether the event happens.
    pub(super) fn hit(&mut self, rng: &mut Pcg64Mcg) -> bool {
        if self.left > 0 {
            self.left -= 1;
            return false;
        }
        self.left = self.gap(rng);
        true
    }

    /// Trials before the next event, geometric. Chance 0 gives an infinite gap, which saturates; chance 1 gives none.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates; never negative")]
    fn gap(&self, rng: &mut Pcg64Mcg) -> u32 {
        // 1 - unit is never 0, so the logarithm is finite
        ((1.0 - unit(rng)).ln() * self.per_log) as u32
    }
}
