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

/// All categories of a pupil's window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contrast {
    /// The categories, in the order they were met.
    pub parts: Vec<Part>,
}

impl Contrast {
    /// Counts one lesson or day.
    pub fn count(&mut self, key: u16, missed: bool) {
        match self.parts.iter_mut().find(|part| part.key == key) {
            Some(part) => {
                part.of += 1;
                part.missed += i64::from(missed);
            }
            None => self.parts.push(Part { key, of: 1, missed: i64::from(missed) }),
        }
    }

    /// Σn.
    pub fn total(&self) -> i64 {
        self.parts.iter().map(|part| part.of).sum()
    }

    /// The categories that stand out by the limits.
    pub fn outstanding(&self, limit: &pack::thresholds::Contrast) -> Vec<Outstanding> {
        let (of, missed): (i64, i64) = self.parts.iter().fold((0, 0), |(n, m), part| (n + part.of, m + part.missed));
        let against =
            |part: &Part| Outstanding { part: *part, others_of: of - part.of, others_missed: missed - part.missed };
        self.parts.iter().map(against).filter(|found| stands_out(found, limit)).collect()
    }
}

fn stands_out(found: &Outstanding, limit: &pack::thresholds::Contrast) -> bool {
    let Part { of, missed, .. } = found.part;
    of >= limit.lessons
        && missed >= limit.missed
        && found.others_of >= limit.others
        && 100 * missed >= limit.percent * of
        && 100 * (missed * found.others_of - found.others_missed * of) >= limit.excess_percent * of * found.others_of
}
