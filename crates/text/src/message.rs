//! What is to be said: a language, and a code with typed arguments.

use jiff::civil::Date;

use crate::percent::{Rounding, Shown};

/// A language of the interface. Both are complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Svenska: the first language.
    #[default]
    Swedish,
    /// English.
    English,
}

impl Language {
    /// Every language; a test checks that each has every sentence.
    pub const ALL: [Language; 2] = [Language::Swedish, Language::English];

    /// The code of the language, as in the `lang` of a page: `sv` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Swedish => "sv",
            Language::English => "en",
        }
    }

    /// The language with that code, if any.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// A sentence to render: its code and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The key in the Fluent files.
    pub code: &'static str,
    /// The arguments by the names that the sentence uses.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// The sentence with that code, without arguments.
    pub fn new(code: &'static str) -> Message {
        Message { code, args: Vec::new() }
    }

    /// The same sentence with one argument more.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Message {
        self.args.push((name, arg));
        self
    }
}

/// An argument of a sentence. It says what the value is; the language decides how it looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A number of things. The sentence may choose singular or plural by it.
    Count(i64),
    /// A share as exact integers: `part` of `whole`, shown in percent; a dash when `whole` is not positive.
    Percent {
        /// The part, in the unit of `whole`.
        part: i64,
        /// The whole.
        whole: i64,
        /// How it is rounded when shown.
        rounding: Rounding,
    },
    /// Tenths of something, shown with one decimal: `0,7`.
    Tenths(i64),
    /// Minutes, shown as whole hours, half up. The sentence may choose singular or plural by the hours.
    Hours(i64),
    /// A day without its year: `14 november`.
    Day(Date),
    /// A date: `2026-11-22`.
    Date(Date),
    /// ISO weeks, both included: `v. 36–43`; `v. 47` when they are the same.
    Weeks {
        /// First week, 1–53.
        from: u8,
        /// Last week, 1–53; lower than `from` over a new year.
        to: u8,
    },
    /// Another sentence that takes no arguments, in the same language.
    Code(&'static str),
    /// Words from outside, shown as they are: a subject code, a class, the name of a file.
    Text(String),
}

impl Arg {
    /// A rate in whole percent, half up. A rate must not look as if it had reached a threshold (percent) that it has
    /// not reached: 14.96 % with threshold 15 is shown as 14.9 %, one decimal rounded down.
    pub fn rate(part: i64, whole: i64, thresholds_percent: &[i64]) -> Arg {
        let reached = |shown: Shown| thresholds_percent.iter().all(|&limit| shown.same_side_at_least(limit));
        Arg::first_honest(part, whole, [Rounding::Whole, Rounding::TenthDown], reached)
    }

    /// A rate with one decimal, half up, or rounded down where half up would reach a threshold (percent) that the
    /// rate itself does not reach.
    pub fn tenth_rate(part: i64, whole: i64, thresholds_percent: &[i64]) -> Arg {
        let reached = |shown: Shown| thresholds_percent.iter().all(|&limit| shown.same_side_at_least(limit));
        Arg::first_honest(part, whole, [Rounding::Tenth, Rounding::TenthDown], reached)
    }

    /// A rate in whole percent for a rule that says *over* a limit (percent), as S11 does: 50.2 % is over 50 and is
    /// shown as 50.2 %, 49.8 % is shown as 49.8 %, and only exactly 50 as 50 %.
    pub fn rate_over(part: i64, whole: i64, over_percent: i64) -> Arg {
        let over = |shown: Shown| shown.same_side_at_least(over_percent) && shown.same_side_over(over_percent);
        Arg::first_honest(part, whole, [Rounding::Whole, Rounding::TenthDown, Rounding::TenthUp], over)
    }

    /// The lowest that a rate can be, in whole percent rounded down.
    pub fn lower_bound(part: i64, whole: i64) -> Arg {
        Arg::Percent { part, whole, rounding: Rounding::Down }
    }

    /// The highest that a rate can be, in whole percent rounded up, unless that would reach a threshold (percent)
    /// that the bound does not reach; then with one decimal.
    pub fn upper_bound(part: i64, whole: i64, thresholds_percent: &[i64]) -> Arg {
        let reached = |shown: Shown| thresholds_percent.iter().all(|&limit| shown.same_side_at_least(limit));
        Arg::first_honest(part, whole, [Rounding::Up, Rounding::TenthUp, Rounding::TenthDown], reached)
    }

    /// The first rounding that `honest` accepts; the last one when none is.
    fn first_honest<const N: usize>(
        part: i64,
        whole: i64,
        roundings: [Rounding; N],
        honest: impl Fn(Shown) -> bool,
    ) -> Arg {
        let accepted = roundings.into_iter().find(|&rounding| honest(Shown::new(part, whole, rounding)));
        let rounding = accepted.or(roundings.last().copied()).unwrap_or(Rounding::Whole);
        Arg::Percent { part, whole, rounding }
    }
}
