//! The mark on the work list: whether somebody has acted, and whether that still holds.

use serde::{Deserialize, Serialize};

use super::json;
use crate::{Day, Signals};

/// What a pupil's figures said when a step was taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Seen {
    /// The signals that fired.
    #[serde(with = "json::signals")]
    pub signals: Signals,
    /// Percent band of S01, 0 for none.
    pub band: u8,
    /// Level of S05, 0 for none.
    pub level5: u8,
}

impl Seen {
    /// As far as both say it: what was shown and is still so. What was shown and is gone is new when it comes again, and
    /// what has come since was not seen.
    pub fn and(self, other: Seen) -> Seen {
        Seen {
            signals: self.signals.and(other.signals),
            band: self.band.min(other.band),
            level5: self.level5.min(other.level5),
        }
    }
}

/// What the figures say now: the same three things.
pub type Now = Seen;

/// All that a step means for the mark: no kind, no zone, no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Id of the statement.
    pub id: u128,
    /// When it was done.
    pub day: Day,
    /// Until when it clears the mark, if it does.
    pub until: Option<Day>,
    /// What the figures said then.
    pub seen: Seen,
}

/// The latest step of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Last {
    /// Id of its statement.
    pub id: u128,
    /// When it was done.
    pub day: Day,
}

/// Cleared until a day, unless the figures get worse than what was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cleared {
    /// Id of the statement of the step that cleared.
    pub id: u128,
    /// When it was done.
    pub day: Day,
    /// The day of the follow-up: from then on the mark is back.
    pub until: Day,
    /// What the figures said when it was cleared.
    pub seen: Seen,
}

/// What has been done about one pupil, as far as the work list is concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// The step with the latest day.
    pub last: Option<Last>,
    /// By the clearing step that was stated last; one of an earlier day counts only when it clears longer.
    pub cleared: Option<Cleared>,
}

/// How a pupil stands on the work list on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has cleared it.
    Untouched,
    /// Somebody acts; nothing to do until that day.
    Cleared {
        /// The day of the follow-up.
        until: Day,
    },
    /// Somebody acted, and it is time to look again.
    FollowUp {
        /// Why.
        why: Why,
    },
}

/// Why it is time to look again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The day has come.
    Due,
    /// A signal fires that did not fire then.
    NewSignal,
    /// A higher band of S01 or level of S05 than then.
    HigherLevel,
}

impl Mark {
    /// The mark that steps leave. They come in the order in which they are folded, without those taken back.
    pub fn of(facts: impl IntoIterator<Item = Fact>) -> Mark {
        let mut mark = Mark::default();
        for fact in facts {
            if mark.last.is_none_or(|last| last.day <= fact.day) {
                mark.last = Some(Last { id: fact.id, day: fact.day });
            }
            let Some(until) = fact.until else { continue };
            // What happened earlier and was entered later is no newer word: it may not shorten what holds.
            if mark.cleared.is_none_or(|it| it.day <= fact.day || it.until <= until) {
                mark.cleared = Some(Cleared { id: fact.id, day: fact.day, until, seen: fact.seen });
            }
        }
        mark
    }

    /// How the pupil stands today, with the figures of now.
    pub fn state(&self, today: Day, now: Now) -> State {
        let Some(Cleared { until, seen, .. }) = self.cleared else { return State::Untouched };
        if until <= today {
            return State::FollowUp { why: Why::Due };
        }
        if !now.signals.and(Signals::ABOUT_PUPIL).without(seen.signals).is_empty() {
            return State::FollowUp { why: Why::NewSignal };
        }
        if now.band > seen.band || now.level5 > seen.level5 {
            return State::FollowUp { why: Why::HigherLevel };
        }
        State::Cleared { until }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Signal;

    fn figures(signals: &[Signal], band: u8, level5: u8) -> Seen {
        Seen { signals: signals.iter().copied().collect(), band, level5 }
    }

    #[test]
    fn a_mark_is_cleared_until_the_day_or_until_the_figures_get_worse() {
        let seen = figures(&[Signal::S01], 2, 0);
        let mark = Mark::of([Fact { id: 1, day: Day(100), until: Some(Day(121)), seen }]);
        let state = |today, now| mark.state(Day(today), now);
        let cleared = State::Cleared { until: Day(121) };
        assert_eq!(state(100, seen), cleared);
        assert_eq!(state(120, seen), cleared);
        assert_eq!(state(121, seen), State::FollowUp { why: Why::Due });
        assert_eq!(state(120, figures(&[], 0, 0)), cleared);
        assert_eq!(state(120, figures(&[Signal::S01, Signal::S12a], 2, 0)), cleared);
        let worse = |why| State::FollowUp { why };
        assert_eq!(state(120, figures(&[Signal::S05], 2, 1)), worse(Why::NewSignal));
        assert_eq!(state(120, figures(&[Signal::S01], 3, 0)), worse(Why::HigherLevel));
        assert_eq!(state(120, figures(&[Signal::S01], 2, 1)), worse(Why::HigherLevel));
        assert_eq!(Mark::default().state(Day(1), seen), State::Untouched);
    }

    #[test]
    fn the_latest_day_is_shown_and_the_latest_word_clears() {
        let fact =
            |id, day, until: Option<i32>| Fact { id, day: Day(day), until: until.map(Day), seen: Seen::default() };
        let mark = Mark::of([fact(1, 100, Some(121)), fact(2, 90, Some(130)), fact(3, 95, None)]);
        assert_eq!(mark.last, Some(Last { id: 1, day: Day(100) }));
        assert_eq!(mark.cleared.map(|it| (it.id, it.until)), Some((2, Day(130))));
    }

    #[test]
    fn an_older_step_entered_late_never_shortens_a_clearing() {
        let fact = |id, day, until| Fact { id, day: Day(day), until: Some(Day(until)), seen: Seen::default() };
        let check = |facts: [Fact; 2], expected| {
            assert_eq!(Mark::of(facts).cleared.map(|it| (it.id, it.day, it.until)), Some(expected));
        };
        check([fact(1, 100, 121), fact(2, 99, 110)], (1, Day(100), Day(121)));
        check([fact(1, 100, 121), fact(2, 100, 110)], (2, Day(100), Day(110)));
        check([fact(1, 100, 121), fact(2, 101, 110)], (2, Day(101), Day(110)));
    }
}
