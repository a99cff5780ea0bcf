//! What lasts about a pupil from year to year: health, habits, tendency to a problem, and where she or he started.

use rand_pcg::Pcg64Mcg;

use super::{
    city::Trajectory,
    plan::Plan,
    random::{Stream, below, beta, between, gamma, place, stream, unit},
};

/// A pupil for life. Who it is follows from the seed and the pupil number alone.
pub(super) struct Traits {
    pub(super) pupil: i32,
    /// Level in 2025/26: below 0 for those who start later, above 9 for those who have left.
    pub(super) level_2025: i16,
    /// Place among those who started F in the same year, from 0.
    pub(super) place_in_cohort: i32,
    /// Index of the first school.
    pub(super) school: usize,
    /// Class letter, from 0.
    pub(super) class: usize,
    /// How easily the pupil falls ill, mean 1.
    pub(super) illness: f64,
    /// How often late, mean 1.
    pub(super) late: f64,
    /// How often a single lesson is skipped, mean 1.
    pub(super) skip: f64,
    /// The pupil has a problem in a year when this is below the share for grade and school.
    pub(super) tendency: f64,
    /// The problem that comes then.
    pub(super) problem: Problem,
    /// Share of the problem absence that is reported as valid.
    pub(super) valid_share: f64,
    /// The pupil is referred when this is below the chance that the absence gives.
    pub(super) referral: f64,
    /// What support would do, see [`super::Support::effect`].
    pub(super) effect: f64,
}

/// A problem: its kind and what lasts about it. When it starts is drawn each year.
#[derive(Clone, Copy)]
pub(super) struct Problem {
    pub(super) kind: Trajectory,
    /// Share of the days away at the highest; for a selective pupil the share of that weekday.
    pub(super) level: f64,
    /// Drift: level before the rise.
    pub(super) base: f64,
    /// Drift: width of the rise in school days.
    pub(super) width: f64,
}

/// Kinds and their shares (method, section 5.2).
const KINDS: [Trajectory; 6] = [
    Trajectory::Drift,
    Trajectory::Abrupt,
    Trajectory::Plateau,
    Trajectory::Episodic,
    Trajectory::Withdrawn,
    Trajectory::Selective,
];
const KIND_SHARES: [f64; 6] = [0.25, 0.13, 0.32, 0.13, 0.08, 0.09];
/// A class has at most about so many pupils.
const PUPILS_PER_CLASS: usize = 25;

impl Traits {
    /// The pupil with that number; `None` when the city has no such number.
    pub(super) fn of(plan: &Plan, pupil: i32) -> Option<Traits> {
        let size = plan.city.pupils;
        if pupil < 1 || size < 1 {
            return None;
        }
        // Seats stay filled: who leaves grade 9 is followed by a new pupil with a new number ten years younger.
        let (turn, seat) = ((pupil - 1) / size, (pupil - 1) % size);
        let younger = match turn {
            0 => 0,
            1 => 10,
            2 => -10,
            _ => return None,
        };
        let mut rng = stream(plan.city.seed, pupil.unsigned_abs(), Stream::Traits, 0);
        let schools = plan.schools.len();
        let classes = usize::try_from(size).unwrap_or(0).div_ceil(schools * 10 * PUPILS_PER_CLASS).max(1);
        Some(Traits {
            pupil,
            level_2025: i16::try_from(seat % 10).unwrap_or(0) - younger,
            place_in_cohort: seat / 10,
            school: below(&mut rng, schools),
            class: below(&mut rng, classes),
            illness: gamma(&mut rng, 1.8),
            late: gamma(&mut rng, 0.5),
            skip: gamma(&mut rng, 0.3),
            tendency: unit(&mut rng),
            valid_share: beta(&mut rng, 3.2, 1.8),
            referral: unit(&mut rng),
            effect: effect(&mut rng),
            problem: problem(&mut rng),
        })
    }

    /// Level in a school year, 0 to 9; `None` when not enrolled then.
    pub(super) fn level(&self, year: i16) -> Option<u8> {
        u8::try_from(self.level_2025 + year - 2025).ok().filter(|level| *level <= 9)
    }
}

/// 55 % are helped by 20 to 60 %, 30 % not at all, 15 % get worse by up to 30 % (method, section 5.2).
fn effect(rng: &mut Pcg64Mcg) -> f64 {
    match place(&[0.55, 0.30, 0.15], unit(rng)) {
        0 => between(rng, 0.2, 0.6),
        1 => 0.0,
        _ => -between(rng, 0.0, 0.3),
    }
}

fn problem(rng: &mut Pcg64Mcg) -> Problem {
    let kind = KINDS.get(place(&KIND_SHARES, unit(rng))).copied().unwrap_or(Trajectory::Plateau);
    let level = match kind {
        Trajectory::Drift => beta(rng, 2.2, 3.2),
        Trajectory::Abrupt => beta(rng, 2.5, 2.5),
        Trajectory::Plateau => beta(rng, 2.0, 5.0),
        Trajectory::Episodic => 0.55,
        Trajectory::Withdrawn if unit(rng) < 0.55 => 0.985,
        Trajectory::Withdrawn => between(rng, 0.7, 0.95),
        Trajectory::Selective => between(rng, 0.35, 0.8),
    };
    Problem { kind, level, base: between(rng, 0.02, 0.12), width: between(rng, 8.0, 25.0) }
}
