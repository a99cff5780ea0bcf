//! A work list and thresholds as tests on columns of kept figures: each test once, however many thresholds share it.

use domain::Signal;
use pack::thresholds::Contrast;
use pack::{Condition, Thresholds, WorkList};

use crate::figures::{Column, Columns};
use crate::signals::contrast::{Outstanding, Part, stands_out};

/// A question about each row of the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Test {
    /// The figure is at least the first number and below the second.
    Within(Column, i64, i64),
    /// Both figures are at least their number.
    Both((Column, i64), (Column, i64)),
    /// Some part of S07 (0) or S08 (1) stands out.
    StandsOut(usize, Contrast),
    /// Never.
    Never,
}

/// The ways onto a list by some thresholds: each a row of groups, each a choice of tests by their places.
pub(super) type Variant = Vec<Vec<Vec<usize>>>;

/// All that is asked.
#[derive(Debug, Default)]
pub(super) struct Rules {
    /// The tests, each once.
    pub(super) tests: Vec<Test>,
    /// One for each set of thresholds.
    pub(super) variants: Vec<Variant>,
}

impl Rules {
    /// The rules of a list by each of some thresholds.
    pub(super) fn of(list: &WorkList, thresholds: &[&Thresholds]) -> Rules {
        let mut rules = Rules::default();
        for thresholds in thresholds {
            let variant = list.when.iter().map(|way| {
                let group =
                    |group: &Vec<Condition>| group.iter().map(|it| rules.place(test(*it, thresholds))).collect();
                way.all_of.iter().map(group).collect()
            });
            let variant = variant.collect();
            rules.variants.push(variant);
        }
        rules
    }

    fn place(&mut self, test: Test) -> usize {
        self.tests.iter().position(|known| *known == test).unwrap_or_else(|| {
            self.tests.push(test);
            self.tests.len() - 1
        })
    }

    /// The columns that the tests look at.
    pub(super) fn columns(&self) -> Vec<Column> {
        let mut columns = Vec::new();
        for test in &self.tests {
            let looked_at = match test {
                Test::Within(column, ..) => vec![*column],
                Test::Both((one, _), (other, _)) => vec![*one, *other],
                Test::StandsOut(..) | Test::Never => Vec::new(),
            };
            columns.extend(looked_at);
        }
        columns.sort_by_key(|column| column.name());
        columns.dedup();
        columns
    }

    /// Whether the parts of S07 and of S08 are looked at.
    pub(super) fn parts(&self) -> [bool; 2] {
        [0, 1].map(|signal| self.tests.iter().any(|test| matches!(test, Test::StandsOut(of, _) if *of == signal)))
    }
}

/// A condition by some thresholds.
fn test(condition: Condition, by: &Thresholds) -> Test {
    let least = |column, number| Test::Within(column, number, i64::MAX);
    match condition.signal {
        Signal::S01 => level(condition, by),
        Signal::S02 => least(Column::S02, by.s02.percent),
        Signal::S03 => least(Column::S03, by.s03.days),
        Signal::S04 => least(Column::S04, by.s04.weeks),
        Signal::S05 => match condition.at_least {
            None | Some(..=1) => least(Column::S05, by.s05.days),
            Some(2) => least(Column::S05, by.s05.level2_days),
            Some(3..) => Test::Never,
        },
        Signal::S06 => Test::Both((Column::S06Percent, by.s06.percent), (Column::S06Days, by.s06.days)),
        Signal::S07 => Test::StandsOut(0, by.s07.clone()),
        Signal::S08 => Test::StandsOut(1, by.s08.clone()),
        Signal::S09 => least(Column::S09, by.s09.days),
        Signal::S10 => least(Column::S10, by.s10.ppm_weeks),
        Signal::S11 => least(Column::S11, by.s11.over_percent + 1), // strictly over
        Signal::S12a | Signal::S12b => Test::Never,                 // on no list
    }
}

/// S01 fires from the watch level. Its level is the highest band that is reached, so "at least" means the lowest band
/// that is as high, and "below notify" that the notify level, itself a band, is not reached.
fn level(condition: Condition, by: &Thresholds) -> Test {
    let bands = &by.s01.bands_percent;
    let from = match condition.at_least.filter(|least| *least > 0) {
        None => Some(by.s01.watch_percent),
        Some(least) => bands.iter().find(|band| **band >= least).map(|band| by.s01.watch_percent.max(*band)),
    };
    let below = if condition.below_notify {
        bands.iter().find(|band| **band >= by.s01.notify_percent).copied().unwrap_or(i64::MAX)
    } else {
        i64::MAX
    };
    from.map_or(Test::Never, |from| Test::Within(Column::S01, from, below))
}

/// The answer of a test for every row. A figure that there is too little data for answers no.
pub(super) fn fires(test: &Test, columns: &Columns) -> Vec<bool> {
    match test {
        Test::Within(column, from, below) => {
            // a percentage of 0 is a threshold that everybody with enough data reaches
            let (from, below) = (number(*from).max(0), number(*below));
            columns.figure(*column).iter().map(|figure| from <= *figure && *figure < below).collect()
        }
        Test::Both((one, least), (other, also)) => {
            let (least, also) = (number(*least).max(0), number(*also).max(0));
            let both = columns.figure(*one).iter().zip(columns.figure(*other));
            both.map(|(one, other)| least <= *one && also <= *other).collect()
        }
        Test::StandsOut(signal, limit) => {
            let any = |counts: &[i32]| counts.chunks_exact(4).any(|part| stands_out(&outstanding(part), limit));
            columns.parts(*signal).map(any).collect()
        }
        Test::Never => vec![false; columns.rows()],
    }
}

/// Whether each row that is `among` those who can be listed is so.
pub(super) fn listed(variant: &Variant, tests: &[Vec<bool>], among: &[bool]) -> Vec<bool> {
    let mut listed = vec![false; among.len()];
    for way in variant {
        let mut all = among.to_vec();
        for group in way {
            let mut any = vec![false; among.len()];
            for test in group.iter().filter_map(|place| tests.get(*place)) {
                any.iter_mut().zip(test).for_each(|(any, test)| *any |= test);
            }
            all.iter_mut().zip(&any).for_each(|(all, any)| *all &= any);
        }
        listed.iter_mut().zip(&all).for_each(|(listed, all)| *listed |= all);
    }
    listed
}

fn number(threshold: i64) -> i32 {
    i32::try_from(threshold).unwrap_or(i32::MAX)
}

fn outstanding(counts: &[i32]) -> Outstanding {
    let count = |at: usize| counts.get(at).copied().map_or(0, i64::from);
    Outstanding { part: Part { key: 0, of: count(0), missed: count(1) }, others_of: count(2), others_missed: count(3) }
}
