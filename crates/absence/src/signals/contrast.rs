//! The contrast that S07 and S08 share: one category against all the others (method, section 1.3).
//!
//! For category k with m_k misses of n_k, and m_o of n_o in the others, it stands out when n_k ≥ 8, m_k ≥ 4,
//! n_o ≥ 20, m_k/n_k ≥ 30 % and m_k/n_k − m_o/n_o ≥ 20 points. Whole numbers only.

/// One category: how many there were and how many of them were missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Subject number, or weekday 1–5.
    pub key: u16,
    /// n_k.
    pub of: i64,
    /// m_k.
    pub missed: i64,
}

/// A category that stands out, beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outstanding {
    /// The category.
    pub part: Part,
    /// n_o.
    pub others_of: i64,
    /// m_o.
    pub others_missed: i64,
}

impl Outstanding {
    /// The highest limits that are all reached: n_k, m_k, n_o, share missed and excess in whole percent, rounded down.
    /// The category stands out by whole limits when none of them is higher.
    pub fn reach(&self) -> [i64; 5] {
        let Part { of, missed, .. } = self.part;
        let (others, excess) = (self.others_of, missed * self.others_of - self.others_missed * of);
        let share = (100 * missed).checked_div(of).unwrap_or(0);
        let excess = (100 * excess).checked_div_euclid(of * others).unwrap_or(0);
        [of, missed, others, share, excess]
    }
}

/// All categories of a pupil's window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contrast {
    /// The categories that were met, by key.
    pub parts: Vec<Part>,
}

impl Contrast {
    /// Counts lessons or days, each with its category and whether it was missed. Keys are small numbers given in order
    /// of meeting, so that a category is found at its place.
    pub fn of(counted: impl Iterator<Item = (u16, bool)>) -> Contrast {
        let mut parts: Vec<Part> = Vec::new();
        for (key, missed) in counted {
            let place = usize::from(key);
            if place >= parts.len() {
                parts.resize(place + 1, Part { key: 0, of: 0, missed: 0 });
            }
            if let Some(part) = parts.get_mut(place) {
                *part = Part { key, of: part.of + 1, missed: part.missed + i64::from(missed) };
            }
        }
        parts.retain(|part| part.of > 0);
        parts.shrink_to_fit();
        Contrast { parts }
    }

    /// Σn.
    pub fn total(&self) -> i64 {
        self.parts.iter().map(|part| part.of).sum()
    }

    /// The categories that could stand out by some limits: something was missed, not less than among the others, and no
    /// other category would stand out whenever this one does.
    pub fn candidates(&self) -> Vec<Outstanding> {
        let any = pack::thresholds::Contrast { lessons: 0, missed: 1, others: 1, percent: 0, excess_percent: 0 };
        let mut found: Vec<(Outstanding, [i64; 5])> =
            self.outstanding(&any).into_iter().map(|it| (it, it.reach())).collect();
        // by counts and not by subject, whose numbers differ from scan to scan
        found.sort_unstable_by_key(|(it, _)| (it.part.of, it.part.missed, it.others_of, it.others_missed));
        let beaten = |at: usize, reach: &[i64; 5]| {
            found.iter().enumerate().any(|(other, (_, by))| {
                let all = by.iter().zip(reach).all(|(by, own)| by >= own);
                other != at && all && (by != reach || other < at)
            })
        };
        let kept = found.iter().enumerate().filter(|(at, (_, reach))| !beaten(*at, reach));
        kept.map(|(_, (it, _))| *it).collect()
    }

    /// The categories that stand out by the limits.
    pub fn outstanding(&self, limit: &pack::thresholds::Contrast) -> Vec<Outstanding> {
        let (of, missed): (i64, i64) = self.parts.iter().fold((0, 0), |(n, m), part| (n + part.of, m + part.missed));
        let against =
            |part: &Part| Outstanding { part: *part, others_of: of - part.of, others_missed: missed - part.missed };
        self.parts.iter().map(against).filter(|found| stands_out(found, limit)).collect()
    }
}

/// Whether a category reaches every limit.
pub(crate) fn stands_out(found: &Outstanding, limit: &pack::thresholds::Contrast) -> bool {
    let Part { of, missed, .. } = found.part;
    of >= limit.lessons
        && missed >= limit.missed
        && found.others_of >= limit.others
        && 100 * missed >= limit.percent * of
        && 100 * (missed * found.others_of - found.others_missed * of) >= limit.excess_percent * of * found.others_of
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::thresholds;

    /// One category with m_k of n_k missed, beside others with m_o of n_o.
    #[track_caller]
    fn check((missed, of): (i64, i64), (others_missed, others_of): (i64, i64), stands_out: bool) {
        let part = Part { key: 1, of, missed };
        let contrast = Contrast { parts: vec![part, Part { key: 2, of: others_of, missed: others_missed }] };
        let found: Vec<Outstanding> = contrast.outstanding(&thresholds().s07);
        let expected = Outstanding { part, others_of, others_missed };
        assert_eq!(found, if stands_out { vec![expected] } else { Vec::new() });
    }

    #[test]
    fn eight_of_the_category_and_twenty_others_are_needed() {
        check((4, 8), (0, 20), true);
        check((4, 7), (0, 20), false);
        check((4, 8), (0, 19), false);
    }

    #[test]
    fn four_misses_are_needed() {
        check((3, 8), (0, 20), false); // 37.5 %
    }

    #[test]
    fn thirty_per_cent_is_enough() {
        check((6, 20), (0, 40), true); // 30 %
        check((6, 21), (0, 40), false); // 28.6 %
        check((599, 2_000), (0, 4_000), false); // 29.95 %
    }

    #[test]
    fn twenty_points_above_the_others_are_enough() {
        check((5, 10), (12, 40), true); // 50 − 30 = 20 points
        check((5, 10), (13, 40), false); // 50 − 32.5 = 17.5 points
    }

    #[test]
    fn the_others_never_stand_out_for_being_attended() {
        check((0, 8), (0, 40), false);
        check((8, 8), (40, 40), false);
    }

    #[test]
    fn two_categories_can_stand_out_each_against_all_the_rest() {
        // for each: 5 of 10, others 5 of 50: 50 − 10 = 40 points
        let half_missed = (0..10).flat_map(|at| [(1, at < 5), (2, at < 5)]);
        let contrast = Contrast::of(half_missed.chain((0..40).map(|_| (3, false))));
        assert_eq!(contrast.total(), 60);
        let keys: Vec<u16> = contrast.outstanding(&thresholds().s07).iter().map(|found| found.part.key).collect();
        assert_eq!(keys, [1, 2]);
    }
}
